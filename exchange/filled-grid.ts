import { cellAddress, type RawCell, type RawMerge, type RawSheet } from './raw-workbook.ts';

/** A sheet in which every cell of a merged area answers with the area's one value. */
export interface FilledGrid {
  readonly sheet: RawSheet;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly at: (row: number, column: number) => RawCell | undefined;
  /** Address of the cell the value really stands in. */
  readonly addressAt: (row: number, column: number) => string;
  readonly mergeAt: (row: number, column: number) => RawMerge | undefined;
}

/** Fills the merged areas of a sheet. Areas reaching past the used cells are clipped, so that a merged column costs nothing. */
export function filledGrid(sheet: RawSheet): FilledGrid {
  const rowCount = sheet.rows.length;
  const columnCount = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  // By row: most rows have none, and then no cell of them is looked for.
  const merges = new Map<number, Map<number, RawMerge>>();
  for (const merge of sheet.merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, rowCount - 1); row++) {
      const ofRow = merges.get(row) ?? new Map<number, RawMerge>();
      merges.set(row, ofRow);
      for (let column = merge.left; column <= Math.min(merge.right, columnCount - 1); column++) ofRow.set(column, merge);
    }
  }
  const mergeAt = (row: number, column: number): RawMerge | undefined => merges.get(row)?.get(column);
  return {
    sheet,
    rowCount,
    columnCount,
    mergeAt,
    at(row, column) {
      const merge = mergeAt(row, column);
      return merge === undefined ? sheet.rows[row]?.[column] : sheet.rows[merge.top]?.[merge.left];
    },
    addressAt(row, column) {
      const merge = mergeAt(row, column);
      return merge === undefined ? cellAddress(row, column) : cellAddress(merge.top, merge.left);
    },
  };
}
