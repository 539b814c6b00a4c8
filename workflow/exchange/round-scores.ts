import type { ReadableDatabase } from '../../db/database.ts';
import {
  type ExpertScore,
  type RoundEntry,
  type RoundExpert,
  readCriteria,
  readExperts,
  readScores,
} from '../../db/queries/district-rounds.ts';
import type { ScoredBy, ScoreRecord } from '../../exchange/score-sheet.ts';
import { type CurrentRound, findRound } from '../round/current-round.ts';
import { pointsOf, scoreSheetOf, sheetTotal } from '../round/score-sheet-of.ts';
import { knownFields } from './known-fields.ts';

/** A round as expert sheets see it. */
export interface RoundScores extends ScoredBy {
  readonly current: CurrentRound;
  readonly experts: readonly RoundExpert[];
  /** Entries that may be scored: recommended, and still taking part. */
  readonly entries: readonly RoundEntry[];
  /** What an expert has given an entry and why the expert keeps out of it; what there is none of is absent. */
  readonly given: (expert: RoundExpert, entry: RoundEntry) => Partial<Pick<ScoreRecord, 'scores' | 'conflict'>>;
}

/** The round of a year, the latest when no year is given, with its criteria, experts and scores; `undefined` when there is none. */
export function roundScores(db: ReadableDatabase, year?: number): RoundScores | undefined {
  const current = findRound(db, year);
  if (current === undefined) return undefined;
  const { round } = current;
  const criteria = readCriteria(db, round.id);
  const sheet = scoreSheetOf(round.year, criteria);
  const scores = Map.groupBy(readScores(db, round.id), ({ entryId, expertId }) => `${entryId} ${expertId}`);
  return {
    current,
    criteria,
    totalOf: (points) => sheetTotal(sheet, points).total,
    experts: readExperts(db, round.id),
    entries: current.entries.filter(({ recommendedOn, endedOn }) => recommendedOn !== null && endedOn === null),
    given(expert, entry) {
      const own: readonly ExpertScore[] | undefined = scores.get(`${entry.id} ${expert.id}`);
      return knownFields<Pick<ScoreRecord, 'scores' | 'conflict'>>({
        scores: own === undefined ? undefined : pointsOf(criteria, own),
        conflict: expert.conflicts.find(({ entryId }) => entryId === entry.id)?.reason,
      });
    },
  };
}
