import { asc, desc, eq } from 'drizzle-orm';
import { type FundEntryKind, type IncomeSource, incomeSources, type Movement } from '../../policy/funds/account.ts';
import type { Fen } from '../../policy/money.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { ReadableDatabase } from '../database.ts';
import { prepared } from '../prepared.ts';
import { expenseCategories, fundAccounts, fundEntries, hostUnits } from '../schema.ts';
import { withCorrections } from '../with-corrections.ts';

/** A dedicated account of a studio. */
export interface FundAccount {
  readonly id: string;
  readonly hostUnit: string;
  readonly name: string;
  readonly bank: string | null;
  readonly accountNumber: string | null;
  readonly openedOn: PlainDate;
  readonly closedOn: PlainDate | null;
  readonly closeReason: string | null;
}

/** The dedicated accounts a studio has had, the latest first; at most the first is in use. */
export function readFundAccounts(db: ReadableDatabase, studioId: string): readonly FundAccount[] {
  return db
    .select({
      id: fundAccounts.id,
      hostUnit: hostUnits.name,
      name: fundAccounts.name,
      bank: fundAccounts.bank,
      accountNumber: fundAccounts.accountNumber,
      openedOn: fundAccounts.openedOn,
      closedOn: fundAccounts.closedOn,
      closeReason: fundAccounts.closeReason,
    })
    .from(fundAccounts)
    .innerJoin(hostUnits, eq(hostUnits.id, fundAccounts.hostUnitId))
    .where(eq(fundAccounts.studioId, studioId))
    .orderBy(desc(fundAccounts.openedOn), desc(fundAccounts.id))
    .all();
}

/** One entry of a studio's dedicated account. */
export interface FundEntry {
  readonly id: string;
  readonly accountId: string;
  readonly sequence: number;
  readonly kind: FundEntryKind;
  readonly source: IncomeSource | null;
  readonly category: string | null;
  readonly categoryLabel: string | null;
  readonly construction: boolean | null;
  readonly onDate: PlainDate;
  readonly voucherNumber: string;
  readonly summary: string;
  /** Above zero. */
  readonly amount: Fen;
  /** What the entry does to the balance. */
  readonly change: Fen;
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
  /** Sequence of the entry this one takes back. */
  readonly reverses: number | null;
  /** Sequence of the entry in whose stead this one stands. */
  readonly replaces: number | null;
  /** Whether a later entry has taken this one back. */
  readonly reversed: boolean;
  readonly reason: string | null;
}

/** Every entry of a studio's accounts, in the order they were booked; reversed ones and reversals too. */
export function readFundEntries(db: ReadableDatabase, studioId: string): readonly FundEntry[] {
  const rows = db
    .select({ entry: fundEntries, categoryLabel: expenseCategories.label })
    .from(fundEntries)
    .leftJoin(expenseCategories, eq(expenseCategories.code, fundEntries.category))
    .where(eq(fundEntries.studioId, studioId))
    .orderBy(asc(fundEntries.sequence))
    .all();
  const entries = rows.map(({ entry: { studioId: _own, ...entry }, categoryLabel }) => ({
    ...entry,
    categoryLabel,
    change: (entry.kind === 'income') === (entry.reversesId === null) ? entry.amount : -entry.amount,
  }));
  return withCorrections(entries);
}

/** What an entry does to the balance of its account, in SQL: the kind gives the sign, a reversal turns it round. */
const change = "CASE WHEN (kind = 'income') = (reverses_id IS NULL) THEN amount ELSE -amount END";

/** How the balance of a studio's account changed, day by day, the earliest first. */
export function fundMovements(db: ReadableDatabase, studioId: string): readonly Movement[] {
  return prepared<[string], Movement>(
    db,
    `SELECT on_date AS "on", sum(${change}) AS change FROM fund_entries WHERE studio_id = ? GROUP BY on_date ORDER BY on_date`,
  ).all(studioId);
}

/** A host unit whose accounts have entries in a span of days. */
export interface CountedUnit {
  readonly hostUnit: string;
  /** Day of the last of them. */
  readonly until: PlainDate;
  /** How many came by file. */
  readonly byFile: number;
}

/** The host units whose accounts have entries from one day to another that nobody has taken back, by name. */
export function countedUnits(
  db: ReadableDatabase,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): readonly CountedUnit[] {
  return prepared<[string, string], CountedUnit>(
    db,
    `SELECT u.name AS hostUnit, max(e.on_date) AS until, sum(e.id IN (
       SELECT json_extract(row_key, '$.id') FROM import_changes WHERE table_name = 'fund_entries'
     )) AS byFile
     FROM fund_entries e JOIN fund_accounts a ON a.id = e.account_id JOIN host_units u ON u.id = a.host_unit_id
     WHERE e.on_date BETWEEN ? AND ? AND e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM fund_entries r WHERE r.reverses_id = e.id)
     GROUP BY u.id ORDER BY u.name`,
  ).all(from, to);
}

