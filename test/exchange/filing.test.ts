import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filing } from '../../exchange/filing.ts';
import type { FilingEntry, FilingRecord } from '../../exchange/filing-record.ts';
import { openWorkbook } from '../../exchange/open-workbook.ts';
import { readFiling } from '../../exchange/read-filing.ts';
import { unpackWorkbook } from '../../exchange/workbook-package.ts';
import { writeFiling } from '../../exchange/write-filing.ts';
import { dateOfDayNumber, dayNumber, plainDate } from '../../policy/plain-date.ts';
import { dumpWorkbook } from './dump-workbook.ts';
import { filingHeader, sampleFiling } from './sample-filing.ts';
import { idNumberOf } from './sample-rows.ts';

const written = await writeFiling(sampleFiling, filingHeader);
const workbook = new ExcelJS.Workbook();
await workbook.xlsx.load(written.bytes.slice().buffer);
const list = workbook.getWorksheet('备案汇总表');
const golden = join(import.meta.dirname, '../golden/exchange/filing.txt');

/** What a record comes back as: what is blank is absent, and an empty list is blank. */
function asRead({ members, ...record }: Partial<FilingRecord>): Partial<FilingRecord> {
  return members === undefined || members.length === 0 ? record : { ...record, members };
}

describe('a filing list', () => {
  test('is, cell by cell, the one that was looked at and found right', async () => {
    expect(await dumpWorkbook(written.bytes)).toBe(readFileSync(golden, 'utf8'));
  });

  test('is named after the year, the sector and the department', () => {
    expect(written.fileName).toBe('2026年武昌区教育系统名师工作室备案汇总表（区教育局）.xlsx');
  });

  test('is the same bytes for the same entries in whatever order', async () => {
    const again = await writeFiling(sampleFiling.toReversed(), filingHeader);
    expect(Buffer.compare(again.bytes, written.bytes)).toBe(0);
  });

  test('prints on A3 across, one page wide, with its header on every page', () => {
    expect([list?.pageSetup, list?.headerFooter.oddFooter]).toMatchObject([
      { paperSize: 8, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:4' },
      '&C第 &P 页 共 &N 页',
    ]);
  });

  test('lets the HR bureau write its three columns and nobody anything else', () => {
    const open: string[] = [];
    list?.getRow(5).eachCell({ includeEmpty: true }, (cell) => {
      if (cell.protection?.locked === false) open.push(cell.address);
    });
    expect([open, list?.getCell('Y4').text, list?.getCell('Z4').text, list?.getCell('AA3').text]).toEqual([
      ['Y5', 'Z5', 'AA5'],
      '备案号',
      '备案日期',
      '备注',
    ]);
  });

  test('keeps ID numbers, phones and what looks like a formula as text, and days as dates', () => {
    const row = list?.getRow(5);
    const last = list?.getRow(8);
    expect([row?.getCell(7).value, row?.getCell(7).numFmt, row?.getCell(9).value, row?.getCell(6).value, last?.getCell(14).value]).toEqual([
      idNumberOf('19820618', 16),
      '@',
      '13800020002',
      new Date('1982-06-18T00:00:00Z'),
      '=HYPERLINK("http://example.invalid","基层中医")',
    ]);
  });

  test('counts and adds by formulas that show their value', () => {
    expect([
      list?.getCell('C9').value,
      list?.getCell('L9').value,
      list?.getCell('O9').value,
      list?.getCell('P9').value,
      list?.getCell('Y9').value,
    ]).toEqual([
      { formula: 'COUNTA(C5:C8)', result: 4 },
      { formula: 'SUM(L5:L8)', result: 11 },
      { formula: 'SUM(O5:O8)', result: 242.5 },
      { formula: 'SUM(P5:P8)', result: 5.623456 },
      { formula: 'COUNTA(Y5:Y8)', result: 1 },
    ]);
  });

  test('sums up each sector by formulas over the list', async () => {
    const { sheets } = await openWorkbook(written.bytes, written.fileName);
    const range = (column: string) => `'备案汇总表'!$${column}$5:$${column}$8`;
    expect(sheets.find(({ name }) => name === '分领域汇总')?.rows[3]).toEqual([
      { kind: 'text', text: '卫生' },
      { kind: 'number', number: 1, formula: `COUNTIF(${range('B')},$A4)` },
      { kind: 'number', number: 5, formula: `SUMIF(${range('B')},$A4,${range('L')})` },
      { kind: 'number', number: 120, formula: `SUMIF(${range('B')},$A4,${range('O')})` },
      { kind: 'number', number: 0.123456, formula: `SUMIF(${range('B')},$A4,${range('P')})` },
      { kind: 'number', number: 0, formula: `COUNTIFS(${range('B')},$A4,${range('Y')},"<>")` },
    ]);
  });

  test('offers a drop-down for every choice, one range each', () => {
    const xml = partText(written.bytes, 'xl/worksheets/sheet1.xml');
    expect([...xml.matchAll(/<dataValidation [^>]*sqref="([^"]*)"/gu)].map(([, range]) => range)).toEqual(['E5:E8', 'K5:K8']);
  });

  test('of nobody is still a list', async () => {
    const { bytes, fileName } = await writeFiling([], filingHeader);
    expect((await readFiling(bytes, fileName)).rows).toEqual([]);
  });
});

describe('read back', () => {
  test('says what was written, in stroke order, with its members, ids and hashes', async () => {
    const { rows, warnings, header } = await readFiling(written.bytes, written.fileName);
    const expected = [2, 1, 4, 3].map((order) => sampleFiling[order - 1]);
    // 王 4 strokes, 陈 7, 欧 8, 黄 11.
    expect(rows.map(({ record, recordId, errors }) => ({ record, recordId, errors }))).toEqual(
      expected.map((entry) => ({ record: expect.objectContaining(asRead(entry?.record ?? {})), recordId: entry?.recordId, errors: [] })),
    );
    expect(rows.every(({ baseHash }) => /^[0-9a-f]{64}$/u.test(baseHash ?? ''))).toBe(true);
    expect([warnings, header]).toEqual([[], { department: '区教育局', filler: '何思齐', phone: '027-88000000', date: '2026年9月5日' }]);
  });

  test('with rows moved about and renumbered each row still has its own record', async () => {
    const sheet = workbook.getWorksheet('备案汇总表');
    const [first, third] = [sheet?.getRow(5).values, sheet?.getRow(7).values];
    if (sheet === undefined || first === undefined || third === undefined) throw new Error('The list has no such rows.');
    sheet.getRow(5).values = third;
    sheet.getRow(7).values = first;
    sheet.getCell('A5').value = 1;
    sheet.getCell('A7').value = 3;
    const { rows } = await readFiling(new Uint8Array(await workbook.xlsx.writeBuffer()), written.fileName);
    const byName = Object.fromEntries(sampleFiling.map(({ recordId, record }) => [record.leadName, recordId]));
    expect(rows.map(({ record, recordId }) => recordId === byName[record.leadName ?? ''])).toEqual([true, true, true, true]);
  });

  test('whose names no longer agree with the list of members, the list of studios counts', async () => {
    const copy = new ExcelJS.Workbook();
    await copy.xlsx.load(written.bytes.slice().buffer);
    const cell = copy.getWorksheet('备案汇总表')?.getCell('M5');
    if (cell !== undefined) cell.value = '赵清、孙和、新人甲';
    const { rows, warnings } = await readFiling(new Uint8Array(await copy.xlsx.writeBuffer()), written.fileName);
    expect([rows[0]?.record.members, warnings.map((warning) => [warning.cell, warning.message])]).toEqual([
      [{ name: '赵清' }, { name: '孙和' }, { name: '新人甲' }],
      [['M5', '「成员名单」与汇总表中的成员姓名不一致：以汇总表为准，请核对。']],
    ]);
  });
});

describe('a workbook of another kind or time', () => {
  const withMeta = async (key: string, value: string) => {
    const copy = new ExcelJS.Workbook();
    await copy.xlsx.load(written.bytes.slice().buffer);
    copy.getWorksheet('_meta')?.eachRow((row) => {
      if (row.getCell(1).value === key) row.getCell(2).value = value;
    });
    return readFiling(new Uint8Array(await copy.xlsx.writeBuffer()), '备案.xlsx');
  };

  test('is refused with the program that reads it when its schema is newer', async () => {
    await expect(withMeta('schemaVersion', String(filing.schemaVersion + 1))).rejects.toThrow(
      `无法导入「备案.xlsx」：它由较新版本的程序写出（备案汇总表第 ${filing.schemaVersion + 1} 版格式，本程序只识别到第 ${filing.schemaVersion} 版）`,
    );
  });

  test('is read when its schema is this one', async () => {
    expect((await withMeta('schemaVersion', String(filing.schemaVersion))).rows.length).toBe(4);
  });

  test('is refused with its own name when it is something else', async () => {
    await expect(withMeta('kind', 'application-list')).rejects.toThrow('无法按「备案汇总表」导入「备案.xlsx」：这是一份');
  });

  test('is refused when its mark makes no sense', async () => {
    await expect(withMeta('schemaVersion', '第一版')).rejects.toThrow('版本标记已损坏');
    await expect(withMeta('writtenOn', '2026-02-30')).rejects.toThrow('写出日期已损坏');
    await expect(withMeta('writtenOn', '')).rejects.toThrow('写出日期已损坏');
  });
});

const date = fc.integer({ min: dayNumber(plainDate('1990-01-01')), max: dayNumber(plainDate('2060-12-31')) }).map(dateOfDayNumber);
const birth = fc.integer({ min: dayNumber(plainDate('1940-01-01')), max: dayNumber(plainDate('2000-12-31')) }).map(dateOfDayNumber);
const han = fc.constantFrom(...'王李张陈赵方欧阳堃喆明远知行清和安宁小大中学校区一二三');
const personName = fc.array(han, { minLength: 2, maxLength: 4 }).map((characters) => characters.join(''));
/** Text as people type it: letters, Chinese, what begins a formula, what means something in XML, and escapes of the format. */
const line = fc
  .array(fc.oneof(han, fc.constantFrom(...'=+-@&<>"\'_x0041_A1％〔〕（）；，、。𠮷')), { minLength: 1, maxLength: 20 })
  .map((characters) => characters.join(''));
const record = fc.record(
  {
    sector: fc.constantFrom('教育', '卫生', '文化', '技能', '民生'),
    leadTitle: line,
    leadPhone: fc.constantFrom('13800000001', '027-88000000', '13800000001、13800000002'),
    hostUnit: line,
    hostUnitKind: fc.constantFrom('enterprise', 'public-institution', 'other'),
    members: fc.array(
      fc.record({ name: personName, sex: fc.constantFrom('male', 'female'), birthDate: birth, title: line }, { requiredKeys: ['name'] }),
      { minLength: 1, maxLength: 6 },
    ),
    trainingAudience: line,
    area: fc.integer({ min: 1, max: 10_000_000 }).map((centiares) => centiares / 100),
    dedicatedFunds: fc.integer({ min: 0, max: 99_999_999_99 }),
    namingDocument: line,
    namedOn: date,
    meetingOn: date,
    minutesNumber: line,
    letterNumber: line,
    cycleFrom: date,
    cycleTo: date,
    filingNumber: line,
    filedOn: date,
    remarks: fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
  },
  { requiredKeys: [] },
);

test('whatever a register holds comes back from the workbook as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(record, personName, birth), { maxLength: 8 }), async (studios) => {
      const entries = studios.map(([known, leadName, leadBirthDate], index): FilingEntry => {
        const lead = {
          leadName,
          leadBirthDate,
          leadSex: index % 2 === 0 ? 'male' : 'female',
          leadIdNumber: idNumberOf(leadBirthDate.replaceAll('-', ''), 101 + index),
        } as const;
        return { recordId: `id-${index}`, record: { ...known, ...lead, studioName: `${leadName}${index}名师工作室` } };
      });
      const { bytes, fileName } = await writeFiling(entries, filingHeader);
      const { rows } = await readFiling(bytes, fileName);
      const read = new Map(rows.map((row) => [row.recordId, row]));
      expect(rows.flatMap(({ errors }) => errors)).toEqual([]);
      for (const entry of entries) expect(read.get(entry.recordId)?.record).toEqual(asRead(entry.record));
    }),
    { numRuns: 40 },
  );
});

function partText(bytes: Uint8Array, name: string): string {
  return Buffer.from(unpackWorkbook(bytes, '备案.xlsx')[name] ?? new Uint8Array()).toString('utf8');
}

test('nothing in it points outside', async () => {
  expect((await openWorkbook(written.bytes, written.fileName)).linksOutside).toBe(false);
});
