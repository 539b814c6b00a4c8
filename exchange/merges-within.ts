import type { RawSheet, RawWorkbook } from './raw-workbook.ts';

/**
 * A workbook whose merged areas reach no further than what is written: a whole column or sheet may be merged, and every cell of it would be
 * drawn. Of two areas that overlap, which no program can show, the first stays.
 */
export function withMergesWithin(workbook: RawWorkbook): RawWorkbook {
  return { ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, merges: mergesWithin(sheet) })) };
}

function mergesWithin({ rows, merges }: RawSheet): RawSheet['merges'] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const taken = new Set<number>();
  return merges
    .map(({ top, left, bottom, right }) => ({ top, left, bottom: Math.min(bottom, rows.length - 1), right: Math.min(right, columns - 1) }))
    .filter(({ top, left, bottom, right }) => {
      const cells: number[] = [];
      for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) cells.push(row * columns + column);
      if (cells.length < 2 || cells.some((cell) => taken.has(cell))) return false;
      for (const cell of cells) taken.add(cell);
      return true;
    });
}
