import { formLine, formLineRow } from './form-line.ts';
import { planMetaSheet } from './plan-meta-sheet.ts';
import { columnLetters } from './raw-workbook.ts';
import type { WrittenWorkbook } from './read-result.ts';
import { renderWorkbook } from './render-workbook.ts';
import { displayWidth, heightFor } from './text-size.ts';
import { workbookFileName } from './workbook-file-name.ts';
import type { CellPlan, ChartPlan, FormulaContent, RowPlan, SheetPlan } from './workbook-plan.ts';
import type { ListSender } from './write-list.ts';

/** Its id, by which a summary that somebody tries to import is told from what can be. */
export const annualSummaryId = 'annual-summary';
const title = '年度汇总表';

/** Amounts are in 万元, so that a year fits its columns. */
type Counted = Readonly<Record<string, number>>;

/** One line of a table: what it is about, and its numbers by the column's header. */
interface SummaryLine {
  readonly label: string;
  readonly numbers: Counted;
}

/** One table of the year, with its chart. */
export interface SummaryTable {
  /** Name of the sheet: 分领域. */
  readonly name: string;
  /** Header of the first column. */
  readonly about: string;
  readonly columns: readonly string[];
  readonly lines: readonly SummaryLine[];
  /** Columns whose sum says something; tasks of different units have none. */
  readonly summed: boolean;
  /** A last column: what the second of two columns is of the first, in percent. */
  readonly rate?: { readonly header: string; readonly of: string; readonly by: string };
  /** Columns the chart shows; the rate where there is one. */
  readonly charted: readonly string[];
  readonly chartTitle: string;
  readonly note: string;
}

const rowHeight = 24;
/** Rows of a chart, each as high as an empty row is. */
const chartRows = 20;
const labelWidth = 34;
const numberWidth = 14;
/** The line under the title takes so many characters. */
const leastWidth = 118;

/** 年度汇总表: the year in tables with sums by formula, each with a native chart. It is not read back. 第十六条. */
export async function writeAnnualSummary(year: number, tables: readonly SummaryTable[], sender: ListSender): Promise<WrittenWorkbook> {
  const heading = `${year}年武昌区名师工作室${title}`;
  const { measuresId, ...line } = sender;
  const meta = {
    kind: annualSummaryId,
    title,
    schemaVersion: 1,
    programVersion: '0.1.0',
    measuresId,
    sender: sender.department,
    writtenOn: sender.date,
    records: [],
  };
  const bytes = await renderWorkbook({
    title: heading,
    author: sender.department,
    date: sender.date,
    sheets: [...tables.map((table) => tableSheet(`${heading}（${table.name}）`, formLine(line), table)), planMetaSheet(meta)],
  });
  return { fileName: workbookFileName(heading, sender.department), bytes };
}

function tableSheet(heading: string, form: readonly string[], table: SummaryTable): SheetPlan {
  const { name, about, columns, lines, summed, rate, note } = table;
  const headers = [...columns, ...(rate === undefined ? [] : [rate.header])];
  const longest = Math.max(...lines.map(({ label }) => displayWidth(label) + 3));
  const first = Math.max(labelWidth, Math.min(longest, leastWidth - numberWidth * headers.length));
  const widths = [first, ...headers.map(() => Math.max(numberWidth, (leastWidth - first) / headers.length))];
  const format = Object.fromEntries(columns.map((column) => [column, formatOf(lines.map(({ numbers }) => numbers[column] ?? 0))]));
  const firstRow = 3;
  const lastRow = firstRow + Math.max(1, lines.length) - 1;
  const body = (lines.length === 0 ? [{ label: '（本年没有）', numbers: {} }] : lines).map(
    (line, index): RowPlan => ({
      height: Math.max(rowHeight, heightFor(line.label, first)),
      cells: [
        { content: line.label, look: 'body', numberFormat: '@' },
        ...columns.map((column) => numberCell(line.numbers[column] ?? 0, 'body', format[column])),
        ...(rate === undefined ? [] : [numberCell(rateOf(rate, columns, line.numbers, firstRow + index + 1), 'body', 'General')]),
      ],
    }),
  );
  const total: RowPlan = {
    height: rowHeight,
    cells: [
      { content: '合计', look: 'total' },
      ...columns.map((column, index) => numberCell(sumOf(column, index, lines, firstRow, lastRow), 'total', format[column])),
    ],
  };
  const width = widths.reduce((sum, each) => sum + each, 0);
  const rows: RowPlan[] = [
    { height: 32, cells: [{ content: heading, look: 'title' }] },
    formLineRow(form, width),
    { height: 28, cells: [about, ...headers].map((content) => ({ content, look: 'header' })) },
    ...body,
    ...(summed ? [total] : []),
    { height: heightFor(note, width), cells: [{ content: note, look: 'note' }] },
  ];
  const wide = (row: number) => ({ top: row, left: 0, bottom: row, right: headers.length });
  return {
    name,
    visibility: 'visible',
    locked: true,
    widths,
    rows,
    merges: [0, 1, rows.length - 1].map(wide),
    choices: [],
    charts: highest(table) === 0 ? [] : [chartOf(table, headers, firstRow, lastRow, rows.length + 1)],
    print: { paper: 'A4', orientation: 'portrait', repeat: { top: 0, bottom: firstRow - 1 } },
    frozen: { rows: firstRow, columns: 1 },
  };
}

function numberCell(content: number | FormulaContent, look: 'body' | 'total', numberFormat = 'General'): CellPlan {
  return { content, look, align: 'center', numberFormat };
}

/** A column shows decimals in all its lines or in none. */
function formatOf(numbers: readonly number[]): string {
  return numbers.every(Number.isInteger) ? '#,##0' : '#,##0.00';
}

/** The highest number a chart of the table would show. */
function highest({ lines, charted, rate }: SummaryTable): number {
  const shown = rate === undefined ? charted : [rate.by];
  return Math.max(0, ...lines.flatMap(({ numbers }) => shown.map((column) => numbers[column] ?? 0)));
}

function sumOf(column: string, index: number, lines: readonly SummaryLine[], firstRow: number, lastRow: number): FormulaContent {
  const letters = columnLetters(index + 1);
  const result = lines.reduce((sum, { numbers }) => sum + (numbers[column] ?? 0), 0);
  return { formula: `SUM(${letters}${firstRow + 1}:${letters}${lastRow + 1})`, result: Number(result.toPrecision(15)) };
}

function rateOf({ of, by }: NonNullable<SummaryTable['rate']>, columns: readonly string[], numbers: Counted, row: number): FormulaContent {
  const letters = (column: string) => columnLetters(columns.indexOf(column) + 1);
  const [whole, part] = [numbers[of] ?? 0, numbers[by] ?? 0];
  return {
    formula: `IF(${letters(of)}${row}=0,"",ROUND(${letters(by)}${row}/${letters(of)}${row}*100,1))`,
    result: whole === 0 ? '' : Math.round((part / whole) * 1000) / 10,
  };
}

function chartOf(table: SummaryTable, headers: readonly string[], first: number, last: number, top: number): ChartPlan {
  const { charted, chartTitle, rate } = table;
  // Left to itself an axis of two studios counts in fifths.
  const few = rate === undefined && highest(table) <= 5;
  return {
    ...(few ? { step: 1 } : {}),
    title: chartTitle,
    bars: rate === undefined ? 'standing' : 'lying',
    categories: { column: 0, first, last },
    series: charted.map((name) => ({ name, values: { column: headers.indexOf(name) + 1, first, last } })),
    top,
    height: chartRows,
  };
}
