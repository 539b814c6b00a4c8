import { updateEntry } from '../../db/writes/district-rounds.ts';
import { article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional, textField } from '../field.ts';
import { currentEntry, requireEntry } from './current-round.ts';
import { roundDay } from './round-day.ts';

const act = actOf('withdraw-from-round');

/** 第十二条第一项: who applied may give up until the plaque. A recommendation spent on the studio stays spent. */
export const withdrawFromRound = command({
  ...act,
  summary: '登记工作室退出当年评选及其理由。已用掉的推荐名额不退回；授牌之后不能退出。',
  fields: { reason: textField('退出理由'), date: optional(dateField('退出日期', '不填为当天')) },
  offered: ({ id }, db) => currentEntry(db, id)?.awardedOn === null,
  run({ tx, studio, answers, context }) {
    const { entry } = requireEntry(tx, studio, act.title, act.article);
    if (entry.awardedOn !== null) {
      throw new Refusal(
        `无法${act.title}：「${studio.name}」已于 ${entry.awardedOn} 授牌。不再作为区级名师工作室的，请办理终止称号。`,
        article(12, 5),
      );
    }
    const endedOn = roundDay(answers.date, context, act, '退出日期', { day: entry.appliedOn, label: '申请日期' });
    updateEntry(tx, entry.id, { endedOn, endReason: `退出：${answers.reason}` });
    return { message: `已登记「${studio.name}」退出 ${entry.year} 年区级评选。` };
  },
});
