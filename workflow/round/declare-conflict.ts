import { readScores } from '../../db/queries/district-rounds.ts';
import { addConflict } from '../../db/writes/district-rounds.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { among, dateField, optional, textField } from '../field.ts';
import { currentEntry, requireEntry } from './current-round.ts';
import { expertNamed } from './expert-named.ts';
import { roundDay } from './round-day.ts';

const act = actOf('declare-conflict');

/** 第十二条第三项: an expert with an interest in a studio keeps out of its review; what was scored already does not count. */
export const declareConflict = command({
  ...act,
  summary: '登记专家对一家工作室回避及其理由。回避的专家不给这家工作室评分，已评的不计入平均分。',
  fields: {
    expert: among('experts', textField('专家姓名')),
    reason: textField('回避理由', '如同一单位、师生、亲属'),
    date: optional(dateField('声明日期', '不填为当天')),
  },
  offered: ({ id }, db) => currentEntry(db, id)?.shortlistedOn === null,
  run({ tx, studio, answers, context }) {
    const current = requireEntry(tx, studio, act.title, act.article);
    const { entry, round } = current;
    const refuse = (why: string): never => {
      throw new Refusal(`无法${act.title}：${why}`, act.article);
    };
    const expert = expertNamed(tx, current, answers.expert, act.title, act.article);
    if (entry.shortlistedOn !== null) refuse(`「${studio.name}」已于 ${entry.shortlistedOn} 列入拟入围名单，名次不再改变。请核对工作室。`);
    if (expert.conflicts.some(({ entryId }) => entryId === entry.id))
      refuse(`${expert.name}已对「${studio.name}」回避，不必重复登记。请核对专家和工作室。`);
    const declaredOn = roundDay(answers.date, context, act, '声明日期', { day: expert.declaredOn, label: '签署声明的日期' });
    addConflict(tx, { expertId: expert.id, entryId: entry.id, reason: answers.reason, declaredOn });
    const scored = readScores(tx, round.id).some(({ entryId, expertId }) => entryId === entry.id && expertId === expert.id);
    return {
      message: `已登记${expert.name}对「${studio.name}」回避：${answers.reason}。`,
      warnings: scored ? [`${expert.name}给「${studio.name}」的评分不再计入平均分。`] : [],
    };
  },
});
