import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import { importedKeys } from '../../db/queries/imported-keys.ts';
import { readStudios } from '../../db/queries/studios.ts';
import type { ReadResult, ReadRow } from '../../exchange/read-result.ts';
import { readOpened } from '../../exchange/read-workbook.ts';
import { rowProblem } from '../../exchange/row-problem.ts';
import { columnLabel, type WorkbookKind } from '../../exchange/workbook-kind.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { Context } from '../context.ts';
import { type Incoming, incomingActs, inError, type JudgedRow } from './incoming.ts';

/** A row of a ledger that is only ever added to, as the register holds it. */
interface LedgerEntry {
  readonly id: string;
  /** What people call it within the studio: 第 3 项. */
  readonly sequence: number;
  /** Sequence of the row this one takes back. */
  readonly reverses: number | null;
  readonly reversed: boolean;
  readonly reason: string | null;
}

/** What sets one ledger apart from another. */
interface LedgerRules<Id extends string, Cells, Fields, Entry extends LedgerEntry> {
  readonly kind: WorkbookKind<Id, Cells, Fields>;
  readonly entriesOf: (db: ReadableDatabase, studioId: string) => readonly Entry[];
  /** Rows with the same key are the same thing: `sameness` says what they have in common. */
  readonly keyOfRow: (record: Readonly<Partial<Fields>>) => string;
  readonly keyOfEntry: (entry: Entry) => string;
  readonly sameness: string;
  /** The column a second row of one key is shown at. */
  readonly told: keyof Cells & string;
  /** Whether a row says nothing else than the entry of its key. */
  readonly says: (record: Readonly<Partial<Fields>>, entry: Entry) => boolean;
  /** How entries are counted and where they stand: 台账第 3 项. */
  readonly named: (sequence: number) => string;
  /** The act that puts an entry right. */
  readonly correction: string;
  /** Where entries are stored. */
  readonly table: string;
  /** Books a new row. Refuses as the act by hand refuses; returns its warnings. */
  readonly take: (tx: Transaction, record: Readonly<Partial<Fields>>, studioId: string, context: Context) => readonly string[];
  /** The column a refusal of the act is shown at. */
  readonly blamed: keyof Cells & string;
  /** Strikes an entry out, as by hand. */
  readonly cancel: (tx: Transaction, studioId: string, sequence: number, reason: string, context: Context) => void;
}

/** Declares a ledger of studios that comes in by file: rows the register has are left alone, others are booked by the act itself. */
export function incomingLedger<
  Id extends string,
  Cells extends { readonly studioName: string },
  Fields extends { readonly studioName: string },
  Entry extends LedgerEntry,
>(rules: LedgerRules<Id, Cells, Fields, Entry>): Incoming {
  const { kind, take, blamed } = rules;
  return incomingActs({
    kind,
    receivers: ['sector-bureau', 'hr-bureau'],
    read: (workbook, fileName) => readOpened(kind, workbook, fileName),
    about: () => ({ lead: '', hostUnit: '' }),
    judge: (db, read, context) => judge(rules, db, read, context),
    blamed,
    take(tx, { row, recordId }, context) {
      if (recordId === undefined) throw new Error('a row of a ledger without its studio passed the checks');
      return take(tx, row.record, recordId, context);
    },
    undo: (tx, batch, context) => undo(rules, tx, batch, context),
  });
}

function judge<
  Id extends string,
  Cells extends { readonly studioName: string },
  Fields extends { readonly studioName: string },
  Entry extends LedgerEntry,
