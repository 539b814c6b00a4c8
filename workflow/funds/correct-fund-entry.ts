import type { Transaction } from '../../db/database.ts';
import { type FundEntry, fundMovements, keptFrom, readFundEntries } from '../../db/queries/funds.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { type NewFundEntry, replaceFundEntry, reverseFundEntry } from '../../db/writes/funds.ts';
import { article } from '../../policy/article.ts';
import { fundEntryLabels, incomeSourceLabels, levelInCharge } from '../../policy/funds/account.ts';
import { requireReturnable, requireStillReceived } from '../../policy/funds/record-entry.ts';
import { moneyText } from '../../policy/money.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import type { Context } from '../context.ts';
import { type Answers, among, choiceField, dateField, moneyField, numberField, optional, textField, yesNoField } from '../field.ts';
import { pastDay } from '../past-day.ts';
import { requireLevel } from '../powers.ts';
import { accountOn, looksAfterMoney } from './account-on.ts';
import { bookableEntry, coverage, type GivenEntry } from './bookable-entry.ts';
import { expensePurposeField } from './expense-purpose-field.ts';
import { requireReceivedAsPaid } from './grant-received.ts';

const place = article(18);

/** What may be right in the entry that stands in the stead of a wrong one. */
const corrections = {
  entryDate: optional(dateField('更正后的日期', '不填为更正日期')),
  amount: optional(moneyField('金额', '以元为单位；不填为原来的')),
  source: optional(choiceField('来源', incomeSourceLabels, '收入和退回；不填为原来的')),
  category: optional(expensePurposeField('用途', '支出，当日施行的办法所列的用途；不填为原来的')),
  voucher: optional(textField('凭证号', '不填为原来的')),
  summary: optional(textField('摘要', '不填为原来的')),
  counterparty: optional(textField('对方', '付款或收款的单位、个人；不填为原来的')),
  handler: optional(textField('经手人', '不填为原来的')),
  signedBy: optional(textField('领办人签字', '支出；不填为原来的')),
  signedOn: optional(dateField('签字日期', '支出；不填为原来的')),
  checkedBy: optional(textField('所在单位审核', '支出；不填为原来的')),
  checkedOn: optional(dateField('审核日期', '支出；不填为原来的')),
} as const;

type Changes = Answers<typeof corrections>;

/** 第十八条: a wrong entry stays in the books and is taken back by one that mirrors it; what was right of it is booked anew. */
export const correctFundEntry = command({
  ...actOf('correct-fund-entry'),
  afterRevocation: true,
  summary: '更正或作废一笔收支：原记录红字冲销保留，写明理由，更正后的另记一笔。',
  fields: {
    entry: among('fund-entries', numberField('序号', '要更正的是第几笔')),
    reason: textField('更正理由'),
    cancel: optional(yesNoField('是否作废', '填「是」只冲销，不另记')),
    date: optional(dateField('更正日期', '冲销记在这一天；不填为当天')),
    overdraft: optional(textField('透支理由', '更正后余额不足的才填')),
    ...corrections,
  },
  offered: (studio, db, { kind }) => looksAfterMoney('correct-fund-entry', studio, kind) && readFundEntries(db, studio.id).length > 0,
  run({ tx, studio, answers, context }) {
    const refuse = (why: string): never => {
      throw new Refusal(`无法更正收支：${why}`, place);
    };
    requireLevel('correct-fund-entry', levelInCharge(studio.designations), studio, context.seat);
    const { entry: wanted, reason, cancel, date, overdraft, ...changes } = answers;
    const original = readFundEntries(tx, studio.id).find(({ sequence }) => sequence === wanted);
    if (original === undefined) return refuse(`「${studio.name}」没有第 ${wanted} 笔收支。请核对序号。`);
    if (original.reverses !== null)
      return refuse(`第 ${original.sequence} 笔是第 ${original.reverses} 笔的冲销，不能再更正。请更正另记的一笔。`);
    if (original.reversed) return refuse(`第 ${original.sequence} 笔已经冲销。请更正另记的一笔。`);
    const on = pastDay(date, context, '更正收支', '更正日期', place);
    if (on < original.onDate) refuse(`更正日期 ${on} 早于原记录的日期 ${original.onDate}。请核对日期。`);
    const changed = Object.values(changes).some((value) => value !== undefined);
    if (cancel === true && changed) refuse('作废不另记。请去掉更正的内容，或去掉「作废」。');
    if (cancel !== true && !changed) refuse('没有填要更正的内容。请填更正后的内容；整笔有误的，在「是否作废」填「是」。');
    const replacement = cancel === true ? null : bookableEntry(tx, studio, corrected(original, changes, on), context);
    requireSourcesHold(tx, studio, original, replacement);
    const overdraftReason = coverage(
      tx,
      studio,
      [{ on, change: -original.change }, ...(replacement === null ? [] : [{ on: replacement.onDate, change: changeOf(replacement) }])],
      overdraft,
    );
    const correction = { id: original.id, reason };
    const reversal = { ...mirrored(original, studio, context), onDate: on, accountId: accountOn(tx, studio, on, '更正收支').id };
    // What lowers the balance is booked last, and says why it may leave the account overdrawn.
    const lowering = original.kind === 'income';
    let replaced = replacement !== null && lowering ? replaceFundEntry(tx, replacement, correction) : 0;
    const reversed = reverseFundEntry(tx, { ...reversal, overdraftReason: lowering ? overdraftReason : null }, correction);
    if (replacement !== null && !lowering) replaced = replaceFundEntry(tx, { ...replacement, overdraftReason }, correction);
    const balance = fundMovements(tx, studio.id).reduce((sum, { change }) => sum + change, 0);
    const anew = replacement === null ? '' : `，更正后记为第 ${replaced} 笔（${moneyText(replacement.amount)}）`;
    return {
      message: `已${replacement === null ? '作废' : '更正'}「${studio.name}」第 ${original.sequence} 笔：冲销记为第 ${reversed} 笔${anew}，余额 ${moneyText(balance)}。`,
    };
  },
});

