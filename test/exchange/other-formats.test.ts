import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { writeOds } from 'hucre/ods';
import { describe, expect, test } from 'vitest';
import { readApplicationList } from '../../exchange/application-list.ts';
import { openWorkbook } from '../../exchange/open-workbook.ts';
import { cellText } from '../../exchange/raw-workbook.ts';
import { plainHeader, plainRow, typedLine } from './sample-rows.ts';

const fixture = join(import.meta.dirname, '../fixtures/2026年武昌区教育系统名师工作室申报汇总表（区教育局）.xlsx');
const original = await readApplicationList(readFileSync(fixture), '原件.xlsx');
const { sheets } = await openWorkbook(readFileSync(fixture), '原件.xlsx');
const [sheet] = sheets;
if (sheet === undefined) throw new Error('The fixture has no sheet.');
/** What the rows of the genuine workbook say; where a value stood as a date, its text differs from format to format. */
const said = original.rows.map(({ row, record, errors }) => ({ row, record, cells: errors.map(({ cell }) => cell) }));
const read = async (bytes: Uint8Array, fileName: string) =>
  (await readApplicationList(bytes, fileName)).rows.map(({ row, record, errors }) => ({
    row,
    record,
    cells: errors.map(({ cell }) => cell),
  }));

/** The fixture's cells in another library's terms. */
const values = sheet.rows.map((row) =>
  row.map((cell) => {
    if (cell?.kind === 'date') return new Date(`${cell.date}T00:00:00Z`);
    return cell?.kind === 'number' ? cell.number : cellText(cell);
  }),
);
const csv = sheet.rows
  .map((row) =>
    row
      .map((cell) => (cell?.kind === 'number' && cell.number > 1e15 ? '4.20100198509E+17' : `"${cellText(cell).replaceAll('"', '""')}"`))
      .join(','),
  )
  .join('\r\n');

/** Text in GBK: the decoder's table, turned round. */
function toGbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) table.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  }
  return new Uint8Array(
    [...text].flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : (table.get(character) ?? [0x3f]))),
  );
}

describe('the same list', () => {
  test('as .xls says the same', async () => {
    const copy = utils.aoa_to_sheet(values, { UTC: true, dateNF: 'yyyy-mm-dd' });
    copy['!merges'] = sheet.merges.map(({ top, left, bottom, right }) => ({ s: { r: top, c: left }, e: { r: bottom, c: right } }));
    const book = utils.book_new();
    utils.book_append_sheet(book, copy, '申报汇总');
    expect(await read(new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer), '申报.et')).toEqual(said);
  });

  test('as .ods says the same', async () => {
    const merges = sheet.merges.map(({ top, left, bottom, right }) => ({ startRow: top, startCol: left, endRow: bottom, endCol: right }));
    const bytes = await writeOds({ sheets: [{ name: '申报汇总', rows: values, merges }] });
    expect(await read(bytes, '申报.ods')).toEqual(said);
  });

  test.each([
    ['UTF-8', () => new TextEncoder().encode(csv)],
    ['UTF-8 with a byte order mark', () => new TextEncoder().encode(`\ufeff${csv}`)],
    ['GBK', () => toGbk(csv)],
    ['UTF-16', () => new Uint8Array(Buffer.from(`\ufeff${csv}`, 'utf16le'))],
  ])('as .csv in %s says the same', async (_, encode) => {
    expect(await read(encode(), '申报.csv')).toEqual(said);
  });
});

test('a .csv with tabs and line breaks inside its cells is read', async () => {
  const rows = [plainHeader, plainRow(1, { 团队成员: '"陆知行\n钟意\n孟书禾"' })].map((row) => typedLine(row, '\t')).join('\n');
  const { rows: records } = await readApplicationList(new TextEncoder().encode(rows), '申报.txt');
  expect(records.map(({ record }) => record.members)).toEqual([['陆知行', '钟意', '孟书禾']]);
});
