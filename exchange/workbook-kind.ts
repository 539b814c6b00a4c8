import type { SeatKind } from '../policy/seat.ts';
import type { CellType } from './cell-type.ts';

/** One column of a workbook kind, declared once: reader, writer, template, error report and preview all follow it. */
export interface Column<Cells, Key extends keyof Cells & string> {
  readonly key: Key;
  readonly header: string;
  /** The header above, when several columns share one. */
  readonly group?: string;
  /** Other words for the header that people use. */
  readonly aliases?: readonly string[];
  readonly type: CellType<Cells[Key]>;
  /** Width in characters. */
  readonly width: number;
  /** Unit written after the header in brackets: 万元, ㎡. */
  readonly unit?: string;
  /** Worked out by a formula of ours: one that comes to nothing is a blank. */
  readonly computed?: true;
  /** A row without it is an error. */
  readonly required?: true;
  /** The only seat that may change the value; without it anyone who sends the workbook may. */
  readonly owner?: SeatKind;
}

export type ColumnOf<Cells> = { readonly [Key in keyof Cells & string]: Column<Cells, Key> }[keyof Cells & string];

/** Something wrong or doubtful about one field, found by looking at the whole row. */
export interface FieldRemark<Cells> {
  readonly field: keyof Cells & string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/**
 * A kind of workbook. `Cells` is what each column's cell means by itself, `Fields` the record they add up to: a birth written as
 * year and month becomes a day only with the ID number beside it.
 */
export interface WorkbookKind<Id extends string, Cells, Fields> {
  readonly id: Id;
  /** What people call it: 申报汇总表. */
  readonly title: string;
  /** Grows when a column is added or changes its meaning; a newer one is refused. */
  readonly schemaVersion: number;
  /** First version of the program that knows this schema. */
  readonly schemaSince: string;
  readonly columns: readonly ColumnOf<Cells>[];
  /** Other words for a group header. */
  readonly groupAliases: Readonly<Record<string, readonly string[]>>;
  /** The column that names the studio of a row. */
  readonly studio: keyof Cells & string;
  /** Columns that may not say the same thing twice in one file, the surest first: they also bind a row to its record. */
  readonly distinct: readonly (keyof Cells & string)[];
  /** The column whose repetition is only worth a warning, where there is one: two leads may share a name. */
  readonly sameNameWarning?: keyof Cells & string;
  /** The record of a row, and what only the whole row shows. */
  readonly complete: (cells: Readonly<Partial<Cells>>) => {
    readonly record: Partial<Fields>;
    readonly remarks: readonly FieldRemark<Cells>[];
  };
  /** The inverse of `complete`. */
  readonly cellsOf: (record: Readonly<Partial<Fields>>) => Partial<Cells>;
}

/** Group header and header together, as errors name a field: 领办人身份证号, but 备案号 and not 备案备案号. */
export function columnLabel({ group = '', header }: { readonly group?: string; readonly header: string }): string {
  return header.startsWith(group) ? header : group + header;
}

/** The header as printed: 单位专项经费（万元）. */
export function printedHeader(column: { readonly header: string; readonly unit?: string }): string {
  return column.unit === undefined ? column.header : `${column.header}（${column.unit}）`;
}
