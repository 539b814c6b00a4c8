import type { Transaction } from './database.ts';

/** Does a part of a transaction as one: what it wrote is taken back when it throws, and the transaction may go on. Throws what the work throws. */
export function inSavepoint<Result>(tx: Transaction, work: () => Result): Result {
  tx.$client.exec('SAVEPOINT part');
  try {
    const result = work();
    tx.$client.exec('RELEASE part');
    return result;
  } catch (error) {
    tx.$client.exec('ROLLBACK TO part; RELEASE part');
    throw error;
  }
}

/** Does a part of a transaction and takes back whatever it wrote, keeping only what it returns. */
export function rehearsePart<Result>(tx: Transaction, work: () => Result): Result {
  tx.$client.exec('SAVEPOINT rehearsal');
  try {
    return work();
  } finally {
    tx.$client.exec('ROLLBACK TO rehearsal; RELEASE rehearsal');
  }
}
