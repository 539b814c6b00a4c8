import { asc, desc, eq } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { ApplicationStatus } from '../../policy/seat.ts';
import type { ReadableDatabase } from '../database.ts';
import { applicationSteps, audit, importBatches } from '../schema.ts';

/** A step an application took. `details` is what was recorded at it, by field. */
export interface ApplicationStep {
  readonly id: string;
  readonly status: ApplicationStatus;
  readonly onDate: PlainDate;
  readonly departmentId: string;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The steps of one application in their order. */
export function readSteps(db: ReadableDatabase, applicationId: string): readonly ApplicationStep[] {
  return db
    .select()
    .from(applicationSteps)
    .where(eq(applicationSteps.applicationId, applicationId))
    .orderBy(asc(applicationSteps.sequence))
    .all()
    .map(({ id, status, onDate, departmentId, reason, details }) => ({
      id,
      status,
      onDate,
      departmentId,
      reason,
      details: JSON.parse(details) as Record<string, unknown>,
    }));
}

/** What the log says about one studio, the latest first. */
export function studioHistory(db: ReadableDatabase, studioId: string) {
  return db
    .select({ at: audit.at, onDate: audit.onDate, departmentId: audit.departmentId, command: audit.command })
    .from(audit)
    .where(eq(audit.studioId, studioId))
    .orderBy(desc(audit.sequence))
    .all();
}

/** Imported files, the latest first. */
export function readImportBatches(db: ReadableDatabase) {
  return db.select().from(importBatches).orderBy(desc(importBatches.number)).all();
}
