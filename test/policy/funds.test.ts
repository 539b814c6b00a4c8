import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AccountEntry,
  accountStatement,
  balance,
  constructionSpent,
  incomeSourceLabels,
  incomeSources,
  lowestBalance,
} from '../../policy/funds/account.ts';
import { mayRecordExpense, mayRecordIncome } from '../../policy/funds/record-entry.ts';
import { measuresOn } from '../../policy/measures.ts';
import { addDays, plainDate } from '../../policy/plain-date.ts';
import { against, warnings } from './good-standing.ts';

const date = plainDate;
const measures = measuresOn(date('2027-01-01'));
const income = (on: string, amount: number, source: (typeof incomeSources)[number] = 'host-unit'): AccountEntry => ({
  kind: 'income',
  on: date(on),
  amount,
  source,
});
const expense = (on: string, amount: number, category = 'activity'): AccountEntry => ({ kind: 'expense', on: date(on), amount, category });
const account: readonly AccountEntry[] = [
  income('2026-12-31', 500),
  income('2027-01-01', 1000),
  income('2027-02-01', 4000, 'district-grant'),
  expense('2027-01-15', 300, 'construction'),
  expense('2027-02-01', 200, 'construction'),
  expense('2027-02-10', 700, 'old-category'),
  { kind: 'paid-back', on: date('2027-12-31'), amount: 100 },
  expense('2028-01-01', 50),
];

describe('第十八条: a dedicated account', () => {
  it('has the balance of what came in less what went out', () => {
    expect([balance(account), balance([])]).toEqual([4150, 0]);
  });

  it('is lowest at the end of its poorest day, whatever the order of the entries', () => {
    const poor = [income('2027-03-01', 1000), expense('2027-02-01', 400), expense('2027-01-01', 100), income('2027-02-01', 50)];
    expect([lowestBalance(poor), lowestBalance(poor.toReversed()), lowestBalance([]), lowestBalance([income('2027-01-01', 5)])]).toEqual([
      -450, -450, 0, 0,
    ]);
    expect(lowestBalance([expense('2027-01-01', 5), income('2027-01-01', 5)])).toBe(0);
  });

  it('is stated by source and category over some days, both included', () => {
    expect(accountStatement(account, date('2027-01-01'), date('2027-12-31'), measures)).toEqual({
      opening: 500,
      income: [
        { source: 'host-unit', amount: 1000 },
        { source: 'sector-bureau', amount: 0 },
        { source: 'district-grant', amount: 4000 },
      ],
      incomeTotal: 5000,
      expenses: [
        { category: 'construction', label: '工作室基础建设', amount: 500 },
        { category: 'activity', label: '教育科研活动', amount: 0 },
        { category: 'allowance', label: '名师工作津贴', amount: 0 },
        { category: 'reward', label: '团队成员和学员奖励', amount: 0 },
        { category: 'running', label: '工作室日常开支', amount: 0 },
        { category: 'old-category', label: 'old-category', amount: 700 },
      ],
      expenseTotal: 1200,
      paidBack: 100,
      closing: 4200,
    });
    expect(Object.values(incomeSourceLabels)).toEqual(['所在单位', '行业主管部门', '区财政资助']);
  });

  it('knows what was spent on construction', () => {
    expect([constructionSpent(account, measures), constructionSpent([income('2027-01-01', 5)], measures)]).toEqual([500, 0]);
  });

  it('loses no fen: what came in is what went out and what is left', () => {
    const entry = fc.record({ days: fc.nat(900), amount: fc.integer({ min: 1, max: 1e9 }), kind: fc.nat(2), which: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), fc.nat(900), fc.nat(900), (list, start, length) => {
        const entries = list.map(({ days, amount, kind, which }): AccountEntry => {
          const on = addDays(date('2026-01-01'), days);
          if (kind === 0) return { kind: 'income', on, amount, source: incomeSources[which] ?? 'host-unit' };
          return kind === 1
            ? { kind: 'expense', on, amount, category: ['construction', 'running', 'other'][which] ?? '' }
            : { kind: 'paid-back', on, amount };
        });
        const from = addDays(date('2026-01-01'), start);
        const {
          opening,
          income: bySource,
          incomeTotal,
          expenses,
          expenseTotal,
          paidBack,
          closing,
        } = accountStatement(entries, from, addDays(from, length), measures);
        const sum = (amounts: readonly { amount: number }[]) => amounts.reduce((total, { amount }) => total + amount, 0);
        return (
          opening + incomeTotal === expenseTotal + paidBack + closing &&
          sum(bySource) === incomeTotal &&
          sum(expenses) === expenseTotal &&
          lowestBalance(entries) <= Math.min(0, balance(entries))
        );
      }),
    );
  });
});

