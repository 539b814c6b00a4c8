import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readApplicationList } from '../../exchange/application-list.ts';
import { openWorkbook } from '../../exchange/open-workbook.ts';
import { recogniseKind } from '../../exchange/workbook-kinds.ts';
import { Refusal } from '../../policy/refusal.ts';
import { filePass, xlsOf, xlsWithRecords } from './heavy-books.ts';
import { plainHeader, plainRow, typedLine } from './sample-rows.ts';

const fileName = '2026年武昌区教育系统名师工作室申报汇总表（区教育局）.xlsx';
const genuine = new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures', fileName)));
const parts = unzipSync(genuine);
const sheetPart = 'xl/worksheets/sheet1.xml';

/** The genuine workbook with other parts. */
const withParts = (changes: Readonly<Record<string, Uint8Array>>) => zipSync({ ...parts, ...changes });
/** The genuine workbook with another sheet. */
const withSheet = (change: (sheet: string) => string) =>
  withParts({ [sheetPart]: strToU8(change(strFromU8(parts[sheetPart] ?? new Uint8Array()))) });
const afterData = (markup: string) => withSheet((sheet) => sheet.replace('</sheetData>', () => `${markup}</sheetData>`));

/** The genuine workbook with more rows, its sheet in a part whose name does not say that it is one. */
function elsewhere(markup: string): Uint8Array {
  const renamed = (name: string) =>
    strToU8(strFromU8(parts[name] ?? new Uint8Array()).replaceAll('worksheets/sheet1.xml', 'worksheets/sheet1.dat'));
  const { [sheetPart]: sheet = new Uint8Array(), ...others } = parts;
  return zipSync({
    ...others,
    'xl/_rels/workbook.xml.rels': renamed('xl/_rels/workbook.xml.rels'),
    '[Content_Types].xml': renamed('[Content_Types].xml'),
    'xl/worksheets/sheet1.dat': strToU8(strFromU8(sheet).replace('</sheetData>', () => `${markup}</sheetData>`)),
  });
}

/** The genuine workbook whose directory states another size for one part. */
function misstated(size: number): Uint8Array {
  const bytes = Buffer.from(withParts({ 'xl/media/image1.png': new Uint8Array(1_000_000) }));
  const entry = bytes.lastIndexOf('xl/media/image1.png') - 46;
  bytes.writeUInt32LE(size, entry + 24);
  return bytes;
}

/** An .xls with a password: what follows its FILEPASS record is encrypted. */
const asEncryptedXls = () => xlsWithRecords(filePass);
const asEncrypted = () => writeXlsx({ sheets: [{ name: '表', rows: [['密']] }], encryption: { password: '12345678', spinCount: 10 } });

