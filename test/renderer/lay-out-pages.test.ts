import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Line, layOutPages } from '../../renderer/documents/pages/lay-out-pages.ts';

/** Lines of the given heights, one under the other. */
function column(heights: readonly number[]): readonly Line[] {
  let top = 0;
  return heights.map((height) => {
    const line = { top, bottom: top + height };
    top += height;
    return line;
  });
}

const heights = fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 60 });

test('shows every part of the column exactly once and in order', () => {
  fc.assert(
    fc.property(heights, fc.integer({ min: 50, max: 400 }), (sizes, height) => {
      const strips = layOutPages(column(sizes), height).flat();
      const total = sizes.reduce((sum, size) => sum + size, 0);
      expect(strips.map(({ top }) => top)).toEqual([
        ...(strips.length === 0 ? [] : [0]),
        ...strips.slice(0, -1).map(({ bottom }) => bottom),
      ]);
      expect(strips.at(-1)?.bottom ?? 0).toBe(total);
    }),
  );
});

test('fills no page beyond its height unless one line alone is higher', () => {
  fc.assert(
    fc.property(heights, fc.integer({ min: 50, max: 400 }), (sizes, height) => {
      for (const page of layOutPages(column(sizes), height)) {
        const used = page.reduce((sum, { top, bottom }) => sum + bottom - top, 0);
        const lines = column(sizes).filter(({ top, bottom }) => page.some((strip) => strip.top <= top && bottom <= strip.bottom));
        expect(used <= height + 1 || lines.length === 1).toBe(true);
      }
    }),
  );
});

test('twenty-two lines fill a page of twenty-two lines, the twenty-third begins the next', () => {
  const lines = column(Array<number>(23).fill(39.27));
  const pages = layOutPages(lines, 22 * 39.27);
  expect(pages.map((page) => page.map(({ top, bottom }) => Math.round((bottom - top) / 39.27)))).toEqual([[22], [1]]);
});

test('a table that goes on to another page is headed by its heading rows again', () => {
  const heading = { top: 0, bottom: 20 };
  const rows = [
    { top: 0, bottom: 60 },
    { top: 60, bottom: 100, heading },
    { top: 100, bottom: 140, heading },
  ];
  expect(layOutPages(rows, 100)).toEqual([
    [{ top: 0, bottom: 100 }],
    [
      { top: 0, bottom: 20 },
      { top: 100, bottom: 140 },
    ],
  ]);
});

test('what begins a page begins one, and what keeps with the next goes there with it', () => {
  const lines = column([40, 40, 40, 40, 40]);
  const withMarks = lines.map((line, index) => ({ ...line, startsPage: index === 1, keepNext: index === 2 || index === 3 }));
  const cut = (height: number) => layOutPages(withMarks, height).map((page) => page.map(({ top, bottom }) => [top, bottom]));
  expect(cut(120)).toEqual([[[0, 40]], [[40, 80]], [[80, 200]]]);
  // More than a page holds is cut where the page ends.
  expect(cut(100)).toEqual([[[0, 40]], [[40, 120]], [[120, 200]]]);
});

test('a document without a line has no page', () => {
  expect(layOutPages([], 100)).toEqual([]);
});
