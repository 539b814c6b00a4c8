import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { addDays, type PlainDate } from '../../policy/plain-date.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { departmentNames, sectors } from '../schema.ts';

/** Lets the name a department bears end the day before another day. */
export function endDepartmentName(tx: Transaction, departmentId: string, firstDayWithout: PlainDate): void {
  tx.update(departmentNames)
    .set({ validTo: addDays(firstDayWithout, -1) })
    .where(and(eq(departmentNames.departmentId, departmentId), isNull(departmentNames.validTo)))
    .run();
}

/** Gives a department another name from a day on; the one it bears ends the day before. */
export function renameDepartment(
  tx: Transaction,
  departmentId: string,
  name: { readonly name: string; readonly officialName: string; readonly numberPrefix: string; readonly validFrom: PlainDate },
): void {
  endDepartmentName(tx, departmentId, name.validFrom);
  tx.insert(departmentNames)
    .values({ id: newId(), departmentId, ...name })
    .run();
}

/** Corrects how documents write the name a department bears on a day; a name that begins on another day is a rename. */
export function correctOfficialName(tx: Transaction, departmentId: string, on: PlainDate, officialName: string): void {
  const bears = and(
    eq(departmentNames.departmentId, departmentId),
    lte(departmentNames.validFrom, on),
    or(isNull(departmentNames.validTo), gte(departmentNames.validTo, on)),
  );
  tx.update(departmentNames).set({ officialName }).where(bears).run();
}

/** Hands the sectors of one bureau over to another. */
export function moveSectors(tx: Transaction, fromId: string, intoId: string): void {
  tx.update(sectors).set({ bureauId: intoId }).where(eq(sectors.bureauId, fromId)).run();
}
