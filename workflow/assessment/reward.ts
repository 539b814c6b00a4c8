import { readAssessments, readRewards } from '../../db/queries/assessments.ts';
import { addReward } from '../../db/writes/assessments.ts';
import { mayReward } from '../../policy/assessment/renewal.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { assignSharedNumber } from '../document-number.ts';
import { dateField, moneyField, optional, textField } from '../field.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { pastDay } from '../past-day.ts';
import { permit } from '../permit.ts';
import { assessedOf } from './cycle-course.ts';

const act = actOf('reward');

/** 第十九条第二款: an excellent periodic result is rewarded, once it is approved. */
export const reward = command({
  ...act,
  summary: '对周期性考核优秀并经审定的工作室予以奖励，登记奖励内容；《办法》未定标准。',
  fields: {
    content: textField('奖励内容', '如 通报表扬、奖励经费'),
    amount: optional(moneyField('奖励金额')),
    number: optional(textField('奖励文号', '同一文件奖励多家的填同一文号')),
    date: optional(dateField('奖励日期', '不填为当天')),
  },
  offered: (studio, db, { kind }) => {
    const title = heldTitle(studio, actingLevel(act.name, kind));
    const latest = readAssessments(db, studio.id).findLast(
      (assessed) => assessed.level === title?.level && assessed.kind === 'periodic' && assessed.assessedOn >= title.namedOn,
    );
    if (latest === undefined || readRewards(db).some(({ assessmentId }) => assessmentId === latest.id)) return false;
    return latest.grade === 'excellent' && latest.approval?.decision === 'approved';
  },
  run({ tx, studio, answers, context }) {
    const level = actingLevel(act.name, context.seat.kind);
    requireTitle(studio, level, act.title, act.article);
    const rewardedOn = pastDay(answers.date, context, act.title, '奖励日期', act.article);
    const latest = readAssessments(tx, studio.id).findLast((assessment) => assessment.level === level && assessment.kind === 'periodic');
    if (latest === undefined) throw new Refusal(`无法${act.title}：「${studio.name}」还没有周期性考核记录。请先登记考核。`, act.article);
    const given = readRewards(tx);
    const already = given.some(({ assessmentId }) => assessmentId === latest.id);
    permit(act.title, studio.name, mayReward(assessedOf(latest), already, rewardedOn), '请核对考核结果。');
    const borne = given.map(({ number }) => number);
    const number =
      answers.number === undefined
        ? null
        : assignSharedNumber(tx, answers.number, borne, context.seat, rewardedOn, { document: 'reward', about: studio.name });
    addReward(tx, {
      studioId: studio.id,
      assessmentId: latest.id,
      departmentId: context.seat.id,
      rewardedOn,
      content: answers.content,
      amount: answers.amount ?? null,
      number,
    });
    return { message: `已登记对「${studio.name}」的奖励：${answers.content}。` };
  },
});