>(
  rules: LedgerRules<Id, Cells, Fields, Entry>,
  db: ReadableDatabase,
  { rows, origin }: ReadResult<Id, Fields>,
  { seat }: Context,
): readonly JudgedRow<Fields>[] {
  const { kind, keyOfRow } = rules;
  const studios = readStudios(db);
  const ofFile = studios.find(({ id }) => origin?.recordIds.includes(id) === true);
  const seen = new Map<string, number>();
  const ledgers = new Map<string, readonly Entry[]>();
  return rows.map((row): JudgedRow<Fields> => {
    const name = row.record.studioName;
    const studio = name === undefined ? ofFile : studios.find((each) => each.name === name);
    if (studio === undefined) {
      const message =
        name === undefined
          ? '没有写工作室名称，这份表也不是本程序发给某个工作室的：请填写工作室名称。'
          : `${seat.name}的登记库中没有「${name}」：请核对工作室名称。`;
      return inError(asNew(kind, row, name ?? ''), [rowProblem<Id, Cells, Fields>(kind, row, 'studioName', message)]);
    }
    const named = asNew(kind, row, studio.name);
    if (row.errors.length > 0) return { ...named, state: 'error' };
    const key = JSON.stringify([studio.id, keyOfRow(row.record)]);
    const first = seen.get(key);
    if (first !== undefined) {
      const message = `与第 ${first} 行是${rules.sameness}：请删去多余的一行，或把名称写得不同。`;
      return inError(named, [rowProblem(kind, row, rules.told, message)]);
    }
    seen.set(key, row.row);
    const ledger = ledgers.get(studio.id) ?? rules.entriesOf(db, studio.id);
    ledgers.set(studio.id, ledger);
    return { ...named, recordId: studio.id, ...againstLedger(rules, row, ledger) };
  });
}

/** A row under the name of its studio; as new, it shows what it says. */
function asNew<Id extends string, Cells extends { readonly studioName: string }, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  row: ReadRow<Fields>,
  studio: string,
): JudgedRow<Fields> {
  const cells = kind.cellsOf(row.record);
  const changes = kind.columns.flatMap((column) => {
    const value = cells[column.key];
    return value === undefined || column.key === kind.studio
      ? []
      : [{ label: columnLabel(column), before: '', after: column.type.show(value) }];
  });
  return { row: { ...row, studio }, state: 'new', changes, warnings: [] };
}

/** Whether the ledger has the row already, has it otherwise, or had it struck out. */
function againstLedger<Id extends string, Cells, Fields, Entry extends LedgerEntry>(
  { keyOfEntry, keyOfRow, says, named, sameness, correction }: LedgerRules<Id, Cells, Fields, Entry>,
  { record }: ReadRow<Fields>,
  ledger: readonly Entry[],
): Partial<JudgedRow<Fields>> {
  const key = keyOfRow(record);
  const alike = ledger.filter((entry) => entry.reverses === null && keyOfEntry(entry) === key);
  const standing = alike.find(({ reversed }) => !reversed);
  if (standing !== undefined) {
    if (says(record, standing)) return { state: 'unchanged', changes: [] };
    const warning = `${named(standing.sequence)}是${sameness}，内容不同：要更正的，请办理「${correction}」。`;
    return { state: 'conflict', warnings: [warning] };
  }
  const struck = alike.findLast(({ sequence }) => !takenBackWithBatch(ledger, sequence));
  if (struck === undefined) return {};
  return { state: 'unchanged', changes: [], warnings: [`${named(struck.sequence)}就是这一行，已经更正或作废，不再登记。`] };
}

/** Why an entry was taken back with its batch. */
const undoReason = (batch: number): string => `撤销第 ${batch} 批导入`;

function takenBackWithBatch(ledger: readonly LedgerEntry[], sequence: number): boolean {
  const reason = ledger.find(({ reverses }) => reverses === sequence)?.reason ?? '';
  return /^撤销第 \d+ 批导入$/u.test(reason);
}

/** The ledger is only ever added to: a batch is taken back by striking its rows out, the last first. Refused once one has been corrected. */
function undo<Id extends string, Cells, Fields, Entry extends LedgerEntry>(
  { entriesOf, table, named, cancel }: LedgerRules<Id, Cells, Fields, Entry>,
  tx: Transaction,
  batch: { readonly id: string; readonly number: number },
  context: Context,
): number {
  const ids = new Set(importedKeys(tx, batch.id, table));
  const own = readStudios(tx).flatMap((studio) =>
    entriesOf(tx, studio.id).flatMap((entry) => (ids.has(entry.id) ? [{ studio, entry }] : [])),
  );
  const corrected = own.filter(({ entry }) => entry.reversed);
  if (corrected.length > 0) {
    const which = corrected.map(({ studio, entry }) => `「${studio.name}」${named(entry.sequence)}`).join('、');
    throw new Refusal(`无法撤销第 ${batch.number} 批导入：导入之后${which}已经更正或作废。其余各行请逐项更正。`);
  }
  for (const { studio, entry } of own.toReversed()) cancel(tx, studio.id, entry.sequence, undoReason(batch.number), context);
  return own.length;
}
