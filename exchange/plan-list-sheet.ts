import type { CellContent } from './cell-type.ts';
import { columnLetters } from './raw-workbook.ts';
import { type ColumnOf, printedHeader, type WorkbookKind } from './workbook-kind.ts';
import type { CellPlan, RowPlan, SheetPlan } from './workbook-plan.ts';

/** The first data row, from 0: title, form line and the two rows of the header stand above. */
export const firstListRow = 4;
/** 序号 is the first column of every list. */
const sequence = { header: '序号', width: 5 } as const;
const lineHeight = 14;

export interface ListSheet<Id extends string, Cells, Fields> {
  readonly kind: WorkbookKind<Id, Cells, Fields>;
  readonly name: string;
  readonly title: string;
  readonly formLine: string;
  readonly rows: readonly Readonly<Partial<Cells>>[];
  /** A row that shows how to fill in, marked 例. */
  readonly example?: Readonly<Partial<Cells>>;
  /** Empty rows to write in. */
  readonly blankRows: number;
  readonly totals: Readonly<Partial<Record<keyof Cells & string, 'sum' | 'count'>>>;
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

/** Lays a list out as departments print it: title, form line, header in two levels, 序号, rows, 合计, notes. */
export function planListSheet<Id extends string, Cells, Fields>(list: ListSheet<Id, Cells, Fields>): SheetPlan {
  const { kind } = list;
  const last = kind.columns.length;
  const widths = [sequence.width, ...kind.columns.map(({ width }) => width)];
  const totalWidth = widths.reduce((sum, width) => sum + width, 0);
  const header = headerRows(kind.columns);
  const examples = list.example === undefined ? [] : [bodyRow(list, '例', list.example, 'example')];
  const records = list.rows.map((cells, index) => bodyRow(list, index + 1, cells, 'body'));
  const nothing = {} as Readonly<Partial<Cells>>;
  const blanks = Array.from({ length: list.blankRows }, () => bodyRow(list, undefined, nothing, 'body'));
  const body = [...examples, ...records, ...blanks];
  const totals = Object.keys(list.totals).length === 0 ? [] : [totalRow(list, body.length)];
  const notes = list.notes.map((text): RowPlan => ({ height: heightFor(text, totalWidth), cells: [{ content: text, look: 'note' }] }));
  const rows: RowPlan[] = [
    { height: 32, cells: [{ content: list.title, look: 'title' }] },
    { height: 22, cells: [{ content: list.formLine, look: 'form-line' }] },
    ...header.rows,
    ...body,
    ...totals,
    ...notes,
  ];
  const wide = (row: number) => ({ top: row, left: 0, bottom: row, right: last });
  const lastBodyRow = Math.max(firstListRow, firstListRow + body.length - 1);
  const choices = kind.columns.flatMap((column, index) => {
    const entries = list.choices[column.key] ?? column.type.choices;
    const letters = columnLetters(index + 1);
    return entries === undefined ? [] : [{ range: `${letters}${firstListRow + 1}:${letters}${lastBodyRow + 1}`, entries }];
  });
  return {
    name: list.name,
    visibility: 'visible',
    widths,
    rows,
    merges: [wide(0), wide(1), ...header.merges, ...notes.map((_, index) => wide(rows.length - notes.length + index))],
    choices,
    print: { paper: 'A3', orientation: 'landscape', repeat: { top: 0, bottom: firstListRow - 1 } },
    frozen: { rows: firstListRow, columns: 2 },
  };
}

/** 序号 and ungrouped headers over two rows, groups over their columns. */
function headerRows<Cells>(columns: readonly ColumnOf<Cells>[]): { rows: readonly RowPlan[]; merges: SheetPlan['merges'] } {
  const merges: { top: number; left: number; bottom: number; right: number }[] = [];
  const upper: CellPlan[] = [{ content: sequence.header, look: 'header' }];
  const lower: CellPlan[] = [{ content: undefined, look: 'header' }];
  const top = firstListRow - 2;
  merges.push({ top, left: 0, bottom: top + 1, right: 0 });
  for (const [index, column] of columns.entries()) {
    const place = index + 1;
    const printed = printedHeader(column);
    const { group } = column;
    if (group === undefined) {
      upper.push({ content: printed, look: 'header' });
      lower.push({ content: undefined, look: 'header' });
      merges.push({ top, left: place, bottom: top + 1, right: place });
      continue;
    }
    lower.push({ content: printed, look: 'header' });
    const begins = columns[index - 1]?.group !== group;
    upper.push({ content: begins ? group : undefined, look: 'header' });
    const ends = columns.findIndex((other, position) => position >= index && other.group !== group);
    const right = ends === -1 ? columns.length : ends;
    if (begins && right > place) merges.push({ top, left: place, bottom: top, right });
  }
  return {
    rows: [
      { height: 20, cells: upper },
      { height: 32, cells: lower },
    ],
    merges,
  };
}

function bodyRow<Id extends string, Cells, Fields>(
  list: ListSheet<Id, Cells, Fields>,
  number: number | string | undefined,
  cells: Readonly<Partial<Cells>>,
  look: 'body' | 'example',
): RowPlan {
  let height = 2 * lineHeight;
  const plans = list.kind.columns.map((column): CellPlan => {
    const value = cells[column.key];
    const content = value === undefined ? undefined : column.type.write(value);
    if (typeof content === 'string') height = Math.max(height, heightFor(content, column.width));
    const open = look === 'body' && list.open(column) ? { open: true as const } : {};
    return { content, look, align: column.type.align, numberFormat: column.type.numberFormat, ...open };
  });
  const numberCell: CellPlan = {
    content: number,
    look,
    align: 'center',
    ...(list.blankRows > 0 && look === 'body' ? { open: true as const } : {}),
  };
  return { height, cells: [numberCell, ...plans] };
}

function totalRow<Id extends string, Cells, Fields>(list: ListSheet<Id, Cells, Fields>, bodyRows: number): RowPlan {
  const cells: CellPlan[] = [{ content: '合计', look: 'total' }];
  for (const [index, column] of list.kind.columns.entries()) {
    const how = list.totals[column.key];
    if (how === undefined) {
      cells.push({ content: undefined, look: 'total' });
      continue;
    }
    const letters = columnLetters(index + 1);
    const range = `${letters}${firstListRow + 1}:${letters}${firstListRow + bodyRows}`;
    const contents = list.rows.map((row): CellContent => {
      const value = row[column.key];
      return value === undefined ? undefined : column.type.write(value);
    });
    const filled = contents.filter((content) => content !== undefined);
    const sum = filled.reduce<number>((total, content) => total + (typeof content === 'number' ? content : 0), 0);
    const content =
      how === 'sum'
        ? { formula: `SUM(${range})`, result: Number(sum.toPrecision(15)) }
        : { formula: `COUNTA(${range})`, result: filled.length };
    const numberFormat = how === 'sum' ? column.type.numberFormat : '0"个"';
    cells.push({ content, look: 'total', align: column.type.align === 'left' ? 'center' : column.type.align, numberFormat });
  }
  return { height: 24, cells };
}

/** Points a text needs in a cell so many characters wide: a Chinese character takes two. */
export function heightFor(text: string, width: number): number {
  const lines = text.split('\n').reduce((count, line) => count + Math.max(1, Math.ceil(displayWidth(line) / Math.max(1, width - 1.5))), 0);
  return Math.min(400, Math.max(1, lines) * lineHeight + 4);
}

function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2;
  return width;
}
