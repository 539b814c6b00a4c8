import type { PlainDate } from '../policy/plain-date.ts';

/** What stands in a cell, whatever program wrote the file. A blank cell is `undefined`. */
export type RawCell =
  | { readonly kind: 'text'; readonly text: string; readonly formula?: string }
  /** `percent`: shown as a percentage, so that people see 100% where the number is 1. */
  | { readonly kind: 'number'; readonly number: number; readonly percent?: true; readonly formula?: string }
  | { readonly kind: 'date'; readonly date: PlainDate; readonly formula?: string }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly formula?: string }
  /** An error value such as #REF!, a date outside the calendar, or a formula that was never calculated. */
  | { readonly kind: 'error'; readonly text: string; readonly formula?: string };

/** What a formula without a stored value shows: never calculated, or, as LibreOffice saves it to .xls and .ods, calculated to nothing. */
export const formulaWithoutResult = '公式没有结果';

/** Rows and columns from 0, both ends included. */
export interface RawMerge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface RawSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  /** Cells by row and column from 0. */
  readonly rows: readonly (readonly (RawCell | undefined)[])[];
  readonly merges: readonly RawMerge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** A workbook as read, before anything is understood. */
export interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
  /** True when the file points at other workbooks. */
  readonly linksOutside: boolean;
}

/** The text of a cell as somebody sees it, near enough to recognise it by. */
export function cellText(cell: RawCell | undefined): string {
  if (cell === undefined) return '';
  if (cell.kind === 'number') return numberText(cell.number);
  if (cell.kind === 'date') return cell.date;
  if (cell.kind === 'boolean') return cell.value ? '是' : '否';
  return cell.text;
}

/** A number in plain digits, with the 15 significant digits a spreadsheet shows. */
export function numberText(number: number): string {
  if (Number.isInteger(number) && Math.abs(number) < 1e15) return String(number);
  const [mantissa = '', exponent = ''] = number.toExponential(14).split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/gu, '');
  const point = Number(exponent) + 1;
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const fraction = (point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits).replace(/0+$/u, '');
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** `A1` for row 0, column 0. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** `A` for column 0, `AA` for column 26. */
export function columnLetters(column: number): string {
  const letter = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** 0 for `A`, 26 for `AA`. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
