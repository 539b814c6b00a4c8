import type { ReadableDatabase } from '../../db/database.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { addAssessment } from '../../db/writes/assessments.ts';
import { articleParagraph } from '../../policy/article.ts';
import { consequenceOf } from '../../policy/assessment/assessment-consequence.ts';
import { mayAssess } from '../../policy/assessment/may-assess.ts';
import { mayDecideGrade, suggestGrade } from '../../policy/assessment/suggest-grade.ts';
import { isReached } from '../../policy/assessment/task-results.ts';
import { cycleYears } from '../../policy/cycle.ts';
import { type AssessmentKind, assessmentLabels, gradeLabels } from '../../policy/grade.ts';
import type { Permission } from '../../policy/permission.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { type StudioLevel, seatKindLabels } from '../../policy/seat.ts';
import { actingLevel, actOf } from '../act-of.ts';
import type { Act, Done } from '../command.ts';
import { choiceField, dateField, optional, perTaskNumberField, perTaskTextField, textField } from '../field.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { pastDay } from '../past-day.ts';
import { permit } from '../permit.ts';
import { awaitsMending, type CycleCourse, cycleOn } from './cycle-course.ts';
import { cycleResults } from './cycle-results.ts';
import { differences } from './year-actuals.ts';

/** What both kinds of assessment ask for. */
export const assessmentFields = {
  assessors: textField('考核组成员', '姓名之间用顿号'),
  grade: choiceField('考核等次', gradeLabels),
  actual: optional(perTaskNumberField('完成数', '考核年度的数；不填的按活动台账合计，与台账不一致的须写考核意见')),
  selfReported: optional(perTaskNumberField('自评完成数', '工作室自己填报的数')),
  selfAssessment: optional(textField('自评', '工作室的自我评价')),
  date: optional(dateField('考核日期', '不填为当天')),
  evidence: optional(perTaskTextField('佐证材料')),
  opinion: optional(textField('考核意见', '等次与建议等次不同的，或完成数与台账不一致的，须写明')),
};

const acts = { process: 'record-process-assessment', periodic: 'record-periodic-assessment' } as const;
const next = '请核对后再登记。';

/** The year a kind of assessment is about: the first process year not assessed yet, or the last year of the cycle. 第十九条第一款. */
function yearOf(kind: AssessmentKind, { measures, assessments }: CycleCourse): number {
  const years = cycleYears(measures);
  const process = years.slice(0, -1);
  if (kind === 'periodic') return years.length;
  return process.find((year) => !assessments.some(({ cycleYear }) => cycleYear === year)) ?? process.length;
}

/** The year a kind of assessment is about on a day, and what it stands on; a result that was sent back is assessed again. */
function groundOf(kind: AssessmentKind, cycle: CycleCourse, assessors: string) {
  const { letter, assessments, rectifications } = cycle;
  const year = yearOf(kind, cycle);
  const returned = assessments.find(({ cycleYear, approval }) => cycleYear === year && approval?.decision === 'returned');
  const standing = assessments.filter((assessment) => assessment !== returned);
  const ground = {
    signedOn: letter.signedOn ?? undefined,
    cycleFrom: letter.cycleFrom,
    assessedYears: standing.map(({ cycleYear }) => cycleYear),
    titleHeld: true,
    awaitsRectification: standing.some((assessment) => awaitsMending(assessment, rectifications)),
    assessors,
  };
  return { year, returned, ground };
}

/** True when a kind of assessment may be made of a studio on a day, whoever inspects. 第十九条第一款. */
export function isAssessable(kind: AssessmentKind, db: ReadableDatabase, studio: StudioRecord, level: StudioLevel, on: PlainDate): boolean {
  const cycle = heldTitle(studio, level) === undefined ? undefined : cycleOn(db, studio.id, level, on);
  if (cycle === undefined) return false;
  const { year, ground } = groundOf(kind, cycle, '考核组');
  return mayAssess(ground, year, on, cycle.measures).against.length === 0;
}

function both(...permissions: readonly Permission[]): Permission {
  return {
    against: permissions.flatMap(({ against }) => against),
    warnings: permissions.flatMap(({ warnings }) => warnings),
  };
}

