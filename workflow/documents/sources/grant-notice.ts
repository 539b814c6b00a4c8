import type { Transaction } from '../../../db/database.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import type { Grant } from '../../../db/queries/district-rounds.ts';
import { readStudios, type StudioRecord } from '../../../db/queries/studios.ts';
import { article } from '../../../policy/article.ts';
import type { Measures } from '../../../policy/measures.ts';
import { Refusal } from '../../../policy/refusal.ts';
import type { Context } from '../../context.ts';
import { findRound } from '../../round/current-round.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';
import { contactOf } from './contact.ts';
import { imprintOf } from './imprint-of.ts';
import { listedStudio } from './listed-studio.ts';

const place = article(12, 6);

interface Granted {
  readonly grant: Grant;
  readonly studio: StudioRecord | undefined;
}

/** 资助拨付通知: one for each number under which grants of a year's round were decided. 第十二条第六项. */
export const grantNoticeSources: YearSources = {
  scope: 'year',
  article: place,
  documents(db, year, only, context) {
    const round = findRound(db, year);
    const entries = round?.entries.filter(({ studioId }) => only === undefined || only.includes(studioId)) ?? [];
    const wanted = new Set(entries.flatMap(({ grant }) => grant?.documentNumber ?? []));
    if (round === undefined || wanted.size === 0) return [{ name: `${year}年度`, source: () => noneDecided(year) }];
    const studios = new Map(readStudios(db).map((studio) => [studio.id, studio]));
    return [...wanted].map((number) => {
      const granted = round.entries.flatMap(({ grant, studioId }) =>
        grant?.documentNumber === number ? [{ grant, studio: studios.get(studioId) }] : [],
      );
      return { name: number, source: (tx) => sourceOf(tx, { year, number, measures: round.measures, granted }, context) };
    });
  },
};

function noneDecided(year: number): never {
  throw new Refusal(`无法生成《资助拨付通知》：${year} 年的评选还没有核定资助。请先办理「核定资助」。`, place);
}

interface Decision {
  readonly year: number;
  readonly number: string;
  /** Those of the round. */
  readonly measures: Measures;
  readonly granted: readonly Granted[];
}

function sourceOf(tx: Transaction, { year, number, measures, granted }: Decision, { seat }: Context): DocumentSource {
  const [first] = granted;
  if (first === undefined) throw new RangeError('a notice of grants names a studio');
  const { decidedOn, departmentId, id } = first.grant;
  const department = departmentsOn(tx, decidedOn).find((each) => each.id === departmentId)?.officialName;
  const input = {
    year,
    number,
    measures: { title: measures.title, documentNumber: measures.documentNumber },
    department,
    studios: granted.map(({ grant: { nature, amount }, studio }) => ({
      ...(studio === undefined ? {} : listedStudio(studio)),
      nature,
      amount,
    })),
    purposes: measures.values.expenseCategories.value.map(({ label }) => label),
    issuedOn: decidedOn,
    ...contactOf(tx),
    imprint: imprintOf(tx, seat, department, decidedOn),
  };
  return { input, number, subjectId: id, issuedOn: decidedOn };
}
