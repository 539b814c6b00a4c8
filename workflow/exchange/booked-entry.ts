import type { FundEntry } from '../../db/queries/funds.ts';
import type { ExpenseRecord } from '../../exchange/expense-ledger.ts';
import { knownFields } from './known-fields.ts';

/** An entry of the account in the words of an expense ledger; what is not known is absent. */
export function bookedEntry(entry: FundEntry): Partial<ExpenseRecord> {
  const { kind, amount, onDate, voucherNumber, summary, source, categoryLabel: category, counterparty, handler } = entry;
  const { signedBy, signedOn, checkedBy, checkedOn, overdraftReason: overdraft } = entry;
  const money = { kind, amount, onDate, voucherNumber, summary, source, category, counterparty, handler };
  return knownFields<ExpenseRecord>({ ...money, signedBy, signedOn, checkedBy, checkedOn, overdraft });
}
