import { readScores } from '../../db/queries/district-rounds.ts';
import { replaceCriteria } from '../../db/writes/district-rounds.ts';
import { Refusal } from '../../policy/refusal.ts';
import { scoreSheetProblems } from '../../policy/scoring/check-score-sheet.ts';
import { actOf } from '../act-of.ts';
import { deskCommand } from '../command.ts';
import { optional, perCriterionNumberField, perCriterionTextField, yearField, yesNoField } from '../field.ts';
import { requireRound } from './current-round.ts';
import { scoreSheetOf } from './score-sheet-of.ts';

const act = actOf('set-round-criteria');

/** 第十二条第三项 leaves the criteria to the HR bureau: a weighted sheet of 100 points, and whether the average drops the extremes. */
export const setRoundCriteria = deskCommand({
  ...act,
  summary: '制定当年评选的专家评分表：指标、分值、权重，以及是否去掉最高分和最低分。开始评分前可以重新制定。',
  fields: {
    title: perCriterionTextField('指标名称'),
    points: perCriterionNumberField('分值', '分值乘权重合计 100'),
    weight: optional(perCriterionNumberField('权重', '不填为 1')),
    dropExtremes: optional(yesNoField('平均分去掉一个最高分和一个最低分', '不填为「否」；去掉时至少须有 3 位专家')),
    year: optional(yearField('评选年度', '不填为最近一次评选')),
  },
  run({ tx, answers, context: _context }) {
    const { round } = requireRound(tx, answers.year, act.title);
    const refuse = (why: string): never => {
      throw new Refusal(`无法${act.title}：${why}`, act.article);
    };
    if (readScores(tx, round.id).length > 0) refuse(`${round.year} 年的评选已经开始评分，评分表不再改变。请按原评分表评分。`);
    const codes = Object.keys(answers.title);
    const unknown = Object.keys({ ...answers.points, ...answers.weight }).filter((code) => !codes.includes(code));
    if (unknown.length > 0) refuse(`编号 ${unknown.join('、')} 没有「指标名称」。请补填。`);
    const criteria = codes.map((code) => {
      const points = answers.points[code] ?? refuse(`指标 ${code} 没有「分值」。请补填。`);
      return { code, title: answers.title[code] ?? '', points, weight: answers.weight?.[code] ?? 1 };
    });
    const problems = scoreSheetProblems(scoreSheetOf(round.year, criteria));
    if (problems.length > 0) refuse(`${problems.join('；')}。请改正后重新填写。`);
    replaceCriteria(tx, round.id, criteria, answers.dropExtremes ?? false);
    const average = answers.dropExtremes === true ? '平均分去掉一个最高分和一个最低分' : '取全部专家的平均分';
    return { message: `已制定 ${round.year} 年评选的专家评分表，指标 ${criteria.length} 项，${average}。` };
  },
});
