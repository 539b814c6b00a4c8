import { asc } from 'drizzle-orm';
import type { AddedMeasures } from '../../policy/measures.ts';
import type { ReadableDatabase } from '../database.ts';
import { prepared } from '../prepared.ts';
import { addedMeasures } from '../schema.ts';
import { quoted } from '../stored-row.ts';

/** The sets of the Measures this register has been given besides the first one, the oldest first. */
export function readAddedMeasures(db: ReadableDatabase): readonly AddedMeasures[] {
  return db
    .select()
    .from(addedMeasures)
    .orderBy(asc(addedMeasures.effectiveFrom))
    .all()
    .map(({ id, title, textNumber, effectiveFrom, effectiveTo, changedValues }) => ({
      id,
      title,
      documentNumber: textNumber,
      effectiveFrom,
      ...(effectiveTo === null ? {} : { effectiveTo }),
      // Checked by `checkAddedMeasures` before it was stored, and never changed since.
      values: JSON.parse(changedValues) as AddedMeasures['values'],
    }));
}

/** Whether any decision keeps a set of the Measures, in whatever table. */
export function isKept(db: ReadableDatabase, id: string): boolean {
  const tables = prepared<[], { name: string }>(
    db,
    `SELECT name FROM main.sqlite_schema WHERE type = 'table'
     AND EXISTS (SELECT 1 FROM pragma_table_info(sqlite_schema.name) AS info WHERE info.name = 'measures_id')`,
  ).all();
  return tables.some(({ name }) => prepared<[string]>(db, `SELECT 1 FROM ${quoted(name)} WHERE measures_id = ?`).get(id) !== undefined);
}
