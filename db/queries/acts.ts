import { asc, desc, eq } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { ReadableDatabase } from '../database.ts';
import { actChanges, acts, audit, studios } from '../schema.ts';
import type { StoredRow } from '../stored-row.ts';

/** An act as the log has it, with what was kept for taking it back; `actId` is null where nothing was. */
export interface LoggedAct {
  readonly sequence: number;
  readonly onDate: PlainDate;
  readonly departmentId: string | null;
  readonly command: string;
  readonly studioId: string | null;
  /** Name of the studio. */
  readonly studio: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly actId: string | null;
  readonly undoneOn: PlainDate | null;
}

/** The latest acts of the log, the last first. */
export function latestActs(db: ReadableDatabase, limit: number): readonly LoggedAct[] {
  return db
    .select({
      sequence: audit.sequence,
      onDate: audit.onDate,
      departmentId: audit.departmentId,
      command: audit.command,
      studioId: audit.studioId,
      studio: studios.name,
      details: audit.details,
      actId: acts.id,
      undoneOn: acts.undoneOn,
    })
    .from(audit)
    .leftJoin(acts, eq(acts.auditSequence, audit.sequence))
    .leftJoin(studios, eq(studios.id, audit.studioId))
    .orderBy(desc(audit.sequence))
    .limit(limit)
    .all()
    .map((row) => ({ ...row, details: JSON.parse(row.details) as Record<string, unknown> }));
}

/** A row an act wrote, as it was before and after. */
export interface WrittenRow {
  readonly table: string;
  readonly before: StoredRow | null;
  readonly after: StoredRow | null;
}

/** The rows an act wrote, in their order. */
export function writtenRows(db: ReadableDatabase, actId: string): readonly WrittenRow[] {
  return db
    .select({ table: actChanges.tableName, before: actChanges.before, after: actChanges.after })
    .from(actChanges)
    .where(eq(actChanges.actId, actId))
    .orderBy(asc(actChanges.sequence))
    .all()
    .map(({ table, before, after }) => ({ table, before: rowOrNull(before), after: rowOrNull(after) }));
}

function rowOrNull(json: string | null): StoredRow | null {
  return json === null ? null : (JSON.parse(json) as StoredRow);
}
