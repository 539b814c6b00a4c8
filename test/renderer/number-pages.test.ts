import { expect, test } from 'vitest';
import { type CutSection, numberPages } from '../../renderer/documents/pages/number-pages.ts';

const section = (pages: number, begins: CutSection['begins'] = 'next', startsAt: number | null = null): CutSection => ({
  begins,
  startsAt,
  pages,
});

/** The numbers of the sheets; a blank one has none. */
const numbers = (sections: readonly CutSection[]) => numberPages(sections).map((sheet) => (sheet.kind === 'blank' ? null : sheet.number));

test('pages count on from section to section', () => {
  expect(numbers([section(2), section(1), section(3)])).toEqual([1, 2, 3, 4, 5, 6]);
});

test('an imprint on an even page of its own has a blank page before it only after an even page', () => {
  expect(numbers([section(3), section(1, 'even')])).toEqual([1, 2, 3, 4]);
  expect(numbers([section(2), section(1, 'even')])).toEqual([1, 2, null, 4]);
});

test('several documents in one file each begin on a right-hand page and count from 1', () => {
  expect(numbers([section(1, 'odd', 1), section(2, 'odd', 1), section(1, 'odd', 1)])).toEqual([1, null, 1, 2, 1]);
});

test('a document without text has no page, and the first section never a blank one', () => {
  expect(numbers([section(0)])).toEqual([]);
  expect(numbers([section(1, 'even')])).toEqual([1]);
});
