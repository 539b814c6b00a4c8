import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import type { RawCell, RawSheet } from '../../exchange/raw-workbook.ts';
import type { Format } from './fuzz-folder.ts';

const bookTypes = { xlsx: 'xlsx', xls: 'biff8', ods: 'ods', csv: 'csv' } as const;
/** What a cell of .xls holds at most, in UTF-16 units: the library refuses to write more. */
const longestText = 32_767;

/** Sheets as another program would save them. */
export function saveSheets(sheets: readonly RawSheet[], format: Format): Uint8Array {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, workSheet(sheet), sheet.name);
  const hidden = sheets.map(({ visibility }) => (visibility === 'visible' ? 0 : visibility === 'hidden' ? 1 : 2));
  book.Workbook = { Sheets: sheets.map((sheet, index) => ({ name: sheet.name, Hidden: hidden[index] ?? 0 })) };
  return new Uint8Array(write(book, { type: 'array', bookType: bookTypes[format], compression: true }) as ArrayBuffer);
}

function workSheet({ rows, merges }: RawSheet): WorkSheet {
  const sheet: WorkSheet = {};
  let columns = 1;
  for (const [row, cells] of rows.entries()) {
    columns = Math.max(columns, cells.length);
    for (const [column, cell] of cells.entries()) {
      if (cell !== undefined) sheet[utils.encode_cell({ r: row, c: column })] = cellObject(cell);
    }
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: columns - 1 } });
  sheet['!merges'] = merges.map(({ top, left, bottom, right }) => ({ s: { r: top, c: left }, e: { r: bottom, c: right } }));
  return sheet;
}

function cellObject(cell: RawCell): CellObject {
  const formula = 'formula' in cell && cell.formula !== undefined ? { f: cell.formula } : {};
  switch (cell.kind) {
    case 'text':
      return { t: 's', v: cell.text.slice(0, longestText), ...formula };
    case 'number':
      return { t: 'n', v: cell.number, ...formula };
    case 'boolean':
      return { t: 'b', v: cell.value, ...formula };
    case 'date':
      return { t: 'n', v: Date.parse(`${cell.date}T00:00:00Z`) / 86_400_000 + 25_569, z: 'yyyy/m/d', ...formula };
    case 'error':
      // #N/A
      return { t: 'e', v: 0x2a, ...formula };
    default:
      return cell satisfies never;
  }
}
