import { isScoredBy, reviewSheetOn } from '../../db/queries/reviews.ts';
import { addReviewSheet } from '../../db/writes/reviews.ts';
import { Refusal } from '../../policy/refusal.ts';
import { scoreSheetProblems } from '../../policy/scoring/check-score-sheet.ts';
import type { ScoreItem, ScoreSheet } from '../../policy/scoring/score-sheet.ts';
import { actOf } from '../act-of.ts';
import { deskCommand } from '../command.ts';
import { dateField, numberField, optional, perCriterionNumberField, perCriterionTextField, textField, yesNoField } from '../field.ts';
import { itemOf, ruleForms, type ScoringMethod, scoringMethods } from './criterion-rule.ts';

const act = actOf('define-review-criteria');

function refuse(why: string): never {
  throw new Refusal(`无法${act.title}：${why}`, act.article);
}

function methodOf(code: string, text: string | undefined): ScoringMethod {
  const found = (Object.entries(scoringMethods) as [ScoringMethod, string][]).find(([method, label]) => method === text || label === text);
  return found?.[0] ?? refuse(`指标 ${code} 的评分方法应为${Object.values(scoringMethods).join('、')}之一。`);
}

function isYes(text: string | undefined): boolean {
  return text === '是';
}

/** 第十一条: each bureau may define its own review criteria. They hold from a day on; what was scored before keeps its own. */
export const defineReviewCriteria = deskCommand({
  ...act,
  summary: '制定本部门的评审细则：指标、分值、评分方法，各项合计 100 分（加分和否决项除外）。自生效日起用于登记评审得分。',
  fields: {
    title: textField('细则名称'),
    name: perCriterionTextField('指标名称'),
    method: perCriterionTextField('评分方法', '分档、扣分、计件或一票否决', Object.values(scoringMethods)),
    points: optional(perCriterionNumberField('满分', '一票否决的不填')),
    rule: optional(perCriterionTextField('评分规则', `分档：${ruleForms.bands}；扣分：${ruleForms.deduction}；计件：${ruleForms.counted}`)),
    weight: optional(perCriterionNumberField('权重', '不填为 1')),
    mayNotApply: optional(perCriterionTextField('可填不适用', '填 是；其余各项折算为 100 分', ['是'])),
    bonus: optional(perCriterionTextField('加分项', '填 是；在 100 分之外', ['是'])),
    bonusAbove100: optional(yesNoField('总分可超过 100', '不填为「否」')),
    excellent: optional(numberField('优秀线', '与合格线一并填写')),
    qualified: optional(numberField('合格线')),
    from: optional(dateField('生效日期', '不填为当天')),
  },
  run({ tx, answers, context }) {
    const codes = Object.keys(answers.name);
    const given = [answers.method, answers.points, answers.rule, answers.weight, answers.mayNotApply, answers.bonus];
    const unknown = [...new Set(given.flatMap((each) => Object.keys(each ?? {})))].filter((code) => !codes.includes(code));
    if (unknown.length > 0) refuse(`编号 ${unknown.join('、')} 没有「指标名称」。请补填。`);
    const items = codes.map((code): ScoreItem => {
      const title = answers.name[code] ?? '';
      const method = methodOf(code, answers.method[code]);
      if (method === 'veto') return { kind: 'veto', code, title };
      const points = answers.points?.[code] ?? refuse(`指标 ${code}「${title}」没有「满分」。请补填。`);
      const rule = answers.rule?.[code] ?? refuse(`指标 ${code}「${title}」没有「评分规则」，请写成「${ruleForms[method]}」的样子。`);
      const criterion = {
        code,
        title,
        points,
        ...(answers.weight?.[code] === undefined ? {} : { weight: answers.weight[code] }),
        ...(isYes(answers.mayNotApply?.[code]) ? { mayNotApply: true } : {}),
        ...(isYes(answers.bonus?.[code]) ? { bonus: true } : {}),
      };
      return (
        itemOf(method, rule, criterion) ??
        refuse(`指标 ${code}「${title}」的评分规则「${rule}」看不懂，请写成「${ruleForms[method]}」的样子。`)
      );
    });
    const { excellent, qualified } = answers;
    if ((excellent === undefined) !== (qualified === undefined)) refuse('「优秀线」和「合格线」须一并填写。');
    const sheet: ScoreSheet = {
      title: answers.title,
      items,
      bonusAbove100: answers.bonusAbove100 ?? false,
      ...(excellent === undefined || qualified === undefined ? {} : { thresholds: { excellent, qualified } }),
    };
    const problems = scoreSheetProblems(sheet);
    if (problems.length > 0) refuse(`${problems.join('；')}。请改正后重新填写。`);
    const from = answers.from ?? context.today;
    const present = reviewSheetOn(tx, context.seat.id, from);
    if (present?.validFrom === from && isScoredBy(tx, present.id))
      refuse(`自 ${from} 起的细则已用于评分，不再改变。请改用更晚的生效日期。`);
    addReviewSheet(tx, context.seat.id, from, sheet);
    return { message: `已制定评审细则《${sheet.title}》，指标 ${items.length} 项，自 ${from} 起使用。` };
  },
});
