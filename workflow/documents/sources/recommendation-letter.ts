import type { Transaction } from '../../../db/database.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import type { RoundEntry } from '../../../db/queries/district-rounds.ts';
import { readStudios, type StudioRecord } from '../../../db/queries/studios.ts';
import { article } from '../../../policy/article.ts';
import { Refusal } from '../../../policy/refusal.ts';
import type { Context } from '../../context.ts';
import { requireRound } from '../../round/current-round.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';
import { numberOnce } from '../number-once.ts';
import { contactOf } from './contact.ts';
import { listedStudio } from './listed-studio.ts';

const place = article(12, 2);
const act = '生成《推荐函》';

/** 推荐函: what this seat recommended for a year's round, those that have left it since included. 第十二条第二项. */
export const recommendationLetterSources: YearSources = {
  scope: 'year',
  article: place,
  documents: (_db, year, _only, context) => [{ name: `${year}年度`, source: (tx) => sourceOf(tx, year, context) }],
};

/** Dated the day of the last recommendation: that day the list was settled. */
function sourceOf(tx: Transaction, year: number, context: Context): DocumentSource {
  const { seat } = context;
  const { round, entries, measures } = requireRound(tx, year, act);
  const own = entries.filter(({ departmentId }) => departmentId === seat.id);
  const recommended = own.filter(({ recommendedOn }) => recommendedOn !== null);
  const issuedOn = recommended
    .flatMap(({ recommendedOn }) => recommendedOn ?? [])
    .toSorted()
    .at(-1);
  if (issuedOn === undefined) throw new Refusal(`无法${act}：${seat.name}在 ${year} 年没有推荐工作室。请先办理「推荐参评」。`, place);
  const departments = departmentsOn(tx, issuedOn);
  const studios = new Map(readStudios(tx).map((studio) => [studio.id, studio]));
  const taken = { kind: 'recommendation-letter', subjectId: round.id, issuedOn, takenFor: `${year} 年推荐函` } as const;
  const number = numberOnce(tx, taken, context);
  const input = {
    year,
    number,
    measures: { title: measures.title, documentNumber: measures.documentNumber },
    roundNumber: round.documentNumber,
    department: departments.find(({ id }) => id === seat.id)?.officialName,
    superior: departments.find(({ kind }) => kind === 'hr-bureau')?.officialName,
    applications: new Set(own.map(({ studioId }) => studioId)).size,
    studios: recommended.map((entry) => studioOf(studios.get(entry.studioId), entry)),
    issuedOn,
    ...contactOf(tx),
  };
  return { input, number, subjectId: round.id, issuedOn };
}

function studioOf(studio: StudioRecord | undefined, entry: RoundEntry) {
  const lead = studio?.people.find(({ role }) => role === 'lead');
  const members = studio?.people.filter(({ role }) => role === 'member').map(({ name }) => name) ?? [];
  const title = studio?.designations.findLast(({ level, namedOn }) => level === 'in-system' && namedOn <= entry.appliedOn);
  return {
    ...(studio === undefined ? {} : listedStudio(studio)),
    sector: entry.sector,
    leadTitle: lead?.professionalTitle,
    ...(members.length === 0 ? {} : { members }),
    namedOn: title?.namedOn,
    namingDocument: title?.documentNumber,
    appliedOn: entry.appliedOn,
    unitAgreedOn: entry.unitAgreedOn,
    unitOpinion: entry.unitOpinion,
    rank: entry.recommendationRank,
    reason: entry.recommendationReason,
  };
}
