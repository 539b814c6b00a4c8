import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { yearlyActs } from '../schema.ts';

/** Records one of the HR bureau's yearly acts as done. 第十六条. */
export function addYearlyAct(tx: Transaction, act: Omit<typeof yearlyActs.$inferInsert, 'id'>): void {
  tx.insert(yearlyActs)
    .values({ id: newId(), ...act })
    .run();
}
