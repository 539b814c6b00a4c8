import { count, eq } from 'drizzle-orm';
import type { FundEntryKind, IncomeSource } from '../../policy/funds/account.ts';
import type { Fen } from '../../policy/money.ts';
import type { ExpenseCategory } from '../../policy/parameters/expense-categories.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { expenseCategories, fundAccounts, fundEntries } from '../schema.ts';

/** A dedicated account to be opened. */
export interface NewFundAccount {
  readonly studioId: string;
  readonly hostUnitId: string;
  readonly name: string;
  readonly bank: string | null;
  readonly accountNumber: string | null;
  readonly openedOn: PlainDate;
  readonly departmentId: string;
}

/** Opens the dedicated account of a studio. 第十八条. */
export function openFundAccount(tx: Transaction, account: NewFundAccount): void {
  tx.insert(fundAccounts)
    .values({ id: newId(), ...account })
    .run();
}

/** Ends a dedicated account; another may follow. */
export function closeFundAccount(tx: Transaction, accountId: string, closedOn: PlainDate, closeReason: string): void {
  tx.update(fundAccounts).set({ closedOn, closeReason }).where(eq(fundAccounts.id, accountId)).run();
}

/** Lets the register know a category of the Measures in force, which a later text may have added. */
export function knowExpenseCategory(tx: Transaction, { code, label }: ExpenseCategory): void {
  tx.insert(expenseCategories).values({ code, label }).onConflictDoNothing().run();
}

/** An entry of a dedicated account, as it is booked. */
export interface NewFundEntry {
  readonly studioId: string;
  readonly accountId: string;
  readonly kind: FundEntryKind;
  readonly source: IncomeSource | null;
  readonly category: string | null;
  readonly construction: boolean | null;
  readonly onDate: PlainDate;
  readonly voucherNumber: string;
  readonly summary: string;
  readonly amount: Fen;
  readonly counterparty: string | null;
  readonly handler: string | null;
  readonly signedBy: string | null;
  readonly signedOn: PlainDate | null;
  readonly checkedBy: string | null;
  readonly checkedOn: PlainDate | null;
  readonly overdraftReason: string | null;
  readonly measuresId: string;
  readonly departmentId: string;
  readonly recordedOn: PlainDate;
}

/** The entry a correction is about, and why it is made. */
export interface FundCorrection {
  readonly id: string;
  readonly reason: string;
}

function add(tx: Transaction, row: Omit<typeof fundEntries.$inferInsert, 'id' | 'sequence'>): number {
  const before = tx.select({ rows: count() }).from(fundEntries).where(eq(fundEntries.studioId, row.studioId)).get();
  const sequence = (before?.rows ?? 0) + 1;
  tx.insert(fundEntries)
    .values({ id: newId(), sequence, ...row })
    .run();
  return sequence;
}

/** Books an entry. 第十八条. Returns its sequence within the studio. */
export function addFundEntry(tx: Transaction, entry: NewFundEntry): number {
  return add(tx, entry);
}

/** Books the entry that takes another back; `entry` mirrors it but for its day and hands. Returns its sequence. */
export function reverseFundEntry(tx: Transaction, entry: NewFundEntry, { id, reason }: FundCorrection): number {
  return add(tx, { ...entry, reversesId: id, reason });
}

/** Books the entry that stands in the stead of one taken back in the same transaction. Returns its sequence. */
export function replaceFundEntry(tx: Transaction, entry: NewFundEntry, { id, reason }: FundCorrection): number {
  return add(tx, { ...entry, replacesId: id, reason });
}
