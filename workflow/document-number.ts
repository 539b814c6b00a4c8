import type { Transaction } from '../db/database.ts';
import type { Department } from '../db/queries/departments.ts';
import { takeGivenNumber, takeNumber } from '../db/writes/document-numbers.ts';
import { article } from '../policy/article.ts';
import { type PlainDate, partsOf } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { firstNumberOf, readDocumentSettings, seriesOf } from './documents/document-settings.ts';
import { type NumberedDocument, numberedDocuments } from './documents/numbered-documents.ts';

/** What a number is taken for: which document, and whom it is about. */
export interface Numbered {
  readonly document: NumberedDocument;
  readonly about: string;
}

/**
 * The number of a document of a department: the one given, unless it has been used, or the next of the series that the department's
 * settings have for such documents in the year of the day.
 */
export function assignNumber(
  tx: Transaction,
  given: string | undefined,
  seat: Department,
  on: PlainDate,
  { document, about }: Numbered,
): string {
  const takenFor = `${numberedDocuments[document] ?? document} ${about}`;
  if (given === undefined) return takeNextNumber(tx, seat, on, document, takenFor);
  if (!takeGivenNumber(tx, given, takenFor, on))
    throw new Refusal(`无法使用文号「${given}」：这个文号已经用过。请换一个，或留空由程序取号。`, article(13));
  return given;
}

/** The next number of the series that the department's settings have for such documents in the year of the day. */
export function takeNextNumber(tx: Transaction, seat: Department, on: PlainDate, document: NumberedDocument, takenFor: string): string {
  const settings = readDocumentSettings(tx, seat);
  const { year } = partsOf(on);
  const series = seriesOf(settings, seat, document, year);
  return takeNumber(tx, { series, least: firstNumberOf(settings, series, year) }, on, takenFor);
}

/** The next number of the series another number is of, for a document that takes its place. */
export function assignNumberAfter(tx: Transaction, number: string, on: PlainDate, takenFor: string): string {
  const series = /^(.+)〔\d{4}〕/u.exec(number)?.[1];
  if (series === undefined) throw new Refusal(`无法取新文号：文号「${number}」不属于任何编号序列。请在登记中另填文号后出具。`);
  return takeNumber(tx, { series, least: 1 }, on, takenFor);
}

/** As `assignNumber`, where one document may cover several studios: a number given that an earlier one of them bears is the same document. */
export function assignSharedNumber(
  tx: Transaction,
  given: string | undefined,
  borne: readonly (string | null)[],
  ...rest: readonly [seat: Department, on: PlainDate, numbered: Numbered]
): string {
  return given !== undefined && borne.includes(given) ? given : assignNumber(tx, given, ...rest);
}
