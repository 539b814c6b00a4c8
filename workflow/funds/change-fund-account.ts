import { readFundAccounts, readFundEntries } from '../../db/queries/funds.ts';
import { closeFundAccount, openFundAccount } from '../../db/writes/funds.ts';
import { article } from '../../policy/article.ts';
import { levelInCharge } from '../../policy/funds/account.ts';
import { moneyText } from '../../policy/money.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional, textField } from '../field.ts';
import { pastDay } from '../past-day.ts';
import { requireLevel } from '../powers.ts';
import { looksAfterMoney } from './account-on.ts';

/** 第十八条: the account moves to another bank, or with the studio to another unit. The balance goes along. */
export const changeFundAccount = command({
  ...actOf('change-fund-account'),
  summary: '所在单位、开户行或账号变更时，结束原专户，登记新专户；余额随之转入。',
  fields: {
    name: textField('新专户名称', '账户或专账的名称'),
    reason: textField('变更理由'),
    date: optional(dateField('变更日期', '不填为当天')),
    bank: optional(textField('开户行')),
    number: optional(textField('账号')),
  },
  offered: (studio, db, { kind }) =>
    looksAfterMoney('change-fund-account', studio, kind) && readFundAccounts(db, studio.id).some(({ closedOn }) => closedOn === null),
  run({ tx, studio, answers, context }) {
    const refuse = (why: string): never => {
      throw new Refusal(`无法变更经费专户：${why}`, article(18));
    };
    requireLevel('change-fund-account', levelInCharge(studio.designations), studio, context.seat);
    const on = pastDay(answers.date, context, '变更经费专户', '变更日期', article(18));
    const [present] = readFundAccounts(tx, studio.id);
    if (present === undefined) return refuse(`「${studio.name}」还没有经费专户。请先办理「开立经费专户」。`);
    if (studio.hostUnit === null) return refuse(`「${studio.name}」没有登记所在单位，专户由所在单位管理。请先补全所在单位。`);
    if (on < present.openedOn) refuse(`变更日期 ${on} 早于原专户的开立日期 ${present.openedOn}。请核对日期。`);
    const entries = readFundEntries(tx, studio.id);
    const later = entries.find(({ accountId, onDate }) => accountId === present.id && onDate > on);
    if (later !== undefined) refuse(`原专户在 ${on} 之后还有收支（第 ${later.sequence} 笔，${later.onDate}）。请核对日期。`);
    closeFundAccount(tx, present.id, on, answers.reason);
    openFundAccount(tx, {
      studioId: studio.id,
      hostUnitId: studio.hostUnit.id,
      name: answers.name,
      bank: answers.bank ?? null,
      accountNumber: answers.number ?? null,
      openedOn: on,
      departmentId: context.seat.id,
    });
    const balance = entries.reduce((sum, { change }) => sum + change, 0);
    return {
      message: `已变更「${studio.name}」经费专户：${on} 起为${studio.hostUnit.name}的「${answers.name}」，转入余额 ${moneyText(balance)}。`,
    };
  },
});
