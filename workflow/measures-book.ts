import type { ReadableDatabase } from '../db/database.ts';
import { readAddedMeasures } from '../db/queries/added-measures.ts';
import {
  type AddedMeasures,
  documentNumbersOn,
  type Measures,
  type MeasuresText,
  measuresById,
  measuresOn,
  publishedTexts,
} from '../policy/measures.ts';
import type { ParameterName } from '../policy/parameters/all-parameters.ts';
import type { PlainDate } from '../policy/plain-date.ts';

/** The Measures as a register knows them, the sets somebody has added to it included. */
export interface MeasuresBook {
  /** The Measures in force on a day. Refuses a day no set covers. */
  readonly on: (day: PlainDate) => Measures;
  /** The Measures a decision keeps, by the id stored with it, whatever has been added since. */
  readonly byId: (id: string) => Measures;
  /** The document that set each value of a set. */
  readonly numbersOf: (measures: MeasuresText) => Readonly<Record<ParameterName, string>>;
  /** All sets, the oldest first. */
  readonly texts: readonly MeasuresText[];
  /** The sets somebody has added, the oldest first. */
  readonly added: readonly AddedMeasures[];
}

/** The book of some sets beside the first one. */
export function bookOf(added: readonly AddedMeasures[]): MeasuresBook {
  // The rows of a list name few days, and each would have its values put together anew.
  const byDay = new Map<PlainDate, Measures>();
  return {
    on(day) {
      const known = byDay.get(day);
      if (known !== undefined) return known;
      const measures = measuresOn(day, added);
      byDay.set(day, measures);
      return measures;
    },
    byId: (id) => measuresById(id, added),
    numbersOf: ({ effectiveFrom }) => documentNumbersOn(effectiveFrom, added),
    texts: publishedTexts(added),
    added,
  };
}

/**
 * The one way to the Measures from here on up: whoever holds a register asks its book, so that no act forgets the sets added to it. Before
 * there is a register there is the first set alone.
 */
export function measuresBook(db: ReadableDatabase | undefined): MeasuresBook {
  return bookOf(db === undefined ? [] : readAddedMeasures(db));
}
