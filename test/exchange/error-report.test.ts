import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readApplicationList } from '../../exchange/application-list.ts';
import { writeErrorReport } from '../../exchange/error-report.ts';
import type { CellProblem } from '../../exchange/read-result.ts';
import { unpackWorkbook } from '../../exchange/workbook-package.ts';
import { samplePath } from '../fixtures/make-sample-workbook.ts';
import { makeWorkbook } from './make-workbook.ts';
import { plainHeader, plainRow, typedLine } from './sample-rows.ts';
import { withLink } from './with-link.ts';

const sample = new Uint8Array(readFileSync(samplePath));
const errorsOf = async (bytes: Uint8Array) => (await readApplicationList(bytes, '样例.xlsx')).rows.flatMap(({ errors }) => errors);
const load = async (bytes: Uint8Array) => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('The report has no sheet.');
  return sheet;
};
const ground = (cell: ExcelJS.Cell) => (cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined);
const noteText = (cell: ExcelJS.Cell) => (typeof cell.note === 'object' ? cell.note.texts?.map(({ text }) => text).join('') : cell.note);
const problem = (cell: string, message: string): CellProblem => ({ sheet: '表1', cell, studio: '', field: '', message });
const red = 'FFFF9F9F';

const errors = await errorsOf(sample);
const report = await writeErrorReport(sample, errors, '样例.xlsx');
const sheet = await load(report.bytes);
const before = await load(sample);

describe('the error report of the sample', () => {
  test('has another name than the file it is about', () => {
    expect(report.fileName).toBe('样例（错误标注）.xlsx');
  });

  test('shows every wrong cell in red with a comment, and no other', () => {
    const marked: string[] = [];
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (ground(cell) === red) marked.push(`${cell.address} ${noteText(cell) ?? ''}`);
      });
    });
    expect(marked).toEqual(errors.map(({ cell, message }) => `${cell} ${message}`));
  });

  test('has a column 错误说明 right of the table with a message in the rows that have errors', () => {
    const messages: string[] = [];
    sheet.getColumn(20).eachCell((cell) => {
      if (cell.text !== '') messages.push(`${cell.address} ${cell.text}`);
    });
    expect(messages).toEqual(['T4 错误说明', ...errors.map(({ cell, message }) => `T${cell.replace(/\D/gu, '')} ${message}`)]);
  });

  test('has rows high enough to read the messages, and no row lower than it was', () => {
    const rows = errors.map(({ cell, message }) => ({
      row: Number(cell.replace(/\D/gu, '')),
      lines: Math.ceil((message.length * 2) / 56),
    }));
    const low = rows.filter(({ row, lines }) => sheet.getRow(row).height < Math.max(before.getRow(row).height, lines * 13));
    expect([rows.some(({ lines }) => lines > 2), low]).toEqual([true, []]);
  });

  test('leaves every value, font, width and merge as it was, and the height of every row without a message', () => {
    const wrong = new Set(errors.map(({ cell }) => Number(cell.replace(/\D/gu, ''))));
    const picture = (of: ExcelJS.Worksheet) => {
      const cells: unknown[] = [];
      of.eachRow((row) => {
        row.eachCell((cell, column) => {
          if (column >= 20) return;
          const height = wrong.has(row.number) ? undefined : row.height;
          cells.push([cell.address, cell.value, cell.font?.name, cell.border?.top?.style, cell.alignment?.wrapText, height]);
        });
      });
      return { cells, widths: of.columns.slice(0, 19).map(({ width }) => width), merges: of.model.merges };
    };
    expect(picture(sheet)).toEqual(picture(before));
  });

  test('keeps every part it does not need to change to the byte', () => {
    const [old, now] = [unpackWorkbook(sample, '一.xlsx'), unpackWorkbook(report.bytes, '二.xlsx')];
    const changed = Object.keys(now).filter((name) => Buffer.compare(old[name] ?? new Uint8Array(), now[name] ?? new Uint8Array()) !== 0);
    expect(changed.toSorted()).toEqual([
      '[Content_Types].xml',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  test('can be imported again and says the same', async () => {
    expect(await errorsOf(report.bytes)).toEqual(errors);
  });
});

describe('a second report, after some cells were mended', () => {
  test('takes the marks of those away and keeps the others', async () => {
    const [kept] = errors;
    if (kept === undefined) throw new Error('The sample has no errors.');
    const second = await writeErrorReport(report.bytes, [kept], report.fileName);
    const now = await load(second.bytes);
    const mended = errors.slice(1).map(({ cell }) => now.getCell(cell));
    expect([
      second.fileName,
      ground(now.getCell(kept.cell)),
      noteText(now.getCell(kept.cell)),
      mended.map((cell) => [ground(cell), cell.note, now.getCell(`T${cell.row}`).value]),
      now.getCell('U4').value,
    ]).toEqual(['样例（错误标注）.xlsx', red, kept.message, mended.map(() => [undefined, undefined, null]), null]);
  });

  test('of a workbook without errors clears the column', async () => {
    const now = await load((await writeErrorReport(report.bytes, [], report.fileName)).bytes);
    const texts: string[] = [];
    now.getColumn(20).eachCell((cell) => texts.push(cell.text));
    expect(texts.filter((text) => text !== '')).toEqual(['错误说明']);
  });
});

describe("somebody else's marks", () => {
  test('stay: their comments, their colours, their drop-downs', async () => {
    const theirs = await makeWorkbook({
      rows: [plainHeader, plainRow(1), plainRow(2)],
      change(own) {
        own.getCell('B2').note = '请王主任看';
        own.getCell('G3').note = '原有批注';
        own.getCell('B2').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } };
        own.getCell('E2').dataValidation = { type: 'list', allowBlank: true, formulae: ['"男,女"'] };
      },
    });
    const now = await load((await writeErrorReport(theirs, [problem('G3', '号码有误')], '某表.xlsx')).bytes);
    expect([
      noteText(now.getCell('B2')),
      noteText(now.getCell('G3')),
      ground(now.getCell('B2')),
      now.getCell('E2').dataValidation?.formulae,
    ]).toEqual(['请王主任看', '原有批注\n号码有误', 'FFFFFF00', ['"男,女"']]);
  });
});

