import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import { readDecisions } from '../../db/queries/assessments.ts';
import { departmentsOn } from '../../db/queries/departments.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { type AssessmentDecisionRecord, assessmentDecision } from '../../exchange/assessment-decision.ts';
import { compareRecords } from '../../exchange/compare-records.ts';
import type { ReadResult } from '../../exchange/read-result.ts';
import { readOpened } from '../../exchange/read-workbook.ts';
import { rowProblem } from '../../exchange/row-problem.ts';
import { gradeLabels } from '../../policy/grade.ts';
import { seatsFor } from '../../policy/powers.ts';
import type { SeatKind, StudioLevel } from '../../policy/seat.ts';
import { actingLevel } from '../act-of.ts';
import { approvalDecisions, approvePeriodicResult } from '../assessment/approve-periodic-result.ts';
import { performCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { registeredDecision } from './assessment-decisions.ts';
import { incomingActs, inError, type JudgedRow, judgedRow } from './incoming.ts';
import { latestPeriodic, type PeriodicResult } from './periodic-results.ts';
import { senderOfFile } from './sender.ts';
import { studiosMeant } from './studios-meant.ts';
import { undoDecisions } from './undo-decisions.ts';

type Record = AssessmentDecisionRecord;
type Judged = JudgedRow<Record>;

/** 考核审定结果, as the department that assessed takes it: the approving department's own act, with its powers. 第十九条第三款. */
export const incomingAssessmentDecision = incomingActs({
  kind: assessmentDecision,
  receivers: ['sector-bureau', 'hr-bureau'],
  read: (workbook, fileName) => readOpened(assessmentDecision, workbook, fileName),
  about: ({ record }) => ({ lead: record.leadName ?? '', hostUnit: '' }),
  judge,
  blamed: 'decision',
  take,
  undo: undoDecisions,
});

/** The level a department assesses at, and who approves what it found. 第十九条第一款、第三款. */
function answeredBy({ seat }: Context): { readonly level: StudioLevel; readonly from: SeatKind } {
  const level = actingLevel('record-periodic-assessment', seat.kind);
  const [from] = seatsFor('approve-periodic-result', level);
  if (from === undefined) throw new Error(`nobody approves at the level ${level}`);
  return { level, from };
}

function judge(db: ReadableDatabase, read: ReadResult<'assessment-decision', Record>, context: Context): readonly Judged[] {
  const { level, from } = answeredBy(context);
  senderOfFile(db, read, { title: assessmentDecision.title, from }, context);
  const own = studiosMeant(db, read.rows).filter(({ sector }) => level === 'district' || context.seat.sectors.includes(sector.name));
  const present = own.map((studio) => ({ recordId: studio.id, record: registeredDecision(studio, latestPeriodic(db, studio, level)) }));
  // The list states what the approving department has now; nothing of it began as ours.
  const rows = read.rows.map(({ baseHash: _base, ...row }) => row);
  return compareRecords(assessmentDecision, rows, present, { suggestBy: ['studioName'], sender: from }).map((compared) => {
    const { row, recordId } = compared;
    const judged: Judged = judgedRow(compared);
    if (compared.state === 'error' || compared.state === 'unchanged') return judged;
    const studio = own.find(({ id }) => id === recordId);
    const result = studio === undefined ? undefined : latestPeriodic(db, studio, level);
    if (studio === undefined || result === undefined) {
      const message = `${context.seat.name}没有给这个领办人的工作室登记过周期性考核：请核对文件是否发错，或先登记考核。`;
      return inError(judged, [rowProblem(assessmentDecision, row, studio === undefined ? 'leadIdNumber' : 'assessedOn', message)]);
    }
    return against(db, judged, studio, result);
  });
}

/** A row against the latest result: an answer that has come already, one to an earlier result, one to something else, or a new one. */
function against(db: ReadableDatabase, judged: Judged, studio: StudioRecord, { assessment, letter }: PeriodicResult): Judged {
  const { row, warnings } = judged;
  const { letterNumber, assessedOn = assessment.assessedOn, grade, decision, decidedOn, opinion } = row.record;
  const had = readDecisions(db, studio.id).some(
    (each) =>
      each.assessedOn === assessedOn &&
      each.decision === decision &&
      each.decidedOn === decidedOn &&
      (each.opinion ?? undefined) === opinion,
  );
  if (had)
    return { ...judged, state: 'unchanged', changes: [], warnings: [...warnings, `这是对 ${assessedOn} 那次考核的答复，已经收过。`] };
  if (assessedOn < assessment.assessedOn) {
    const warning = `这是对 ${assessedOn} 那次考核的答复，之后 ${assessment.assessedOn} 已重新考核，没有采用。`;
    return { ...judged, state: 'unchanged', changes: [], warnings: [...warnings, warning] };
  }
  const problem = (key: keyof Record, message: string): Judged => inError(judged, [rowProblem(assessmentDecision, row, key, message)]);
  if (letterNumber !== letter.number) return problem('letterNumber', `登记库中的考核依据承诺书 ${letter.number}：请与审定部门核对。`);
  if (assessedOn !== assessment.assessedOn)
    return problem('assessedOn', `登记库中的考核日期是 ${assessment.assessedOn}：请与审定部门核对。`);
  if (grade !== assessment.grade) {
    return problem('grade', `登记库中评定的等次是${gradeLabels[assessment.grade]}：审定的不是同一个结果，请重新报审。`);
  }
  const { approval } = assessment;
  if (approval === null) return judged;
  const warning = `登记库中这个结果已于 ${approval.decidedOn} ${approvalDecisions[approval.decision]}，与文件不同：请与审定部门核对。`;
  return { ...judged, state: 'conflict', warnings: [...warnings, warning] };
}

function take(tx: Transaction, { row, recordId }: Judged, context: Context): readonly string[] {
  const { from } = answeredBy(context);
  const seat = departmentsOn(tx, context.today).find(({ kind }) => kind === from);
  if (seat === undefined) throw new Error(`no department of kind ${from}`);
  const { decision, decidedOn: date, number, opinion } = row.record;
  return performCommand(tx, approvePeriodicResult, recordId, { decision, opinion, number, date }, { ...context, seat }).done.warnings ?? [];
}
