import { fundMovements, readFundAccounts } from '../../db/queries/funds.ts';
import { addFundEntry } from '../../db/writes/funds.ts';
import { incomeSourceLabels, levelInCharge } from '../../policy/funds/account.ts';
import { moneyText } from '../../policy/money.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { choiceField, dateField, moneyField, optional, textField } from '../field.ts';
import { requireLevel } from '../powers.ts';
import { looksAfterMoney } from './account-on.ts';
import { bookableEntry, doubleBooking } from './bookable-entry.ts';
import { receivedLessThanPaid, requireReceivedAsPaid } from './grant-received.ts';

/** 第十八条: what the host unit, the bureau or the district pays into the dedicated account. 第十二条第六项, 第十四条, 第十五条. */
export const recordIncome = command({
  ...actOf('record-income'),
  afterRevocation: true,
  summary: '登记进入经费专户的收入及其来源。本机登记发放的区财政资助在发放时已入账，不再登记。',
  fields: {
    source: choiceField('来源', incomeSourceLabels),
    amount: moneyField('金额'),
    voucher: textField('凭证号'),
    summary: textField('摘要'),
    date: optional(dateField('日期', '不填为当天')),
    payer: optional(textField('付款单位')),
    handler: optional(textField('经手人')),
  },
  offered: (studio, db, { kind }) => looksAfterMoney('record-income', studio, kind) && readFundAccounts(db, studio.id).length > 0,
  run({ tx, studio, answers, context }) {
    requireLevel('record-income', levelInCharge(studio.designations), studio, context.seat);
    const { source, amount } = answers;
    const entry = bookableEntry(
      tx,
      studio,
      {
        kind: 'income',
        source,
        amount,
        onDate: answers.date ?? context.today,
        voucherNumber: answers.voucher,
        summary: answers.summary,
        counterparty: answers.payer ?? null,
        handler: answers.handler ?? null,
      },
      context,
    );
    if (source === 'district-grant') requireReceivedAsPaid(tx, studio.id, amount);
    const double = doubleBooking(tx, entry);
    const sequence = addFundEntry(tx, entry);
    const warnings = [...double, ...(source === 'district-grant' ? receivedLessThanPaid(tx, studio.id) : [])];
    const balance = fundMovements(tx, studio.id).reduce((sum, { change }) => sum + change, 0);
    return {
      message: `已登记「${studio.name}」第 ${sequence} 笔：收入 ${moneyText(amount)}（${incomeSourceLabels[source]}），余额 ${moneyText(balance)}。`,
      warnings,
    };
  },
});
