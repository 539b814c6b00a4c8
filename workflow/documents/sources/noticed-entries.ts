import type { ReadableDatabase } from '../../../db/database.ts';
import type { PublicNotice, RoundEntry } from '../../../db/queries/district-rounds.ts';
import { type CurrentRound, findRound } from '../../round/current-round.ts';

/** A public notice with the studios it named, those that left the round later included. */
export interface NoticedEntries {
  readonly current: CurrentRound;
  readonly notice: PublicNotice;
  readonly entries: readonly RoundEntry[];
}

/** The public notices of a year's round, the earliest first, those that name one of `only` where that is given. 第十二条第四项. */
export function noticesOf(db: ReadableDatabase, year: number, only: readonly string[] | undefined): readonly NoticedEntries[] {
  const current = findRound(db, year);
  if (current === undefined) return [];
  return [...Map.groupBy(current.entries, ({ noticeId }) => noticeId).values()]
    .flatMap((entries) => {
      const notice = entries[0]?.notice ?? null;
      return notice === null ? [] : [{ current, notice, entries }];
    })
    .filter(({ entries }) => only === undefined || entries.some(({ studioId }) => only.includes(studioId)))
    .toSorted((one, other) => (one.notice.postedOn < other.notice.postedOn ? -1 : 1));
}
