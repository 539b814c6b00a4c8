import type { ReadableDatabase } from '../../db/database.ts';
import { type Department, departmentIdByName, departmentsOn } from '../../db/queries/departments.ts';
import { readSetting } from '../../db/queries/settings.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';

/** The setting that holds the id of the department this computer belongs to. */
export const seatSetting = 'seat';

/** The department of a short or official name, present or former, under the name it bears on a day. Refuses an unknown name. */
export function seatByName(db: ReadableDatabase, name: string, on: PlainDate): Department {
  const id = departmentIdByName(db, name);
  const department = departmentsOn(db, on).find((candidate) => candidate.id === id);
  if (department === undefined) {
    const known = departmentsOn(db, on).map((candidate) => candidate.name);
    throw new Refusal(`无法以「${name}」的身份办理：没有这个部门。可选的部门有 ${known.join('、')}，请从中选择。`);
  }
  return department;
}

/** The department chosen at first start, or `undefined` when nobody has chosen one. */
export function storedSeat(db: ReadableDatabase, on: PlainDate): Department | undefined {
  const id = readSetting(db, seatSetting);
  return departmentsOn(db, on).find((candidate) => candidate.id === id);
}
