import { formLineRow } from './form-line.ts';
import { columnLetters } from './raw-workbook.ts';
import { joinSeries, mapSeries, type Series } from './series.ts';
import { displayWidth, heightFor } from './text-size.ts';
import { type ColumnOf, printedHeader, type WorkbookKind } from './workbook-kind.ts';
import type { CellPlan, FormulaContent, RowPlan, SheetPlan } from './workbook-plan.ts';

/** 序号 is the first column of every list. */
const sequence = { header: '序号', width: 5 } as const;
/** Points of an empty row: room for two lines. */
const emptyRow = 28;

export interface ListSheet<Id extends string, Cells, Fields> {
  readonly kind: WorkbookKind<Id, Cells, Fields>;
  readonly name: string;
  readonly title: string;
  /** The parts of the line under the title; a sheet that belongs to another one has none. */
  readonly formLine?: readonly string[];
  readonly paper: 'A3' | 'A4';
  readonly orientation: 'landscape' | 'portrait';
  readonly rows: Series<Readonly<Partial<Cells>>>;
  /** A row that shows how to fill in, marked 例. */
  readonly example?: Readonly<Partial<Cells>> | undefined;
  /** Empty rows to write in. */
  readonly blankRows: number;
  /** Columns that are worked out in the sheet: by the row as the sheet counts it, with the value it has now. */
  readonly formulas?: Readonly<Partial<Record<keyof Cells & string, (row: number, cells: Readonly<Partial<Cells>>) => FormulaContent>>>;
  readonly totals: Readonly<Partial<Record<keyof Cells & string, 'sum' | 'count'>>>;
  /** Rows between the totals and the notes, such as one for signatures. */
  readonly foot?: readonly RowPlan[];
  readonly notes: readonly string[];
  /** Columns somebody is to write in. */
  readonly open: (column: ColumnOf<Cells>) => boolean;
  /** Drop-downs beside those of the column's type. */
  readonly choices: Readonly<Partial<Record<keyof Cells & string, readonly string[]>>>;
}

/** Column of the sheet, from 0, that holds a declared column. */
export function listColumn<Id extends string, Cells, Fields>(kind: WorkbookKind<Id, Cells, Fields>, key: keyof Cells & string): number {
  return kind.columns.findIndex((column) => column.key === key) + 1;
}

/** A list laid out, and where its first row is, from 0. */
export interface PlannedList {
  readonly sheet: SheetPlan;
  readonly firstRow: number;
}

/** Lays a list out as departments print it: title, form line, header in one level or two, 序号, rows, 合计, notes. */
export function planListSheet<Id extends string, Cells, Fields>(list: ListSheet<Id, Cells, Fields>): PlannedList {
  const { kind } = list;
  const last = kind.columns.length;
  const widths = [sequence.width, ...kind.columns.map(({ width }) => width)];
  const totalWidth = widths.reduce((sum, width) => sum + width, 0);
  const head: RowPlan[] = [{ height: 32, cells: [{ content: list.title, look: 'title' }] }];
  if (list.formLine !== undefined) head.push(formLineRow(list.formLine, totalWidth));
  const header = headerRows(kind.columns, head.length);
  const firstRow = head.length + header.rows.length;
  const exampleRows = list.example === undefined ? 0 : 1;
  const nothing = {} as Readonly<Partial<Cells>>;
  const body = joinSeries<RowPlan>([
    list.example === undefined ? [] : [bodyRow(list, '例', list.example, 'example')],
    mapSeries(list.rows, (cells, index) => bodyRow(list, index + 1, cells, 'body', firstRow + exampleRows + index + 1)),
    Array.from({ length: list.blankRows }, () => bodyRow(list, undefined, nothing, 'body')),
  ]);
  const totals = Object.keys(list.totals).length === 0 ? [] : [totalRow(list, firstRow, body.length)];
  const notes = list.notes.map((text): RowPlan => ({ height: heightFor(text, totalWidth), cells: [{ content: text, look: 'note' }] }));
  const rows = joinSeries<RowPlan>([head, header.rows, body, totals, list.foot ?? [], notes]);
  const wide = (row: number) => ({ top: row, left: 0, bottom: row, right: last });
  const lastBodyRow = firstRow + Math.max(1, body.length) - 1;
  const sheet: SheetPlan = {
    name: list.name,
    visibility: 'visible',
    locked: true,
    widths,
    rows,
    merges: [...head.map((_, row) => wide(row)), ...header.merges, ...notes.map((_, index) => wide(rows.length - notes.length + index))],
    choices: kind.columns.flatMap((column, index) => {
      const entries = list.choices[column.key] ?? column.type.choices;
      const letters = columnLetters(index + 1);
      return entries === undefined ? [] : [{ range: `${letters}${firstRow + 1}:${letters}${lastBodyRow + 1}`, entries }];
    }),
    limits: kind.columns.flatMap((column, index) => {
      const { most } = column.type;
      const letters = columnLetters(index + 1);
      return most === undefined || !list.open(column) ? [] : [{ range: `${letters}${firstRow + 1}:${letters}${lastBodyRow + 1}`, most }];
    }),
    print: { paper: list.paper, orientation: list.orientation, repeat: { top: 0, bottom: firstRow - 1 } },
    frozen: { rows: firstRow, columns: listColumn(kind, kind.studio) + 1 },
  };
  return { sheet, firstRow };
}

