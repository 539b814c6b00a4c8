import type { ReadableDatabase } from '../../db/database.ts';
import { type RoundEntry, readEntries } from '../../db/queries/district-rounds.ts';

/**
 * The entry a studio's objections are settled on: the latest with one that is open, otherwise the latest with any; also of a studio that has
 * left the round since. `undefined` where nobody ever objected. 第十二条第五项.
 */
export function entryWithObjections(db: ReadableDatabase, studioId: string): RoundEntry | undefined {
  const entries = readEntries(db, { studioId }).filter(({ objections }) => objections.length > 0);
  return entries.findLast(({ objections }) => objections.some(({ settledOn }) => settledOn === null)) ?? entries.at(-1);
}
