import { cellText, type RawCell, type RawSheet, type RawWorkbook } from './raw-workbook.ts';
import { displayWidth, heightFor } from './text-size.ts';
import type { CellPlan, SheetPlan, WorkbookPlan } from './workbook-plan.ts';

/** Widths of columns in characters: an ID number stands in one line, longer text goes on in the next. */
const narrowest = 8;
const widest = 28;

/** The values of a workbook that cannot be kept as it is, to be written as .xlsx: dates stay dates, numbers numbers, text text. */
export function planPlainCopy(workbook: RawWorkbook, fileName: string): WorkbookPlan {
  return { title: fileName, author: '名师工作室管理台', date: '2000-01-01', sheets: workbook.sheets.map(planSheet) };
}

function planSheet(sheet: RawSheet): SheetPlan {
  const columns = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = Array.from({ length: columns }, (_, column) => {
    const longest = sheet.rows.reduce((most, row) => Math.max(most, displayWidth(shownText(row[column]))), 0);
    return Math.min(widest, Math.max(narrowest, longest + 2));
  });
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    locked: false,
    widths,
    rows: sheet.rows.map((row) => {
      const heights = Array.from(row, (cell, column) => heightFor(shownText(cell), widths[column] ?? narrowest));
      return { height: Math.max(20, ...heights), cells: Array.from(row, planCell) };
    }),
    merges: sheet.merges,
    choices: [],
  };
}

function shownText(cell: RawCell | undefined): string {
  return cell === undefined ? '' : cellText(cell);
}

function planCell(cell: RawCell | undefined): CellPlan | undefined {
  if (cell === undefined) return undefined;
  if (cell.kind === 'date') return { content: { date: cell.date }, look: 'body', numberFormat: 'yyyy-mm-dd' };
  if (cell.kind === 'number') return { content: cell.number, look: 'body' };
  return { content: cellText(cell), look: 'body', numberFormat: '@' };
}
