import { desc, eq, inArray } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { CapturedChange } from '../capture-changes.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { actChanges, acts } from '../schema.ts';

/** How many of the latest acts can be taken back. */
export const keptActs = 20;

/** Keeps what an act wrote, by its row in the log, so that it can be taken back; of the acts before the last twenty nothing is kept. */
export function keepAct(tx: Transaction, auditSequence: number, changes: readonly CapturedChange[]): void {
  const actId = newId();
  tx.insert(acts).values({ id: actId, auditSequence }).run();
  for (const [index, { table, rowKey, before, after }] of changes.entries()) {
    tx.insert(actChanges)
      .values({ id: newId(), actId, sequence: index + 1, tableName: table, rowKey, before, after })
      .run();
  }
  const latestFirst = tx.select({ id: acts.id }).from(acts).orderBy(desc(acts.auditSequence)).all();
  const ids = latestFirst.slice(keptActs).map(({ id }) => id);
  if (ids.length === 0) return;
  tx.delete(actChanges).where(inArray(actChanges.actId, ids)).run();
  tx.delete(acts).where(inArray(acts.id, ids)).run();
}

/** Marks an act as taken back. */
export function markActUndone(tx: Transaction, actId: string, undoneOn: PlainDate): void {
  tx.update(acts).set({ undoneOn }).where(eq(acts.id, actId)).run();
}
