import { readExperts } from '../../db/queries/district-rounds.ts';
import { addExpert } from '../../db/writes/district-rounds.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { deskCommand } from '../command.ts';
import { dateField, optional, textField, yearField, yesNoField } from '../field.ts';
import { requireRound } from './current-round.ts';
import { roundDay } from './round-day.ts';

const act = actOf('register-expert');

/** 第十二条第三项: an expert reviews only after having declared, in writing, in which studios there is an interest, if in any. */
export const registerExpert = deskCommand({
  ...act,
  summary: '登记评审专家。专家须先签署回避声明；与哪家工作室有利害关系，随后逐家登记回避。',
  fields: {
    name: textField('姓名', '同名的加注以便区分'),
    employer: textField('工作单位'),
    declared: yesNoField('已签署回避声明'),
    declaredOn: optional(dateField('声明日期', '不填为当天')),
    professionalTitle: optional(textField('职称或职务')),
    year: optional(yearField('评选年度', '不填为最近一次评选')),
  },
  run({ tx, answers, context }) {
    const { round } = requireRound(tx, answers.year, act.title);
    if (!answers.declared) {
      throw new Refusal(`无法${act.title}：${answers.name}没有签署回避声明。请先请专家声明与参评工作室有无利害关系。`, act.article);
    }
    if (readExperts(tx, round.id).some(({ name }) => name === answers.name)) {
      throw new Refusal(`无法${act.title}：${round.year} 年的专家中已有${answers.name}。不是同一人的，请在姓名后加注。`, act.article);
    }
    const declaredOn = roundDay(answers.declaredOn, context, act, '声明日期');
    addExpert(tx, {
      roundId: round.id,
      name: answers.name,
      employer: answers.employer,
      professionalTitle: answers.professionalTitle ?? null,
      declaredOn,
    });
    return { message: `已登记 ${round.year} 年评审专家${answers.name}（${answers.employer}）。` };
  },
});
