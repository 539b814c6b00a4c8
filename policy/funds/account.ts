import type { Measures } from '../measures.ts';
import type { Fen } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';

/** Where the money of a studio comes from. 第七条第四项, 第十二条第六项, 第十五条. */
export const incomeSources = ['host-unit', 'sector-bureau', 'district-grant'] as const;
export type IncomeSource = (typeof incomeSources)[number];
export const incomeSourceLabels: Readonly<Record<IncomeSource, string>> = {
  'host-unit': '所在单位',
  'sector-bureau': '行业主管部门',
  'district-grant': '区财政资助',
};

/** One line of a studio's dedicated account (专户); every amount is above zero. 第十八条. */
export type AccountEntry = { readonly on: PlainDate; readonly amount: Fen } & (
  | { readonly kind: 'income'; readonly source: IncomeSource }
  | { readonly kind: 'expense'; readonly category: string }
  /** Grants reclaimed, or what was left over and handed back. */
  | { readonly kind: 'paid-back' }
);

function total(entries: readonly AccountEntry[]): Fen {
  return entries.reduce((sum, { amount }) => sum + amount, 0);
}

function signed({ kind, amount }: AccountEntry): Fen {
  return kind === 'income' ? amount : -amount;
}

/** What came in less what went out. */
export function balance(entries: readonly AccountEntry[]): Fen {
  return entries.reduce((sum, entry) => sum + signed(entry), 0);
}

/** The lowest balance at the end of any day, zero before the first: an entry dated back can overdraw an account that is full today. */
export function lowestBalance(entries: readonly AccountEntry[]): Fen {
  const days = [...Map.groupBy(entries, ({ on }) => on)].toSorted(([left], [right]) => (left < right ? -1 : 1));
  let running = 0;
  return days.reduce((lowest, [, ofDay]) => {
    running += balance(ofDay);
    return Math.min(lowest, running);
  }, 0);
}

/** What was spent in the categories that count as construction before the district pays. 第十八条. */
export function constructionSpent(entries: readonly AccountEntry[], { values }: Measures): Fen {
  const codes = new Set(values.expenseCategories.value.filter(({ construction }) => construction).map(({ code }) => code));
  return total(entries.filter((entry) => entry.kind === 'expense' && codes.has(entry.category)));
}

/** An account over some days: what there was, what came in and went out by source and category, what is left. */
export interface AccountStatement {
  readonly opening: Fen;
  readonly income: readonly { readonly source: IncomeSource; readonly amount: Fen }[];
  readonly incomeTotal: Fen;
  /** The categories of the Measures in their order, then any category of an earlier text that still was used. */
  readonly expenses: readonly { readonly category: string; readonly label: string; readonly amount: Fen }[];
  readonly expenseTotal: Fen;
  readonly paidBack: Fen;
  readonly closing: Fen;
}

/** The statement of an account from one day to another, both included. */
export function accountStatement(entries: readonly AccountEntry[], from: PlainDate, to: PlainDate, { values }: Measures): AccountStatement {
  const within = entries.filter(({ on }) => on >= from && on <= to);
  const spent = within.filter((entry) => entry.kind === 'expense');
  const labels = new Map(values.expenseCategories.value.map(({ code, label }) => [code, label]));
  const codes = [...new Set([...labels.keys(), ...spent.map(({ category }) => category)])];
  const opening = balance(entries.filter(({ on }) => on < from));
  return {
    opening,
    income: incomeSources.map((source) => ({
      source,
      amount: total(within.filter((entry) => entry.kind === 'income' && entry.source === source)),
    })),
    incomeTotal: total(within.filter(({ kind }) => kind === 'income')),
    expenses: codes.map((code) => ({
      category: code,
      label: labels.get(code) ?? code,
      amount: total(spent.filter(({ category }) => category === code)),
    })),
    expenseTotal: total(spent),
    paidBack: total(within.filter(({ kind }) => kind === 'paid-back')),
    closing: opening + balance(within),
  };
}
