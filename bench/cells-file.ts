import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A cell without any look: a date is its number. */
export type BareCell = string | number | null;
/** Rows of each sheet. */
export type BareCells = Map<string, BareCell[][]>;

/** Lays cells down in a file, a row on a line. */
export function storeCells(path: string, cells: BareCells): void {
  const file = openSync(path, 'w');
  for (const [sheet, rows] of cells) for (const row of rows) writeSync(file, `${JSON.stringify([sheet, row])}\n`);
  closeSync(file);
}

/** Takes them up again, row by row, so that only the cells are in memory when the work begins. */
export async function loadCells(path: string): Promise<BareCells> {
  const cells: BareCells = new Map();
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    const [sheet, row] = JSON.parse(line) as [string, BareCell[]];
    const rows = cells.get(sheet);
    if (rows === undefined) cells.set(sheet, [row]);
    else rows.push(row);
  }
  return cells;
}
