import type { ReadableDatabase } from '../../db/database.ts';
import { readFundEntries } from '../../db/queries/funds.ts';
import { isAwarded, paidGrants } from '../../db/queries/revocations.ts';
import { requireAsPaid } from '../../policy/funds/record-entry.ts';
import { type Fen, moneyText } from '../../policy/money.ts';

/** What the district paid to a studio, and what of it the account has received. */
interface GrantReceived {
  readonly paid: Fen;
  readonly received: Fen;
}

/** `undefined` where the register does not know what was paid: a title from before its rounds. */
function grantReceived(db: ReadableDatabase, studioId: string): GrantReceived | undefined {
  if (!isAwarded(db, studioId)) return undefined;
  return {
    paid: paidGrants(db, studioId).reduce((sum, { amount }) => sum + amount, 0),
    received: readFundEntries(db, studioId)
      .filter(({ kind, source }) => kind === 'income' && source === 'district-grant')
      .reduce((sum, { change }) => sum + change, 0),
  };
}

/** Refuses booking `more` of the district's grant than was paid and is not in the account yet: a payment books itself. 第十六条, 第十八条. */
export function requireReceivedAsPaid(db: ReadableDatabase, studioId: string, more: Fen): void {
  const known = grantReceived(db, studioId);
  if (known !== undefined) requireAsPaid({ ...known, more });
}

/** A warning while the account has not received all that was paid, as when it was opened after a payment. */
export function receivedLessThanPaid(db: ReadableDatabase, studioId: string): readonly string[] {
  const known = grantReceived(db, studioId);
  if (known === undefined || known.received >= known.paid) return [];
  return [`区财政资助已发放 ${moneyText(known.paid)}，专户入账合计 ${moneyText(known.received)}，两者不一致，请核对（第十六条）。`];
}
