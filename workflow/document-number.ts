import type { Transaction } from '../db/database.ts';
import type { Department } from '../db/queries/departments.ts';
import { takeGivenNumber, takeNumber } from '../db/writes/document-numbers.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';

/** The number of a document of a department: the one given, unless it has been used, or the next of the department's series. */
export function assignNumber(tx: Transaction, given: string | undefined, seat: Department, on: PlainDate, takenFor: string): string {
  if (given === undefined) return takeNumber(tx, seat.numberPrefix, on, takenFor);
  if (!takeGivenNumber(tx, given, takenFor, on))
    throw new Refusal(`无法使用文号「${given}」：这个文号已经用过。请换一个，或留空由程序取号。`);
  return given;
}

/** As `assignNumber`, where one document may cover several studios: a number given that an earlier one of them bears is the same document. */
export function assignSharedNumber(
  tx: Transaction,
  given: string | undefined,
  borne: readonly (string | null)[],
  ...rest: readonly [seat: Department, on: PlainDate, takenFor: string]
): string {
  return given !== undefined && borne.includes(given) ? given : assignNumber(tx, given, ...rest);
}
