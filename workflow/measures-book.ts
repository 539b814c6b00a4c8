import type { ReadableDatabase } from '../db/database.ts';
import { readAddedMeasures } from '../db/queries/added-measures.ts';
import { type Measures, type MeasuresText, measuresById, measuresOn, publishedTexts } from '../policy/measures.ts';
import type { PlainDate } from '../policy/plain-date.ts';

/** The Measures as a register knows them, the sets somebody has added to it included. */
export interface MeasuresBook {
  /** The Measures in force on a day. Refuses a day no set covers. */
  readonly on: (day: PlainDate) => Measures;
  /** The Measures a decision keeps, by the id stored with it, whatever has been added since. */
  readonly byId: (id: string) => Measures;
  /** All sets, the oldest first. */
  readonly texts: readonly MeasuresText[];
}

/**
 * The one way to the Measures from here on up: whoever holds a register asks its book, so that no act forgets the sets added to it. Before
 * there is a register there is the first set alone.
 */
export function measuresBook(db: ReadableDatabase | undefined): MeasuresBook {
  const added = db === undefined ? [] : readAddedMeasures(db);
  return {
    on: (day) => measuresOn(day, added),
    byId: (id) => measuresById(id, added),
    texts: publishedTexts(added),
  };
}
