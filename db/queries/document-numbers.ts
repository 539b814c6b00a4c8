import { asc } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { ReadableDatabase } from '../database.ts';
import { documentNumbers } from '../schema.ts';

/** A number that was handed out, and what for. */
export interface TakenNumber {
  readonly value: number;
  readonly takenFor: string;
  readonly takenOn: PlainDate;
}

/** The numbers of one series in one year, in their order. */
export interface NumberSeries {
  readonly series: string;
  readonly year: number;
  readonly taken: readonly TakenNumber[];
}

/** Every number handed out, by series and year. */
export function readNumberSeries(db: ReadableDatabase): readonly NumberSeries[] {
  const rows = db
    .select()
    .from(documentNumbers)
    .orderBy(asc(documentNumbers.series), asc(documentNumbers.year), asc(documentNumbers.value))
    .all();
  const grouped = Map.groupBy(rows, ({ series, year }) => `${series}〔${year}〕`);
  return [...grouped.values()].flatMap((taken) => {
    const [first] = taken;
    return first === undefined ? [] : [{ series: first.series, year: first.year, taken }];
  });
}
