import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { SeatKind } from '../../policy/seat.ts';
import type { ReadableDatabase } from '../database.ts';
import { departmentNames, departments, sectors } from '../schema.ts';
import { seedDepartmentList } from '../seed-departments.ts';

/** A department under the name it bears on one day. */
export interface Department {
  readonly id: string;
  readonly kind: SeatKind;
  /** Short: 区教育局. */
  readonly name: string;
  /** On documents: 武汉市武昌区教育局. */
  readonly officialName: string;
  /** Series of its document numbers: 武昌教名. */
  readonly numberPrefix: string;
  /** Sectors it is the bureau of. */
  readonly sectors: readonly string[];
}

/** All departments under the names valid on a day, in the order of their ids. */
export function departmentsOn(db: ReadableDatabase, on: PlainDate): readonly Department[] {
  const rows = db
    .select({
      id: departments.id,
      kind: departments.kind,
      name: departmentNames.name,
      officialName: departmentNames.officialName,
      numberPrefix: departmentNames.numberPrefix,
    })
    .from(departments)
    .innerJoin(departmentNames, eq(departmentNames.departmentId, departments.id))
    .where(and(lte(departmentNames.validFrom, on), or(isNull(departmentNames.validTo), gte(departmentNames.validTo, on))))
    .orderBy(asc(departments.id))
    .all();
  const bureaus = db.select({ name: sectors.name, bureauId: sectors.bureauId }).from(sectors).orderBy(asc(sectors.id)).all();
  return rows.map((row) => ({ ...row, sectors: bureaus.filter(({ bureauId }) => bureauId === row.id).map(({ name }) => name) }));
}

/** A name a department has borne, bears or will bear. */
export interface DepartmentName {
  readonly departmentId: string;
  readonly kind: SeatKind;
  readonly name: string;
  readonly officialName: string;
  readonly numberPrefix: string;
  readonly validFrom: PlainDate;
  /** Last day of the name; null while it holds. */
  readonly validTo: PlainDate | null;
}

/** Every name of every department, each department's in the order of their days. */
export function departmentNamesOverTime(db: ReadableDatabase): readonly DepartmentName[] {
  return db
    .select({
      departmentId: departmentNames.departmentId,
      kind: departments.kind,
      name: departmentNames.name,
      officialName: departmentNames.officialName,
      numberPrefix: departmentNames.numberPrefix,
      validFrom: departmentNames.validFrom,
      validTo: departmentNames.validTo,
    })
    .from(departmentNames)
    .innerJoin(departments, eq(departments.id, departmentNames.departmentId))
    .orderBy(asc(departmentNames.departmentId), asc(departmentNames.validFrom))
    .all();
}

/** The department that bears, or ever bore, a short or official name. */
export function departmentIdByName(db: ReadableDatabase, name: string): string | undefined {
  return db
    .select({ id: departmentNames.departmentId })
    .from(departmentNames)
    .where(or(eq(departmentNames.name, name), eq(departmentNames.officialName, name)))
    .get()?.id;
}

/** Every sector with the department that is its bureau. */
export function listSectors(db: ReadableDatabase): readonly { readonly id: string; readonly name: string; readonly bureauId: string }[] {
  return db.select().from(sectors).orderBy(asc(sectors.id)).all();
}

/** The departments a new register begins with, under the names valid on a day: what a first start can choose from. */
export function firstDepartmentsOn(on: PlainDate): readonly Department[] {
  return seedDepartmentList.flatMap(({ id, kind, sector, names }) =>
    names
      .filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo >= on))
      .map(({ name, officialName, numberPrefix }) => ({
        id,
        kind,
        name,
        officialName,
        numberPrefix,
        sectors: sector === undefined ? [] : [sector.name],
      })),
  );
}
