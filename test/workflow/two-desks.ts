import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { openWorkbook } from '../../exchange/open-workbook.ts';
import { cellText } from '../../exchange/raw-workbook.ts';
import type { Workflow } from '../../workflow/contract/contract.ts';
import { type NewDesk, newDesk } from './new-desk.ts';

/** A bureau and another seat, each with a register of its own: between them go files and nothing else. */
export interface TwoDesks {
  readonly bureau: NewDesk;
  readonly other: NewDesk;
  /** Writes a workbook at a seat and returns its path. */
  readonly send: (from: Workflow, kind: string, about?: Partial<Parameters<Workflow['exportFile']>[0]>) => Promise<string>;
  /** A copy of a workbook in which cells of its first sheet, or of the sheet named, say something else, by address. */
  readonly edited: (path: string, cells: Readonly<Record<string, ExcelJS.CellValue>>, sheet?: string) => Promise<string>;
  /** What stands in the sheets of a workbook, row by row, formulas by what they come to. */
  readonly cells: (path: string) => Promise<{ readonly sheets: readonly (readonly (readonly string[])[])[] }>;
  readonly moveTo: (day: string) => void;
  readonly close: () => void;
}

/** Opens both registers on 2026-08-10; the bureau's holds the rows of the fixture. */
export async function twoDesks(seat = '区人力资源局'): Promise<TwoDesks> {
  const bureau = await newDesk({ imported: true });
  const other = await newDesk({ seat });
  let files = 0;
  const nextPath = (): string => {
    files += 1;
    return join(bureau.folder, `文件${files}.xlsx`);
  };
  return {
    bureau,
    other,
    async send(from, kind, about = {}) {
      return (await from.exportFile({ kind, target: nextPath(), ...about })).path;
    },
    async edited(path, cells, name) {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.readFile(path);
      const sheet = workbook.worksheets.find((each) => name === undefined || each.name === name);
      if (sheet === undefined) throw new Error(`${path} has no sheet ${name ?? ''}`);
      for (const [address, value] of Object.entries(cells)) sheet.getCell(address).value = value;
      const copy = nextPath();
      await workbook.xlsx.writeFile(copy);
      return copy;
    },
    async cells(path) {
      const { sheets } = await openWorkbook(new Uint8Array(readFileSync(path)), path);
      return { sheets: sheets.map(({ rows }) => rows.map((row) => Array.from(row, cellText))) };
    },
    moveTo(day) {
      bureau.moveTo(day);
      other.moveTo(day);
    },
    close() {
      bureau.close();
      other.close();
    },
  };
}
