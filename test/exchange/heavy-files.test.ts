import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import {
  endlessRecord,
  odsOf,
  odsRow,
  wholeSheetLink,
  xlsOf,
  xlsWithRecords,
  xlsxWith,
  xlsxWithOverlaps,
  xlsxWithRows,
} from './heavy-books.ts';
import type { Measured } from './open-and-measure.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingshi-heavy-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What any file may cost: seconds of the processor, megabytes of the whole process. */
const mostSeconds = 10;
const mostMegabytes = 500;
/** On however busy a machine, in milliseconds. */
const patience = 120_000;

const openAndMeasure = fileURLToPath(new URL('open-and-measure.ts', import.meta.url));

async function measured(name: string, bytes: Uint8Array): Promise<Measured> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { stdout } = await promisify(execFile)(process.execPath, [openAndMeasure, path], { timeout: patience });
  return JSON.parse(stdout) as Measured;
}

const counted = (count: number, each: (index: number) => string) => Array.from({ length: count }, (_, index) => each(index)).join('');
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
/** Numbers that do not pack well, so that no file is refused for its density alone. */
const scattered = (index: number) => (index * 7_919_993) % 10_000_019;
const tooMuch = '超出了允许的时间或内存';
/** Whichever of the two guards comes first. */
const either = '后另存';
const tooMany = '单元格和格式太多';
const megabytes40 = 40 * 1024 * 1024;

