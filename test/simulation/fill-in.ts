import ExcelJS from 'exceljs';

/** What somebody types into a row: by the beginning of its column's header. */
export type TypedRow = Readonly<Record<string, string | number | ExcelJS.CellFormulaValue>>;

/** The table of a workbook the program wrote, as somebody sees it who fills it in. */
export interface Table {
  /** Headers from left to right. */
  readonly headers: readonly string[];
  /** What the rows below the header show, by header; rows to write in among them, without the totals below. */
  readonly rows: readonly ReadonlyMap<string, string>[];
}

/**
 * Types into the first sheet of a workbook, as people without a desk do: experts, studios and host units. `typed` answers what comes into each
 * row of the table, nothing for a row that is left as it is. The result is saved under another path.
 */
export async function fillIn(path: string, target: string, typed: (table: Table) => readonly (TypedRow | undefined)[]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error(`${path} has no sheet`);
  let top = 1;
  while (sheet.getCell(top, 1).text !== '序号') {
    top += 1;
    if (top > 10) throw new Error(`${path} has no table`);
  }
  // The two cells of a header that runs over two rows are merged, and show the same.
  const headerEnds = sheet.getCell(top + 1, 1).text === '序号' ? top + 1 : top;
  const columns = Array.from({ length: sheet.columnCount }, (_, index) => index + 1);
  const headers = columns.map((column) => sheet.getCell(headerEnds, column).text);
  const rows: ReadonlyMap<string, string>[] = [];
  for (let row = headerEnds + 1; row <= sheet.rowCount && !/^(?:合计|注|评审)/u.test(sheet.getCell(row, 1).text); row += 1)
    rows.push(new Map(headers.map((header, index) => [header, sheet.getCell(row, index + 1).text])));
  for (const [index, cells] of typed({ headers, rows }).entries()) {
    for (const [header, value] of Object.entries(cells ?? {})) {
      const column = headers.findIndex((each) => each.startsWith(header)) + 1;
      if (column === 0) throw new Error(`${path} has no column ${header}`);
      sheet.getCell(headerEnds + 1 + index, column).value = value;
    }
  }
  await workbook.xlsx.writeFile(target);
}
