import type { ReadableDatabase } from '../../db/database.ts';
import { type Assessment, readAssessments } from '../../db/queries/assessments.ts';
import { type CommitmentLetter, readLetters } from '../../db/queries/commitment-letters.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { type AssessmentApprovalRecord, outcomesOf } from '../../exchange/assessment-approval.ts';
import type { ReportedTask } from '../../exchange/assessment-tasks.ts';
import type { StudioLevel } from '../../policy/seat.ts';
import { heldTitle } from '../held-title.ts';
import { knownFields } from './known-fields.ts';

/** The latest periodic result under the title a studio holds, with the letter it is held against. */
export interface PeriodicResult {
  readonly assessment: Assessment;
  readonly letter: CommitmentLetter;
}

/** The latest periodic result of the title a studio holds at a level; `undefined` where there is none. 第十九条. */
export function latestPeriodic(db: ReadableDatabase, studio: StudioRecord, level: StudioLevel): PeriodicResult | undefined {
  const title = heldTitle(studio, level);
  if (title === undefined) return undefined;
  const assessment = readAssessments(db, studio.id).findLast(
    (each) => each.level === level && each.kind === 'periodic' && each.assessedOn >= title.namedOn,
  );
  const letter = readLetters(db, studio.id).find(({ id }) => id === assessment?.letterId);
  return assessment === undefined || letter === undefined ? undefined : { assessment, letter };
}

/** What the register says of a studio in the words of a list sent up for approval; what is not known is absent. */
export function reportedResult(
  { name, people, identityOn }: StudioRecord,
  result: PeriodicResult | undefined,
): Partial<AssessmentApprovalRecord> {
  const lead = people.find(({ role }) => role === 'lead');
  const identity = { studioName: name, leadName: lead?.name, leadIdNumber: lead?.idNumber, identityOn };
  if (result === undefined) return knownFields<AssessmentApprovalRecord>(identity);
  const { assessment, letter } = result;
  const tasks = reportedTasks(result);
  return knownFields<AssessmentApprovalRecord>({
    ...identity,
    letterNumber: letter.number,
    signedOn: letter.signedOn,
    cycleFrom: letter.cycleFrom,
    cycleTo: letter.cycleTo,
    copies: letter.copies,
    assessedOn: assessment.assessedOn,
    assessors: assessment.assessors,
    selfAssessment: assessment.selfAssessment,
    suggestedGrade: assessment.suggestedGrade,
    suggestion: assessment.suggestion,
    grade: assessment.grade,
    opinion: assessment.opinion,
    outcomes: outcomesOf(tasks),
    tasks,
  });
}

function reportedTasks({ assessment, letter }: PeriodicResult): readonly ReportedTask[] {
  const promised = new Map(letter.tasks.map((task) => [task.id, task]));
  return assessment.items.map(({ taskId, code, title, unit, target, actual, yearTarget, yearActual, ...more }) => {
    const task = promised.get(taskId);
    if (task === undefined) throw new Error(`no task ${code} in the letter it was assessed against`);
    return {
      code,
      group: task.taskGroup,
      title,
      unit,
      yearlyTarget: yearTarget ?? task.yearlyTarget,
      yearActual: yearActual ?? actual,
      target,
      actual,
      ...knownFields({ selfReported: more.selfReported, evidence: more.evidence, remark: more.remark }),
    } as ReportedTask;
  });
}
