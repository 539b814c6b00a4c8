import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import { type Activity, readActivities } from '../../db/queries/activity-ledger.ts';
import { importedKeys } from '../../db/queries/imported-keys.ts';
import { readStudios, type StudioRecord } from '../../db/queries/studios.ts';
import { reverseActivity } from '../../db/writes/activities.ts';
import { activityLedger, type LedgerRecord } from '../../exchange/activity-ledger.ts';
import type { ReadResult, ReadRow } from '../../exchange/read-result.ts';
import { readOpened } from '../../exchange/read-workbook.ts';
import { rowProblem } from '../../exchange/row-problem.ts';
import { columnLabel } from '../../exchange/workbook-kind.ts';
import { Refusal } from '../../policy/refusal.ts';
import { performCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { recordActivity } from '../ledger/record-activity.ts';
import { incomingActs, inError, type JudgedRow } from './incoming.ts';

type Row = ReadRow<LedgerRecord>;

/** 活动台账, as the department that keeps the studio's ledger takes it: each row is recorded as an activity. 第八条, 第九条. */
export const incomingActivityLedger = incomingActs({
  kind: activityLedger,
  receivers: ['sector-bureau', 'hr-bureau'],
  read: (workbook, fileName) => readOpened(activityLedger, workbook, fileName),
  about: () => ({ lead: '', hostUnit: '' }),
  judge,
  blamed: 'task',
  take: (tx, { row: { record }, recordId }, context) => {
    const { task, heldOn: date, title, amount, level, evidence } = record;
    return performCommand(tx, recordActivity, recordId, { task, date, title, amount, level, evidence }, context).done.warnings ?? [];
  },
  undo,
});

function judge(
  db: ReadableDatabase,
  { rows, origin }: ReadResult<'activity-ledger', LedgerRecord>,
  { seat }: Context,
): readonly JudgedRow<LedgerRecord>[] {
  const studios = readStudios(db);
  const ofFile = studios.find(({ id }) => origin?.recordIds.includes(id) === true);
  const seen = new Map<string, number>();
  const ledgers = new Map<string, readonly Activity[]>();
  return rows.map((row): JudgedRow<LedgerRecord> => {
    const name = row.record.studioName;
    const studio = name === undefined ? ofFile : studios.find((each) => each.name === name);
    if (studio === undefined) {
      const message =
        name === undefined
          ? '没有写工作室名称，这份表也不是本程序发给某个工作室的：请填写工作室名称。'
          : `${seat.name}的登记库中没有「${name}」：请核对工作室名称。`;
      return inError(bare(row, row.record.title ?? ''), [rowProblem(activityLedger, row, 'studioName', message)]);
    }
    const named = bare(row, studio.name);
    if (row.errors.length > 0) return { ...named, state: 'error' };
    const key = JSON.stringify([studio.id, row.record.task, row.record.heldOn, row.record.title]);
    const first = seen.get(key);
    if (first !== undefined) {
      const message = `与第 ${first} 行是同一任务、同一天、同一名称的活动：请删去多余的一行，或把名称写得不同。`;
      return inError(named, [rowProblem(activityLedger, row, 'title', message)]);
    }
    seen.set(key, row.row);
    const ledger = ledgers.get(studio.id) ?? readActivities(db, studio.id);
    ledgers.set(studio.id, ledger);
    return { ...named, recordId: studio.id, ...againstLedger(row, ledger) };
  });
}

/** A row under the name of its studio; as new, it shows what it says. */
function bare(row: Row, studio: string): JudgedRow<LedgerRecord> {
  const changes = activityLedger.columns.flatMap((column) => {
    const value = row.record[column.key];
    return value === undefined || column.key === 'studioName' ? [] : [{ label: columnLabel(column), before: '', after: String(value) }];
  });
  return { row: { ...row, studio }, state: 'new', changes, warnings: [] };
}

/** Whether the ledger has the row already, has it otherwise, or had it struck out. */
function againstLedger({ record }: Row, ledger: readonly Activity[]): Partial<JudgedRow<LedgerRecord>> {
  const alike = ledger.filter(
    ({ reverses, taskCode, heldOn, title }) =>
      reverses === null && taskCode === record.task && heldOn === record.heldOn && title === record.title,
  );
  const standing = alike.find(({ reversed }) => !reversed);
  if (standing !== undefined) {
    const same =
      standing.amount === record.amount && (standing.level ?? undefined) === record.level && standing.evidence === record.evidence;
    return same
      ? { state: 'unchanged', changes: [] }
      : {
          state: 'conflict',
          warnings: [`台账第 ${standing.sequence} 项是同一任务、同一天、同一名称的活动，内容不同：要更正的，请办理「更正活动记录」。`],
        };
  }
  const struck = alike.findLast(({ sequence }) => !takenBackWithBatch(ledger, sequence));
  if (struck === undefined) return {};
  return { state: 'unchanged', changes: [], warnings: [`台账第 ${struck.sequence} 项就是这一项，已经更正或作废，不再登记。`] };
}

/** Why a row of the ledger was taken back with its batch. */
const undoReason = (batch: number): string => `撤销第 ${batch} 批导入`;

function takenBackWithBatch(ledger: readonly Activity[], sequence: number): boolean {
  const reason = ledger.find(({ reverses }) => reverses === sequence)?.reason ?? '';
  return /^撤销第 \d+ 批导入$/u.test(reason);
}

/** The ledger is only ever added to: a batch is taken back by rows that mirror its own. Refused once one of them has been corrected. */
function undo(tx: Transaction, batch: { readonly id: string; readonly number: number }, { seat, today }: Context): number {
  const ids = new Set(importedKeys(tx, batch.id, 'activities'));
  const own = readStudios(tx).flatMap((studio) =>
    readActivities(tx, studio.id).flatMap((activity) => (ids.has(activity.id) ? [{ studio, activity }] : [])),
  );
  const corrected = own.filter(({ activity }) => activity.reversed);
  if (corrected.length > 0) {
    const named = corrected.map(({ studio, activity }) => `「${studio.name}」第 ${activity.sequence} 项`).join('、');
    throw new Refusal(`无法撤销第 ${batch.number} 批导入：导入之后${named}活动已经更正或作废。其余各项请逐项更正。`);
  }
  for (const { studio, activity } of own) mirror(tx, studio, activity, batch.number, { departmentId: seat.id, recordedOn: today });
  return own.length;
}

function mirror(
  tx: Transaction,
  studio: StudioRecord,
  { id, taskId, kind, heldOn, title, amount, level, evidence, attachmentId }: Activity,
  batch: number,
  by: { readonly departmentId: string; readonly recordedOn: Context['today'] },
): void {
  const original = { studioId: studio.id, taskId, kind, heldOn, title, amount, level, evidence, attachmentId, ...by };
  reverseActivity(tx, original, { id, reason: undoReason(batch) }, by);
}
