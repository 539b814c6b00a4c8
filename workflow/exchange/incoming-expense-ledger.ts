import { readFundEntries } from '../../db/queries/funds.ts';
import { type ExpenseRecord, expenseLedger } from '../../exchange/expense-ledger.ts';
import type { FundEntryKind } from '../../policy/funds/account.ts';
import { yuanText } from '../../policy/money.ts';
import { type AnyCommand, performCommand } from '../command.ts';
import { correctFundEntry } from '../funds/correct-fund-entry.ts';
import { recordExpense } from '../funds/record-expense.ts';
import { recordIncome } from '../funds/record-income.ts';
import { returnFunds } from '../funds/return-funds.ts';
import { bookedEntry } from './booked-entry.ts';
import { incomingLedger } from './incoming-ledger.ts';

/** The act that books an entry, and what it is told. */
const acts: Readonly<
  Record<FundEntryKind, { readonly act: AnyCommand; readonly asked: (record: Partial<ExpenseRecord>) => Readonly<Record<string, unknown>> }>
> = {
  income: { act: recordIncome, asked: ({ source, counterparty: payer }) => ({ source, payer }) },
  expense: {
    act: recordExpense,
    asked: ({ category, counterparty: payee, signedBy, signedOn, checkedBy, checkedOn, overdraft }) => ({
      category,
      payee,
      signedBy,
      signedOn,
      checkedBy,
      checkedOn,
      overdraft,
    }),
  },
  return: { act: returnFunds, asked: ({ source, counterparty: payee, overdraft }) => ({ source, payee, overdraft }) },
};

/** 经费台账, as the department that looks after the studio's money takes it: each row is booked as by hand. 第十八条. */
export const incomingExpenseLedger = incomingLedger({
  kind: expenseLedger,
  entriesOf: readFundEntries,
  keyOfRow: ({ kind, onDate, voucherNumber, summary }) => JSON.stringify([kind, onDate, voucherNumber, summary]),
  keyOfEntry: ({ kind, onDate, voucherNumber, summary }) => JSON.stringify([kind, onDate, voucherNumber, summary]),
  sameness: '同一天、同一凭证号、同一摘要的一笔',
  told: 'summary',
  says: (record, entry) => sameEntry(record, bookedEntry(entry)),
  named: (sequence) => `专户第 ${sequence} 笔`,
  correction: correctFundEntry.title,
  table: 'fund_entries',
  take(tx, record, studioId, context) {
    const { kind, amount, voucherNumber: voucher, summary, onDate: date, handler } = record;
    if (kind === undefined || amount === undefined) throw new Error('an entry without an amount passed the checks');
    const { act, asked } = acts[kind];
    const given = { amount: yuanText(amount), voucher, summary, date, handler, ...asked(record) };
    return performCommand(tx, act, studioId, given, context).done.warnings ?? [];
  },
  blamed: 'summary',
  cancel(tx, studioId, entry, reason, context) {
    performCommand(tx, correctFundEntry, studioId, { entry, reason, cancel: true }, context);
  },
});

/** Whether a row says what is booked; what the row leaves out it does not deny. */
function sameEntry(row: Readonly<Partial<ExpenseRecord>>, booked: Readonly<Partial<ExpenseRecord>>): boolean {
  return expenseLedger.columns.every(({ key }) => {
    const said = expenseLedger.cellsOf(row)[key];
    return key === 'studioName' || said === undefined || said === expenseLedger.cellsOf(booked)[key];
  });
}
