import type { Transaction } from '../../../db/database.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import { type RoundEntry, readEntries } from '../../../db/queries/district-rounds.ts';
import { readStudios, type StudioDesignation, type StudioRecord } from '../../../db/queries/studios.ts';
import { article } from '../../../policy/article.ts';
import { partsOf } from '../../../policy/plain-date.ts';
import { Refusal } from '../../../policy/refusal.ts';
import type { Context } from '../../context.ts';
import { measuresBook } from '../../measures-book.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';
import { imprintOf } from './imprint-of.ts';
import { listedStudio } from './listed-studio.ts';

const place = article(12, 5);

interface Awarded {
  readonly studio: StudioRecord;
  readonly title: StudioDesignation;
}

/** 授牌决定: one for each number under which this seat awarded plaques in a year. 第十二条第五项. */
export const plaqueDecisionSources: YearSources = {
  scope: 'year',
  article: place,
  documents(db, year, only, context) {
    const awarded = readStudios(db).flatMap((studio) =>
      studio.designations
        .filter(({ level, departmentId, namedOn }) => {
          return level === 'district' && departmentId === context.seat.id && partsOf(namedOn).year === year && namedOn <= context.today;
        })
        .map((title) => ({ studio, title })),
    );
    const documents = [...Map.groupBy(awarded, ({ title }) => title.documentNumber ?? title.id).values()];
    const chosen = documents.filter((studios) => only === undefined || studios.some(({ studio }) => only.includes(studio.id)));
    if (chosen.length === 0) return [{ name: `${year}年度`, source: () => noneAwarded(context, year) }];
    return chosen.map((studios) => ({
      name: studios[0]?.title.documentNumber ?? studios[0]?.studio.name ?? '',
      source: (tx) => sourceOf(tx, studios, context),
    }));
  },
};

function noneAwarded({ seat }: Context, year: number): never {
  throw new Refusal(`无法生成《授牌决定》：${seat.name}在 ${year} 年没有授牌。请核对年度，或先办理命名授牌。`, place);
}

function sourceOf(tx: Transaction, studios: readonly Awarded[], { seat }: Context): DocumentSource {
  const [first] = studios;
  if (first === undefined) throw new RangeError('a decision to award plaques names a studio');
  const { namedOn, documentNumber, id } = first.title;
  const measures = measuresBook(tx).on(namedOn);
  const departments = departmentsOn(tx, namedOn);
  const department = departments.find((each) => each.id === seat.id)?.officialName;
  const entries = studios.map(({ studio, title }) => entryOf(tx, studio, title));
  const notices = entries.flatMap((entry) => entry?.notice ?? []);
  const input = {
    year: entries[0]?.year,
    number: documentNumber,
    measures: { title: measures.title, documentNumber: measures.documentNumber },
    department,
    hrBureau: departments.find(({ kind }) => kind === 'hr-bureau')?.name,
    noticeFrom: notices.map(({ firstDay }) => firstDay).toSorted()[0],
    noticeTo: notices
      .map(({ lastDay }) => lastDay)
      .toSorted()
      .at(-1),
    objections: entries.reduce((count, entry) => count + (entry?.objections.length ?? 0), 0),
    studios: studios.map(({ studio }, index) => ({
      ...listedStudio(studio),
      bureau: departments.find((each) => each.id === entries[index]?.departmentId)?.name,
    })),
    issuedOn: namedOn,
    imprint: imprintOf(tx, seat, department, namedOn),
  };
  return { input, number: documentNumber, subjectId: id, issuedOn: namedOn };
}

/** The part in a round by which the title was won; none for a title from elsewhere. */
function entryOf(tx: Transaction, { id }: StudioRecord, { namedOn }: StudioDesignation): RoundEntry | undefined {
  return readEntries(tx, { studioId: id }).find(({ awardedOn }) => awardedOn === namedOn);
}
