import { addObjection } from '../../db/writes/district-rounds.ts';
import { article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { mayRegisterObjection } from '../../policy/round/public-notice.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional, textField } from '../field.ts';
import { permit } from '../permit.ts';
import { currentEntry, requireEntry } from './current-round.ts';
import { roundDay } from './round-day.ts';
import { storedPeriod } from './stored-period.ts';

const act = actOf('register-objection');

/** 第十二条第四项, 第五项: what people bring against a studio on public notice is registered and settled before the plaque. */
export const registerObjection = command({
  ...act,
  summary: '登记公示期间收到的异议：何人、何时、何事。授牌之后收到的，作为问题线索办理。',
  fields: {
    objector: textField('异议人', '姓名或单位；匿名的写「匿名」'),
    content: textField('异议内容'),
    date: optional(dateField('收到日期', '不填为当天')),
  },
  offered({ id }, db) {
    const entry = currentEntry(db, id);
    return entry !== undefined && entry.notice !== null && entry.awardedOn === null;
  },
  run({ tx, studio, answers, context }) {
    const { entry } = requireEntry(tx, studio, act.title, act.article);
    if (entry.awardedOn !== null) {
      throw new Refusal(
        `无法${act.title}：「${studio.name}」已于 ${entry.awardedOn} 授牌。请作为问题线索登记，查实的撤销称号。`,
        article(20),
      );
    }
    const receivedOn = roundDay(answers.date, context, act, '收到日期');
    const { notice } = entry;
    const permission = mayRegisterObjection(receivedOn, notice?.postedOn, notice === null ? undefined : storedPeriod(notice));
    const warnings = permit(act.title, studio.name, permission, '请核对日期。');
    const number = entry.objections.length + 1;
    addObjection(tx, {
      entryId: entry.id,
      number,
      departmentId: context.seat.id,
      receivedOn,
      objector: answers.objector,
      content: answers.content,
    });
    return { message: `已登记对「${studio.name}」的第 ${number} 件异议。办结之前不能授牌。`, warnings };
  },
});