test('several errors of one cell share its comment, several of one row its message', async () => {
  const bytes = await makeWorkbook({ rows: [plainHeader, plainRow(1)] });
  const now = await load(
    (await writeErrorReport(bytes, [problem('G2', '甲'), problem('B2', '乙'), problem('G2', '丙')], '某表.xlsx')).bytes,
  );
  expect([noteText(now.getCell('G2')), now.getCell('T2').text]).toEqual(['甲\n丙', '乙\n甲\n丙']);
});

test('an error in an empty cell is shown there', async () => {
  const bytes = await makeWorkbook({ rows: [plainHeader, plainRow(1, { 身份证号: undefined })] });
  const now = await load((await writeErrorReport(bytes, [problem('G2', '没有填写')], '某表.xlsx')).bytes);
  expect([ground(now.getCell('G2')), now.getCell('G2').value]).toEqual([red, null]);
});

test('an error in a hidden row or column is shown, and what else is hidden stays so', async () => {
  const bytes = await makeWorkbook({
    rows: [plainHeader, plainRow(1), plainRow(2), plainRow(3)],
    change(own) {
      for (const row of [2, 3]) own.getRow(row).hidden = true;
      for (const column of [7, 10]) own.getColumn(column).hidden = true;
    },
  });
  const now = await load((await writeErrorReport(bytes, [problem('G2', '号码有误')], '某表.xlsx')).bytes);
  const hidden = { rows: [2, 3].map((row) => now.getRow(row).hidden), columns: [7, 10].map((column) => now.getColumn(column).hidden) };
  expect(hidden).toEqual({ rows: [false, true], columns: [false, true] });
});

test('messages are text, whatever they quote', async () => {
  const bytes = await makeWorkbook({ rows: [plainHeader, plainRow(1)] });
  const now = await load((await writeErrorReport(bytes, [problem('B2', '=1+1 <b>&"\u0001')], '某表.xlsx')).bytes);
  expect([now.getCell('T2').value, noteText(now.getCell('B2'))]).toEqual(['=1+1 <b>&"', '=1+1 <b>&"']);
});

