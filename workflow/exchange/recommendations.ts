import type { ReadableDatabase } from '../../db/database.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import type { RecommendationRecord } from '../../exchange/recommendation.ts';
import { currentEntry } from '../round/current-round.ts';
import { knownFields } from './known-fields.ts';

/** What the register says of a studio in the words of a recommendation list; what is not known is absent. */
export function registeredRecommendation(db: ReadableDatabase, { id, name, people }: StudioRecord): Partial<RecommendationRecord> {
  const lead = people.find(({ role }) => role === 'lead');
  const entry = currentEntry(db, id);
  return knownFields<RecommendationRecord>({
    rank: entry?.recommendationRank,
    studioName: name,
    leadName: lead?.name,
    leadIdNumber: lead?.idNumber,
    appliedOn: entry?.appliedOn,
    unitAgreedOn: entry?.unitAgreedOn,
    unitOpinion: entry?.unitOpinion,
    recommendedOn: entry?.recommendedOn,
    reason: entry?.recommendationReason,
  });
}
