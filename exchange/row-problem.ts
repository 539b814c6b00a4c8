import type { CellProblem, ReadRow } from './read-result.ts';
import { columnLabel, type WorkbookKind } from './workbook-kind.ts';

/** Something wrong with one column of a row though the cell by itself could be read; where the column is missing, with the row. */
export function rowProblem<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  row: ReadRow<Fields>,
  key: keyof Cells & string,
  message: string,
): CellProblem {
  const addresses: Readonly<Record<string, string | undefined>> = row.cells;
  const column = kind.columns.find((candidate) => candidate.key === key);
  return {
    sheet: row.sheet,
    cell: addresses[key] ?? `第${row.row}行`,
    studio: row.studio,
    field: column === undefined ? '' : columnLabel(column),
    message,
  };
}
