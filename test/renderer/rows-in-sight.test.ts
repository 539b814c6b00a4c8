import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedTo, rowHeight, rowsInSight, scrollToShow } from '../../renderer/studios/rows-in-sight.ts';

const count = fc.integer({ min: 0, max: 100_000 });
const pixels = fc.integer({ min: 0, max: 4_100_000 });
const height = fc.integer({ min: 0, max: 2_000 });

test('draws every row that is in sight and few that are not, however long the list', () => {
  fc.assert(
    fc.property(pixels, height, count, (top, view, rows) => {
      const { from, to } = rowsInSight(top, view, rows);
      const seen = Array.from({ length: 60 }, (_, index) => Math.floor(top / rowHeight) + index).filter(
        (row) => row < rows && row * rowHeight < top + view,
      );
      expect(seen.every((row) => row >= from && row < to)).toBe(true);
      expect(to - from).toBeLessThanOrEqual(view / rowHeight + 18);
      expect(from >= 0 && from <= to && to <= rows).toBe(true);
    }),
  );
});

test('the keys move within the list and not beyond its ends', () => {
  expect([
    movedTo('ArrowDown', 4, 5),
    movedTo('ArrowUp', 0, 5),
    movedTo('PageDown', 1, 50),
    movedTo('Home', 9, 50),
    movedTo('End', 0, 50),
  ]).toEqual([4, 0, 11, 0, 49]);
});

test('other keys and an empty list move nowhere', () => {
  expect([movedTo('a', 0, 5), movedTo('ArrowDown', 0, 0)]).toEqual([undefined, undefined]);
});

test('scrolls no further than it takes to show a row whole', () => {
  expect([scrollToShow(0, 100, 400), scrollToShow(5, 100, 400), scrollToShow(20, 100, 400)]).toEqual([0, 100, 440]);
});
