import { article } from '../article.ts';
import type { Measures } from '../measures.ts';
import { type Fen, moneyText } from '../money.ts';
import type { ExpenseCategory } from '../parameters/expense-categories.ts';
import type { PlainDate } from '../plain-date.ts';
import { Refusal } from '../refusal.ts';
import {
  type FundEntryKind,
  firstOverdraft,
  fundEntryLabels,
  type IncomeSource,
  incomeSourceArticles,
  incomeSourceLabels,
  lastEnd,
  type Movement,
  type TitleSpan,
} from './account.ts';

const place = article(18);

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
    `无法登记：专户余额不足，${overdraft.on} 将透支 ${moneyText(-overdraft.balance)}。请先登记收入，或核对金额和日期；确须垫支的，写明「透支理由」。`,
    place,
  );
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
  const last = lastEnd(titles);
  if (last === undefined || last > on) return;
  throw new Refusal(`${act}：工作室的称号已于 ${last} 终止，当日起不再列收列支。结余请办理退回；终止前发生的，填写当时的日期。`, place);
}

/** What the district paid, what of it is in the account, and what somebody wants to book besides. */
export interface GrantToReceive {
  readonly paid: Fen;
  readonly received: Fen;
  readonly more: Fen;
}

/** The account receives of the district's grant what was paid and not a fen more: paying books it, so that more would be twice. 第十六条. */
export function requireAsPaid({ paid, received, more }: GrantToReceive): void {
  if (more <= 0 || received + more <= paid) return;
  throw new Refusal(
    `无法登记收入：区财政资助已发放 ${moneyText(paid)}，专户已入账 ${moneyText(received)}，再入账 ${moneyText(more)}就多于发放的金额。登记发放资助时已同时入账，请勿重复登记；另有发放的，先由区人力资源局登记发放资助。`,
    article(16),
  );
}

/** Refuses giving back more than came from a source. `received` is what came in less what has gone back already. */
export function requireReturnable(source: IncomeSource, received: Fen, amount: Fen): void {
  if (amount <= received) return;
  throw new Refusal(
    `无法登记退回：${incomeSourceLabels[source]}尚未退回的共 ${moneyText(received)}，不能退回 ${moneyText(amount)}。请核对来源和金额。`,
    incomeSourceArticles[source],
  );
}

/** Refuses taking income back of which more has gone back already. `kept` is what would then have come in less what has gone back. */
export function requireStillReceived(source: IncomeSource, kept: Fen): void {
  if (kept >= 0) return;
  throw new Refusal(
    `无法更正收入：${incomeSourceLabels[source]}已经退回的会比收到的多 ${moneyText(-kept)}。请先更正退回的那一笔。`,
    incomeSourceArticles[source],
  );
}
