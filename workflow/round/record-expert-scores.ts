import { type RoundEntry, type RoundExpert, readCriteria, readExperts, readScores } from '../../db/queries/district-rounds.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { replaceScores } from '../../db/writes/district-rounds.ts';
import { article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { rounded } from '../../policy/scoring/score-sheet.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { among, dateField, optional, perCriterionNumberField, textField } from '../field.ts';
import { findEntry, requireEntry } from './current-round.ts';
import { expertNamed } from './expert-named.ts';
import { roundDay } from './round-day.ts';
import { scoreSheetOf, sheetTotal } from './score-sheet-of.ts';

const act = actOf('record-expert-scores');

/** An interest that is plain from the register, whatever the expert declared. */
function plainInterest({ name, employer }: RoundExpert, { hostUnit, people }: StudioRecord): string | undefined {
  if (people.some((person) => person.name === name)) return '是该工作室成员';
  return hostUnit?.name === employer ? '与该工作室同一单位' : undefined;
}

/** Whether nothing speaks against an expert's scoring a studio: no conflict of interest was entered, and none is plain. */
function mayScore(expert: RoundExpert, entry: RoundEntry, studio: StudioRecord): boolean {
  return expert.conflicts.every(({ entryId }) => entryId !== entry.id) && plainInterest(expert, studio) === undefined;
}

/** 第十二条第三项: one expert's points for one studio, criterion by criterion. Whoever has an interest in the studio does not score it. */
export const recordExpertScores = command({
  ...act,
  summary: '登记一位专家给一家工作室的逐项评分。登记错的，写明更正理由重新登记。',
  fields: {
    expert: among('experts', textField('专家姓名')),
    score: among('round-criteria', perCriterionNumberField('得分', '每项指标都要填')),
    date: optional(dateField('评分日期', '不填为当天')),
    correction: optional(textField('更正理由', '改正已登记的评分时必填')),
  },
  offered(studio, db) {
    const current = findEntry(db, studio.id);
    if (current === undefined) return false;
    const { entry, round } = current;
    return (
      entry.recommendedOn !== null &&
      entry.shortlistedOn === null &&
      readCriteria(db, round.id).length > 0 &&
      readExperts(db, round.id).some((expert) => mayScore(expert, entry, studio))
    );
  },
  run({ tx, studio, answers, context }) {
    const current = requireEntry(tx, studio, act.title, act.article);
    const { entry, round } = current;
    const refuse = (why: string): never => {
      throw new Refusal(`无法${act.title}：${why}`, act.article);
    };
    if (entry.recommendedOn === null) {
      throw new Refusal(`无法${act.title}：主管部门没有推荐「${studio.name}」。请先由主管部门推荐。`, article(12, 2));
    }
    if (entry.shortlistedOn !== null) refuse(`「${studio.name}」已于 ${entry.shortlistedOn} 列入拟入围名单，评分不再改变。请核对工作室。`);
    const criteria = readCriteria(tx, round.id);
    if (criteria.length === 0) refuse(`${round.year} 年的评选还没有评分表。请先制定专家评分表。`);
    const expert = expertNamed(tx, current, answers.expert, act.title, act.article);
    const conflict = expert.conflicts.find(({ entryId }) => entryId === entry.id);
    if (conflict !== undefined) refuse(`${expert.name}对「${studio.name}」回避（${conflict.reason}）。请由其他专家评分。`);
    const interest = plainInterest(expert, studio);
    if (interest !== undefined) refuse(`${expert.name}${interest}，应当回避。请登记回避，由其他专家评分。`);
    const unknown = Object.keys(answers.score).filter((code) => !criteria.some((criterion) => criterion.code === code));
    if (unknown.length > 0)
      refuse(`评分表没有编号为 ${unknown.join('、')} 的指标。编号有 ${criteria.map(({ code }) => code).join('、')}，请改正。`);
    for (const { code, title, points } of criteria) {
      const score = answers.score[code];
      if (score === undefined) return refuse(`指标 ${code}「${title}」没有得分。请逐项填写。`);
      if (score < 0 || score > points || score !== rounded(score)) {
        refuse(`指标 ${code}「${title}」应在 0 至 ${points} 分之间，最多两位小数，填的是 ${score}。请改正得分。`);
      }
    }
    const { total } = sheetTotal(scoreSheetOf(round.year, criteria), answers.score);
    const earlier = readScores(tx, round.id).some(({ entryId, expertId }) => entryId === entry.id && expertId === expert.id);
    if (earlier && answers.correction === undefined) {
      refuse(`${expert.name}已给「${studio.name}」评分。登记错的，请填写「更正理由」。`);
    }
    const scoredOn = roundDay(answers.date, context, act, '评分日期', { day: entry.recommendedOn, label: '推荐日期' });
    replaceScores(
      tx,
      { entryId: entry.id, expertId: expert.id, scoredOn },
      criteria.map(({ id, code }) => ({ criterionId: id, score: answers.score[code] ?? 0 })),
    );
    return { message: `已${earlier ? '更正' : '登记'}${expert.name}给「${studio.name}」的评分：${total ?? 0} 分。` };
  },
});