/** What the issue of hostile files names, in each format it can come in, and what is said of it. */
const heavy: readonly (readonly [what: string, name: string, make: () => Uint8Array, outcome: string])[] = [
  ['a picture that unpacks to 210 MB', '炸弹.xlsx', () => xlsxWith({ 'xl/media/a.png': new Uint8Array(210 << 20) }), '展开后超过 200 MB'],
  [
    'a bomb inside a bomb, which is not unpacked',
    '套.xlsx',
    () => xlsxWith({ 'xl/a.zip': zipSync({ a: new Uint8Array(150 << 20) }) }),
    'application-list',
  ],
  ['parts that lie on top of each other', '重叠.xlsx', () => xlsxWithOverlaps(22), '展开后超过 200 MB'],
  ['few parts that lie on top of each other', '少量重叠.xlsx', () => xlsxWithOverlaps(5), '倍'],
  [
    'a million rows',
    '百万行.xlsx',
    () => xlsxWithRows(counted(1_000_000, (row) => `<row r="${row + 100}"><c r="A${row + 100}"><v>${scattered(row)}</v></c></row>`)),
    '50001 行',
  ],
  [
    'a million rows that do not say where they are',
    '百万行无号.xlsx',
    () => xlsxWithRows(counted(1_000_000, (row) => `<row><c><v>${scattered(row)}</v></c></row>`)),
    '行，最多读取 50000 行',
  ],
  [
    'a million blank rows with a format',
    '百万空行.xlsx',
    () => xlsxWithRows(counted(1_000_000, (row) => `<row r="${row + 100}" ht="${10 + (scattered(row) % 89)}"/>`)),
    '50001 行',
  ],
  [
    'four million numbers within what is allowed',
    '四百万格.xlsx',
    () =>
      xlsxWithRows(
        counted(
          16_000,
          (row) =>
            `<row r="${row + 100}">${counted(256, (column) => `<c r="${letters(column)}${row + 100}"><v>${scattered(row * column)}</v></c>`)}</row>`,
        ),
      ),
    either,
  ],
  [
    '16,384 columns',
    '一万六千列.xlsx',
    () => xlsxWithRows(`<row r="99">${counted(16_384, (column) => `<c r="${letters(column)}99"><v>1</v></c>`)}</row>`),
    'IW 列',
  ],
  [
    '16,384 columns that do not say where they are',
    '无号列.xlsx',
    () => xlsxWithRows(`<row r="99">${'<c><v>1</v></c>'.repeat(16_384)}</row>`),
    '16384 列',
  ],
  ['a tower of elements', '深层.xlsx', () => xlsxWithRows(counted(1_000_000, (index) => `<a${scattered(index)}>`)), '出于安全'],
  [
    'two million texts',
    '文字.xlsx',
    () =>
      xlsxWith({ 'xl/sharedStrings.xml': strToU8(`<sst>${counted(2_000_000, (index) => `<si><t>${scattered(index)}</t></si>`)}</sst>`) }),
    tooMany,
  ],
  [
    'a cell far down, its row in an entity',
    '实体.xlsx',
    () => xlsxWithRows('<row r="104857&#54;"><c r="A104857&#54;"><v>1</v></c></row>'),
    '不完整或已损坏',
  ],
  ['a cell far down, its row as a power', '指数.xlsx', () => xlsxWithRows('<row r="1e6"><c><v>1</v></c></row>'), '不完整或已损坏'],
  [
    'a cell far down, its row between apostrophes',
    '撇号.xlsx',
    () => xlsxWithRows(`<row r = '1048576'><c r = 'A1048576'><v>1</v></c></row>`),
    '第 1048576 行',
  ],
  [
    'hundreds of thousands of names and formats',
    '样式.xlsx',
    () =>
      xlsxWith({
        'xl/styles.xml': strToU8(
          `<styleSheet><cellXfs>${counted(600_000, (index) => `<xf numFmtId="${scattered(index)}" applyFont="1"/>`)}</cellXfs></styleSheet>`,
        ),
      }),
    tooMuch,
  ],
  ['a row with content, a million times', '百万行.ods', () => odsOf(odsRow(1_048_576, 1)), either],
  ['a row more often than there are rows', '多行.ods', () => odsOf(odsRow(99_999_999_999, 1)), either],
  [
    'a million different rows',
    '百万异行.ods',
    () => odsOf(counted(1_000_000, (row) => odsRow(1, 1, `<text:p>${scattered(row)}</text:p>`))),
    either,
  ],
  ['a cell with content 16,384 times', '一万六千列.ods', () => odsOf(odsRow(1, 16_384)), '16384 列'],
  ['a whole sheet of one content', '全表.ods', () => odsOf(odsRow(1_048_576, 16_384)), '不完整或已损坏'],
  ['all that is allowed of one content', '五万行.ods', () => odsOf(odsRow(50_000, 256)), tooMuch],
  [
    'a blank row a million times, as a program ends a sheet',
    '空行.ods',
    () => odsOf(odsRow(1, 1) + odsRow(1_048_575, 16_384, '').replace(' office:value-type="string"', '')),
    'nothing',
  ],
  ['a tower of elements', '深层.ods', () => odsOf(counted(1_000_000, (index) => `<a${scattered(index)}>`)), '出于安全'],
  ['65,536 rows', '六万行.xls', () => xlsOf(65_536, 1), '50001 行'],
  ['a record that its reader never ends', '无尽.xls', () => xlsWithRecords(endlessRecord), tooMuch],
  ['links over all there is, which take minutes', '超链接.et', () => xlsWithRecords(wholeSheetLink, wholeSheetLink), tooMuch],
  ['a million lines', '百万行.csv', () => strToU8(`序号,姓名\n${counted(1_000_000, (row) => `${row},王芳\n`)}`), '50001 行'],
  ['a million lines', '百万空行.csv', () => strToU8('\n'.repeat(1_000_000)), '50001 行'],
  ['one line of 40 MB', '一行.csv', () => new Uint8Array(megabytes40).fill(0x61), tooMuch],
  [
    'one line of twenty million cells',
    '逗号.csv',
    () => new Uint8Array(megabytes40).map((_, index) => (index % 2 === 0 ? 0x2c : 0x61)),
    tooMuch,
  ],
  ['forty million quotation marks', '引号.csv', () => new Uint8Array(megabytes40).fill(0x22), tooMuch],
];

describe('a file that is dear to read ends within 10 s and 500 MB:', () => {
  test.each(heavy)('%s, in %s', { timeout: patience }, async (_, name, make, outcome) => {
    const result = await measured(name, make());
    expect(result.outcome).toContain(outcome);
    expect(result.outcome).toMatch(new RegExp(`^(?:无法读取「${name}」|[a-z-]+$)`, 'u'));
    expect(result.seconds).toBeLessThan(mostSeconds);
    expect(result.megabytes).toBeLessThan(mostMegabytes);
  });

  test('a large sheet of another program is read', { timeout: patience }, async () => {
    expect(await measured('大表.xls', xlsOf(3000, 30))).toMatchObject({ outcome: 'nothing' });
  });
});
