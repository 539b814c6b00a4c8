import type { Transaction } from '../../../db/database.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import { type RoundEntry, readExperts } from '../../../db/queries/district-rounds.ts';
import { readStudios } from '../../../db/queries/studios.ts';
import { article } from '../../../policy/article.ts';
import { Refusal } from '../../../policy/refusal.ts';
import type { Context } from '../../context.ts';
import { requireRound } from '../../round/current-round.ts';
import { completeReview } from '../../round/review.ts';
import { readDocumentSettings } from '../document-settings.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';
import { numberOnce } from '../number-once.ts';
import { contactOf } from './contact.ts';
import { imprintOf } from './imprint-of.ts';

const place = article(12, 3);
const act = '生成《拟入围名单请示》';

/** 拟入围名单请示: the shortlist of a year's round, as the expert review left it. 第十二条第三项. */
export const approvalRequestSources: YearSources = {
  scope: 'year',
  article: place,
  documents: (_db, year, _only, context) => [{ name: `${year}年度`, source: (tx) => sourceOf(tx, year, context) }],
};

/** Dated the day the last studio came onto the shortlist: that day the list was settled. */
function sourceOf(tx: Transaction, year: number, context: Context): DocumentSource {
  const current = requireRound(tx, year, act);
  const { round, entries, measures } = current;
  const shortlisted = entries.filter(
    ({ shortlistedOn, endedOn, approval }) => shortlistedOn !== null && (endedOn === null || approval === 'reject'),
  );
  const issuedOn = shortlisted
    .flatMap(({ shortlistedOn }) => shortlistedOn ?? [])
    .toSorted()
    .at(-1);
  if (issuedOn === undefined) {
    throw new Refusal(`无法${act}：${year} 年的评选还没有拟入围名单。请先办理「列入拟入围名单」。`, place);
  }
  const departments = departmentsOn(tx, issuedOn);
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const studios = new Map(readStudios(tx).map((studio) => [studio.id, studio]));
  const department = departments.find(({ id }) => id === context.seat.id)?.officialName;
  const { reviewed, places } = completeReview(tx, current, act);
  const recommended = entries.filter(({ recommendedOn }) => recommendedOn !== null);
  const candidateOf = (entry: RoundEntry, average: number | null | undefined) => {
    const studio = studios.get(entry.studioId);
    return {
      name: entry.studio,
      lead: studio?.people.find(({ role }) => role === 'lead')?.name,
      hostUnit: studio?.hostUnit?.name,
      bureau: names.get(entry.departmentId),
      place: entry.shortlistPlace ?? places.find(({ candidates }) => candidates.some(({ id }) => id === entry.id))?.place,
      average,
    };
  };
  const number = numberOnce(tx, { kind: 'approval-request', subjectId: round.id, issuedOn, takenFor: `${year} 年拟入围名单请示` }, context);
  const input = {
    year,
    number,
    signers: readDocumentSettings(tx, context.seat).signers,
    measures: { title: measures.title, documentNumber: measures.documentNumber },
    roundNumber: round.documentNumber,
    openedOn: round.openedOn,
    department,
    superior: departments.find(({ kind }) => kind === 'leading-group-office')?.officialName,
    inspectedOn: recommended
      .flatMap(({ inspectedOn }) => inspectedOn ?? [])
      .toSorted()
      .at(-1),
    recommended: recommended.length,
    bureaus: new Set(recommended.map(({ departmentId }) => departmentId)).size,
    experts: readExperts(tx, round.id).length,
    quota: round.quota,
    noticeDays: round.noticeDays,
    shortlisted: shortlisted.map((entry) => candidateOf(entry, entry.shortlistAverage)).toSorted(byPlace),
    reviewed: reviewed.map(({ entry, average }) => candidateOf(entry, average.average)).toSorted(byPlace),
    issuedOn,
    ...contactOf(tx),
    imprint: imprintOf(tx, context.seat, department, issuedOn),
  };
  return { input, number, subjectId: round.id, issuedOn };
}

function byPlace(one: { readonly place: number | undefined }, other: { readonly place: number | undefined }): number {
  return (one.place ?? 0) - (other.place ?? 0);
}
