import { readAssessments, readRectifications } from '../../db/queries/assessments.ts';
import { addRectification } from '../../db/writes/assessments.ts';
import { rectificationDeadline, requireRectifiable, shortfalls } from '../../policy/rectification.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { assignNumber } from '../document-number.ts';
import { dateField, optional, perTaskTextField, textField } from '../field.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { measuresBook } from '../measures-book.ts';

const act = actOf('issue-rectification-notice');
const place = act.article;

/** 第十九条第二款: an unqualified process assessment gets a notice with a deadline. Refused for any other grade. */
export const issueRectificationNotice = command({
  ...act,
  summary: '过程性考核不合格的，逐项写明问题、措施和期限，发出整改通知书。',
  fields: {
    date: optional(dateField('成文日期', '不填为当天')),
    deadline: optional(dateField('整改期限', '不填则按《办法》参数表规定的天数推算')),
    number: optional(textField('发文字号', '不填则按本部门文号顺序取号')),
    problem: optional(perTaskTextField('存在问题', '文书自会写明目标与实际之差')),
    measure: optional(perTaskTextField('整改措施', '不填则要求在期限内补足并提交佐证材料')),
  },
  offered: (studio, db, { kind }) => {
    const title = heldTitle(studio, actingLevel(act.name, kind));
    const latest = readAssessments(db, studio.id).findLast(
      ({ level, assessedOn }) => level === title?.level && assessedOn >= title.namedOn,
    );
    const issued = readRectifications(db, studio.id).some(({ assessmentId }) => assessmentId === latest?.id);
    return latest?.kind === 'process' && latest.grade === 'unqualified' && !issued;
  },
  run({ tx, studio, answers, context }) {
    const issuedOn = answers.date ?? context.today;
    const refuse = (why: string): never => {
      throw new Refusal(`无法发出整改通知书：${why}`, place);
    };
    const level = actingLevel(act.name, context.seat.kind);
    requireTitle(studio, level, act.title, place);
    const assessment = readAssessments(tx, studio.id).findLast((candidate) => candidate.level === level);
    if (assessment === undefined) return refuse(`「${studio.name}」还没有考核记录。请先登记过程性考核。`);
    requireRectifiable(assessment.kind, assessment.grade);
    if (readRectifications(tx, studio.id).some(({ assessmentId }) => assessmentId === assessment.id)) {
      refuse(`「${studio.name}」${assessment.assessedOn} 的考核已发出整改通知书。请登记整改报告和复查。`);
    }
    if (issuedOn < assessment.assessedOn) refuse(`成文日期 ${issuedOn} 早于考核日期 ${assessment.assessedOn}。请核对日期。`);
    if (issuedOn > context.today) refuse(`成文日期 ${issuedOn} 晚于今天 ${context.today}。请核对日期。`);
    const deadline = answers.deadline ?? rectificationDeadline(issuedOn, measuresBook(tx).on(issuedOn));
    if (deadline <= issuedOn) refuse(`整改期限 ${deadline} 应晚于成文日期 ${issuedOn}。请核对日期。`);
    const codes = assessment.items.map(({ code }) => code);
    const unknown = Object.keys({ ...answers.problem, ...answers.measure }).filter((code) => !codes.includes(code));
    if (unknown.length > 0) refuse(`没有编号为 ${unknown.join('、')} 的任务。任务编号有 ${codes.join('、')}，请改正。`);
    const short = new Set(shortfalls(assessment.items).map(({ code }) => code));
    const problems = assessment.items
      .filter(({ code }) => short.has(code) || answers.problem?.[code] !== undefined)
      .map(({ taskId, code, unit, target, actual }) => ({
        taskId,
        target,
        actual,
        problem: answers.problem?.[code] ?? '未完成任务承诺书约定的年度目标',
        measure: answers.measure?.[code] ?? `在整改期限内补足${round(target - actual)}${unit}，并提交佐证材料`,
      }));
    if (problems.length === 0) refuse('各项任务均已完成，请按任务编号写明「存在问题」和「整改措施」。');
    const withoutMeasure = assessment.items.filter(
      ({ code }) => !short.has(code) && answers.problem?.[code] !== undefined && answers.measure?.[code] === undefined,
    );
    if (withoutMeasure.length > 0) refuse(`任务 ${withoutMeasure.map(({ code }) => code).join('、')} 没有写「整改措施」。请补填。`);
    const number = assignNumber(tx, answers.number, context.seat, issuedOn, { document: 'rectification-notice', about: studio.name });
    const departmentId = context.seat.id;
    addRectification(tx, { studioId: studio.id, assessmentId: assessment.id, departmentId, number, issuedOn, deadline }, problems);
    return { message: `已发出「${studio.name}」整改通知书 ${number}，问题 ${problems.length} 项，整改期限 ${deadline}。` };
  },
});

/** Differences of decimals without the dust of binary fractions. */
function round(difference: number): number {
  return Math.round(difference * 100) / 100;
}
