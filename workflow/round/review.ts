import type { ReadableDatabase } from '../../db/database.ts';
import { type RoundEntry, readCriteria, readExperts, readScores } from '../../db/queries/district-rounds.ts';
import { article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { type ExpertAverage, type ExpertSheet, expertAverage, fewestForExtremes } from '../../policy/scoring/expert-average.ts';
import { type RankedPlace, ranking, type Selection, selectByRank } from '../../policy/scoring/ranking.ts';
import type { CurrentRound } from './current-round.ts';
import { pointsOf, scoreSheetOf, sheetTotal } from './score-sheet-of.ts';

const place = article(12, 3);

/** The experts' sheets on one studio: every expert of the round, whoever keeps out with the reason, `null` where points are missing. */
export type SheetsOf = (entry: RoundEntry) => readonly ExpertSheet[];

/** Reads the experts' sheets of a round. */
export function readSheets(db: ReadableDatabase, { round }: CurrentRound): SheetsOf {
  const criteria = readCriteria(db, round.id);
  const sheet = scoreSheetOf(round.year, criteria);
  const experts = readExperts(db, round.id);
  const scores = Map.groupBy(readScores(db, round.id), ({ entryId, expertId }) => `${entryId} ${expertId}`);
  return (entry) =>
    experts.map(({ id, name, conflicts }) => {
      const given = scores.get(`${entry.id} ${id}`) ?? [];
      return {
        expert: name,
        total: given.length === 0 ? null : sheetTotal(sheet, pointsOf(criteria, given)).total,
        vetoedBy: [],
        conflict: conflicts.find(({ entryId }) => entryId === entry.id)?.reason,
      };
    });
}

/** A studio with what the experts' sheets on it come to. */
export interface ReviewedEntry {
  readonly entry: RoundEntry;
  readonly average: ExpertAverage;
}

/** The expert review of a round: who passed the inspection, with averages, in the order of the ranking. */
export interface Review {
  readonly reviewed: readonly ReviewedEntry[];
  readonly places: readonly RankedPlace<RoundEntry>[];
  /** Who is in by rank alone, and who ties for the places left of the year's quota. */
  readonly selection: Selection<RoundEntry>;
}

/**
 * The review, once every recommended studio has been inspected and every expert without a conflict of interest has scored each that passed:
 * before that there is no ranking to speak of (集中评选). Refuses otherwise, naming what is missing.
 */
export function completeReview(db: ReadableDatabase, current: CurrentRound, act: string): Review {
  const recommended = current.entries.filter(({ recommendedOn, endedOn }) => recommendedOn !== null && endedOn === null);
  const uninspected = recommended.filter(({ inspectedOn }) => inspectedOn === null);
  if (uninspected.length > 0) {
    const names = uninspected.map(({ studio }) => `「${studio}」`).join('、');
    throw new Refusal(`无法${act}：${names}还没有现场考察。请先考察全部推荐的工作室，再比较名次。`, place);
  }
  const sheetsOf = readSheets(db, current);
  const reviewed = recommended
    .filter(({ inspectionPassed }) => inspectionPassed === true)
    .map((entry) => ({ entry, average: averageOf(entry, sheetsOf(entry), current.round.dropsExtremes, act) }));
  const places = ranking(reviewed.map(({ entry, average }) => ({ candidate: entry, score: average.average })));
  const elsewhere = current.facts.awarded - current.entries.filter(({ awardedOn }) => awardedOn !== null).length;
  const quota = current.measures.values.districtQuota.value;
  return { reviewed, places, selection: selectByRank(places, Math.max(0, quota - elsewhere)) };
}

/** The average once every expert has scored, and none before. */
export function averageSoFar(sheets: readonly ExpertSheet[], dropsExtremes: boolean): number | undefined {
  const impartial = sheets.filter(({ conflict }) => conflict === undefined);
  const complete = impartial.length > 0 && impartial.every(({ total }) => total !== null);
  // Without its highest and lowest, an average of two is none.
  return complete && (!dropsExtremes || impartial.length >= fewestForExtremes) ? expertAverage(sheets, dropsExtremes).average : undefined;
}

/** Whether there is a ranking: `completeReview` would not refuse. */
export function isReviewComplete(db: ReadableDatabase, current: CurrentRound): boolean {
  const recommended = current.entries.filter(({ recommendedOn, endedOn }) => recommendedOn !== null && endedOn === null);
  const sheetsOf = readSheets(db, current);
  return recommended.every(
    (entry) =>
      entry.inspectionPassed === false ||
      (entry.inspectionPassed === true && averageSoFar(sheetsOf(entry), current.round.dropsExtremes) !== undefined),
  );
}

function averageOf(entry: RoundEntry, sheets: readonly ExpertSheet[], dropsExtremes: boolean, act: string): ExpertAverage {
  const missing = sheets.filter(({ total, conflict }) => total === null && conflict === undefined);
  if (missing.length > 0) {
    const names = missing.map(({ expert }) => expert).join('、');
    throw new Refusal(`无法${act}：${names}还没有给「${entry.studio}」评分。请补录评分，不能评分的登记回避。`, place);
  }
  return expertAverage(sheets, dropsExtremes);
}