function changeOf({ kind, amount }: NewFundEntry): number {
  return kind === 'income' ? amount : -amount;
}

/** The entry that mirrors another, under the hands of whoever corrects. */
function mirrored(
  original: FundEntry,
  { id: studioId }: StudioRecord,
  { seat, today }: Context,
): Omit<NewFundEntry, 'accountId' | 'onDate'> {
  const { kind, source, category, construction, voucherNumber, summary, amount, counterparty, handler } = original;
  const { signedBy, signedOn, checkedBy, checkedOn, measuresId } = original;
  const money = { studioId, kind, source, category, construction, voucherNumber, summary, amount, counterparty, handler };
  const hands = { signedBy, signedOn, checkedBy, checkedOn };
  return { ...money, ...hands, overdraftReason: null, measuresId, departmentId: seat.id, recordedOn: today };
}

/** What the entry should have said: the changes where there are any, otherwise what it said. Refuses what its kind has no room for. */
function corrected(original: FundEntry, changes: Changes, on: PlainDate): GivenEntry {
  const refuse = (what: string): never => {
    throw new Refusal(`无法更正收支：第 ${original.sequence} 笔是${fundEntryLabels[original.kind]}，没有${what}。请去掉这一项。`, place);
  };
  const money = {
    onDate: changes.entryDate ?? on,
    voucherNumber: changes.voucher ?? original.voucherNumber,
    summary: changes.summary ?? original.summary,
    amount: changes.amount ?? original.amount,
  };
  const counterparty = changes.counterparty ?? original.counterparty;
  const handler = changes.handler ?? original.handler;
  if (original.kind !== 'expense') {
    if (changes.category !== undefined) refuse('用途');
    const signatures = [changes.signedBy, changes.signedOn, changes.checkedBy, changes.checkedOn];
    if (signatures.some((value) => value !== undefined)) refuse('签字和审核');
    const source = changes.source ?? original.source;
    if (source === null) throw new Error('income without a source');
    return { ...money, kind: original.kind, source, counterparty, handler };
  }
  if (changes.source !== undefined) refuse('来源');
  const purpose = changes.category ?? original.category;
  const signedBy = changes.signedBy ?? original.signedBy;
  const signedOn = changes.signedOn ?? original.signedOn;
  const checkedBy = changes.checkedBy ?? original.checkedBy;
  const checkedOn = changes.checkedOn ?? original.checkedOn;
  if (!counterparty || !handler || !purpose || !signedBy || !signedOn || !checkedBy || !checkedOn) {
    throw new Error('an expense without its hands');
  }
  return { ...money, kind: 'expense', purpose, counterparty, handler, signedBy, signedOn, checkedBy, checkedOn };
}

/** Refuses a correction after which more would have gone back to a source than came from it, or come of the grant than was paid. */
function requireSourcesHold(tx: Transaction, { id }: StudioRecord, original: FundEntry, replacement: NewFundEntry | null): void {
  const before = original.source;
  if (before === null) return;
  const after = replacement?.source ?? null;
  const kept = (source: typeof before) => keptFrom(tx, id, source) - (source === before ? original.change : 0);
  if (original.kind === 'income') {
    if (after === 'district-grant' && replacement !== null) {
      requireReceivedAsPaid(tx, id, replacement.amount - (before === after ? original.amount : 0));
    }
    requireStillReceived(before, kept(before) + (after === before && replacement !== null ? replacement.amount : 0));
  } else if (replacement !== null && after !== null) {
    requireReturnable(after, kept(after), replacement.amount);
  }
}