test('a file that is not .xlsx comes back as .xlsx with its values', async () => {
  const csv = [plainHeader, plainRow(1, { '场所面积（㎡）': '约80' })].map((row) => typedLine(row, ',')).join('\n');
  const bytes = new TextEncoder().encode(csv);
  const { rows } = await readApplicationList(bytes, '申报.csv');
  const made = await writeErrorReport(
    bytes,
    rows.flatMap((row) => row.errors),
    '申报.csv',
  );
  const now = await load(made.bytes);
  expect([made.fileName, now.getCell('G2').value, ground(now.getCell('O2')), now.getCell('T2').text.includes('约80')]).toEqual([
    '申报（错误标注）.xlsx',
    plainRow(1)[6],
    red,
    true,
  ]);
});

test('a copy of the values has room for an ID number in one line, and rows high enough for longer text', async () => {
  const opinion = '情况属实，同意推荐。'.repeat(6);
  const csv = [plainHeader, plainRow(1), plainRow(2, { 单位推荐意见: opinion })].map((row) => typedLine(row, ',')).join('\n');
  const bytes = new TextEncoder().encode(csv);
  const now = await load((await writeErrorReport(bytes, [{ ...problem('G2', '号码有误'), sheet: '申报' }], '申报.csv')).bytes);
  expect([Number(now.getColumn(7).width) >= 20, now.getRow(2).height < now.getRow(3).height]).toEqual([true, true]);
});

test('of a sheet with something in the last column that is read, it can be read again', async () => {
  const bytes = await makeWorkbook({
    rows: [plainHeader, plainRow(1, { 身份证号: '42010019780315001' })],
    change(own) {
      own.getCell('IV2').value = '忘了删';
    },
  });
  const made = await writeErrorReport(bytes, await errorsOf(bytes), '某表.xlsx');
  expect((await errorsOf(made.bytes)).map(({ cell }) => cell)).toEqual(['G2']);
  expect((await load(made.bytes)).getCell('T1').text).toBe('错误说明');
});

test('a merged area far beyond what is written reaches no further than it in the copy', async () => {
  const book = utils.book_new();
  const table = utils.aoa_to_sheet([plainHeader, plainRow(1)].map((row) => row.map((cell) => cell ?? null)));
  table['!merges'] = [{ s: { r: 1, c: 18 }, e: { r: 65_535, c: 255 } }];
  utils.book_append_sheet(book, table, '表1');
  const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array);
  const now = await load((await writeErrorReport(bytes, [problem('G2', '号码有误')], '某表.xls')).bytes);
  expect([now.rowCount, now.columnCount, noteText(now.getCell('G2'))]).toEqual([2, 20, '号码有误']);
});

