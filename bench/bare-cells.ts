import { openWorkbook } from '../exchange/open-workbook.ts';
import type { RawCell } from '../exchange/raw-workbook.ts';
import { dayNumber } from '../policy/plain-date.ts';
import type { BareCell, BareCells } from './cells-file.ts';

/** The cells of a workbook, for others to write the same. */
export async function bareCellsOf(bytes: Uint8Array): Promise<BareCells> {
  const { sheets } = await openWorkbook(bytes, '比较.xlsx');
  return new Map(sheets.map(({ name, rows }) => [name, rows.map((row) => Array.from(row, bareCell))]));
}

function bareCell(cell: RawCell | undefined): BareCell {
  if (cell === undefined) return null;
  if (cell.kind === 'date') return dayNumber(cell.date) + 25_569;
  if (cell.kind === 'boolean') return String(cell.value);
  return cell.kind === 'number' ? cell.number : cell.text;
}
