import { eq } from 'drizzle-orm';
import type { ReadableDatabase } from '../database.ts';
import { settings } from '../schema.ts';

/** The value of a setting as it was stored, or `undefined`. */
export function readSetting(db: ReadableDatabase, key: string): unknown {
  const row = db.select({ value: settings.value }).from(settings).where(eq(settings.key, key)).get();
  return row === undefined ? undefined : JSON.parse(row.value);
}