describe('a workbook that reaches beyond itself', () => {
  const theirs = makeWorkbook({
    rows: [
      plainHeader,
      plainRow(1, {
        备注: { formula: "cmd|'/c calc'!A0", result: '甲' },
        培训对象: { formula: '[1]表!A1', result: '青年教师' },
        职称: { formula: 'HYPERLINK("http://example.invalid","高级教师")', result: '高级教师' },
        联系电话: { formula: 'LEFT("13800000001",11)', result: '13800000001' },
      }),
    ],
  }).then(withLink);

  test('comes back with what its cells showed, its own formulas, and no way out', async () => {
    const made = await writeErrorReport(await theirs, [problem('G2', '号码有误')], '某表.xlsx');
    const now = await load(made.bytes);
    const cell = (address: string) => now.getCell(address).value;
    expect([cell('S2'), cell('N2'), cell('H2')]).toEqual(['甲', '青年教师', '高级教师']);
    expect(now.getCell('J2').formula).toBe('LEFT("13800000001",11)');
    const parts = Object.entries(unpackWorkbook(made.bytes, '某表.xlsx'));
    expect(parts.map(([name]) => name).filter((name) => /externalLink|calcChain/u.test(name))).toEqual([]);
    expect(
      parts.filter(([, part]) => /externalLink|externalReference|calc'|HYPERLINK/u.test(strFromU8(part))).map(([name]) => name),
    ).toEqual([]);
  });
});

describe('links to addresses', () => {
  const address = 'http://example.invalid/';
  const linked = makeWorkbook({
    rows: [plainHeader, plainRow(1), plainRow(2)],
    change(own) {
      own.getCell('B2').value = { text: '样例1名师工作室', hyperlink: `${address}?a=1&b=2` };
      own.getCell('S2').value = { text: '见下行', hyperlink: "#'表1'!S3" };
      own.getCell('C2').note = '请王主任看';
    },
  }).then((bytes) => {
    const parts = unzipSync(bytes);
    const boxes = Object.keys(parts).find((name) => name.endsWith('.vml')) ?? '';
    const drawing = strFromU8(parts[boxes] ?? new Uint8Array());
    return zipSync({ ...parts, [boxes]: strToU8(drawing.replace('<v:shape ', `<v:shape href="${address}box" `)) });
  });

  test('go, the text they stand on and the links within the workbook stay', async () => {
    const { bytes } = await writeErrorReport(await linked, [problem('G2', '号码有误')], '某表.xlsx');
    const parts = Object.values(unpackWorkbook(bytes, '某表.xlsx')).map((part) => strFromU8(part));
    expect(parts.filter((part) => part.includes('example.invalid'))).toEqual([]);
    const now = await load(bytes);
    expect([now.getCell('B2').value, now.getCell('S2').value, noteText(now.getCell('C2'))]).toEqual([
      '样例1名师工作室',
      { text: '见下行', hyperlink: "#'表1'!S3" },
      '请王主任看',
    ]);
  });
});

describe('a workbook that fetches, embeds or links what cannot be cut', () => {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const withRelation = async (owner: string, type: string, outside: boolean) => {
    const parts = unzipSync(await makeWorkbook({ rows: [plainHeader, plainRow(1)] }, { name: '旧表', state: 'hidden', rows: [['旧']] }));
    const name = `xl/${owner}`;
    const relation = `<Relationship Id="rIdOut" Type="${relations}/${type}" Target="http://example.invalid/x"${outside ? ' TargetMode="External"' : ''}/>`;
    const present = parts[name] === undefined ? '<Relationships></Relationships>' : strFromU8(parts[name]);
    return zipSync({ ...parts, [name]: strToU8(present.replace('</Relationships>', () => `${relation}</Relationships>`)) });
  };

  test.each([
    ['data connections', '_rels/workbook.xml.rels', 'connections', false],
    ['a query', 'worksheets/_rels/sheet1.xml.rels', 'queryTable', false],
    ['an embedded object', 'worksheets/_rels/sheet1.xml.rels', 'oleObject', false],
    ['an embedded file', 'worksheets/_rels/sheet1.xml.rels', 'package', false],
    ['a control', 'worksheets/_rels/sheet1.xml.rels', 'control', false],
    ['a picture kept elsewhere', 'drawings/_rels/drawing1.xml.rels', 'image', true],
    ['a pivot table over another file', 'pivotCache/_rels/pivotCacheDefinition1.xml.rels', 'externalLinkPath', true],
  ])('(%s) comes back with its values and its marks', async (_what, owner, type, outside) => {
    const { bytes } = await writeErrorReport(await withRelation(owner, type, outside), [problem('G2', '号码有误')], '某表.xlsx');
    const parts = Object.values(unpackWorkbook(bytes, '某表.xlsx')).map((part) => strFromU8(part));
    expect(parts.filter((part) => part.includes('example.invalid'))).toEqual([]);
    const now = await load(bytes);
    expect([now.getCell('B2').value, ground(now.getCell('G2')), noteText(now.getCell('G2'))]).toEqual(['样例1名师工作室', red, '号码有误']);
    expect(now.workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['表1', 'visible'],
      ['旧表', 'hidden'],
    ]);
  });

  test('so does one whose relations are not written as usual', async () => {
    const parts = unzipSync(await makeWorkbook({ rows: [plainHeader, plainRow(1)] }));
    const book = 'xl/_rels/workbook.xml.rels';
    const single = strToU8(strFromU8(parts[book] ?? new Uint8Array()).replaceAll('"', "'"));
    const { bytes } = await writeErrorReport(zipSync({ ...parts, [book]: single }), [problem('G2', '号码有误')], '某表.xlsx');
    expect(ground((await load(bytes)).getCell('G2'))).toBe(red);
  });
});
