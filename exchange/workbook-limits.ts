/**
 * How much of a file is read before it is refused. An exchange file has hundreds of rows; a hundred times that is allowed, and
 * what lies beyond is a mistake or an attack. All of it ends within seconds and some hundred megabytes.
 */
export const workbookLimits = {
  /** Bytes of the file. */
  fileBytes: 50 * 1024 * 1024,
  /** Bytes of everything in the file, unpacked. */
  unpackedBytes: 200 * 1024 * 1024,
  /** Unpacked to packed bytes, counted above `ratioFrom` unpacked bytes: spreadsheets stay below 50. */
  ratio: 200,
  ratioFrom: 20 * 1024 * 1024,
  /**
   * Unpacked bytes of an .xlsx, and bytes of a text, that are read in the thread that asks: as many rows as are allowed. Parts other than sheets
   * and their texts count fourfold: they are held in memory whole.
   */
  unpackedHere: 48 * 1024 * 1024,
  textHere: 1024 * 1024,
  /** Files inside the file. */
  parts: 2000,
  /** Last row used, counted from 1. */
  rows: 50_000,
  /** Last column used, counted from 1. */
  columns: 256,
  /** Elements of XML in all parts; forty thousand rows of nineteen columns have some 1,800,000. */
  elements: 2_000_000,
  /** Elements of XML inside each other. */
  nesting: 100,
  /** Cells covered by merged areas, overlaps counted each time. */
  mergedCells: 2_000_000,
} as const;
