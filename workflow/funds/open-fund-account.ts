import { readFundAccounts } from '../../db/queries/funds.ts';
import { openFundAccount as open } from '../../db/writes/funds.ts';
import { article } from '../../policy/article.ts';
import { levelInCharge } from '../../policy/funds/account.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional, textField } from '../field.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { pastDay } from '../past-day.ts';
import { requireLevel } from '../powers.ts';
import { looksAfterMoney } from './account-on.ts';

const place = article(18);

/** 第十八条: the host unit keeps the studio's money in one dedicated account. */
export const openFundAccount = command({
  ...actOf('open-fund-account'),
  summary: '登记所在单位为工作室开立的经费专户。一个工作室只有一个专户，收支都记在专户上。',
  fields: {
    name: textField('专户名称', '账户或专账的名称'),
    date: optional(dateField('开立日期', '不填为当天')),
    bank: optional(textField('开户行')),
    number: optional(textField('账号')),
  },
  offered: (studio, db, { kind }) =>
    looksAfterMoney('open-fund-account', studio, kind) &&
    heldTitle(studio, levelInCharge(studio.designations)) !== undefined &&
    readFundAccounts(db, studio.id).length === 0,
  run({ tx, studio, answers, context }) {
    const level = levelInCharge(studio.designations);
    requireLevel('open-fund-account', level, studio, context.seat);
    requireTitle(studio, level, '开立经费专户', place);
    const openedOn = pastDay(answers.date, context, '开立经费专户', '开立日期', place);
    if (studio.hostUnit === null) {
      throw new Refusal(`无法开立经费专户：「${studio.name}」没有登记所在单位，专户由所在单位管理。请先补全所在单位。`, place);
    }
    const [account] = readFundAccounts(tx, studio.id);
    if (account !== undefined) {
      throw new Refusal(
        `无法开立经费专户：「${studio.name}」已有专户「${account.name}」。一个工作室只有一个专户，要换的请办理「变更经费专户」。`,
        place,
      );
    }
    open(tx, {
      studioId: studio.id,
      hostUnitId: studio.hostUnit.id,
      name: answers.name,
      bank: answers.bank ?? null,
      accountNumber: answers.number ?? null,
      openedOn,
      departmentId: context.seat.id,
    });
    return { message: `已登记「${studio.name}」在${studio.hostUnit.name}的经费专户「${answers.name}」，${openedOn} 开立。` };
  },
});
