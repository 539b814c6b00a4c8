import type { Transaction } from '../../db/database.ts';
import { type FundEntry, fundMovements, readFundEntries } from '../../db/queries/funds.ts';
import { leadsOn } from '../../db/queries/leads.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { knowExpenseCategory, type NewFundEntry } from '../../db/writes/funds.ts';
import { article } from '../../policy/article.ts';
import { fundEntryLabels, type IncomeSource, type Movement } from '../../policy/funds/account.ts';
import { requireCovered, requireEarmarked, requireSigned, requireTitleForMoney } from '../../policy/funds/record-entry.ts';
import type { Fen } from '../../policy/money.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { Context } from '../context.ts';
import { measuresBook } from '../measures-book.ts';
import { accountOn } from './account-on.ts';

/** What every entry says. */
interface GivenMoney {
  readonly onDate: PlainDate;
  readonly voucherNumber: string;
  readonly summary: string;
  readonly amount: Fen;
  readonly counterparty: string | null;
  readonly handler: string | null;
}

/** Money that comes in, or goes back to where it came from. */
interface GivenTransfer extends GivenMoney {
  readonly kind: 'income' | 'return';
  readonly source: IncomeSource;
}

/** Money that is spent, with the hands that answer for it. */
interface GivenExpense extends GivenMoney {
  readonly kind: 'expense';
  /** Code or name of the category, as somebody wrote it. */
  readonly purpose: string;
  readonly counterparty: string;
  readonly handler: string;
  readonly signedBy: string;
  readonly signedOn: PlainDate;
  readonly checkedBy: string;
  readonly checkedOn: PlainDate;
}

export type GivenEntry = GivenTransfer | GivenExpense;

/** The half of an entry that only an expense fills. */
const noExpense = {
  category: null,
  construction: null,
  signedBy: null,
  signedOn: null,
  checkedBy: null,
  checkedOn: null,
} as const;

/**
 * An entry as it may be booked: on a day that has come, in the dedicated account of that day, under a title that allows it; an expense
 * for a listed purpose, signed by the lead and checked by the unit. Refuses anything else. 第十八条. Whether the balance allows it is
 * asked by `coverage`.
 */
export function bookableEntry(tx: Transaction, studio: StudioRecord, given: GivenEntry, { today, seat }: Context): NewFundEntry {
  const act = `登记${fundEntryLabels[given.kind]}`;
  const { kind, onDate, voucherNumber, summary, amount, counterparty, handler } = given;
  const refuseLater = (label: string, day: PlainDate) => {
    if (day > today) throw new Refusal(`无法${act}：${label} ${day} 晚于今天 ${today}。请核对日期。`, article(18));
  };
  refuseLater('日期', onDate);
  const account = accountOn(tx, studio, onDate, act);
  requireTitleForMoney(kind, kind === 'expense' ? null : given.source, studio.designations, onDate);
  const measures = measuresBook(tx).on(onDate);
  const booked = {
    studioId: studio.id,
    accountId: account.id,
    onDate,
    voucherNumber,
    summary,
    amount,
    counterparty,
    handler,
    overdraftReason: null,
    measuresId: measures.id,
    departmentId: seat.id,
    recordedOn: today,
  };
  if (kind !== 'expense') return { ...booked, ...noExpense, kind, source: given.source };
  const { signedBy, signedOn, checkedBy, checkedOn } = given;
  const category = requireEarmarked(given.purpose, measures);
  refuseLater('签字日期', signedOn);
  refuseLater('审核日期', checkedOn);
  requireSigned({ signedBy, checkedBy }, leadsOn(tx, studio.id, signedOn));
  knowExpenseCategory(tx, category);
  const { code, construction } = category;
  return { ...booked, kind, source: null, category: code, construction, signedBy, signedOn, checkedBy, checkedOn };
}

/** Refuses what the balance does not cover unless a reason is given; returns the reason when it was needed. 第十八条. */
export function coverage(tx: Transaction, studio: StudioRecord, added: readonly Movement[], reason: string | undefined): string | null {
  return requireCovered(fundMovements(tx, studio.id), added, reason);
}

/** A warning when an entry of the same kind with the same day, voucher and amount stands in the books already. */
export function doubleBooking(tx: Transaction, { studioId, kind, onDate, voucherNumber, amount }: NewFundEntry): readonly string[] {
  const same = (entry: FundEntry) =>
    entry.kind === kind && entry.onDate === onDate && entry.voucherNumber === voucherNumber && entry.amount === amount;
  const found = readFundEntries(tx, studioId).find((entry) => same(entry) && !entry.reversed && entry.reverses === null);
  return found === undefined ? [] : [`第 ${found.sequence} 笔的日期、凭证号和金额都相同，请核对是否重复入账。`];
}
