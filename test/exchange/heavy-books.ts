import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CFB, utils, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Files that are cheap to make and dear to read. */
const genuine = new Uint8Array(
  readFileSync(join(import.meta.dirname, '../fixtures/2026年武昌区教育系统名师工作室申报汇总表（区教育局）.xlsx')),
);
const parts = unzipSync(genuine);
const sheetPart = 'xl/worksheets/sheet1.xml';

/** The genuine workbook with more parts, or others. */
export function xlsxWith(changes: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...parts, ...changes }, { level: 1 });
}

/** The genuine workbook with markup after its rows. */
export function xlsxWithRows(markup: string): Uint8Array {
  const sheet = strFromU8(parts[sheetPart] ?? new Uint8Array());
  return xlsxWith({ [sheetPart]: strToU8(sheet.replace('</sheetData>', () => `${markup}</sheetData>`)) });
}

/** The genuine workbook with a picture of ten million zeros, and more entries of the directory that say they are it too. */
export function xlsxWithOverlaps(count: number): Uint8Array {
  const bytes = Buffer.from(xlsxWith({ 'xl/media/a.png': new Uint8Array(10_000_000) }));
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const start = bytes.readUInt32LE(end + 16);
  const picture = bytes.lastIndexOf('xl/media/a.png') - 46;
  const entry = bytes.subarray(picture, picture + 46 + 'xl/media/a.png'.length);
  const more = Array.from({ length: count }, (_, index) => {
    const copy = Buffer.from(entry);
    copy.write(String.fromCharCode(98 + index), 46 + 'xl/media/'.length);
    return copy;
  });
  const directory = Buffer.concat([bytes.subarray(start, end), ...more]);
  const tail = Buffer.from(bytes.subarray(end));
  const entries = tail.readUInt16LE(10) + count;
  tail.writeUInt16LE(entries, 8);
  tail.writeUInt16LE(entries, 10);
  tail.writeUInt32LE(directory.length, 12);
  return new Uint8Array(Buffer.concat([bytes.subarray(0, start), directory, tail]));
}

const namespaces = ['office', 'table', 'text'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');

/** An OpenDocument spreadsheet with these rows. */
export function odsOf(rows: string): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces}><office:body><office:spreadsheet><table:table table:name="表">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipSync(
    {
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'META-INF/manifest.xml': strToU8('<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'),
      'content.xml': strToU8(content),
    },
    { level: 1 },
  );
}

/** A row of OpenDocument, repeated so often, of one cell, repeated so often. */
export function odsRow(rows: number, columns: number, content = '<text:p>甲</text:p>'): string {
  return `<table:table-row table:number-rows-repeated="${rows}"><table:table-cell office:value-type="string" table:number-columns-repeated="${columns}">${content}</table:table-cell></table:table-row>`;
}

/** An .xls file of so many rows and columns. */
export function xlsOf(rows: number, columns: number): Uint8Array {
  const book = utils.book_new();
  const line = (row: number) => Array.from({ length: columns }, (_, column) => (column === 0 ? `第${row}行` : row * column));
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet(
      Array.from({ length: rows }, (_, row) => line(row)),
      { dense: true },
    ),
    '表',
  );
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

/** An .xls file with more records of BIFF8 (MS-XLS, 2.1.4) before the end of its sheet. */
export function xlsWithRecords(...records: readonly { readonly type: number; readonly data: readonly number[] }[]): Uint8Array {
  const container = CFB.read(Buffer.from(xlsOf(3, 3)), { type: 'buffer' });
  const stream = Buffer.from((CFB.find(container, '/Workbook')?.content ?? []) as Uint8Array);
  const inserted = records.map(({ type, data }) => {
    const record = Buffer.alloc(4 + data.length);
    record.writeUInt16LE(type, 0);
    record.writeUInt16LE(data.length, 2);
    record.set(data, 4);
    return record;
  });
  const end = stream.lastIndexOf(Buffer.from([0x0a, 0, 0, 0]));
  const made = CFB.utils.cfb_new();
  CFB.utils.cfb_add(made, '/Workbook', Buffer.concat([stream.subarray(0, end), ...inserted, stream.subarray(end)]));
  return new Uint8Array(CFB.write(made, { type: 'buffer' }) as Buffer);
}

/** EXTERNSHEET (2.4.105) without the count of what follows: its reader counts on for ever. */
export const endlessRecord = { type: 0x17, data: [1] } as const;
/** HLINK (2.4.140) of 65,536 rows and columns: its reader looks at each cell. */
export const wholeSheetLink = {
  type: 0x1b8,
  data: [0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff, ...new Uint8Array(16), 2, 0, 0, 0, 0, 0, 0, 0],
} as const;
/** FILEPASS (2.4.117): what follows is encrypted. */
export const filePass = { type: 0x2f, data: [1, 0, 1, 0, 1, 0, ...new Uint8Array(48)] } as const;
