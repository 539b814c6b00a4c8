import type { Transaction } from '../../../db/database.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import { readStudios, type StudioDesignation, type StudioRecord } from '../../../db/queries/studios.ts';
import { article } from '../../../policy/article.ts';
import { partsOf } from '../../../policy/plain-date.ts';
import { Refusal } from '../../../policy/refusal.ts';
import type { Context } from '../../context.ts';
import { measuresBook } from '../../measures-book.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';
import { imprintOf } from './imprint-of.ts';
import { listedStudio } from './listed-studio.ts';
import { systemOf } from './system-of.ts';

const place = article(11, 3);

interface Named {
  readonly studio: StudioRecord;
  readonly title: StudioDesignation;
}

/** 命名通知: one for each number under which this seat named studios in a year. 第十一条第三项. */
export const namingDecisionSources: YearSources = {
  scope: 'year',
  article: place,
  documents(db, year, only, context) {
    const named = readStudios(db).flatMap((studio) =>
      studio.designations
        .filter(({ level, departmentId, namedOn }) => {
          return level === 'in-system' && departmentId === context.seat.id && partsOf(namedOn).year === year && namedOn <= context.today;
        })
        .map((title) => ({ studio, title })),
    );
    const documents = [...Map.groupBy(named, ({ title }) => title.documentNumber ?? title.id).values()];
    const chosen = documents.filter((studios) => only === undefined || studios.some(({ studio }) => only.includes(studio.id)));
    if (chosen.length === 0) return [{ name: `${year}年度`, source: () => noneNamed(context, year) }];
    return chosen.map((studios) => ({
      name: studios[0]?.title.documentNumber ?? studios[0]?.studio.name ?? '',
      source: (tx) => sourceOf(tx, studios, context),
    }));
  },
};

function noneNamed({ seat }: Context, year: number): never {
  throw new Refusal(`无法生成《命名通知》：${seat.name}在 ${year} 年没有命名工作室。请核对年度，或先办理命名。`, place);
}

function sourceOf(tx: Transaction, studios: readonly Named[], { seat }: Context): DocumentSource {
  const [first] = studios;
  if (first === undefined) throw new RangeError('a naming decision names a studio');
  const { namedOn, documentNumber, id } = first.title;
  const measures = measuresBook(tx).on(namedOn);
  const department = departmentsOn(tx, namedOn).find((each) => each.id === seat.id)?.officialName;
  const input = {
    number: documentNumber,
    system: systemOf(studios.map(({ studio }) => studio)),
    measures: { title: measures.title, documentNumber: measures.documentNumber },
    department,
    cycleYears: measures.values.cycleYears.value,
    studios: studios.map(({ studio }) => ({
      ...listedStudio(studio),
      sector: studio.sector.name,
    })),
    issuedOn: namedOn,
    imprint: imprintOf(tx, seat, department, namedOn),
  };
  return { input, number: documentNumber, subjectId: id, issuedOn: namedOn };
}
