import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readApplicationList } from '../../exchange/application-list.ts';
import { writeErrorReport } from '../../exchange/error-report.ts';
import type { FilingEntry } from '../../exchange/filing-record.ts';
import { readFiling } from '../../exchange/read-filing.ts';
import { writeApplicationListTemplate } from '../../exchange/write-application-list-template.ts';
import { writeFiling } from '../../exchange/write-filing.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { samplePath } from '../fixtures/make-sample-workbook.ts';
import { convertWithLibreOffice } from '../machine/convert-with-libreoffice.ts';
import { measurePdf } from '../machine/measure-pdf.ts';
import { describeWith } from '../machine/require-tools.ts';
import { validateOfficeFiles } from '../machine/validate-office-file.ts';
import { makeWorkbook } from './make-workbook.ts';
import { filingHeader, sampleFiling } from './sample-filing.ts';
import { idNumberOf, plainHeader, plainRow } from './sample-rows.ts';
import { withLink } from './with-link.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingshi-exchange-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fixture = readFileSync(join(import.meta.dirname, '../fixtures/2026年武昌区教育系统名师工作室申报汇总表（区教育局）.xlsx'));
const sample = readFileSync(samplePath);
/** Enough studios for a second page. */
const many: readonly FilingEntry[] = Array.from({ length: 60 }, (_, index) => {
  const base = sampleFiling[index % 3]?.record ?? {};
  const studioName = `第${index + 1}名师工作室`;
  return { recordId: `id-${index}`, record: { ...base, studioName, leadIdNumber: idNumberOf('19711231', 101 + index * 2) } };
});
const template = {
  year: 2026,
  department: '区教育局',
  sector: '教育',
  sectors: ['教育', '卫生'],
  date: plainDate('2026-08-01'),
  measuresId: 'wuchang-2014',
};

async function reportOf(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const { rows } = await readApplicationList(bytes, name);
  return (
    await writeErrorReport(
      bytes,
      rows.flatMap(({ errors }) => errors),
      name,
    )
  ).bytes;
}

const files = {
  filing: (await writeFiling(sampleFiling, filingHeader)).bytes,
  'filing-of-many': (await writeFiling(many, filingHeader)).bytes,
  'filing-of-nobody': (await writeFiling([], filingHeader)).bytes,
  template: (await writeApplicationListTemplate(template)).bytes,
  'report-of-sample': await reportOf(sample, '样例.xlsx'),
  'report-of-fixture': await reportOf(fixture, '申报.xlsx'),
  'report-of-linked': (
    await writeErrorReport(withLink(fixture), [{ sheet: '申报汇总', cell: 'G6', studio: '', field: '', message: '没有填写' }], '链接.xlsx')
  ).bytes,
  'report-of-addresses': (
    await writeErrorReport(
      await makeWorkbook({
        rows: [plainHeader, plainRow(1)],
        change(sheet) {
          sheet.getCell('B2').value = { text: '样例1名师工作室', hyperlink: 'http://example.invalid/' };
        },
      }),
      [{ sheet: '表1', cell: 'G2', studio: '', field: '', message: '没有填写' }],
      '网址.xlsx',
    )
  ).bytes,
  'report-of-template': (
    await writeErrorReport(
      (
        await writeApplicationListTemplate(template)
      ).bytes,
      [{ sheet: '申报汇总表', cell: 'G6', studio: '', field: '', message: '没有填写' }],
      '模板.xlsx',
    )
  ).bytes,
  sample,
};
const paths = Object.entries(files).map(([name, bytes]) => {
  const path = join(folder, `${name}.xlsx`);
  writeFileSync(path, bytes);
  return path;
});

describeWith(['office-validator'], 'the Open XML SDK', () => {
  test('finds no error in any workbook written, nor in one that was marked', async () => {
    expect(await validateOfficeFiles(paths)).toEqual({});
  });
});

