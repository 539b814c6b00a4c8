import { fundMovements, readFundAccounts } from '../../db/queries/funds.ts';
import { addFundEntry } from '../../db/writes/funds.ts';
import { levelInCharge } from '../../policy/funds/account.ts';
import { moneyText } from '../../policy/money.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, moneyField, optional, textField } from '../field.ts';
import { requireLevel } from '../powers.ts';
import { looksAfterMoney } from './account-on.ts';
import { bookableEntry, coverage, doubleBooking } from './bookable-entry.ts';
import { expensePurposeField } from './expense-purpose-field.ts';

/** 第十八条: an expense for one of the listed purposes, signed by the lead (领办人负责具体开支), checked by the host unit (第十四条). */
export const recordExpense = command({
  ...actOf('record-expense'),
  afterRevocation: true,
  summary: '登记经费专户的支出。只能用于所列用途，须有领办人签字和所在单位审核。',
  fields: {
    category: expensePurposeField('用途', '支出当日施行的办法所列的用途'),
    amount: moneyField('金额'),
    voucher: textField('凭证号'),
    summary: textField('摘要'),
    payee: textField('收款人'),
    handler: textField('经手人'),
    signedBy: textField('领办人签字', '签字人姓名'),
    signedOn: dateField('签字日期'),
    checkedBy: textField('所在单位审核', '审核人姓名'),
    checkedOn: optional(dateField('审核日期', '不填为支出日期')),
    date: optional(dateField('支出日期', '不填为当天')),
    overdraft: optional(textField('透支理由', '余额不足而确须垫支的才填')),
  },
  offered: (studio, db, { kind }) => looksAfterMoney('record-expense', studio, kind) && readFundAccounts(db, studio.id).length > 0,
  run({ tx, studio, answers, context }) {
    requireLevel('record-expense', levelInCharge(studio.designations), studio, context.seat);
    const { amount, signedOn } = answers;
    const onDate = answers.date ?? context.today;
    const entry = bookableEntry(
      tx,
      studio,
      {
        kind: 'expense',
        purpose: answers.category,
        amount,
        onDate,
        voucherNumber: answers.voucher,
        summary: answers.summary,
        counterparty: answers.payee,
        handler: answers.handler,
        signedBy: answers.signedBy,
        signedOn,
        checkedBy: answers.checkedBy,
        checkedOn: answers.checkedOn ?? onDate,
      },
      context,
    );
    const overdraftReason = coverage(tx, studio, [{ on: onDate, change: -amount }], answers.overdraft);
    const warnings = [
      ...doubleBooking(tx, entry),
      ...(signedOn > onDate ? [`领办人 ${signedOn} 才签字，晚于支出日期 ${onDate}。开支应先签字后支付（第十八条）。`] : []),
      ...(overdraftReason === null ? [] : ['专户透支，请尽快补足（第十八条）。']),
    ];
    const sequence = addFundEntry(tx, { ...entry, overdraftReason });
    const balance = fundMovements(tx, studio.id).reduce((sum, { change }) => sum + change, 0);
    return {
      message: `已登记「${studio.name}」第 ${sequence} 笔：支出 ${moneyText(amount)}（${answers.summary}），余额 ${moneyText(balance)}。`,
      warnings,
    };
  },
});
