import type { AssessmentKind, Grade } from '../../policy/grade.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { assessmentItems, assessments, rectificationProblems, rectifications } from '../schema.ts';

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
}

/** Records an assessment with its items. 第十九条. Returns its id. */
export function addAssessment(
  tx: Transaction,
  assessment: NewAssessment,
  items: readonly { readonly taskId: string; readonly target: number; readonly actual: number; readonly evidence: string | null }[],
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
