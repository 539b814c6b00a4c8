import { filingHeader } from '../test/exchange/sample-filing.ts';
import { filingEntries } from './filing-entries.ts';

/** Makes ready to write so many studios; then writes them. */
type FilingWriter = (count: number, cellsFile: string) => Promise<() => Promise<Uint8Array>>;

/**
 * Who writes a filing workbook, by name: this program first. Its peers get the finished cells of all its sheets. Each is loaded only in the process
 * that measures it.
 */
export const filingWriters: Readonly<Record<string, FilingWriter>> = {
  async 'mingshi-desk'(count) {
    const { writeFiling } = await import('../exchange/write-filing.ts');
    const entries = filingEntries(count);
    return async () => (await writeFiling(entries, filingHeader)).bytes;
  },
  async SheetJS(_count, cellsFile) {
    const { utils, write } = await import('@e965/xlsx');
    const { loadCells } = await import('./cells-file.ts');
    const cells = await loadCells(cellsFile);
    return () => {
      const workbook = utils.book_new();
      for (const [name, rows] of cells) utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), name);
      return Promise.resolve(write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
    };
  },
  async exceljs(_count, cellsFile) {
    const { default: ExcelJS } = await import('exceljs');
    const { loadCells } = await import('./cells-file.ts');
    const cells = await loadCells(cellsFile);
    const thin = { style: 'thin' } as const;
    const style = {
      font: { name: '宋体', size: 10 },
      border: { top: thin, left: thin, bottom: thin, right: thin },
      alignment: { wrapText: true },
    };
    return async () => {
      const workbook = new ExcelJS.Workbook();
      for (const [name, rows] of cells) {
        const sheet = workbook.addWorksheet(name);
        for (const row of rows) {
          sheet.addRow(row).eachCell({ includeEmpty: true }, (cell) => {
            cell.style = style;
          });
        }
      }
      return new Uint8Array(await workbook.xlsx.writeBuffer());
    };
  },
};
