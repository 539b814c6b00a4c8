import { eq, max } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { CapturedChange } from '../capture-changes.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { importBatches, importChanges } from '../schema.ts';

/** A file that is about to be imported, with its counts. */
export type NewBatch = Omit<typeof importBatches.$inferInsert, 'id' | 'number' | 'undoneOn'>;

/** Opens the next batch. Numbers count up from 1 and are never used again. */
export function addBatch(tx: Transaction, batch: NewBatch): { readonly id: string; readonly number: number } {
  const last = tx
    .select({ number: max(importBatches.number) })
    .from(importBatches)
    .get();
  const opened = { id: newId(), number: (last?.number ?? 0) + 1 };
  tx.insert(importBatches)
    .values({ ...opened, ...batch })
    .run();
  return opened;
}

/** Marks a batch as taken back. */
export function markUndone(tx: Transaction, batchId: string, undoneOn: PlainDate): void {
  tx.update(importBatches).set({ undoneOn }).where(eq(importBatches.id, batchId)).run();
}

/** Keeps what an import wrote by acts, so that it can be taken back. A row written as it was before is no change. */
export function keepImport(tx: Transaction, batchId: string, changes: readonly CapturedChange[]): void {
  for (const [index, { table, rowKey, before, after }] of changes.filter((change) => change.before !== change.after).entries()) {
    tx.insert(importChanges)
      .values({ id: newId(), batchId, sequence: index + 1, tableName: table, rowKey, before, after })
      .run();
  }
}
