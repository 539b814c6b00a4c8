import type { ReadableDatabase } from '../../db/database.ts';
import { type Department, departmentIdByName, departmentsOn } from '../../db/queries/departments.ts';
import type { FormHeader, ReadResult } from '../../exchange/read-result.ts';
import { Refusal } from '../../policy/refusal.ts';
import { type SeatKind, seatKindLabels } from '../../policy/seat.ts';
import type { Context } from '../context.ts';

/**
 * The department that sent a workbook: by its meta sheet, otherwise by the line under the title. `undefined` when neither names one this
 * register knows. Refuses a workbook that another kind of department wrote than the one whose business it is.
 */
export function senderOfFile<Fields>(
  db: ReadableDatabase,
  { origin, header }: Pick<ReadResult<string, Fields>, 'origin' | 'header'>,
  kind: { readonly title: string; readonly from: SeatKind | readonly SeatKind[] },
  { today }: Context,
): Department | undefined {
  const departments = departmentsOn(db, today);
  const from = [kind.from].flat();
  const named = nameIn(origin, header);
  const id = named === undefined ? undefined : departmentIdByName(db, named);
  const sender = departments.find((department) => department.id === id);
  if (sender !== undefined && !from.includes(sender.kind)) {
    throw new Refusal(
      `无法导入「${kind.title}」：这份文件由${sender.name}写出，「${kind.title}」应由${from.map((each) => seatKindLabels[each]).join('或')}报送。请核对文件，或向报送的部门索取。`,
    );
  }
  // There is one HR bureau and one office: a list retyped by hand can only be theirs.
  const [only, ...others] = departments.filter((department) => from.includes(department.kind));
  return sender ?? (others.length === 0 ? only : undefined);
}

function nameIn(origin: ReadResult<string, unknown>['origin'], { department }: FormHeader): string | undefined {
  return origin?.sender ?? department;
}
