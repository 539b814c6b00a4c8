import { type SeatKind, seatKindLabels } from '../policy/seat.ts';
import type { CellProblem, ReadRow } from './read-result.ts';
import { rowProblem } from './row-problem.ts';
import { columnLabel, type WorkbookKind } from './workbook-kind.ts';

/**
 * What a row says in columns that belong to another department than its sender, where it is not what the register has: each is an error
 * of its cell. `present` is what the register has of the record, undefined for a new one.
 */
export function foreignValues<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  row: ReadRow<Fields>,
  present: Readonly<Partial<Fields>> | undefined,
  sender: SeatKind,
): readonly CellProblem[] {
  const said = kind.cellsOf(row.record);
  const stands = present === undefined ? {} : kind.cellsOf(present);
  return kind.columns.flatMap((column) => {
    const [is, was] = [said[column.key], (stands as Partial<typeof said>)[column.key]];
    if (column.owner === undefined || column.owner === sender || is === undefined) return [];
    if (was !== undefined && JSON.stringify(column.type.write(was)) === JSON.stringify(column.type.write(is))) return [];
    const now = was === undefined ? '登记库中为空' : `登记库中为「${column.type.show(was)}」`;
    const message = `${columnLabel(column)}由${seatKindLabels[column.owner]}填写，${seatKindLabels[sender]}不能改动（${now}，文件中为「${column.type.show(is)}」）：请恢复原来的内容或清空这一格。`;
    return [rowProblem(kind, row, column.key, message)];
  });
}
