import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MeasuredPage } from '../machine/measure-pdf.ts';
import { describeWith } from '../machine/require-tools.ts';
import { validateOfficeFiles } from '../machine/validate-office-file.ts';
import { formDocuments } from './form-documents.ts';
import { bottomOf, findLine, type MeasuredDocuments, measureDocuments, pageNumber, textLines, topOf } from './measured-documents.ts';

describeWith(['libreoffice', 'poppler', 'office-validator'], 'letters, forms and wide tables as LibreOffice draws them', () => {
  let folder: string;
  let documents: MeasuredDocuments;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingshi-forms-'));
    documents = await measureDocuments(await formDocuments(), folder);
  }, 240_000);
  afterAll(() => rm(folder, { recursive: true }));

  const pagesOf = (name: string): readonly MeasuredPage[] => documents.get(name) ?? [];
  const everyPage = (): { name: string; number: number; page: MeasuredPage }[] =>
    Array.from(documents).flatMap(([name, pages]) => pages.map((page, index) => ({ name, number: index + 1, page })));
  const isLetter = (name: string): boolean => /^(?:return|acceptance)/.test(name);
  const isLandscape = ({ width, height }: MeasuredPage): boolean => width > height;
  const black = ({ colour }: { readonly colour: string }): boolean => colour !== '#ff0000';

  test('the Open XML SDK finds no error in any of them', async () => {
    expect(await validateOfficeFiles(Array.from(documents.keys(), (name) => join(folder, `${name}.docx`)))).toEqual({});
  });

  test('nothing but page numbers and red lines stands outside the text area', () => {
    const outside = everyPage().flatMap(({ name, number, page }) => {
      const [left, right, top, bottom] = isLandscape(page) ? [34.5, 260.5, 27.5, 184.5] : [27.5, 184.5, 36, 263];
      const lines = page.lines.filter((line) => line !== pageNumber(page) || isLandscape(page));
      const head = isLetter(name) && number === 1 ? 29 : top;
      return [
        ...lines
          .filter((line) => line.left < left || line.right > right || topOf(line) < head || bottomOf(line) > bottom)
          .map(({ text }) => `${name} ${number} ${text}`),
        ...page.rules
          .filter(black)
          .filter((rule) => rule.left < left || rule.right > right || rule.top < top || rule.bottom > bottom)
          .map((rule) => `${name} ${number} ${JSON.stringify(rule)}`),
      ];
    });
    expect(outside).toEqual([]);
  });

  test('every page has its number but covers and the first pages of letters', () => {
    const numbers = everyPage().map(({ name, number, page }) => [
      name,
      number,
      isLandscape(page) ? page.slanted.trim() : (pageNumber(page)?.text ?? ''),
    ]);
    const wanted = everyPage().map(({ name, number }) => [
      name,
      number,
      number === 1 && (isLetter(name) || name.startsWith('application')) ? '' : `— ${number} —`,
    ]);
    expect(numbers).toEqual(wanted);
  });

  test('no text is drawn with the box that stands for a missing character', () => {
    const fonts = new Set(everyPage().flatMap(({ page }) => page.lines.flatMap((line) => line.fonts)));
    expect([...fonts].filter((font) => !/Fandol|NotoS|DejaVuSans/.test(font))).toEqual([]);
    expect(findLine(pagesOf('inspection-filled'), '☑').line.fonts).toContain('DejaVuSans');
  });

  test('no letter has a page with only a signature', () => {
    for (const name of [...documents.keys()].filter(isLetter)) {
      const last = pagesOf(name).findLast((page) => page.lines.some(({ text }) => text === '2026年8月11日'));
      const above = textLines(last as MeasuredPage).findIndex(({ text }) => text === '2026年8月11日') - 1;
      expect([name, above >= 1]).toEqual([name, true]);
    }
  });

  test.each([1, 22, 23, 300])('a list of %i plaques has each of them once, and the last two above its signatures', (count) => {
    const numbers = pagesOf(`plaques-${count}`).map((page) =>
      page.lines.flatMap(({ parts }) => parts.slice(0, 1).flatMap(({ text }) => (/^\d+$/.test(text) ? [Number(text)] : []))),
    );
    expect(numbers.flat()).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(findLine(pagesOf(`plaques-${count}`), '制表人').page).toBe(numbers.length);
    expect(numbers.at(-1)?.length).toBeGreaterThanOrEqual(Math.min(2, count));
  });

  test.each(['inspection-blank', 'inspection-filled', 'inspection-60'])(
    '%s: every requirement stands whole on a page, under its header',
    (name) => {
      const rows = pagesOf(name).map((page) => {
        const lines = textLines(page);
        const numbers = lines.flatMap(({ parts }) => parts.slice(0, 1).flatMap(({ text }) => (/^\d+$/.test(text) ? [Number(text)] : [])));
        return {
          numbers,
          boxes: lines.filter(({ text }) => text.includes('需补正')).length,
          headed: lines.some(({ text }) => text.includes('依据条款')),
        };
      });
      expect(rows.map(({ boxes }) => boxes)).toEqual(rows.map(({ numbers }) => numbers.length));
      expect(rows.map(({ headed }) => headed)).toEqual(rows.map(({ numbers }) => numbers.length > 0));
      const all = rows.flatMap(({ numbers }) => numbers);
      expect(all).toEqual(all.map((_, index) => index + 1));
    },
  );
});
