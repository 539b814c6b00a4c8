import type { ReadableDatabase } from '../../db/database.ts';
import { constructionSpent, type FundEntry, fundStatement, readFundAccounts, readFundEntries } from '../../db/queries/funds.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { article } from '../../policy/article.ts';
import { fundEntryLabels, incomeSourceLabels } from '../../policy/funds/account.ts';
import { type PlainDate, plainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { Context } from '../context.ts';
import type { OutputOf } from '../contract/contract.ts';
import type { FundStatementView, StudioFundsView } from '../contract/funds.ts';
import { measuresBook } from '../measures-book.ts';

/**
 * A statement with the words people use; the categories are those of the Measures on its last day, or today when that is still to come:
 * what will be in force then nobody knows for certain. 第十八条.
 */
function statement(db: ReadableDatabase, studioId: string, from: PlainDate, to: PlainDate, today: PlainDate): FundStatementView {
  const { values } = measuresBook(db).on(to < today ? to : today);
  const { income, expenses, returns, ...sums } = fundStatement(db, studioId, { from, to }, values.expenseCategories.value);
  const bySource = (lines: typeof income) =>
    lines.map(({ source, amount }) => ({ key: source, label: incomeSourceLabels[source], amount }));
  return {
    ...sums,
    income: bySource(income),
    expenses: expenses.map(({ category, label, amount }) => ({ key: category, label, amount })),
    returns: bySource(returns),
  };
}

/** The statement of a studio's account over a period. Refuses a period that ends before it begins. 第十八条. */
export function showFundStatement(
  { db, today }: Pick<Context, 'db' | 'today'>,
  { studioId, from, to }: { readonly studioId: string; readonly from: PlainDate; readonly to: PlainDate },
): OutputOf<'fundStatement'> {
  const [studio] = readStudios(db, [studioId]);
  if (studio === undefined) throw new Refusal('无法列出收支：登记库里没有这个工作室。请重新选择。');
  if (to < from) throw new Refusal(`无法列出收支：截止日期 ${to} 早于起始日期 ${from}。请核对日期。`, article(18));
  return statement(db, studioId, from, to, today);
}

function byDay(left: FundEntry, right: FundEntry): number {
  if (left.onDate !== right.onDate) return left.onDate < right.onDate ? -1 : 1;
  return left.sequence - right.sequence;
}

/** What money may be spent on, set by set, as far as they have begun: nothing is booked on a day that has not come. */
function purposesBySet(db: ReadableDatabase, today: PlainDate): StudioFundsView['purposesBySet'] {
  const book = measuresBook(db);
  return book.texts
    .filter(({ effectiveFrom }) => effectiveFrom <= today)
    .map(({ id, effectiveFrom }) => ({
      from: effectiveFrom,
      purposes: book.byId(id).values.expenseCategories.value.map(({ code, label }) => ({ code, label })),
    }));
}

/** The money of a studio as its page shows it, entries by day with the balance after each; `names` are the departments' by id. */
export function studioFunds(db: ReadableDatabase, studioId: string, today: PlainDate, names: ReadonlyMap<string, string>): StudioFundsView {
  let balance = 0;
  const entries = readFundEntries(db, studioId)
    .toSorted(byDay)
    .map((entry) => {
      balance += entry.change;
      return {
        sequence: entry.sequence,
        kindLabel: fundEntryLabels[entry.kind],
        item: entry.source === null ? (entry.categoryLabel ?? '') : incomeSourceLabels[entry.source],
        date: entry.onDate,
        voucherNumber: entry.voucherNumber,
        summary: entry.summary,
        amount: entry.amount,
        change: entry.change,
        balance,
        counterparty: entry.counterparty,
        handler: entry.handler,
        signedBy: entry.signedBy,
        signedOn: entry.signedOn,
        checkedBy: entry.checkedBy,
        checkedOn: entry.checkedOn,
        overdraftReason: entry.overdraftReason,
        recordedOn: entry.recordedOn,
        department: names.get(entry.departmentId) ?? '',
        reverses: entry.reverses,
        replaces: entry.replaces,
        reversed: entry.reversed,
        reason: entry.reason,
      };
    });
  return {
    accounts: readFundAccounts(db, studioId).map(({ id: _id, ...account }) => account),
    entries,
    balance,
    constructionSpent: constructionSpent(db, studioId, today),
    purposesBySet: purposesBySet(db, today),
    thisYear: statement(db, studioId, plainDate(`${today.slice(0, 4)}-01-01`), plainDate(`${today.slice(0, 4)}-12-31`), today),
  };
}
