import type { CellContent } from './cell-type.ts';
import type { Series } from './series.ts';

/** How a cell looks. Each look is defined once, where the workbook is rendered. */
export type CellLook = 'title' | 'form-line' | 'header' | 'body' | 'total' | 'note' | 'example' | 'plain';

/** A formula and the value it has now, so that a program that does not calculate shows it too. */
export interface FormulaContent {
  readonly formula: string;
  readonly result: string | number;
}

export interface CellPlan {
  readonly content: CellContent | FormulaContent;
  readonly look: CellLook;
  readonly align?: 'left' | 'center' | 'right';
  readonly numberFormat?: string;
  /** True where somebody is to write: the cell stays open in a protected sheet. */
  readonly open?: true;
}

export interface RowPlan {
  /** Points. */
  readonly height: number;
  readonly cells: readonly (CellPlan | undefined)[];
}

/** Cells of one column, from the first row to the last; all count from 0. */
interface ColumnRange {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/** A chart of cells of its own sheet, as wide as the sheet. */
export interface ChartPlan {
  readonly title: string;
  /** Bars lie where categories have long names, otherwise they stand. */
  readonly bars: 'lying' | 'standing';
  readonly categories: ColumnRange;
  readonly series: readonly { readonly name: string; readonly values: ColumnRange }[];
  /** From one mark of the axis of values to the next; else the spreadsheet program chooses. */
  readonly step?: number;
  /** Row it begins in, and rows it takes. */
  readonly top: number;
  readonly height: number;
}

/** A sheet before it is drawn. Rows and columns count from 0. */
export interface SheetPlan {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  /** Only open cells can be written in. */
  readonly locked: boolean;
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly rows: Series<RowPlan>;
  readonly merges: readonly { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[];
  /** Drop-downs: the entries for a range such as `D5:D204`. */
  readonly choices: readonly { readonly range: string; readonly entries: readonly string[] }[];
  /** Ranges that take numbers from 0 to the most only. */
  readonly limits?: readonly { readonly range: string; readonly most: number }[];
  readonly charts?: readonly ChartPlan[];
  readonly print?: {
    readonly paper: 'A3' | 'A4';
    readonly orientation: 'landscape' | 'portrait';
    /** First and last row repeated on every page. */
    readonly repeat?: { readonly top: number; readonly bottom: number };
  };
  readonly frozen?: { readonly rows: number; readonly columns: number };
}

export interface WorkbookPlan {
  /** Title of the file's properties. */
  readonly title: string;
  /** Who writes it: a department. */
  readonly author: string;
  /** The day it is written; the file bears no other time. */
  readonly date: string;
  readonly sheets: readonly SheetPlan[];
}