/** Everything a file may be that is not read, and a word of the reason. */
const refused: readonly (readonly [name: string, bytes: () => Uint8Array | Promise<Uint8Array>, reason: string])[] = [
  ['an empty file', () => new Uint8Array(), '文件是空的'],
  ['a file cut off before its end', () => genuine.subarray(0, genuine.length - 400), '不完整或已损坏'],
  ['the beginning of a file', () => genuine.subarray(0, 2000), '不完整或已损坏'],
  ['a file with a changed byte in a part', () => genuine.map((byte, index) => (index === 1200 ? byte ^ 0xff : byte)), '不完整或已损坏'],
  ['a workbook with a password', asEncrypted, '打开密码'],
  ['an .xls with a password', asEncryptedXls, '打开密码'],
  ['the beginning of an .xls', () => xlsOf(100, 3).subarray(0, 2000), '不完整或已损坏'],
  ['a workbook with macros', () => withParts({ 'xl/vbaProject.bin': strToU8('VBA') }), '宏'],
  ['a binary workbook', () => withParts({ 'xl/workbook.bin': strToU8('x') }), '.xlsb'],
  ['a Word document', () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }), 'Word'],
  ['an archive', () => zipSync({ '申报.xlsx': genuine }), '压缩包'],
  ['a web page', () => strToU8('\ufeff  <html><table><tr><td>1</td></tr></table></html>'), '网页'],
  ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 255]), '不是表格文件'],
  ['a zip bomb', () => withParts({ 'xl/media/image1.png': new Uint8Array(210 * 1024 * 1024) }), '展开后超过 200 MB'],
  ['a dense archive', () => withParts({ 'xl/media/image1.png': new Uint8Array(25 * 1024 * 1024) }), '倍'],
  ['a part larger than stated', () => misstated(1000), '不完整或已损坏'],
  ['a part smaller than stated', () => misstated(2_000_000), '不完整或已损坏'],
  [
    'an archive of thousands of parts',
    () => withParts(Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`xl/media/${index}`, strToU8('x')]))),
    '部件超过 2000 个',
  ],
  ['a cell in the last row', () => afterData('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), '第 1048576 行'],
  ['a row after the last one allowed', () => afterData('<row r="50001"><c r="A50001"><v>1</v></c></row>'), '第 50001 行'],
  ['a cell whose row says less than its address', () => afterData('<row r="17"><c r="A1048576"><v>1</v></c></row>'), '第 1048576 行'],
  [
    'a cell in the last row of a sheet by another name',
    () => elsewhere('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
    '第 1048576 行',
  ],
  ['a tower of elements in a sheet by another name', () => elsewhere('<a>'.repeat(200)), '出于安全'],
  ['a cell in the last column', () => afterData('<row r="17"><c r="XFD17"><v>1</v></c></row>'), 'XFD 列'],
  ['a column after the last one allowed', () => afterData('<row r="17"><c r="IW17"><v>1</v></c></row>'), 'IW 列'],
  [
    'merged areas upon merged areas',
    () =>
      withSheet((sheet) =>
        sheet.replace(/<mergeCells.*<\/mergeCells>/u, `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)}</mergeCells>`),
      ),
    '合并单元格过多',
  ],
  ['a document type', () => withSheet((sheet) => `<!DOCTYPE a [<!ENTITY b "cc">]>${sheet}`), '出于安全'],
  [
    'a tower of elements',
    () => withSheet((sheet) => sheet.replace('</worksheet>', () => `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}</worksheet>`)),
    '出于安全',
  ],
  ['XML that ends in the middle', () => withParts({ 'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a') }), '不完整或已损坏'],
];

/** Whatever a file holds, reading ends with a message; the time only catches what never ends, on however busy a machine. Milliseconds. */
const longest = 60_000;

describe('a file that is not read', () => {
  test.each(refused)('%s is refused in one sentence that names the file', { timeout: longest }, async (_, make, reason) => {
    const refusal = await readApplicationList(await make(), '收到的文件.xlsx').catch((fault: unknown) => fault);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(String(refusal)).toContain('「收到的文件.xlsx」');
    expect(String(refusal)).toContain(reason);
  });
});

describe('a file that is read all the same', () => {
  test('has a drop-down down whole columns', { timeout: longest }, async () => {
    const validation =
      '<dataValidations count="1"><dataValidation type="list" sqref="E1:E1048576 C1:C1048576"><formula1>"男,女"</formula1></dataValidation></dataValidations>';
    const { rows } = await readApplicationList(
      withSheet((sheet) => sheet.replace('<pageMargins', () => `${validation}<pageMargins`)),
      fileName,
    );
    expect(rows.length).toBe(10);
  });

  test('has thousands of open brackets in a cell of every row', { timeout: longest }, async () => {
    const row = plainRow(1, { 所在单位: '（'.repeat(20_000) });
    const text = [plainHeader, ...Array.from({ length: 60 }, () => row)].map((line) => typedLine(line, ',')).join('\n');
    expect(recogniseKind(await openWorkbook(strToU8(text), '申报.csv'))?.id).toBe('application-list');
  });

  test('has styles down to the last column without cells', async () => {
    const { rows } = await readApplicationList(
      withSheet((sheet) => sheet.replace('</cols>', '<col min="20" max="16384" width="9"/></cols>')),
      fileName,
    );
    expect(rows.length).toBe(10);
  });

  test('has the last row and the last column allowed', async () => {
    const { rows } = await readApplicationList(afterData('<row r="50000"><c r="IV50000"><v>1</v></c></row>'), fileName);
    expect(rows.length).toBe(10);
  });

  test('has a changed byte where nothing is stored', async () => {
    // The order of the parts' times in the directory: no reader needs them.
    const bytes = genuine.slice();
    const entry = Buffer.from(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes[entry + 12] = (bytes[entry + 12] ?? 0) ^ 1;
    expect((await readApplicationList(bytes, fileName)).rows.length).toBe(10);
  });
});

test('a workbook changed in any bytes is read or refused, and nothing else happens', async () => {
  // A fixed sequence, so that a failure repeats: Park and Miller's minimal standard.
  let state = 20_260_810;
  const random = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const outcomes = { read: 0, refused: 0 };
  for (let round = 0; round < 150; round++) {
    const names = Object.keys(parts);
    const name = names[random(names.length)] ?? sheetPart;
    const part = (parts[name] ?? new Uint8Array()).slice();
    for (let change = 0; change <= random(12); change++) part[random(part.length)] = 32 + random(95);
    const outer = zipSync({ ...parts, [name]: part }, { level: 0 });
    if (round % 3 === 0) outer[random(outer.length)] = random(256);
    const fault: unknown = await readApplicationList(outer, fileName).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (fault === undefined) outcomes.read++;
    else if (fault instanceof Refusal) outcomes.refused++;
    else throw fault;
  }
  expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(10);
});