describe('第十八条: an expense', () => {
  const proposed = { on: date('2027-03-01'), category: 'activity', amount: 1000, signedBy: '方予安' };
  const spend = (
    changed: Partial<Parameters<typeof mayRecordExpense>[0]>,
    lead: string | undefined = '方予安',
    booked = [income('2027-01-01', 1000)],
  ) => mayRecordExpense({ ...proposed, ...changed }, lead, booked, measures);

  it('is signed by the lead and within the account, to the last fen', () => {
    expect(spend({})).toEqual({ against: [], warnings: [] });
    expect(spend({ signedBy: ' 方予安 ' }).against).toEqual([]);
    expect(against(spend({ amount: 1001 }))).toEqual(['支出后专户余额最低为 -0.01 元，须写明理由 第十八条']);
  });

  it.each(['construction', 'activity', 'allowance', 'reward', 'running'])('may be for %s', (category) => {
    expect(spend({ category }).against).toEqual([]);
  });

  it('is for nothing else', () => {
    expect(against(spend({ category: '接待' }))).toEqual([
      '「接待」不在经费开支范围（工作室基础建设、教育科研活动、名师工作津贴、团队成员和学员奖励、工作室日常开支）之内，须专款专用 第十八条',
    ]);
  });

  it('is signed by nobody but the lead', () => {
    expect([
      against(spend({ signedBy: '林若谷' })),
      against(spend({ signedBy: ' ' })),
      against(mayRecordExpense(proposed, undefined, [income('2027-01-01', 1000)], measures)),
    ]).toEqual([
      ['开支由领办人方予安负责，签批人是林若谷 第十八条'],
      ['开支由领办人方予安负责，没有签批 第十八条'],
      ['2027-03-01 没有领办人，无人签批 第十八条'],
    ]);
  });

  it('overdraws the account only with a reason, also on a day gone by', () => {
    const later = [income('2027-03-02', 1000)];
    expect([
      against(spend({}, '方予安', later)),
      against(spend({ overdraftReason: ' ' }, '方予安', later)),
      against(spend({ overdraftReason: '拨款次日到账' }, '方予安', later)),
      warnings(spend({ overdraftReason: '拨款次日到账' }, '方予安', later)),
      warnings(spend({ overdraftReason: '不必要' })),
    ]).toEqual([
      ['支出后专户余额最低为 -10 元，须写明理由 第十八条'],
      ['支出后专户余额最低为 -10 元，须写明理由 第十八条'],
      [],
      ['支出后专户余额最低为 -10 元，理由：拨款次日到账 第十八条'],
      [],
    ]);
  });

  it('does not answer for an overdraft of before that it does not deepen', () => {
    const before = [expense('2027-01-01', 500), income('2027-02-01', 2000)];
    expect([spend({ amount: 1500 }, '方予安', before).against, against(spend({ amount: 2001 }, '方予安', before)).length]).toEqual([[], 1]);
  });

  it('is an amount above zero in whole fen', () => {
    expect([0, -5, 0.5, 1].map((amount) => against(spend({ amount })))).toEqual([
      ['金额应大于 0，精确到分 第十八条'],
      ['金额应大于 0，精确到分 第十八条'],
      ['金额应大于 0，精确到分 第十八条'],
      [],
    ]);
  });
});

describe('第十八条: income', () => {
  it('is an amount above zero, and from the district only while the title is held', () => {
    const take = (source: (typeof incomeSources)[number], amount: number, held: boolean) =>
      against(mayRecordIncome({ source, amount }, held));
    expect([
      take('district-grant', 1, true),
      take('district-grant', 1, false),
      take('host-unit', 1, false),
      take('sector-bureau', 0, true),
    ]).toEqual([[], ['已没有名师工作室称号，不再发放资助 第十六条'], [], ['金额应大于 0，精确到分 第十八条']]);
    expect(mayRecordIncome({ source: 'host-unit', amount: 1 }, true).warnings).toEqual([]);
  });
});
