import { and, eq, isNull } from 'drizzle-orm';
import type { ReadableDatabase } from '../database.ts';
import { customWordings } from '../schema.ts';

/** The wording a department uses for a kind of document; `undefined` where it uses the built-in one. */
export function wordingInForce(db: ReadableDatabase, departmentId: string, kind: string) {
  return db
    .select()
    .from(customWordings)
    .where(and(eq(customWordings.departmentId, departmentId), eq(customWordings.kind, kind), isNull(customWordings.endedOn)))
    .get();
}
