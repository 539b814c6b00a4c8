import type { Row, Table } from './document-content.ts';
import { millimetres } from './length.ts';
import { labelCell, type TableTextSize, textCell } from './table-text.ts';

/** A column of a list. */
interface ListColumn {
  readonly header: string;
  /** In millimetres. */
  readonly width: number;
  /** Centred when not said. */
  readonly align?: 'left';
}

/**
 * A list as a table: a header that is repeated on every page, and a row for each of `rows`, each with a text for every column.
 * `height` is the least of a row in twips; where most texts take two lines it is set to hold them, so that full pages end alike.
 */
export function listTable(
  columns: readonly ListColumn[],
  rows: readonly (readonly string[])[],
  size: TableTextSize,
  height: number = millimetres(10),
): Table {
  const header: Row = { height, cells: columns.map(({ header: label }) => labelCell(label, size)) };
  const written = rows.map((row): Row => ({ height, cells: row.map((text, index) => textCell(text, size, columns[index]?.align)) }));
  return { kind: 'table', columns: columns.map(({ width }) => millimetres(width)), headerRows: 1, rows: [header, ...written] };
}
