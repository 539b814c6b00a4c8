import ExcelJS from 'exceljs';

/** A value typed into a cell; dates are real dates of the spreadsheet. */
export type Typed =
  | string
  | number
  | boolean
  | Date
  | { readonly formula: string; readonly result?: string | number }
  | { readonly error: '#REF!' | '#N/A' }
  | undefined;

/** What a test workbook is made of: rows from A1, merged ranges, and what else a test wants done to the sheet. */
export interface TypedSheet {
  readonly name?: string;
  readonly rows: readonly (readonly Typed[])[];
  readonly merges?: readonly string[];
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
  readonly change?: (sheet: ExcelJS.Worksheet) => void;
}

/** The bytes of a workbook somebody might send. */
export async function makeWorkbook(...sheets: readonly TypedSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const [index, { name = `表${index + 1}`, rows, merges = [], state = 'visible', change }] of sheets.entries()) {
    const sheet = workbook.addWorksheet(name, { state });
    for (const [row, cells] of rows.entries()) {
      for (const [column, value] of cells.entries()) {
        if (value !== undefined) sheet.getCell(row + 1, column + 1).value = value as ExcelJS.CellValue;
        if (value instanceof Date) sheet.getCell(row + 1, column + 1).numFmt = 'yyyy-mm-dd';
      }
    }
    for (const range of merges) sheet.mergeCells(range);
    change?.(sheet);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
