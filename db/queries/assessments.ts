import { asc, eq, inArray } from 'drizzle-orm';
import type { AssessmentKind, Grade } from '../../policy/grade.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { ReadableDatabase } from '../database.ts';
import { assessmentItems, assessments, commitmentTasks, rectificationProblems, rectifications } from '../schema.ts';

/** What an assessment found about one task. */
export interface AssessedTask {
  readonly taskId: string;
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly target: number;
  readonly actual: number;
  readonly evidence: string | null;
}

/** One year's assessment, task by task. */
export interface Assessment {
  readonly id: string;
  readonly studioId: string;
  readonly letterId: string;
  readonly kind: AssessmentKind;
  readonly cycleYear: number;
  readonly assessedOn: PlainDate;
  readonly assessors: string;
  readonly grade: Grade;
  readonly opinion: string | null;
  readonly items: readonly AssessedTask[];
}

/** Assessments of one studio, or of all, the oldest first. */
export function readAssessments(db: ReadableDatabase, studioId?: string): readonly Assessment[] {
  const rows = db
    .select()
    .from(assessments)
    .where(studioId === undefined ? undefined : eq(assessments.studioId, studioId))
    .orderBy(asc(assessments.assessedOn), asc(assessments.id))
    .all();
  const ids = rows.map(({ id }) => id);
  const items = db
    .select({
      assessmentId: assessmentItems.assessmentId,
      taskId: assessmentItems.taskId,
      code: commitmentTasks.code,
      title: commitmentTasks.title,
      unit: commitmentTasks.unit,
      target: assessmentItems.target,
      actual: assessmentItems.actual,
      evidence: assessmentItems.evidence,
    })
    .from(assessmentItems)
    .innerJoin(commitmentTasks, eq(commitmentTasks.id, assessmentItems.taskId))
    .where(studioId === undefined ? undefined : inArray(assessmentItems.assessmentId, ids))
    .orderBy(asc(commitmentTasks.sequence))
    .all();
  const byAssessment = Map.groupBy(items, ({ assessmentId }) => assessmentId);
  return rows.map((row) => ({ ...row, items: (byAssessment.get(row.id) ?? []).map(({ assessmentId: _own, ...item }) => item) }));
}

/** One problem of a notice, with the task it is about. */
export interface RectificationProblem {
  readonly taskId: string;
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly problem: string;
  readonly target: number;
  readonly actual: number;
  readonly measure: string;
}

/** A rectification notice with its problems in their order. */
export interface Rectification {
  readonly id: string;
  readonly studioId: string;
  readonly assessmentId: string;
  readonly departmentId: string;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly deadline: PlainDate;
  readonly problems: readonly RectificationProblem[];
}

/** Rectification notices of one studio, or of all, the oldest first. */
export function readRectifications(db: ReadableDatabase, studioId?: string): readonly Rectification[] {
  const rows = db
    .select()
    .from(rectifications)
    .where(studioId === undefined ? undefined : eq(rectifications.studioId, studioId))
    .orderBy(asc(rectifications.issuedOn), asc(rectifications.id))
    .all();
  const ids = rows.map(({ id }) => id);
  const problems = db
    .select({
      rectificationId: rectificationProblems.rectificationId,
      taskId: rectificationProblems.taskId,
      code: commitmentTasks.code,
      title: commitmentTasks.title,
      unit: commitmentTasks.unit,
      problem: rectificationProblems.problem,
      target: rectificationProblems.target,
      actual: rectificationProblems.actual,
      measure: rectificationProblems.measure,
    })
    .from(rectificationProblems)
    .innerJoin(commitmentTasks, eq(commitmentTasks.id, rectificationProblems.taskId))
    .where(studioId === undefined ? undefined : inArray(rectificationProblems.rectificationId, ids))
    .orderBy(asc(rectificationProblems.sequence))
    .all();
  const byNotice = Map.groupBy(problems, ({ rectificationId }) => rectificationId);
  return rows.map((row) => ({ ...row, problems: (byNotice.get(row.id) ?? []).map(({ rectificationId: _own, ...problem }) => problem) }));
}
