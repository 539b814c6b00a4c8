import { addRectificationReport } from '../../db/writes/assessments.ts';
import { mayReportRectification, rectificationStage } from '../../policy/assessment/rectification-course.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { among, dateField, optional, perTaskTextField, textField } from '../field.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { pastDay } from '../past-day.ts';
import { permit } from '../permit.ts';
import { courseOf } from './cycle-course.ts';
import { latestRectification, requireNoticedTasks, requireRectification } from './rectification-in-hand.ts';

const act = actOf('record-rectification-report');

/** 第十九条第二款: the studio reports within the time given what it has mended, problem by problem. */
export const recordRectificationReport = command({
  ...act,
  summary: '登记工作室在期限内报送的整改情况，逐项写明整改结果；复查未到位而期限未满的，可再次报告。',
  fields: {
    reporter: textField('报告人'),
    result: among('noticed-tasks', perTaskTextField('整改结果', '通知书列出的每项任务都要填，如 补训 30 人次')),
    summary: optional(textField('整改情况', '不填为逐项结果')),
    evidence: optional(among('noticed-tasks', perTaskTextField('佐证材料'))),
    date: optional(dateField('报告日期', '收到报告的日期，不填为当天')),
  },
  offered(studio, db, { kind }) {
    const level = actingLevel(act.name, kind);
    const notice = heldTitle(studio, level) === undefined ? undefined : latestRectification(db, studio.id, level);
    if (notice === undefined) return false;
    const stage = rectificationStage(courseOf(notice), notice.issuedOn);
    return stage === 'notified' || stage === 'failed';
  },
  run({ tx, studio, answers, context }) {
    const level = actingLevel(act.name, context.seat.kind);
    requireTitle(studio, level, act.title, act.article);
    const notice = requireRectification(tx, studio, level, act.title, act.article);
    const reportedOn = pastDay(answers.date, context, act.title, '报告日期', act.article);
    permit(
      act.title,
      studio.name,
      mayReportRectification(courseOf(notice), reportedOn),
      '逾期未整改到位的，按规定撤销称号；日期有误的请核对。',
    );
    requireNoticedTasks(notice, Object.keys({ ...answers.result, ...answers.evidence }), act.title, act.article);
    const silent = notice.problems.filter(({ code }) => answers.result[code] === undefined).map(({ code }) => code);
    if (silent.length > 0) {
      throw new Refusal(`无法${act.title}：任务 ${silent.join('、')} 没有写「整改结果」。整改须逐项报告。`, act.article);
    }
    const results = notice.problems.map(({ id, code }) => ({
      problemId: id,
      result: answers.result[code] ?? '',
      evidence: answers.evidence?.[code] ?? null,
    }));
    addRectificationReport(
      tx,
      {
        rectificationId: notice.id,
        departmentId: context.seat.id,
        reportedOn,
        reporter: answers.reporter,
        summary: answers.summary ?? notice.problems.map(({ code }) => `${code}：${answers.result[code] ?? ''}`).join('；'),
      },
      results,
    );
    return { message: `已登记「${studio.name}」对整改通知书 ${notice.number} 的整改报告，${results.length} 项，请复查。` };
  },
});
