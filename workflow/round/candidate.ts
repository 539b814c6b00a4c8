import type { ReadableDatabase } from '../../db/database.ts';
import type { RoundEntry } from '../../db/queries/district-rounds.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import type { Candidate } from '../../policy/round/round.ts';
import { titleStanding } from '../title-standing.ts';

/** How far a studio has come in the round, as the rules look at it. `average` is the experts', once there is one. */
export function candidateOf(db: ReadableDatabase, studio: StudioRecord, entry: RoundEntry, average?: number): Candidate {
  return {
    standing: titleStanding(db, studio),
    appliedOn: entry.appliedOn,
    recommendedOn: entry.recommendedOn ?? undefined,
    inspectedOn: entry.inspectedOn ?? undefined,
    average,
    shortlistedOn: entry.shortlistedOn ?? undefined,
    approvedOn: entry.approval === 'approve' ? (entry.approvalOn ?? undefined) : undefined,
    noticePostedOn: entry.notice?.postedOn,
    plaqueOn: entry.awardedOn ?? undefined,
  };
}
