import type { Measures } from './measures.ts';
import { addDays, addYears, type PlainDate } from './plain-date.ts';

/** Last day of the cycle that begins on a day: the day before the same day two years later. 第十九条第一款. */
export function cycleEnd(from: PlainDate, { values }: Measures): PlainDate {
  return addDays(addYears(from, values.cycleYears.value), -1);
}

/** First and last day of one year (1, 2 …) of the cycle that begins on a day. */
export function cycleYearSpan(from: PlainDate, year: number): { readonly from: PlainDate; readonly to: PlainDate } {
  return { from: addYears(from, year - 1), to: addDays(addYears(from, year), -1) };
}
