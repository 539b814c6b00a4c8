import { and, eq, max } from 'drizzle-orm';
import { type PlainDate, partsOf } from '../../policy/plain-date.ts';
import type { ReadableDatabase, Transaction } from '../database.ts';
import { documentNumbers } from '../schema.ts';

/** `武昌教名〔2026〕3号`: the year in full in hexagonal brackets, no leading zero. GB/T 9704 7.2.5. */
export function numberText(series: string, year: number, value: number): string {
  return `${series}〔${year}〕${value}号`;
}

/** The number after the highest that a series has handed out in a year. */
export function nextValue(db: ReadableDatabase, series: string, year: number): number {
  const row = db
    .select({ highest: max(documentNumbers.value) })
    .from(documentNumbers)
    .where(and(eq(documentNumbers.series, series), eq(documentNumbers.year, year)))
    .get();
  return (row?.highest ?? 0) + 1;
}

/** Takes the next number of a series in the year of a day, at least `least`. It is never handed out again. */
export function takeNumber(
  tx: Transaction,
  { series, least }: { readonly series: string; readonly least: number },
  on: PlainDate,
  takenFor: string,
): string {
  const { year } = partsOf(on);
  const value = Math.max(nextValue(tx, series, year), least);
  tx.insert(documentNumbers).values({ series, year, value, takenFor, takenOn: on }).run();
  return numberText(series, year, value);
}

/** Takes a number somebody chose. False when it has been handed out before. A number of another form belongs to no series. */
export function takeGivenNumber(tx: Transaction, number: string, takenFor: string, on: PlainDate): boolean {
  const match = /^(.+)〔(\d{4})〕([1-9]\d*)号$/.exec(number);
  if (match === null) return true;
  const [, series = '', year = '', value = ''] = match;
  const row = { series, year: Number(year), value: Number(value) };
  const same = and(eq(documentNumbers.series, row.series), eq(documentNumbers.year, row.year), eq(documentNumbers.value, row.value));
  if (tx.select().from(documentNumbers).where(same).get() !== undefined) return false;
  tx.insert(documentNumbers)
    .values({ ...row, takenFor, takenOn: on })
    .run();
  return true;
}
