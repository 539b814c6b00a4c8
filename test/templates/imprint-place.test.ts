import { expect, test } from 'vitest';
import { plainDate } from '../../policy/plain-date.ts';
import { bodyText } from '../../templates/kit/body-text.ts';
import type { DocumentContent } from '../../templates/kit/document-content.ts';
import { settleImprint } from '../../templates/kit/imprint-place.ts';

const imprint = { printer: '武汉市武昌区教育局办公室', printedOn: plainDate('2026-08-20') };
const line = bodyText('一行。');

/** A text of paragraphs of one line, 22 to a page. */
function linesOf(count: number): DocumentContent {
  return {
    title: '样张',
    issuer: '武汉市武昌区教育局',
    date: plainDate('2026-08-20'),
    imprint,
    blocks: Array.from({ length: count }, () => line),
  };
}

/** Where the page is broken for the imprint, as the number of lines above. */
function settled(content: DocumentContent) {
  const { blocks, place } = settleImprint(content, imprint);
  const at = blocks.findIndex((block) => block.kind === 'paragraph' && block.pageBreakBefore === true);
  return { place, linesAbove: at === -1 ? null : at };
}

test('a text that ends on an odd page is followed by the imprint on the even page after it, numbered', () => {
  expect([1, 22, 45, 66].map((count) => settled(linesOf(count)))).toEqual(
    Array.from({ length: 4 }, () => ({ place: { kind: 'own-page', numbered: true }, linesAbove: null })),
  );
});

test('an even page with room for the imprint and a line holds both; with a line less its last paragraph goes on and no page is blank', () => {
  expect(settled(linesOf(23))).toEqual({ place: { kind: 'last-page' }, linesAbove: null });
  expect(settled(linesOf(22 + 20))).toEqual({ place: { kind: 'last-page' }, linesAbove: null });
  expect(settled(linesOf(22 + 21))).toEqual({ place: { kind: 'own-page', numbered: true }, linesAbove: 42 });
  expect(settled(linesOf(44))).toEqual({ place: { kind: 'own-page', numbered: true }, linesAbove: 43 });
});

test('a text that one engine ends on page 1 and another on page 2 is broken so that all end it on page 2', () => {
  // The stop hangs over the edge in Word; LibreOffice takes the last character to a line of its own with it.
  const close = bodyText(`${'国'.repeat(26)}。`);
  const content = { ...linesOf(22), blocks: [...linesOf(21).blocks, close] };
  expect(settled(content)).toEqual({ place: { kind: 'last-page' }, linesAbove: 21 });
});

test('where nothing can be parted, the imprint stands without a number after a blank page', () => {
  const one = bodyText('国'.repeat(28 * 43));
  expect(settled({ ...linesOf(0), blocks: [one] })).toEqual({ place: { kind: 'own-page', numbered: false }, linesAbove: null });
});

test('a list that fills an even page is parted near its end, each part with its header', () => {
  const row = (text: string) => ({ height: 589, cells: [{ paragraphs: [{ kind: 'paragraph' as const, runs: [{ text }], line: 300 }] }] });
  const rows = [row('序号'), ...Array.from({ length: 41 }, (_, index) => row(String(index + 1)))];
  const { blocks, place } = settleImprint({ ...linesOf(0), blocks: [{ kind: 'table', columns: [8000], headerRows: 1, rows }] }, imprint);
  expect(place).toEqual({ kind: 'own-page', numbered: true });
  const parts = blocks.flatMap((block) =>
    block.kind === 'table' ? [block.rows.map(({ cells }) => cells[0]?.paragraphs[0]?.runs[0]?.text)] : [],
  );
  expect(parts.map(([head, ...numbers]) => [head, numbers.length])).toEqual([
    ['序号', 39],
    ['序号', 2],
  ]);
});
