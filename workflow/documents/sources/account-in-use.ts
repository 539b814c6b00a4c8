import type { ReadableDatabase } from '../../../db/database.ts';
import { readFundAccounts } from '../../../db/queries/funds.ts';

/** The dedicated account of a studio as documents name it; `undefined` while none is open. 第十八条. */
export function accountInUse(db: ReadableDatabase, studioId: string) {
  const account = readFundAccounts(db, studioId).find(({ closedOn }) => closedOn === null);
  return account === undefined ? undefined : { name: account.name, bank: account.bank, number: account.accountNumber };
}
