import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import type { Department } from '../../db/queries/departments.ts';
import { readStudios, type StudioRecord } from '../../db/queries/studios.ts';
import { type AssessmentApprovalRecord, assessmentApproval, readOpenedApproval } from '../../exchange/assessment-approval.ts';
import { compareRecords, isEdited } from '../../exchange/compare-records.ts';
import type { ReadResult } from '../../exchange/read-result.ts';
import { rowProblem } from '../../exchange/row-problem.ts';
import { seatsFor } from '../../policy/powers.ts';
import type { SeatKind, StudioLevel } from '../../policy/seat.ts';
import { actingLevel } from '../act-of.ts';
import type { Context } from '../context.ts';
import { incomingActs, inError, type JudgedRow, judgedRow } from './incoming.ts';
import { latestPeriodic, type PeriodicResult, reportedResult } from './periodic-results.ts';
import { senderOfFile } from './sender.ts';
import { storeReportedResult } from './store-reported-result.ts';
import { studiosMeant } from './studios-meant.ts';
import { identityFields, takeIdentity, withIdentity } from './told-identity.ts';

type Record = AssessmentApprovalRecord;
const { title: listTitle } = assessmentApproval;

/**
 * 考核结果报审表, as the department that approves takes it: the result with its letter goes into its books, where it waits to be approved or sent
 * back. 第十九条第三款.
 */
export const incomingAssessmentApproval = incomingActs({
  kind: assessmentApproval,
  receivers: ['hr-bureau', 'leading-group-office'],
  read: readOpenedApproval,
  about: ({ record }) => ({ lead: record.leadName ?? '', hostUnit: '' }),
  judge,
  blamed: 'grade',
  take,
});

/** The level a department approves results at, and who sends them up to it. 第十九条第一款、第三款. */
function sentTo({ seat }: Context): { readonly level: StudioLevel; readonly from: SeatKind } {
  const level = actingLevel('approve-periodic-result', seat.kind);
  const [from] = seatsFor('record-periodic-assessment', level);
  if (from === undefined) throw new Error(`nobody assesses at the level ${level}`);
  return { level, from };
}

function judge(db: ReadableDatabase, read: ReadResult<'assessment-approval', Record>, context: Context): readonly JudgedRow<Record>[] {
  const { level, from } = sentTo(context);
  const sender = senderOfFile(db, read, { title: listTitle, from }, context);
  const studios = studiosMeant(db, read.rows);
  const present = studios.map((studio) => ({ recordId: studio.id, record: reportedResult(studio, latestPeriodic(db, studio, level)) }));
  return compareRecords(assessmentApproval, read.rows, present, { suggestBy: ['studioName'] }).map((compared) => {
    const { row, recordId, state, changes } = compared;
    const studio = studios.find(({ id }) => id === recordId);
    const result = changes.filter(({ field }) => !identityFields.includes(field));
    const judged: JudgedRow<Record> = {
      ...judgedRow(compared),
      state: state === 'error' ? 'error' : result.length === 0 ? 'unchanged' : 'changed',
      changes: result,
    };
    if (state === 'error') return judged;
    const wrong = studio === undefined ? unknownStudio(level) : wrongSender(studio, sender, from);
    if (wrong !== undefined) return inError(judged, [rowProblem(assessmentApproval, row, 'leadIdNumber', wrong)]);
    if (studio === undefined) return judged;
    const telling = { sender: sender?.kind, seat: context.seat.kind, edited: isEdited(assessmentApproval, row) };
    return withIdentity({ ...judged, ...standing(latestPeriodic(db, studio, level), judged) }, studio, changes, telling);
  });
}

function unknownStudio(level: StudioLevel): string {
  const first = level === 'in-system' ? '备案汇总表' : '评选结果';
  return `登记库中没有身份证号与此相同的领办人的工作室：请先导入${first}，或核对身份证号。`;
}

function wrongSender({ name, sector }: StudioRecord, sender: Department | undefined, from: SeatKind): string | undefined {
  if (from !== 'sector-bureau' || sender === undefined || sector.bureauId === sender.id) return undefined;
  return `「${name}」属于${sector.name}系统，${sender.name}不能报审：请由该系统主管部门报审。（《办法》第十九条第一款）`;
}

/** Where the register's own course decides over a row: a result that is later than the file's, or that has been decided. */
function standing(
  latest: PeriodicResult | undefined,
  { row, state, warnings }: JudgedRow<Record>,
): Partial<Pick<JudgedRow<Record>, 'state' | 'changes' | 'warnings'>> {
  const { assessedOn, cycleFrom } = row.record;
  if (latest === undefined || assessedOn === undefined || cycleFrom === undefined) return {};
  const { assessment, letter } = latest;
  const { approval } = assessment;
  if (state === 'unchanged') {
    if (approval?.decision !== 'returned') return {};
    const warning = `这个结果已于 ${approval.decidedOn} 退回（${approval.opinion ?? ''}）：请等报送单位重新考核后再报。`;
    return { warnings: [...warnings, warning] };
  }
  if (assessedOn < assessment.assessedOn) {
    const warning = `这份文件的考核日期 ${assessedOn} 早于已收到的 ${assessment.assessedOn}，没有采用：请索取最新的${listTitle}。`;
    return { state: 'unchanged', changes: [], warnings: [...warnings, warning] };
  }
  if (cycleFrom !== letter.cycleFrom || approval?.decision === 'returned') return {};
  const why =
    approval === null
      ? `已收到 ${assessment.assessedOn} 的结果，尚未审定，内容与此不同：以本文件为准的，先撤销那一批导入；否则审定时退回。`
      : `${assessment.assessedOn} 的结果已于 ${approval.decidedOn} 审定，不再改变：请与报送单位核对。`;
  return { state: 'conflict', warnings: [...warnings, why] };
}

/** Enters the result as the sender recorded it, held to the same rules. Refuses what could not have been recorded. */
function take(tx: Transaction, { row, recordId }: JudgedRow<Record>, context: Context): readonly string[] {
  const { level, from } = sentTo(context);
  const [studio] = recordId === undefined ? [] : readStudios(tx, [recordId]);
  if (studio === undefined) throw new Error('a result without a studio passed the checks');
  const assessor =
    from === 'sector-bureau' ? studio.sector.bureauId : senderOfFile(tx, { header: {} }, { title: listTitle, from }, context)?.id;
  if (assessor === undefined) throw new Error('a result without an assessor passed the checks');
  takeIdentity(tx, studio.id, row.record);
  if (row.record.assessedOn === undefined) return [];
  return storeReportedResult(tx, studio, { level, assessor, record: row.record }, context);
}