/** Balances of all studios that have entries, by studio id. */
export function fundBalances(db: ReadableDatabase): ReadonlyMap<string, Fen> {
  const rows = prepared<[], { studioId: string; balance: Fen }>(
    db,
    `SELECT studio_id AS studioId, sum(${change}) AS balance FROM fund_entries GROUP BY studio_id`,
  ).all();
  return new Map(rows.map(({ studioId, balance }) => [studioId, balance]));
}

/** Ids of the studios that have, or had, a dedicated account. */
export function studiosWithFundAccount(db: ReadableDatabase): ReadonlySet<string> {
  return new Set(
    prepared<[], { id: string }>(db, 'SELECT DISTINCT studio_id AS id FROM fund_accounts')
      .all()
      .map(({ id }) => id),
  );
}

/** What came from a source and has not gone back to it. */
export function keptFrom(db: ReadableDatabase, studioId: string, source: IncomeSource): Fen {
  const row = prepared<[string, string], { kept: Fen | null }>(
    db,
    `SELECT sum(${change}) AS kept FROM fund_entries WHERE studio_id = ? AND source = ?`,
  ).get(studioId, source);
  return row?.kept ?? 0;
}

/** What has been spent on construction up to a day, included: what a grant looks at before it is paid (先建后补). 第十八条. */
export function constructionSpent(db: ReadableDatabase, studioId: string, upTo: PlainDate): Fen {
  // An expense lowers the balance: what was spent is the change turned round.
  const row = prepared<[string, string], { spent: Fen | null }>(
    db,
    `SELECT -sum(${change}) AS spent FROM fund_entries WHERE studio_id = ? AND construction = 1 AND on_date <= ?`,
  ).get(studioId, upTo);
  return row?.spent ?? 0;
}

/** The money of a period: what there was, what came, went and went back, what is left. */
export interface FundStatement {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly opening: Fen;
  /** By source, every source in its order. */
  readonly income: readonly { readonly source: IncomeSource; readonly amount: Fen }[];
  /** By category, the listed ones in the order of the Measures, then others there have been. */
  readonly expenses: readonly { readonly category: string; readonly label: string; readonly amount: Fen }[];
  readonly returns: readonly { readonly source: IncomeSource; readonly amount: Fen }[];
  readonly totals: { readonly income: Fen; readonly expenses: Fen; readonly returns: Fen };
  readonly closing: Fen;
}

/**
 * The statement of a studio's account from one day to another, both included. A reversal counts in the period of its own day, so that
 * a statement once given stays true. `listed` are the categories to be shown even when nothing was spent on them.
 */
export function fundStatement(
  db: ReadableDatabase,
  studioId: string,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
  listed: readonly { readonly code: string; readonly label: string }[],
): FundStatement {
  const opening = prepared<[string, string], { balance: Fen | null }>(
    db,
    `SELECT sum(${change}) AS balance FROM fund_entries WHERE studio_id = ? AND on_date < ?`,
  ).get(studioId, from);
  const rows = prepared<[string, string, string], { kind: FundEntryKind; of: string; label: string | null; change: Fen }>(
    db,
    `SELECT kind, coalesce(source, category) AS "of", label, sum(${change}) AS change
     FROM fund_entries LEFT JOIN expense_categories ON expense_categories.code = category
     WHERE studio_id = ? AND on_date BETWEEN ? AND ? GROUP BY kind, "of" ORDER BY "of"`,
  ).all(studioId, from, to);
  const amountOf = (kind: FundEntryKind, of: string) => rows.find((row) => row.kind === kind && row.of === of)?.change ?? 0;
  const income = incomeSources.map((source) => ({ source, amount: amountOf('income', source) }));
  const returns = incomeSources.map((source) => ({ source, amount: negated(amountOf('return', source)) }));
  const others = rows.filter(({ kind, of }) => kind === 'expense' && !listed.some(({ code }) => code === of));
  const expenses = [...listed, ...others.map(({ of, label }) => ({ code: of, label: label ?? of }))].map(({ code, label }) => ({
    category: code,
    label,
    amount: negated(amountOf('expense', code)),
  }));
  const total = (lines: readonly { readonly amount: Fen }[]) => lines.reduce((sum, { amount }) => sum + amount, 0);
  const totals = { income: total(income), expenses: total(expenses), returns: total(returns) };
  const before = opening?.balance ?? 0;
  return {
    from,
    to,
    opening: before,
    income,
    expenses,
    returns,
    totals,
    closing: before + totals.income - totals.expenses - totals.returns,
  };
}

/** Turned round, without a negative zero. */
function negated(amount: Fen): Fen {
  return amount === 0 ? 0 : -amount;
}