/** 序号 and ungrouped headers over all rows of the header, groups over their columns. */
function headerRows<Cells>(columns: readonly ColumnOf<Cells>[], top: number): { rows: readonly RowPlan[]; merges: SheetPlan['merges'] } {
  if (columns.every(({ group }) => group === undefined)) {
    const cells = [sequence.header, ...columns.map(wrappedHeader)].map((content): CellPlan => ({ content, look: 'header' }));
    return { rows: [{ height: headerHeight(columns, 28), cells }], merges: [] };
  }
  const merges: { top: number; left: number; bottom: number; right: number }[] = [{ top, left: 0, bottom: top + 1, right: 0 }];
  const upper: CellPlan[] = [{ content: sequence.header, look: 'header' }];
  const lower: CellPlan[] = [{ content: undefined, look: 'header' }];
  for (const [index, column] of columns.entries()) {
    const place = index + 1;
    const { group } = column;
    const begins = group === undefined || columns[index - 1]?.group !== group;
    upper.push({ content: group === undefined ? wrappedHeader(column) : begins ? group : undefined, look: 'header' });
    lower.push({ content: group === undefined ? undefined : wrappedHeader(column), look: 'header' });
    if (group === undefined) {
      merges.push({ top, left: place, bottom: top + 1, right: place });
      continue;
    }
    const after = columns.findIndex((other, position) => position > index && other.group !== group);
    const right = after === -1 ? columns.length : after;
    if (begins && right > place) merges.push({ top, left: place, bottom: top, right });
  }
  return {
    rows: [
      { height: 20, cells: upper },
      { height: headerHeight(columns, 36), cells: lower },
    ],
    merges,
  };
}

/** Points a row of headers needs: no fewer than usual, more where a header takes three lines. */
function headerHeight<Cells>(columns: readonly ColumnOf<Cells>[], usual: number): number {
  return Math.max(usual, ...columns.map((column) => heightFor(wrappedHeader(column), column.width) - 4));
}

/** The unit goes on its own line where the column is too narrow for both. */
function wrappedHeader(column: { readonly header: string; readonly unit?: string; readonly width: number }): string {
  const printed = printedHeader(column);
  return displayWidth(printed) <= column.width - 1
    ? printed
    : `${column.header}${printed.slice(column.header.length).replace('（', '\n（')}`;
}

function bodyRow<Id extends string, Cells, Fields>(
  list: ListSheet<Id, Cells, Fields>,
  number: number | string | undefined,
  cells: Readonly<Partial<Cells>>,
  look: 'body' | 'example',
  row?: number,
): RowPlan {
  let height = emptyRow;
  const plans = list.kind.columns.map((column): CellPlan => {
    const value = cells[column.key];
    const content = value === undefined ? undefined : column.type.write(value);
    if (typeof content === 'string') height = Math.max(height, heightFor(content, column.width));
    const open = look === 'body' && list.open(column) ? { open: true as const } : {};
    const formula = row === undefined ? undefined : list.formulas?.[column.key]?.(row, cells);
    return { content: formula ?? content, look, align: column.type.align, numberFormat: column.type.numberFormat, ...open };
  });
  const numberCell: CellPlan = {
    content: number,
    look,
    align: 'center',
    ...(list.blankRows > 0 && look === 'body' ? { open: true as const } : {}),
  };
  return { height, cells: [numberCell, ...plans] };
}

function totalRow<Id extends string, Cells, Fields>(list: ListSheet<Id, Cells, Fields>, firstRow: number, bodyRows: number): RowPlan {
  const cells: CellPlan[] = [{ content: '合计', look: 'total' }];
  const tallies = tallied(list);
  for (const [index, column] of list.kind.columns.entries()) {
    const how = list.totals[column.key];
    if (how === undefined) {
      cells.push({ content: undefined, look: 'total' });
      continue;
    }
    const letters = columnLetters(index + 1);
    const range = `${letters}${firstRow + 1}:${letters}${firstRow + bodyRows}`;
    const { sum = 0, filled = 0 } = tallies.get(column.key) ?? {};
    const content =
      how === 'sum' ? { formula: `SUM(${range})`, result: Number(sum.toPrecision(15)) } : { formula: `COUNTA(${range})`, result: filled };
    const numberFormat = how === 'sum' ? column.type.numberFormat : '0"个"';
    cells.push({ content, look: 'total', align: column.type.align === 'left' ? 'center' : column.type.align, numberFormat });
  }
  return { height: 24, cells };
}

/** The sum and the number of what the rows say in each column that has a total. */
function tallied<Id extends string, Cells, Fields>({ kind, totals, rows }: ListSheet<Id, Cells, Fields>) {
  const columns = kind.columns.filter(({ key }) => totals[key] !== undefined);
  const tallies = new Map<string, { sum: number; filled: number }>(columns.map(({ key }) => [key, { sum: 0, filled: 0 }]));
  for (const row of rows) {
    for (const column of columns) {
      const value = row[column.key];
      const content = value === undefined ? undefined : column.type.write(value);
      const tally = tallies.get(column.key);
      if (content === undefined || tally === undefined) continue;
      tally.filled += 1;
      if (typeof content === 'number') tally.sum += content;
    }
  }
  return tallies;
}
