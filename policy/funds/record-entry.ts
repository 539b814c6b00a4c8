import { article } from '../article.ts';
import type { Measures } from '../measures.ts';
import { type Fen, moneyText } from '../money.ts';
import { type Permission, type Remark, remarkWhen } from '../permission.ts';
import type { PlainDate } from '../plain-date.ts';
import { type AccountEntry, type IncomeSource, lowestBalance } from './account.ts';

const place = article(18);

function amountRemarks(amount: Fen): readonly Remark[] {
  return remarkWhen(!(Number.isSafeInteger(amount) && amount > 0), '金额应大于 0，精确到分', place);
}

/** Money that came in. A studio without a title gets nothing more from the district. 第十六条, 第十八条. */
export function mayRecordIncome(income: { readonly source: IncomeSource; readonly amount: Fen }, titleHeld: boolean): Permission {
  return {
    against: [
      ...amountRemarks(income.amount),
      ...remarkWhen(income.source === 'district-grant' && !titleHeld, '已没有名师工作室称号，不再发放资助', article(16)),
    ],
    warnings: [],
  };
}

/** Money somebody wants to spend. */
export interface ProposedExpense {
  readonly on: PlainDate;
  readonly category: string;
  readonly amount: Fen;
  /** Who signed for it. */
  readonly signedBy: string;
  /** Why the account may be overdrawn. */
  readonly overdraftReason?: string | undefined;
}

/**
 * Money is spent on what 第十八条 lists and nothing else (专款专用), the lead signs each expense, and the account is never overdrawn on any
 * day without a reason. `lead` is who led the studio on the day of the expense; `account` what is booked so far.
 */
export function mayRecordExpense(
  { on, category, amount, signedBy, overdraftReason }: ProposedExpense,
  lead: string | undefined,
  account: readonly AccountEntry[],
  { values }: Measures,
): Permission {
  const { value: categories, source } = values.expenseCategories;
  const lowest = lowestBalance([...account, { kind: 'expense', on, category, amount }]);
  // An account overdrawn before is a matter of its own; this expense answers for making it worse.
  const overdrawn = lowest < lowestBalance(account);
  const explained = (overdraftReason ?? '').trim() !== '';
  const overdraft = `支出后专户余额最低为 ${moneyText(lowest)}`;
  return {
    against: [
      ...amountRemarks(amount),
      ...remarkWhen(
        !categories.some(({ code }) => code === category),
        `「${category}」不在经费开支范围（${categories.map(({ label }) => label).join('、')}）之内，须专款专用`,
        source,
      ),
      ...remarkWhen(lead === undefined, `${on} 没有领办人，无人签批`, place),
      ...remarkWhen(
        lead !== undefined && signedBy.trim() !== lead,
        `开支由领办人${lead}负责，${signedBy.trim() === '' ? '没有签批' : `签批人是${signedBy.trim()}`}`,
        place,
      ),
      ...remarkWhen(overdrawn && !explained, `${overdraft}，须写明理由`, place),
    ],
    warnings: remarkWhen(overdrawn && explained, `${overdraft}，理由：${overdraftReason}`, place),
  };
}
