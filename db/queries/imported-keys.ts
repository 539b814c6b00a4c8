import { and, asc, eq } from 'drizzle-orm';
import type { ReadableDatabase } from '../database.ts';
import { importChanges } from '../schema.ts';

/** Ids of the rows of a table that an import added, in the order they were added. */
export function importedKeys(db: ReadableDatabase, batchId: string, table: string): readonly string[] {
  return db
    .select({ rowKey: importChanges.rowKey })
    .from(importChanges)
    .where(and(eq(importChanges.batchId, batchId), eq(importChanges.tableName, table)))
    .orderBy(asc(importChanges.sequence))
    .all()
    .map(({ rowKey }) => (JSON.parse(rowKey) as { readonly id: string }).id);
}
