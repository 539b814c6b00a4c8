import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { convertWithLibreOffice } from '../machine/convert-with-libreoffice.ts';
import { measurePdf } from '../machine/measure-pdf.ts';
import { describeWith } from '../machine/require-tools.ts';
import { validateOfficeFiles } from '../machine/validate-office-file.ts';
import { sampleBooks } from './sample-books.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingshi-books-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const paths = Object.entries(await sampleBooks()).map(([name, bytes]) => {
  const path = join(folder, `${name}.xlsx`);
  writeFileSync(path, bytes);
  return path;
});

describeWith(['office-validator'], 'the Open XML SDK', () => {
  test('finds no error in a workbook of any of these kinds', async () => {
    expect(await validateOfficeFiles(paths)).toEqual({});
  });
});

/** Paper of the first sheet, and what its header says on every page it takes. */
const drawn = {
  'expense-ledger': { paper: [420, 297], title: '经费台账', header: ['序号', '凭证号', '透支理由'] },
} as const;

describeWith(['libreoffice'], 'LibreOffice', () => {
  test('draws each on the paper it claims, one page wide, with its header on every page and no number cut short', async () => {
    const pdfs = await convertWithLibreOffice(paths, 'pdf', folder);
    for (const [index, { paper, title, header }] of Object.values(drawn).entries()) {
      const pages = (await measurePdf(pdfs[index] ?? '')).map((page) => ({ ...page, text: page.lines.map(({ text }) => text).join('\n') }));
      const listed = pages.filter(({ text }) => text.includes(title) && !text.includes('填表说明'));
      expect(listed.length).toBeGreaterThan(0);
      for (const { width, height, text } of listed) {
        expect([Math.round(width), Math.round(height)]).toEqual(paper);
        for (const word of header) expect(text).toContain(word);
      }
      expect(pages.filter(({ text }) => text.includes('###'))).toEqual([]);
    }
  });
});
