import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { AssessmentKind, Grade } from '../../policy/grade.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { SeatKind, StudioLevel } from '../../policy/seat.ts';
import type { ReadableDatabase } from '../database.ts';
import {
  assessmentApprovals,
  assessmentItems,
  assessments,
  commitmentLetters,
  commitmentTasks,
  departments,
  rectificationProblems,
  rectificationReports,
  rectificationResults,
  rectifications,
  reinspectionItems,
  reinspections,
  rewards,
} from '../schema.ts';

/** What an assessment found about one task. */
export interface AssessedTask {
  readonly taskId: string;
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly target: number;
  readonly actual: number;
  readonly evidence: string | null;
  /** Where the number differs from the ledger's. */
  readonly remark: string | null;
  /** What the studio itself counted. */
  readonly selfReported: number | null;
  /** The assessed year alone, where target and actual are sums over the cycle. */
  readonly yearTarget: number | null;
  readonly yearActual: number | null;
}

/** What the right body said to a periodic result. 第十九条第三款. */
export interface AssessmentApproval {
  readonly by: SeatKind;
  readonly departmentId: string;
  readonly decision: 'approved' | 'returned';
  readonly decidedOn: PlainDate;
  readonly opinion: string | null;
  /** Of the paper that says so, where there is one. */
  readonly number: string | null;
}

/** One year's assessment, task by task. */
export interface Assessment {
  readonly id: string;
  readonly studioId: string;
  readonly letterId: string;
  /** The title it is about: that of its letter. */
  readonly level: StudioLevel;
  readonly kind: AssessmentKind;
  readonly cycleYear: number;
  readonly assessedOn: PlainDate;
  readonly assessors: string;
  readonly grade: Grade;
  readonly opinion: string | null;
  readonly selfAssessment: string | null;
  /** What the program suggested, and its reasons as they were shown. */
  readonly suggestedGrade: Grade | null;
  readonly suggestion: string | null;
  /** Null while nobody has spoken. */
  readonly approval: AssessmentApproval | null;
  readonly items: readonly AssessedTask[];
}

/** Assessments of one studio, or of all, the oldest first; not those that were sent back and assessed again since. */
export function readAssessments(db: ReadableDatabase, studioId?: string): readonly Assessment[] {
  const next = alias(assessments, 'next');
  const rows = db
    .select({
      id: assessments.id,
      studioId: assessments.studioId,
      letterId: assessments.letterId,
      level: commitmentLetters.level,
      kind: assessments.kind,
      cycleYear: assessments.cycleYear,
      assessedOn: assessments.assessedOn,
      assessors: assessments.assessors,
      grade: assessments.grade,
      opinion: assessments.opinion,
      selfAssessment: assessments.selfAssessment,
      suggestedGrade: assessments.suggestedGrade,
      suggestion: assessments.suggestion,
      approval: {
        by: departments.kind,
        departmentId: assessmentApprovals.departmentId,
        decision: assessmentApprovals.decision,
        decidedOn: assessmentApprovals.decidedOn,
        opinion: assessmentApprovals.opinion,
        number: assessmentApprovals.number,
      },
    })
    .from(assessments)
    .innerJoin(commitmentLetters, eq(commitmentLetters.id, assessments.letterId))
    .leftJoin(assessmentApprovals, eq(assessmentApprovals.assessmentId, assessments.id))
    .leftJoin(departments, eq(departments.id, assessmentApprovals.departmentId))
    .leftJoin(next, eq(next.replacesId, assessments.id))
    .where(and(isNull(next.id), studioId === undefined ? undefined : eq(assessments.studioId, studioId)))
    .orderBy(asc(assessments.assessedOn), asc(assessments.id))
    .all()
    .map(({ approval, ...row }) => ({ ...row, approval: approvalOrNull(approval) }));
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
      remark: assessmentItems.remark,
      selfReported: assessmentItems.selfReported,
      yearTarget: assessmentItems.yearTarget,
      yearActual: assessmentItems.yearActual,
    })
    .from(assessmentItems)
    .innerJoin(commitmentTasks, eq(commitmentTasks.id, assessmentItems.taskId))
    .where(studioId === undefined ? undefined : inArray(assessmentItems.assessmentId, ids))
    .orderBy(asc(commitmentTasks.sequence))
    .all();
  const byAssessment = Map.groupBy(items, ({ assessmentId }) => assessmentId);
  return rows.map((row) => ({ ...row, items: (byAssessment.get(row.id) ?? []).map(({ assessmentId: _own, ...item }) => item) }));
}

/** The columns of a left join are null one by one; an approval is there as a whole or not at all. */
function approvalOrNull({
  by,
  departmentId,
  decision,
  decidedOn,
  opinion,
  number,
}: { [Name in keyof AssessmentApproval]: AssessmentApproval[Name] | null }) {
  if (by === null || departmentId === null || decision === null || decidedOn === null) return null;
  return { by, departmentId, decision, decidedOn, opinion, number };
}

/** A decision on a periodic result of a studio, of a result that was sent back and assessed again too. */
export interface ResultDecision extends Pick<AssessmentApproval, 'decision' | 'decidedOn' | 'opinion'> {
  readonly id: string;
  readonly studioId: string;
  readonly assessmentId: string;
  readonly letterId: string;
  readonly assessedOn: PlainDate;
  /** The result was assessed again since. */
  readonly replaced: boolean;
}

