import type { InferInsertModel } from 'drizzle-orm';
import type { importBatches, people, studios, teamRoles } from '../../db/schema.ts';
import { seedDepartmentList } from '../../db/seed-departments.ts';
import { plainDate } from '../../policy/plain-date.ts';

/** The day the tests' acts are done for. */
export const today = plainDate('2026-08-10');

/** An id that says its number: rows of tests are told apart by it. */
export function numberedId(number: number): string {
  return `01900000-0000-7000-9000-${String(number).padStart(12, '0')}`;
}

/** 区教育局. */
export const educationBureauId = seedDepartmentList[0]?.id ?? '';

/** 教育. */
export const educationSectorId = seedDepartmentList[0]?.sector?.id ?? '';

/** A studio of the education sector, valid and nothing more. */
export function studioRow(number: number): InferInsertModel<typeof studios> {
  return { id: numberedId(number), name: `尉迟川第${number}名师工作室`, sectorId: educationSectorId };
}

/** A person, valid and nothing more. */
export function personRow(number: number): InferInsertModel<typeof people> {
  return { id: numberedId(number), name: `欧阳第${number}` };
}

/** Somebody's open role in a studio. */
export function roleRow(number: number, studioId: string, personId: string): InferInsertModel<typeof teamRoles> {
  return { id: numberedId(number), studioId, personId, role: 'lead', sequence: 1, fromDate: today };
}

/** An import batch without rows. */
export function batchRow(number: number): InferInsertModel<typeof importBatches> {
  return {
    id: numberedId(number),
    number,
    kind: 'application-list',
    fileName: '汇总表.xlsx',
    sha256: 'a'.repeat(64),
    importedOn: today,
    departmentId: educationBureauId,
    rowCount: 0,
    newCount: 0,
    changedCount: 0,
    unchangedCount: 0,
    errorCount: 0,
  };
}
