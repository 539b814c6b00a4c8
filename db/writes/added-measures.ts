import { eq } from 'drizzle-orm';
import type { AddedMeasures } from '../../policy/measures.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Transaction } from '../database.ts';
import { addedMeasures } from '../schema.ts';

/** Stores a set of the Measures that has been checked. It must take effect after all others. */
export function addMeasures(
  tx: Transaction,
  { id, title, documentNumber, effectiveFrom, effectiveTo, values }: AddedMeasures,
  by: { readonly addedOn: PlainDate; readonly departmentId: string },
): void {
  tx.insert(addedMeasures)
    .values({
      id,
      title,
      textNumber: documentNumber,
      effectiveFrom,
      effectiveTo: effectiveTo ?? null,
      changedValues: JSON.stringify(values),
      ...by,
    })
    .run();
}

/** Takes a set away again. The register refuses it while a decision keeps the set or a later one stands on it. */
export function removeMeasures(tx: Transaction, id: string): void {
  tx.delete(addedMeasures).where(eq(addedMeasures.id, id)).run();
}
