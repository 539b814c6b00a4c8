import { updateEntry } from '../../db/writes/district-rounds.ts';
import { Refusal } from '../../policy/refusal.ts';
import { mayRecommend } from '../../policy/round/recommend.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, numberField, optional, textField } from '../field.ts';
import { permit } from '../permit.ts';
import { candidateOf } from './candidate.ts';
import { currentEntry, findRound, requireEntry } from './current-round.ts';
import { roundDay } from './round-day.ts';

const act = actOf('recommend');

/** 第十二条第二项: each bureau chooses one or two of those that applied. The third is refused, whoever dropped out in between. */
export const recommend = command({
  ...act,
  summary: '从提出申请的本系统工作室中择优推荐 1 至 2 家，写明排序和理由。',
  fields: {
    rank: numberField('推荐排序', '1 为第一'),
    reason: textField('推荐理由'),
    date: optional(dateField('推荐日期', '不填为当天')),
  },
  offered({ id }, db) {
    const entry = currentEntry(db, id);
    const round = entry === undefined ? undefined : findRound(db, entry.year);
    if (entry?.recommendedOn !== null || round === undefined) return false;
    const own = round.entries.filter(({ departmentId, recommendedOn }) => departmentId === entry.departmentId && recommendedOn !== null);
    return own.length < round.round.recommendationLimit;
  },
  run({ tx, studio, answers, context }) {
    const { entry, entries, facts, measures } = requireEntry(tx, studio, act.title, act.article);
    const recommendedOn = roundDay(answers.date, context, act, '推荐日期');
    const own = entries.filter((other) => other.departmentId === entry.departmentId && other.recommendedOn !== null);
    const warnings = permit(
      act.title,
      studio.name,
      mayRecommend(candidateOf(tx, studio, entry), facts, own.length, recommendedOn, measures),
      '请核对评选通知和本部门已推荐的名单。',
    );
    const { most } = measures.values.recommendationLimit.value;
    if (!Number.isInteger(answers.rank) || answers.rank < 1 || answers.rank > most) {
      throw new Refusal(`无法${act.title}：推荐排序应是 1 至 ${most} 的整数，填的是 ${answers.rank}。请改正排序。`, act.article);
    }
    const taken = own.find(({ recommendationRank }) => recommendationRank === answers.rank);
    if (taken !== undefined) {
      throw new Refusal(`无法${act.title}：排序 ${answers.rank} 已给「${taken.studio}」。请填写其他排序。`, act.article);
    }
    updateEntry(tx, entry.id, { recommendedOn, recommendationRank: answers.rank, recommendationReason: answers.reason });
    return { message: `已推荐「${studio.name}」参加 ${entry.year} 年区级评选，排序第 ${answers.rank}。`, warnings };
  },
});
