import { type Article, article } from './article.ts';
import type { Measures } from './measures.ts';
import { type Fen, moneyText } from './money.ts';
import type { ExpenseCategory } from './parameters/expense-categories.ts';
import type { PlainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';
import type { StudioLevel } from './seat.ts';

const place = article(18);

/** What an entry of a dedicated account is: money in, money spent, money given back to where it came from. */
export const fundEntryKinds = ['income', 'expense', 'return'] as const;
export type FundEntryKind = (typeof fundEntryKinds)[number];
export const fundEntryLabels: Readonly<Record<FundEntryKind, string>> = { income: '收入', expense: '支出', return: '退回' };

/** Who gives a studio money. 第十四条, 第十五条, 第十二条第六项. */
export const incomeSources = ['host-unit', 'bureau', 'district-grant'] as const;
export type IncomeSource = (typeof incomeSources)[number];
export const incomeSourceLabels: Readonly<Record<IncomeSource, string>> = {
  'host-unit': '所在单位安排',
  bureau: '行业主管部门安排',
  'district-grant': '区级资助',
};

/** The provision each source follows from. */
export const incomeSourceArticles: Readonly<Record<IncomeSource, Article>> = {
  'host-unit': article(14),
  bureau: article(15),
  'district-grant': article(12, 6),
};

/** The purpose of an expense, by its code or its name. Refuses what is none of those the Measures list: 专款专用. 第十八条. */
export function requireEarmarked(purpose: string, { values }: Measures): ExpenseCategory {
  const { value: categories, source } = values.expenseCategories;
  const category = categories.find(({ code, label }) => code === purpose || label === purpose);
  if (category !== undefined) return category;
  const allowed = categories.map(({ label }) => label).join('、');
  throw new Refusal(
    `无法登记支出：「${purpose}」不在开支范围之内，经费须专款专用。可以开支的只有${allowed}。请核对用途，不属于这些用途的由其他经费列支。`,
    source,
  );
}

/** Who signed an expense and who of the host unit checked it. */
export interface ExpenseSignatures {
  readonly signedBy: string;
  readonly checkedBy: string;
}

/**
 * An expense is signed by a lead of the studio (第十八条: 领办人负责具体开支) and checked by somebody else of the host unit, which sees to
 * the lawful use (第十四条). Refuses any other hand.
 */
export function requireSigned({ signedBy, checkedBy }: ExpenseSignatures, leads: readonly string[]): void {
  if (leads.length === 0) throw new Refusal('无法登记支出：工作室没有登记领办人，开支无人负责。请先登记领办人。', place);
  if (!leads.includes(signedBy)) {
    throw new Refusal(`无法登记支出：签字人「${signedBy}」不是当时的领办人。开支由领办人负责，请由${leads.join('、')}签字。`, place);
  }
  if (leads.includes(checkedBy)) {
    throw new Refusal(`无法登记支出：审核人「${checkedBy}」就是领办人。所在单位履行监督职能，请由单位的其他人员审核。`, article(14));
  }
}

/** A change of a balance on a day: above zero when money comes in. */
export interface Movement {
  readonly on: PlainDate;
  readonly change: Fen;
}

/** The first day from `from` on at whose end the balance is below zero, and that balance; `undefined` when there is none. */
export function firstOverdraft(movements: readonly Movement[], from: PlainDate): { on: PlainDate; balance: Fen } | undefined {
  const days = Map.groupBy(movements, ({ on }) => on);
  let balance: Fen = 0;
  for (const on of [...days.keys()].toSorted()) {
    for (const { change } of days.get(on) ?? []) balance += change;
    if (on >= from && balance < 0) return { on, balance };
  }
  return undefined;
}

/**
 * Refuses movements that would leave the account below zero at the end of any day from theirs on, unless somebody gave a reason.
 * Returns the reason when it was needed, otherwise null.
 */
export function requireCovered(present: readonly Movement[], added: readonly Movement[], reason: string | undefined): string | null {
  const outflows = added.filter(({ change }) => change < 0).map(({ on }) => on);
  const [from] = outflows.toSorted();
  if (from === undefined) return null;
  const overdraft = firstOverdraft([...present, ...added], from);
  if (overdraft === undefined) return null;
  if (reason !== undefined) return reason;
  throw new Refusal(
    `无法登记：专户余额不足，${overdraft.on} 将透支 ${moneyText(-overdraft.balance)}。请先登记收入，或核对金额和日期；确须垫支的，写明透支理由（overdraft）。`,
    place,
  );
}

/** A title with its days, as far as money goes; from the day it ended it is no longer held. */
export interface TitleSpan {
  readonly level: StudioLevel;
  readonly namedOn: PlainDate;
  readonly endedOn: PlainDate | null;
}

function holds({ namedOn, endedOn }: TitleSpan, on: PlainDate): boolean {
  return namedOn <= on && (endedOn === null || endedOn > on);
}

/**
 * Refuses money for which the titles leave no room on a day: the district pays district studios only (第十二条第六项), and once the last
 * title has ended nothing is spent and nothing comes in but from the host unit, which makes good what must be given back
 * (第十九条, 第二十条). A studio that has not been named yet may be built up.
 */
export function requireTitleForMoney(money: FundEntryKind, source: IncomeSource | null, titles: readonly TitleSpan[], on: PlainDate): void {
  if (money === 'return') return;
  const act = `无法登记${fundEntryLabels[money]}`;
  if (source === 'district-grant' && !titles.some((title) => title.level === 'district' && holds(title, on))) {
    throw new Refusal(`${act}：工作室在 ${on} 不是区级名师工作室，区级资助只发给区级名师工作室。请核对来源和日期。`, article(12, 6));
  }
  if (source === 'host-unit') return;
  const last = titles.reduce<PlainDate | undefined>(
    (latest, { endedOn }) => (endedOn !== null && (latest === undefined || endedOn > latest) ? endedOn : latest),
    undefined,
  );
  if (last === undefined || last > on || titles.some(({ endedOn }) => endedOn === null)) return;
  throw new Refusal(`${act}：工作室的称号已于 ${last} 终止，当日起不再列收列支。结余请办理退回；终止前发生的，填写当时的日期。`, place);
}

/** Refuses giving back more than came from a source. `received` is what came in less what has gone back already. */
export function requireReturnable(source: IncomeSource, received: Fen, amount: Fen): void {
  if (amount <= received) return;
  throw new Refusal(
    `无法登记退回：${incomeSourceLabels[source]}尚未退回的共 ${moneyText(received)}，不能退回 ${moneyText(amount)}。请核对来源和金额。`,
    incomeSourceArticles[source],
  );
}

/**
 * The title under which a studio's money is looked after: the district one while it is held, since the HR bureau manages district
 * studios directly (第十六条), otherwise the in-system one (第十五条); after the end of all, the one that ended last.
 */
export function levelInCharge(titles: readonly TitleSpan[]): StudioLevel {
  const open = titles.filter(({ endedOn }) => endedOn === null);
  const latest = titles.reduce((last, { endedOn }) => (endedOn !== null && endedOn > last ? endedOn : last), '');
  const deciding = open.length > 0 ? open : titles.filter(({ endedOn }) => endedOn === latest);
  return deciding.some(({ level }) => level === 'district') ? 'district' : 'in-system';
}
