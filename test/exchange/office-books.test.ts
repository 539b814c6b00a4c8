import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, expect, test } from 'vitest';
import { convertWithLibreOffice } from '../machine/convert-with-libreoffice.ts';
import { measurePdf } from '../machine/measure-pdf.ts';
import { describeWith } from '../machine/require-tools.ts';
import { validateOfficeFiles } from '../machine/validate-office-file.ts';
import { sampleBooks } from './sample-books.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingshi-books-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const books = Object.entries(await sampleBooks()).map(([name, book]) => {
  const path = join(folder, `${name}.xlsx`);
  writeFileSync(path, book.bytes);
  return { ...book, name, path };
});
const paths = books.map(({ path }) => path);

describeWith(['office-validator'], 'the Open XML SDK', () => {
  test('finds no error in a workbook of any of these kinds', async () => {
    expect(await validateOfficeFiles(paths)).toEqual({});
  });
});

test('the year’s tables have native charts of their own cells, one to each table with lines', async () => {
  const { sheets } = await readXlsx(books.find(({ name }) => name === 'annual-summary')?.bytes ?? new Uint8Array());
  const charts = sheets.map(({ name, charts: own = [] }) => [
    name,
    own.map(({ title, series }) => [title, series?.map(({ valuesRef }) => valuesRef)]),
  ]);
  expect(charts).toEqual([
    ['分领域', [['各领域名师工作室（个）', ["'分领域'!$B$4:$B$8", "'分领域'!$E$4:$E$8"]]]],
    ['任务完成', [['任务完成率（%）', ["'任务完成'!$E$4:$E$6"]]]],
    ['考核等次', []],
    ['_meta', []],
  ]);
});

test('what sums up is the same file from the same register', async () => {
  const again = await sampleBooks();
  const sums = books.filter(({ read }) => read === undefined);
  expect(sums.map(({ name }) => again[name]?.bytes)).toEqual(sums.map(({ bytes }) => bytes));
});

describeWith(['libreoffice'], 'LibreOffice', () => {
  test('draws each on the paper it claims, one page wide, with its header on every page and no number cut short', async () => {
    const pdfs = await convertWithLibreOffice(paths, 'pdf', folder);
    for (const [index, { paper, title, header }] of books.entries()) {
      const pages = (await measurePdf(pdfs[index] ?? '')).map((page) => ({ ...page, text: page.lines.map(({ text }) => text).join('\n') }));
      const listed = pages.filter(({ text }) => text.includes(title) && !text.includes('填表说明'));
      expect(listed.length).toBeGreaterThan(0);
      for (const { width, height, text } of listed) {
        expect([Math.round(width), Math.round(height)]).toEqual(paper);
        for (const word of header) expect(text).toContain(word);
      }
      expect(pages.filter(({ text }) => /###|Err:|#[A-Z]+!/u.test(text))).toEqual([]);
    }
  });

  test.each(['xlsx', 'xls', 'ods'] as const)('saves each that comes back as .%s, and nothing it says has changed', async (ending) => {
    const sent = books.flatMap(({ read, ...book }) => (read === undefined ? [] : [{ ...book, read }]));
    const out = mkdtempSync(join(folder, 'saved-'));
    const saved = await convertWithLibreOffice(
      sent.map(({ path }) => path),
      ending,
      out,
    );
    for (const [index, { read, bytes, name }] of sent.entries()) {
      const [before, after] = [await read(bytes, `${name}.xlsx`), await read(readFileSync(saved[index] ?? ''), `${name}.${ending}`)];
      const plain = (rows: typeof before.rows) => rows.map(({ record, recordId, errors }) => ({ record, recordId, errors }));
      expect(plain(before.rows).flatMap(({ errors }) => errors)).toEqual([]);
      expect(plain(after.rows)).toEqual(plain(before.rows));
    }
  });
});
