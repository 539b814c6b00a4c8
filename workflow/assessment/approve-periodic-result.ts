import { readAssessments } from '../../db/queries/assessments.ts';
import { addApproval } from '../../db/writes/assessments.ts';
import { assessmentResultLabels, consequenceOf, mayApproveResult } from '../../policy/assessment/assessment-consequence.ts';
import { gradeLabels } from '../../policy/grade.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { choiceField, dateField, optional, textField } from '../field.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { pastDay } from '../past-day.ts';
import { permit } from '../permit.ts';
import { assessedOf } from './cycle-course.ts';

const act = actOf('approve-periodic-result');

/** What an approving body says. */
export const approvalDecisions = { approved: '审定通过', returned: '退回' } as const;

/** 第十九条第三款: a periodic result takes effect when the HR bureau (in-system) or the leading-group office (district) has approved it. */
export const approvePeriodicResult = command({
  ...act,
  summary: '审定主管部门（系统内）或区人力资源局（区级）报来的周期性考核结果；不同意的写明意见退回，由考核部门重新考核。',
  fields: {
    decision: choiceField('审定意见', approvalDecisions),
    opinion: optional(textField('意见', '退回的必填')),
    number: optional(textField('审定文号', '有文件或会议纪要的填写')),
    date: optional(dateField('审定日期', '不填为当天')),
  },
  offered: (studio, db, { kind }) => {
    const title = heldTitle(studio, actingLevel(act.name, kind));
    const latest = readAssessments(db, studio.id).findLast(
      ({ level, assessedOn }) => level === title?.level && assessedOn >= title.namedOn,
    );
    return latest?.kind === 'periodic' && latest.approval === null;
  },
  run({ tx, studio, answers, context }) {
    const level = actingLevel(act.name, context.seat.kind);
    requireTitle(studio, level, act.title, act.article);
    const decidedOn = pastDay(answers.date, context, act.title, '审定日期', act.article);
    const latest = readAssessments(tx, studio.id).findLast((assessment) => assessment.level === level);
    if (latest === undefined) {
      throw new Refusal(`无法${act.title}：「${studio.name}」还没有考核记录。请等考核部门登记周期性考核后再审定。`, act.article);
    }
    const approved = answers.decision === 'approved';
    const { approval } = assessedOf(latest);
    permit(
      act.title,
      studio.name,
      mayApproveResult(latest.kind, level, latest.assessedOn, approval, { by: context.seat.kind, approved, on: decidedOn }),
      '请核对考核记录。',
    );
    if (approval !== undefined) {
      throw new Refusal(`无法${act.title}：「${studio.name}」的结果已于 ${approval.on} 退回，请等考核部门重新考核后再审定。`, act.article);
    }
    if (!approved && answers.opinion === undefined) {
      throw new Refusal(`无法${act.title}：退回须写明「意见」，考核部门据此重新考核。`, act.article);
    }
    addApproval(tx, {
      assessmentId: latest.id,
      departmentId: context.seat.id,
      decision: answers.decision,
      decidedOn,
      opinion: answers.opinion ?? null,
      number: answers.number ?? null,
    });
    const { result, reward } = consequenceOf(latest.kind, latest.grade, level);
    const followed = `${assessmentResultLabels[result]}${reward ? '，并予以奖励' : ''}`;
    return approved
      ? { message: `已审定「${studio.name}」周期性考核结果：${gradeLabels[latest.grade]}。接下来${followed}。` }
      : { message: `已退回「${studio.name}」周期性考核结果：${answers.opinion ?? ''}` };
  },
});
