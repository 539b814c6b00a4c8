import { constructionSpent, readFundAccounts } from '../../db/queries/funds.ts';
import { addGrantPayment } from '../../db/writes/district-rounds.ts';
import { article } from '../../policy/article.ts';
import { moneyText } from '../../policy/money.ts';
import { Refusal } from '../../policy/refusal.ts';
import { mayPayGrant } from '../../policy/round/grant.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, moneyField, optional, textField } from '../field.ts';
import { bookGrantPaid, bookingText, bookingWarnings } from '../funds/book-grant.ts';
import { heldTitle } from '../held-title.ts';
import { permit } from '../permit.ts';
import { awardedEntry, paidOf } from './awarded-entry.ts';
import { roundDay } from './round-day.ts';

const act = actOf('pay-grant');

/**
 * 第十六条: the HR bureau pays, after construction (第十八条 先建后补): what has been spent on construction is shown and kept with the payment, and
 * is a warning where it is less than what is then paid. What is paid is booked into the account in the same act. The register's own account says how much; without one the paper does.
 */
export const payGrant = command({
  ...act,
  summary: '登记资助的发放，同时记入工作室的经费专户。先建后补：显示已用于建设的金额，少于发放合计的给出提示。',
  fields: {
    voucher: textField('拨付凭证号'),
    amount: optional(moneyField('发放金额', '以元为单位；不填为尚未发放的全部')),
    date: optional(dateField('发放日期', '不填为当天')),
    spent: optional(moneyField('已用于建设的金额', '以元为单位；本机登记了专户的不填，由程序按开支计算')),
  },
  offered(studio, db) {
    const entry = awardedEntry(db, studio.id);
    return heldTitle(studio, 'district') !== undefined && entry !== undefined && entry.grant !== null && paidOf(entry) < entry.grant.amount;
  },
  run({ tx, studio, answers, context }) {
    const entry = awardedEntry(tx, studio.id);
    const grant = entry?.grant ?? null;
    if (entry === undefined || grant === null) {
      throw new Refusal(`无法${act.title}：「${studio.name}」的资助尚未核定。请先核定资助。`, article(12, 6));
    }
    const paidOn = roundDay(answers.date, context, act, '发放日期', { day: grant.decidedOn, label: '核定日期' });
    const hasAccount = readFundAccounts(tx, studio.id).length > 0;
    if (hasAccount && answers.spent !== undefined) {
      throw new Refusal(
        `无法${act.title}：本机登记了「${studio.name}」的专户，已用于建设的金额按开支计算。请不要填写「已用于建设的金额」，有遗漏的先补登支出。`,
        article(18),
      );
    }
    const spent = hasAccount ? constructionSpent(tx, studio.id, paidOn) : (answers.spent ?? 0);
    const paid = paidOf(entry);
    const amount = answers.amount ?? grant.amount - paid;
    const titleHeld = (heldTitle(studio, 'district')?.namedOn ?? '9999') <= paidOn;
    const payment = { amount, decided: grant.amount, paid, titleHeld, constructionSpent: spent };
    const warnings = permit(act.title, studio.name, mayPayGrant(payment), '请核对金额和称号。');
    if (entry.grant?.payments.some(({ voucher }) => voucher === answers.voucher) === true) {
      throw new Refusal(`无法${act.title}：凭证 ${answers.voucher} 已登记过。请核对凭证号。`, act.article);
    }
    addGrantPayment(tx, {
      grantId: grant.id,
      departmentId: context.seat.id,
      paidOn,
      amount,
      constructionSpent: spent,
      voucher: answers.voucher,
    });
    const summary = `区财政建设经费资助（${grant.documentNumber}）`;
    const booking = bookGrantPaid(tx, studio, { on: paidOn, amount, voucher: answers.voucher, summary }, context);
    return {
      message: `已登记向「${studio.name}」发放资助 ${moneyText(amount)}，累计 ${moneyText(paid + amount)}，已用于建设 ${moneyText(spent)}${bookingText(booking)}。`,
      warnings: [...warnings, ...bookingWarnings(booking)],
    };
  },
});
