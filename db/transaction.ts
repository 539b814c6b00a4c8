import type { Transaction, WritableDatabase } from './database.ts';
import { asRefusal } from './sqlite-refusal.ts';

/**
 * Does the work as one: all of it is stored, or none when it throws. The write lock is taken at once (IMMEDIATE), so
 * that nothing read at the start is stale at the end. The work is synchronous; a transaction inside another is a fault.
 * Throws what the work throws; a full disk, a busy or damaged register as a Refusal.
 */
export function inTransaction<Result>(
  db: WritableDatabase,
  work: (tx: Transaction) => Result extends PromiseLike<unknown> ? never : Result,
): Result {
  if (db.$client.inTransaction) throw new Error('inTransaction was called inside inTransaction');
  try {
    return db.$client.transaction(() => work(db as Transaction) as Result).immediate();
  } catch (error) {
    throw asRefusal(error, db.$client.name);
  }
}
