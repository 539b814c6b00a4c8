import { asc } from 'drizzle-orm';
import type { AddedMeasures } from '../../policy/measures.ts';
import type { ReadableDatabase } from '../database.ts';
import { addedMeasures } from '../schema.ts';

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