describeWith(['libreoffice'], 'LibreOffice', () => {
  const a3Across = { width: 420, height: 297 };

  test('draws the filing list on A3 across, all its columns on one page, its header on the next page too', async () => {
    const [pdf = ''] = await convertWithLibreOffice([join(folder, 'filing-of-many.xlsx')], 'pdf', folder);
    const pages = await measurePdf(pdf);
    const list = pages.filter(({ lines }) => lines.some(({ text }) => text.includes('备案汇总表')));
    expect(list.length).toBeGreaterThan(1);
    for (const page of list) {
      expect([Math.round(page.width), Math.round(page.height)]).toEqual([a3Across.width, a3Across.height]);
      const text = page.lines.map((line) => line.text).join('\n');
      for (const header of ['序号', '身份证号', '周期止', '备案日期', '备注']) expect(text).toContain(header);
      expect(text).toMatch(/第\s*\d+\s*页\s*共\s*\d+\s*页/u);
    }
    const rows = list.flatMap(({ lines }) => lines.flatMap(({ text }) => /第(\d+)名师/u.exec(text)?.[1] ?? []));
    expect(new Set(rows).size).toBe(60);
  });

  test('draws the template and the sample one page wide', async () => {
    const pdfs = await convertWithLibreOffice([join(folder, 'template.xlsx'), join(folder, 'sample.xlsx')], 'pdf', folder);
    for (const pdf of pdfs) {
      const pages = (await measurePdf(pdf)).filter(({ lines }) => lines.some(({ text }) => text.includes('申报汇总表')));
      for (const page of pages) {
        const text = page.lines.map((line) => line.text).join('\n');
        for (const header of ['序号', '资格依据', '备注']) expect(text).toContain(header);
      }
      expect(pages.length).toBeGreaterThan(0);
    }
  });

  test.each(['xlsx', 'xls', 'ods'] as const)('saves the filing list as .%s and nothing in it changes', async (ending) => {
    const out = mkdtempSync(join(folder, 'saved-'));
    const [path = ''] = await convertWithLibreOffice([join(folder, 'filing.xlsx')], ending, out);
    const [before, after] = [await readFiling(files.filing, '备案.xlsx'), await readFiling(readFileSync(path), `备案.${ending}`)];
    const plain = (rows: typeof before.rows) =>
      rows.map(({ record, recordId, baseHash, errors }) => ({ record, recordId, baseHash, errors }));
    expect(plain(after.rows)).toEqual(plain(before.rows));
  });

  test.each(['xlsx', 'xls', 'ods'] as const)('saves the sample as .%s and nothing in it changes', async (ending) => {
    const out = mkdtempSync(join(folder, 'saved-'));
    const [path = ''] = await convertWithLibreOffice([samplePath], ending, out);
    const [before, after] = [
      await readApplicationList(sample, '样例.xlsx'),
      await readApplicationList(readFileSync(path), `样例.${ending}`),
    ];
    const plain = (rows: typeof before.rows) =>
      rows.map(({ row, record, errors }) => ({ row, record, cells: errors.map(({ cell }) => cell) }));
    expect(plain(after.rows)).toEqual(plain(before.rows));
  });

  test('opens every error report and keeps its column and its comments', async () => {
    const out = mkdtempSync(join(folder, 'saved-'));
    const [path = ''] = await convertWithLibreOffice([join(folder, 'report-of-sample.xlsx')], 'xlsx', out);
    const saved = readFileSync(path);
    const { rows } = await readApplicationList(saved, '样例.xlsx');
    const errors = rows.flatMap((row) => row.errors);
    const second = await writeErrorReport(saved, errors.slice(0, 1), '样例.xlsx');
    expect(errors.map(({ cell }) => cell)).toEqual(['G15', 'G16']);
    const again = await readApplicationList(second.bytes, '样例.xlsx');
    expect(again.rows.map(({ record }) => record)).toEqual(rows.map(({ record }) => record));
    writeFileSync(join(folder, 'second-report.xlsx'), second.bytes);
  });
});
