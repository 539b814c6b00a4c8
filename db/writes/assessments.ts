import type { AssessmentKind, Grade } from '../../policy/grade.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import {
  assessmentApprovals,
  assessmentItems,
  assessments,
  rectificationProblems,
  rectificationReports,
  rectificationResults,
  rectifications,
  reinspectionItems,
  reinspections,
  rewards,
} from '../schema.ts';

/** An assessment to be recorded, task by task. */
export interface NewAssessment {
  readonly studioId: string;
  readonly letterId: string;
  readonly departmentId: string;
  readonly kind: AssessmentKind;
  readonly cycleYear: number;
  readonly assessedOn: PlainDate;
  readonly assessors: string;
  readonly grade: Grade;
  readonly opinion: string | null;
  readonly measuresId: string;
  readonly selfAssessment: string | null;
  readonly suggestedGrade: Grade;
  readonly suggestion: string;
  /** The periodic assessment that was sent back. */
  readonly replacesId: string | null;
}

/** Records an assessment with its items. 第十九条. Returns its id. */
export function addAssessment(
  tx: Transaction,
  assessment: NewAssessment,
  items: readonly {
    readonly taskId: string;
    readonly target: number;
    readonly actual: number;
    readonly evidence: string | null;
    readonly remark: string | null;
    readonly selfReported: number | null;
    readonly yearTarget: number;
    readonly yearActual: number;
  }[],
): string {
  const id = newId();
  tx.insert(assessments)
    .values({ id, ...assessment })
    .run();
  tx.insert(assessmentItems)
    .values(items.map((item) => ({ id: newId(), assessmentId: id, ...item })))
    .run();
  return id;
}

/** A rectification notice to be recorded. */
export interface NewRectification {
  readonly studioId: string;
  readonly assessmentId: string;
  readonly departmentId: string;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly deadline: PlainDate;
}

/** Records a notice with its problems in their order. 第十九条第二款. */
export function addRectification(
  tx: Transaction,
  rectification: NewRectification,
  problems: readonly {
    readonly taskId: string;
    readonly problem: string;
    readonly target: number;
    readonly actual: number;
    readonly measure: string;
  }[],
): void {
  const id = newId();
  tx.insert(rectifications)
    .values({ id, ...rectification })
    .run();
  tx.insert(rectificationProblems)
    .values(problems.map((problem, index) => ({ id: newId(), rectificationId: id, sequence: index + 1, ...problem })))
    .run();
}

/** A periodic result is approved or sent back. 第十九条第三款. */
export function addApproval(tx: Transaction, approval: Omit<typeof assessmentApprovals.$inferInsert, 'id'>): void {
  tx.insert(assessmentApprovals)
    .values({ id: newId(), ...approval })
    .run();
}

/** An excellent studio is rewarded. 第十九条第二款. */
export function addReward(tx: Transaction, reward: Omit<typeof rewards.$inferInsert, 'id'>): void {
  tx.insert(rewards)
    .values({ id: newId(), ...reward })
    .run();
}

/** The studio reports what it has mended, problem by problem. 第十九条第二款. */
export function addRectificationReport(
  tx: Transaction,
  report: Omit<typeof rectificationReports.$inferInsert, 'id'>,
  results: readonly { readonly problemId: string; readonly result: string; readonly evidence: string | null }[],
): void {
  const id = newId();
  tx.insert(rectificationReports)
    .values({ id, ...report })
    .run();
  tx.insert(rectificationResults)
    .values(results.map((result) => ({ id: newId(), reportId: id, ...result })))
    .run();
}

/** Somebody looked again, problem by problem. 第十九条第二款. */
export function addReinspection(
  tx: Transaction,
  reinspection: Omit<typeof reinspections.$inferInsert, 'id'>,
  items: readonly { readonly problemId: string; readonly mended: boolean; readonly finding: string | null }[],
): void {
  const id = newId();
  tx.insert(reinspections)
    .values({ id, ...reinspection })
    .run();
  tx.insert(reinspectionItems)
    .values(items.map((item) => ({ id: newId(), reinspectionId: id, ...item })))
    .run();
}
