import type { Transaction, WritableDatabase } from './database.ts';
import { inTransaction } from './transaction.ts';

/** Does the work in a transaction and takes everything back, keeping only what it returns: what would be written, without writing it. */
export function rehearse<Result>(db: WritableDatabase, work: (tx: Transaction) => Result): Result {
  const takeBack = new Error('rehearsed');
  let outcome: { readonly result: Result } | undefined;
  try {
    inTransaction(db, (tx): undefined => {
      outcome = { result: work(tx) };
      throw takeBack;
    });
  } catch (error) {
    if (error !== takeBack) throw error;
  }
  if (outcome === undefined) throw new Error('the rehearsed work did not end');
  return outcome.result;
}
