import type { ReadableDatabase } from '../../db/database.ts';
import { type RoundEntry, readEntries } from '../../db/queries/district-rounds.ts';

/** The entry by which a studio came to its latest district title; `undefined` without one from a round of this register. */
export function awardedEntry(db: ReadableDatabase, studioId: string): RoundEntry | undefined {
  return readEntries(db, { studioId }).findLast(({ awardedOn }) => awardedOn !== null);
}

/** What was paid of an entry's grant so far, in fen. */
export function paidOf({ grant }: RoundEntry): number {
  return grant?.payments.reduce((sum, { amount }) => sum + amount, 0) ?? 0;
}