/**
 * 第十九条: one year of a cycle is assessed task by task against the letter. The program sums the ledger and suggests a grade with its
 * reasons; people decide, with an opinion where they differ. Both are kept. A periodic result that was sent back is assessed again.
 */
export function recordAssessment(kind: AssessmentKind, { tx, studio, answers, context }: Act<typeof assessmentFields>): Done {
  const act = actOf(acts[kind]);
  const level = actingLevel(act.name, context.seat.kind);
  requireTitle(studio, level, act.title, act.article);
  const assessedOn = pastDay(answers.date, context, act.title, '考核日期', act.article);
  const cycle = cycleOn(tx, studio.id, level, assessedOn);
  const place = articleParagraph(19, 2);
  const refuse = (why: string): never => {
    throw new Refusal(`无法${act.title}：${why}`, place);
  };
  if (cycle === undefined) return refuse(`「${studio.name}」在 ${assessedOn} 没有已签订的任务承诺书。请先签订承诺书。`);
  const { letter, measures } = cycle;
  const { year, returned, ground } = groundOf(kind, cycle, answers.assessors);
  const permission = mayAssess(ground, year, assessedOn, measures);
  permit(act.title, studio.name, permission, next);

  const codes = letter.tasks.map(({ code }) => code);
  const given = { ...answers.actual, ...answers.selfReported, ...answers.evidence };
  const unknown = Object.keys(given).filter((code) => !codes.includes(code));
  if (unknown.length > 0)
    refuse(`承诺书 ${letter.number} 没有编号为 ${unknown.join('、')} 的任务。任务编号有 ${codes.join('、')}，请改正。`);
  const negative = Object.entries({ ...answers.actual, ...answers.selfReported }).filter(([, number]) => number < 0);
  if (negative.length > 0) refuse(`任务 ${negative.map(([code]) => code).join('、')} 的完成数不能小于 0。请核对完成数。`);

  const { actuals, results } = cycleResults(tx, cycle, year, assessedOn, answers.actual ?? {});
  const suggestion = suggestGrade(results, measures);
  const differing = differences(actuals);
  if (differing !== '' && answers.opinion === undefined) {
    refuse(`任务 ${differing}的完成数与活动台账不一致。请先补登或更正台账，或写明「考核意见」。`);
  }
  const warnings = permit(act.title, studio.name, both(permission, mayDecideGrade(answers.grade, suggestion, answers.opinion)), next);
  addAssessment(
    tx,
    {
      studioId: studio.id,
      letterId: letter.id,
      departmentId: context.seat.id,
      kind,
      cycleYear: year,
      assessedOn,
      assessors: answers.assessors,
      grade: answers.grade,
      opinion: answers.opinion ?? null,
      measuresId: letter.measuresId,
      selfAssessment: answers.selfAssessment ?? null,
      suggestedGrade: suggestion.grade,
      suggestion: suggestion.reasons.join('；'),
      replacesId: returned?.id ?? null,
    },
    actuals.map(({ task: { id, code }, remark }, index) => {
      const result = results[index];
      if (result === undefined) throw new Error(`no result of task ${code}`);
      return {
        taskId: id,
        target: result.target,
        actual: result.actual,
        evidence: answers.evidence?.[code] ?? null,
        remark,
        selfReported: answers.selfReported?.[code] ?? null,
        yearTarget: result.year.target,
        yearActual: result.year.actual,
      };
    }),
  );
  const short = results.filter((result) => !isReached(result)).length;
  const tasks = short === 0 ? `${results.length} 项任务全部完成` : `${results.length} 项任务中 ${short} 项未完成`;
  const { result, approvedBy } = consequenceOf(kind, answers.grade, level);
  return {
    message: `已登记「${studio.name}」${assessmentLabels[kind]}：${gradeLabels[answers.grade]}（建议${gradeLabels[suggestion.grade]}），${tasks}。`,
    warnings: [
      ...warnings,
      ...(differing === '' ? [] : [`完成数与活动台账不一致的任务：${differing}（第九条）。`]),
      ...(result === 'rectification' ? ['考核不合格，须发出整改通知书，限期整改（第十九条第二款）。'] : []),
      ...(approvedBy === null ? [] : [`周期性考核结果须报${seatKindLabels[approvedBy]}审定后生效（第十九条第三款）。`]),
    ],
  };
}
