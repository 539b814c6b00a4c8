import { fundMovements, keptFrom } from '../../db/queries/funds.ts';
import { addFundEntry } from '../../db/writes/funds.ts';
import { incomeSourceLabels, incomeSources, levelInCharge } from '../../policy/funds/account.ts';
import { requireReturnable } from '../../policy/funds/record-entry.ts';
import { moneyText } from '../../policy/money.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { choiceField, dateField, moneyField, optional, textField } from '../field.ts';
import { requireLevel } from '../powers.ts';
import { looksAfterMoney } from './account-on.ts';
import { bookableEntry, coverage, doubleBooking } from './bookable-entry.ts';

/**
 * Money that goes back to where it came from: a grant taken back (第十九条第二款, 第二十条), what is left when a studio ends. It is no
 * expense, and never more than came from that source.
 */
export const returnFunds = command({
  ...actOf('return-funds'),
  afterRevocation: true,
  summary: '登记从经费专户退回来源的资金：终止后的结余、登记收回资助时没有记入专户的部分。',
  fields: {
    source: choiceField('退回哪一来源', incomeSourceLabels),
    amount: moneyField('金额'),
    voucher: textField('凭证号'),
    summary: textField('事由', '如收回资助的决定文号'),
    date: optional(dateField('日期', '不填为当天')),
    payee: optional(textField('收款单位')),
    handler: optional(textField('经手人')),
    overdraft: optional(textField('透支理由', '余额不足而确须垫支的才填')),
  },
  offered: (studio, db, { kind }) =>
    looksAfterMoney('return-funds', studio, kind) && incomeSources.some((source) => keptFrom(db, studio.id, source) > 0),
  run({ tx, studio, answers, context }) {
    requireLevel('return-funds', levelInCharge(studio.designations), studio, context.seat);
    const { source, amount } = answers;
    const onDate = answers.date ?? context.today;
    const entry = bookableEntry(
      tx,
      studio,
      {
        kind: 'return',
        source,
        amount,
        onDate,
        voucherNumber: answers.voucher,
        summary: answers.summary,
        counterparty: answers.payee ?? null,
        handler: answers.handler ?? null,
      },
      context,
    );
    requireReturnable(source, keptFrom(tx, studio.id, source), amount);
    const overdraftReason = coverage(tx, studio, [{ on: onDate, change: -amount }], answers.overdraft);
    const warnings = doubleBooking(tx, entry);
    const sequence = addFundEntry(tx, { ...entry, overdraftReason });
    const balance = fundMovements(tx, studio.id).reduce((sum, { change }) => sum + change, 0);
    return {
      message: `已登记「${studio.name}」第 ${sequence} 笔：退回${incomeSourceLabels[source]} ${moneyText(amount)}，余额 ${moneyText(balance)}。`,
      warnings,
    };
  },
});
