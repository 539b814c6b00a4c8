import { type Revocation, readRevocations } from '../../db/queries/revocations.ts';
import { addReclaimPayment } from '../../db/writes/revocations.ts';
import { type Fen, moneyText } from '../../policy/money.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, moneyField, optional, textField } from '../field.ts';
import { bookGrantReclaimed, bookingText, bookingWarnings } from '../funds/book-grant.ts';
import { pastDay } from '../past-day.ts';
import { requireRevocation } from './revocation-of.ts';

const act = actOf('reclaim-grant');

/** What a decision reclaims and has not come back yet. */
export function stillOwed({ reclaimAmount, payments }: Revocation): Fen {
  return reclaimAmount - payments.reduce((sum, { amount }) => sum + amount, 0);
}

/** 第十九条第二款, 第二十条: the grant comes back, at once or in parts, never more than the decision reclaims, and out of the account in the same act. */
export const reclaimGrant = command({
  ...act,
  afterRevocation: true,
  summary: '登记收回的资助到账，同时从工作室的经费专户退回，可以分次；合计不超过撤销决定收回的金额。',
  fields: {
    voucher: textField('到账凭证号'),
    amount: optional(moneyField('到账金额', '以元为单位；不填为尚未收回的全部')),
    date: optional(dateField('到账日期', '不填为当天')),
  },
  offered: ({ id }, db, { kind }) => {
    const revocation = readRevocations(db, id).findLast(({ level }) => level === actingLevel(act.name, kind));
    return revocation !== undefined && stillOwed(revocation) > 0;
  },
  run({ tx, studio, answers, context }) {
    const revocation = requireRevocation(tx, studio, actingLevel(act.name, context.seat.kind), act.title, act.article);
    const paidOn = pastDay(answers.date, context, act.title, '到账日期', act.article);
    const owed = stillOwed(revocation);
    const amount = answers.amount ?? owed;
    const refuse = (why: string): never => {
      throw new Refusal(`无法${act.title}：${why}`, act.article);
    };
    if (owed === 0) refuse(`「${studio.name}」应收回的 ${moneyText(revocation.reclaimAmount)}已全部收回。请核对工作室。`);
    if (amount > owed) refuse(`「${studio.name}」尚未收回的为 ${moneyText(owed)}，不能登记 ${moneyText(amount)}。请核对金额。`);
    if (paidOn < revocation.decidedOn) refuse(`到账日期 ${paidOn} 早于撤销日期 ${revocation.decidedOn}。请核对日期。`);
    if (revocation.payments.some(({ voucher }) => voucher === answers.voucher)) refuse(`凭证 ${answers.voucher} 已登记过。请核对凭证号。`);
    addReclaimPayment(tx, { revocationId: revocation.id, departmentId: context.seat.id, paidOn, amount, voucher: answers.voucher });
    const left = owed - amount;
    const rest = left === 0 ? '已全部收回' : `尚欠 ${moneyText(left)}`;
    const source = revocation.level === 'district' ? 'district-grant' : 'sector-bureau';
    const summary = `收回资助（${revocation.number}）`;
    const booking = bookGrantReclaimed(tx, studio, source, { on: paidOn, amount, voucher: answers.voucher, summary }, context);
    return {
      message: `已登记收回「${studio.name}」资助 ${moneyText(amount)}，${rest}${bookingText(booking)}。`,
      warnings: bookingWarnings(booking),
    };
  },
});
