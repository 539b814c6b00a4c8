import { reviewSheetOn } from '../../db/queries/reviews.ts';
import { addReviewScore } from '../../db/writes/reviews.ts';
import { gradeLabels } from '../../policy/grade.ts';
import { Refusal } from '../../policy/refusal.ts';
import { totalScore } from '../../policy/scoring/total-score.ts';
import { actOf } from '../act-of.ts';
import { applicationAt, standsAt } from '../application-of.ts';
import { command } from '../command.ts';
import { among, dateField, optional, perCriterionTextField, textField } from '../field.ts';
import { answerForm, answerOf } from './criterion-rule.ts';
import { stepDate } from './step-date.ts';

const act = actOf('score-application');
const scorable = ['accepted', 'inspected'] as const;

/** 第十一条: an accepted application is scored by the bureau's own criteria; the party-group meeting sees the score and decides. */
export const scoreApplication = command({
  ...act,
  summary: '按本部门的评审细则逐项登记得分，总分由程序计算，供党组会议讨论。重新登记的以后一次为准。',
  fields: {
    scorers: textField('评审人员', '姓名之间用顿号'),
    score: among(
      'review-criteria',
      perCriterionTextField('评分', '分档的填档次和分数，扣分的填完成数，计件的填成果和级别，否决项填是或否'),
    ),
    opinion: optional(textField('评审意见')),
    date: optional(dateField('评审日期', '不填为当天')),
  },
  offered: (studio, db, seat, today) => standsAt(...scorable)(studio) && reviewSheetOn(db, seat.id, today) !== undefined,
  run({ tx, studio, answers, context }) {
    const refuse = (why: string): never => {
      throw new Refusal(`无法${act.title}：${why}`, act.article);
    };
    const application = applicationAt(studio, scorable, act.title, act.article);
    const scoredOn = stepDate(answers.date, application, context, '评审日期', act.article);
    const present = reviewSheetOn(tx, context.seat.id, scoredOn);
    if (present === undefined) return refuse(`${context.seat.name}在 ${scoredOn} 没有评审细则。请先办理「制定评审细则」。`);
    const { sheet } = present;
    const codes = sheet.items.map(({ code }) => code);
    const unknown = Object.keys(answers.score).filter((code) => !codes.includes(code));
    if (unknown.length > 0) refuse(`《${sheet.title}》没有编号为 ${unknown.join('、')} 的指标。指标编号有 ${codes.join('、')}，请改正。`);
    const missing = sheet.items.filter(({ code }) => answers.score[code] === undefined);
    if (missing.length > 0) {
      refuse(`还有指标没有评分：${missing.map((item) => `${item.code}「${item.title}」（${answerForm(item)}）`).join('、')}。请补填。`);
    }
    const given = Object.fromEntries(sheet.items.map((item) => [item.code, answerOf(item, answers.score[item.code] ?? '')]));
    const { total, vetoedBy, grade } = totalScore(sheet, given);
    addReviewScore(tx, {
      applicationId: application.id,
      sheetId: present.id,
      departmentId: context.seat.id,
      scoredOn,
      scorers: answers.scorers,
      answers: given,
      total,
      vetoedBy,
      grade,
      opinion: answers.opinion ?? null,
    });
    const vetoes = sheet.items.filter(({ code }) => vetoedBy.includes(code)).map(({ title }) => title);
    return {
      message: `已登记「${studio.name}」评审得分 ${total ?? '（无适用的指标）'}${grade === null ? '' : `，${gradeLabels[grade]}`}。`,
      warnings: vetoes.length === 0 ? [] : [`有一票否决的情形：${vetoes.join('、')}（第十一条）。`],
    };
  },
});