/** Every decision on periodic results of one studio, or of all, the oldest first. 第十九条第三款. */
export function readDecisions(db: ReadableDatabase, studioId?: string): readonly ResultDecision[] {
  const next = alias(assessments, 'next');
  return db
    .select({
      id: assessmentApprovals.id,
      studioId: assessments.studioId,
      assessmentId: assessments.id,
      letterId: assessments.letterId,
      assessedOn: assessments.assessedOn,
      decision: assessmentApprovals.decision,
      decidedOn: assessmentApprovals.decidedOn,
      opinion: assessmentApprovals.opinion,
      nextId: next.id,
    })
    .from(assessmentApprovals)
    .innerJoin(assessments, eq(assessments.id, assessmentApprovals.assessmentId))
    .leftJoin(next, eq(next.replacesId, assessments.id))
    .where(studioId === undefined ? undefined : eq(assessments.studioId, studioId))
    .orderBy(asc(assessmentApprovals.decidedOn), asc(assessmentApprovals.id))
    .all()
    .map(({ nextId, ...row }) => ({ ...row, replaced: nextId !== null }));
}

/** What an excellent studio was given. 第十九条第二款. */
export interface Reward {
  readonly assessmentId: string;
  readonly studioId: string;
  readonly rewardedOn: PlainDate;
  readonly content: string;
  readonly amount: number | null;
  readonly number: string | null;
}

/** Rewards of one studio, or of all, the oldest first. */
export function readRewards(db: ReadableDatabase, studioId?: string): readonly Reward[] {
  return db
    .select()
    .from(rewards)
    .where(studioId === undefined ? undefined : eq(rewards.studioId, studioId))
    .orderBy(asc(rewards.rewardedOn), asc(rewards.id))
    .all();
}

/** One problem of a notice, with the task it is about. */
export interface RectificationProblem {
  readonly id: string;
  readonly taskId: string;
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly problem: string;
  readonly target: number;
  readonly actual: number;
  readonly measure: string;
}

/** What the studio reported, problem by problem. */
export interface RectificationReport {
  readonly reportedOn: PlainDate;
  readonly reporter: string;
  readonly summary: string;
  readonly results: readonly { readonly problemId: string; readonly result: string; readonly evidence: string | null }[];
}

/** What a re-inspection found, problem by problem. */
export interface Reinspection {
  readonly inspectedOn: PlainDate;
  readonly inspectors: string;
  readonly passed: boolean;
  readonly opinion: string | null;
  readonly excuse: string | null;
  readonly items: readonly { readonly problemId: string; readonly mended: boolean; readonly finding: string | null }[];
}

/** A rectification notice with its problems in their order, and what came of it. */
export interface Rectification {
  readonly id: string;
  readonly studioId: string;
  readonly assessmentId: string;
  readonly departmentId: string;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly deadline: PlainDate;
  readonly problems: readonly RectificationProblem[];
  readonly reports: readonly RectificationReport[];
  readonly reinspections: readonly Reinspection[];
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
      id: rectificationProblems.id,
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
  const reports = reportsOf(db, studioId === undefined ? undefined : ids);
  const looks = reinspectionsOf(db, studioId === undefined ? undefined : ids);
  return rows.map((row) => ({
    ...row,
    problems: (byNotice.get(row.id) ?? []).map(({ rectificationId: _own, ...problem }) => problem),
    reports: reports.get(row.id) ?? [],
    reinspections: looks.get(row.id) ?? [],
  }));
}

function reportsOf(db: ReadableDatabase, notices: readonly string[] | undefined): ReadonlyMap<string, readonly RectificationReport[]> {
  const rows = db
    .select()
    .from(rectificationReports)
    .where(notices === undefined ? undefined : inArray(rectificationReports.rectificationId, [...notices]))
    .orderBy(asc(rectificationReports.reportedOn), asc(rectificationReports.id))
    .all();
  const results = Map.groupBy(
    db
      .select()
      .from(rectificationResults)
      .where(
        notices === undefined
          ? undefined
          : inArray(
              rectificationResults.reportId,
              rows.map(({ id }) => id),
            ),
      )
      .orderBy(asc(rectificationResults.id))
      .all(),
    ({ reportId }) => reportId,
  );
  const reports = rows.map(({ id, rectificationId, reportedOn, reporter, summary }) => ({
    rectificationId,
    report: {
      reportedOn,
      reporter,
      summary,
      results: (results.get(id) ?? []).map(({ problemId, result, evidence }) => ({ problemId, result, evidence })),
    },
  }));
  return grouped(reports.map(({ rectificationId, report }) => [rectificationId, report] as const));
}

function reinspectionsOf(db: ReadableDatabase, notices: readonly string[] | undefined): ReadonlyMap<string, readonly Reinspection[]> {
  const rows = db
    .select()
    .from(reinspections)
    .where(notices === undefined ? undefined : inArray(reinspections.rectificationId, [...notices]))
    .orderBy(asc(reinspections.inspectedOn), asc(reinspections.id))
    .all();
  const items = Map.groupBy(
    db
      .select()
      .from(reinspectionItems)
      .where(
        notices === undefined
          ? undefined
          : inArray(
              reinspectionItems.reinspectionId,
              rows.map(({ id }) => id),
            ),
      )
      .orderBy(asc(reinspectionItems.id))
      .all(),
    ({ reinspectionId }) => reinspectionId,
  );
  return grouped(
    rows.map(({ id, rectificationId, inspectedOn, inspectors, passed, opinion, excuse }) => [
      rectificationId,
      {
        inspectedOn,
        inspectors,
        passed,
        opinion,
        excuse,
        items: (items.get(id) ?? []).map(({ problemId, mended, finding }) => ({ problemId, mended, finding })),
      },
    ]),
  );
}

/** Values under their keys, each in the order they came. */
function grouped<Value>(pairs: readonly (readonly [string, Value])[]): ReadonlyMap<string, readonly Value[]> {
  const byKey = Map.groupBy(pairs, ([key]) => key);
  return new Map([...byKey].map(([key, own]) => [key, own.map(([, value]) => value)]));
}
