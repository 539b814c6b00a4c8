import { cellText, type RawCell, type RawSheet, type RawWorkbook } from './raw-workbook.ts';
import type { CellPlan, SheetPlan, WorkbookPlan } from './workbook-plan.ts';

/** The values of a workbook that cannot be kept as it is, to be written as .xlsx: dates stay dates, numbers numbers, text text. */
export function planPlainCopy(workbook: RawWorkbook, fileName: string): WorkbookPlan {
  return { title: fileName, author: '名师工作室管理台', date: '2000-01-01', sheets: workbook.sheets.map(planSheet) };
}

function planSheet(sheet: RawSheet): SheetPlan {
  const columns = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    locked: false,
    widths: Array.from({ length: columns }, () => 14),
    rows: sheet.rows.map((row) => ({ height: 20, cells: Array.from(row, planCell) })),
    merges: sheet.merges,
    choices: [],
  };
}

function planCell(cell: RawCell | undefined): CellPlan | undefined {
  if (cell === undefined) return undefined;
  if (cell.kind === 'date') return { content: { date: cell.date }, look: 'body', numberFormat: 'yyyy-mm-dd' };
  if (cell.kind === 'number') return { content: cell.number, look: 'body' };
  return { content: cellText(cell), look: 'body', numberFormat: '@' };
}
