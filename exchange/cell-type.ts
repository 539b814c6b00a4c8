import type { RawCell } from './raw-workbook.ts';

/** What a cell came to: a value, nothing, or an error; and what is worth a warning. */
export interface Reading<Value> {
  readonly value?: Value;
  /** Why the cell cannot be taken and what to do: a full Chinese sentence. */
  readonly error?: string;
  /** Why the value should be looked at: a full Chinese sentence. */
  readonly warning?: string;
}

/** What the header line and the title say about a column: the unit of its amounts, the name people know it by. */
export interface ColumnContext {
  readonly label: string;
  /** Unit in the column's header, or in a note such as 单位：万元 above the table. */
  readonly unit: string | undefined;
}

/** What goes into a written cell. Dates are plain dates and become real dates of the spreadsheet. */
export type CellContent = string | number | { readonly date: string } | undefined;

/** A type of column: how its cells are read, written and shown, and what people are told about it. */
export interface CellType<Value> {
  /** Reads a cell that is neither blank nor an error value. */
  readonly read: (cell: RawCell, context: ColumnContext) => Reading<Value>;
  readonly write: (value: Value) => CellContent;
  /** The value as the preview shows it. */
  readonly show: (value: Value) => string;
  readonly numberFormat: string;
  readonly align: 'left' | 'center' | 'right';
  /** For the sheet 填表说明. */
  readonly guidance: string;
  /** The drop-down's entries, when there are few. */
  readonly choices?: readonly string[];
  /** The largest number the cell takes, from 0; its own rule keeps others out. */
  readonly most?: number;
  /** True when several cells of a merged record are one list. */
  readonly list?: true;
}

/** Shown as text whatever is typed into the cell: long numbers keep their digits. */
export const textFormat = '@';
