import { addReinspection } from '../../db/writes/assessments.ts';
import { mayReinspect, mayRevokeForRectification, rectificationStage } from '../../policy/assessment/rectification-course.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { among, choiceField, dateField, optional, perTaskTextField, textField } from '../field.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { pastDay } from '../past-day.ts';
import { permit } from '../permit.ts';
import { courseOf } from './cycle-course.ts';
import { latestRectification, requireNoticedTasks, requireRectification } from './rectification-in-hand.ts';

const act = actOf('record-reinspection');

/** What a re-inspection concludes. */
export const reinspectionResults = { passed: '整改到位', failed: '整改不到位' } as const;

/** 第十九条第二款: after the report, or after the last day, somebody goes and looks again, problem by problem. */
export const recordReinspection = command({
  ...act,
  summary: '登记对整改情况的复查，逐项写明仍存在的问题；整改到位的继续本周期，期满仍不到位的撤销称号。',
  fields: {
    inspectors: textField('复查人员', '姓名之间用顿号'),
    result: choiceField('复查结论', reinspectionResults),
    remaining: optional(among('noticed-tasks', perTaskTextField('仍存在的问题', '不到位的必填，到位的不填'))),
    opinion: optional(textField('复查意见')),
    excuse: optional(textField('逾期理由', '逾期未报告而认定整改到位的必填')),
    date: optional(dateField('复查日期', '不填为当天')),
  },
  offered(studio, db, { kind }, today) {
    const level = actingLevel(act.name, kind);
    const notice = heldTitle(studio, level) === undefined ? undefined : latestRectification(db, studio.id, level);
    if (notice === undefined) return false;
    const stage = rectificationStage(courseOf(notice), today);
    return stage === 'reported' || stage === 'overdue';
  },
  run({ tx, studio, answers, context }) {
    const level = actingLevel(act.name, context.seat.kind);
    requireTitle(studio, level, act.title, act.article);
    const notice = requireRectification(tx, studio, level, act.title, act.article);
    const inspectedOn = pastDay(answers.date, context, act.title, '复查日期', act.article);
    const passed = answers.result === 'passed';
    const course = courseOf(notice);
    permit(
      act.title,
      studio.name,
      mayReinspect(course, { kind: 'reinspect', on: inspectedOn, passed, excuse: answers.excuse }),
      '请核对整改报告和日期。',
    );
    const remaining = answers.remaining ?? {};
    const named = Object.keys(remaining);
    requireNoticedTasks(notice, named, act.title, act.article);
    if (passed && named.length > 0) {
      throw new Refusal(
        `无法${act.title}：任务 ${named.join('、')} 仍有问题，不能认定整改到位。请改为整改不到位，或去掉问题。`,
        act.article,
      );
    }
    if (!passed && named.length === 0) {
      throw new Refusal(`无法${act.title}：整改不到位须按任务编号写明「仍存在的问题」。`, act.article);
    }
    addReinspection(
      tx,
      {
        rectificationId: notice.id,
        departmentId: context.seat.id,
        inspectedOn,
        inspectors: answers.inspectors,
        passed,
        opinion: answers.opinion ?? null,
        excuse: answers.excuse ?? null,
      },
      notice.problems.map(({ id, code }) => ({ problemId: id, mended: remaining[code] === undefined, finding: remaining[code] ?? null })),
    );
    const over = mayRevokeForRectification({ ...course, reinspection: { on: inspectedOn, passed } }, inspectedOn).against.length === 0;
    const after = over ? '期限已满，按规定撤销称号' : `期限至 ${notice.deadline}，期内可再次报告`;
    return {
      message: `已登记「${studio.name}」整改复查：${reinspectionResults[answers.result]}。`,
      warnings: passed ? [] : [`整改不到位，${after}（第十九条第二款）。`],
    };
  },
});
