import { captureChanges } from '../../db/capture-changes.ts';
import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import { inSavepoint, rehearsePart } from '../../db/savepoint.ts';
import { keepImport } from '../../db/writes/import-batches.ts';
import type { ComparedRow, RowState } from '../../exchange/compare-records.ts';
import type { RawWorkbook } from '../../exchange/raw-workbook.ts';
import type { CellProblem, ReadResult, ReadRow } from '../../exchange/read-result.ts';
import { rowProblem } from '../../exchange/row-problem.ts';
import type { WorkbookKind } from '../../exchange/workbook-kind.ts';
import { type PlainDate, plainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { SeatKind } from '../../policy/seat.ts';
import type { Context } from '../context.ts';
import type { PreviewRow } from '../contract/import.ts';

/** A row of a file against the register, with what the workflow has to say about it. */
export interface JudgedRow<Fields> {
  /** Its errors are all that is wrong with it: cell by cell, and for this seat on this day. */
  readonly row: ReadRow<Fields>;
  readonly state: RowState;
  /** Id of the register's record it was matched with. */
  readonly recordId?: string;
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  readonly warnings: readonly string[];
}

/** The batch rows are stored under. */
export interface ImportBatch {
  readonly id: string;
  readonly number: number;
  readonly fileName: string;
}

/** The batch, and the day its file was written: the day it is taken where the file does not say. */
export interface StoredFile extends ImportBatch {
  readonly writtenOn: PlainDate;
}

/** A file of a kind, read and open for judging. */
export interface OpenedImport {
  /** What is worth a warning about the file as a whole. */
  readonly warnings: readonly CellProblem[];
  /** Sets its rows against the register as it is now. What judging tries out is taken back. */
  readonly judge: (tx: Transaction) => JudgedFile;
}

/** The rows of a file against the register. */
interface JudgedFile {
  readonly rows: readonly PreviewRow[];
  /** Stores the new and changed rows under a batch. */
  readonly store: (tx: Transaction, batch: ImportBatch) => void;
}

/** Takes a batch back in a way of its own, where its rows are only ever added to. Returns how many records it took back; refuses what depends on it. */
type UndoBatch = (tx: Transaction, batch: Omit<ImportBatch, 'fileName'>, context: Context) => number;

/** A kind of workbook that can be imported. */
export interface Incoming {
  readonly id: string;
  readonly title: string;
  /** The seats that import it. */
  readonly receivers: readonly SeatKind[];
  readonly open: (workbook: RawWorkbook, fileName: string, context: Context) => OpenedImport;
  readonly undo: UndoBatch | undefined;
}

interface Declared<Id extends string, Cells, Fields> {
  readonly kind: WorkbookKind<Id, Cells, Fields>;
  readonly receivers: readonly SeatKind[];
  readonly read: (workbook: RawWorkbook, fileName: string, context: Context) => ReadResult<Id, Fields>;
  /** The lead and the host unit of a row, for lists of rows. */
  readonly about: (row: ReadRow<Fields>) => { readonly lead: string; readonly hostUnit: string };
  readonly judge: (tx: ReadableDatabase, read: ReadResult<Id, Fields>, context: Context) => readonly JudgedRow<Fields>[];
  readonly store: (tx: Transaction, rows: readonly JudgedRow<Fields>[], file: StoredFile, context: Context) => void;
  readonly undo?: UndoBatch;
}

/** Declares a kind of workbook that can be imported: how its rows are judged and what storing them does. */
export function incoming<Id extends string, Cells, Fields>(declared: Declared<Id, Cells, Fields>): Incoming {
  return opened(declared, declared.judge);
}

type Judge<Id extends string, Fields> = (tx: Transaction, read: ReadResult<Id, Fields>, context: Context) => readonly JudgedRow<Fields>[];

function opened<Id extends string, Cells, Fields>(
  { kind: { id, title }, receivers, read, about, store, undo }: Omit<Declared<Id, Cells, Fields>, 'judge'>,
  judge: Judge<Id, Fields>,
): Incoming {
  return {
    id,
    title,
    receivers,
    undo,
    open(workbook, fileName, context) {
      const result = read(workbook, fileName, context);
      const writtenOn = result.origin === undefined ? context.today : plainDate(result.origin.writtenOn);
      return {
        warnings: result.warnings,
        judge(tx) {
          const judged = judge(tx, result, context);
          const taken = judged.filter(({ state }) => state === 'new' || state === 'changed');
          return {
            rows: judged.map((each) => shown(each, about(each.row))),
            store: (into, batch) => store(into, taken, { ...batch, writtenOn }, context),
          };
        },
      };
    },
  };
}

function shown<Fields>(
  { row, state, changes, warnings }: JudgedRow<Fields>,
  { lead, hostUnit }: { lead: string; hostUnit: string },
): PreviewRow {
  return {
    sheet: row.sheet,
    row: row.row,
    studio: row.studio,
    lead,
    hostUnit,
    state,
    changes: changes.map(({ label, before, after }) => ({ field: label, before, after })),
    errors: [...row.errors],
    warnings: [...warnings],
  };
}

/** A kind whose rows are taken by acts of the workflow: the act's own rules say whether a row can be taken. */
interface DeclaredActs<Id extends string, Cells, Fields> extends Omit<Declared<Id, Cells, Fields>, 'store'> {
  /** Does what a new or changed row says. Refuses as the act refuses; returns what the act warns of. */
  readonly take: (tx: Transaction, row: JudgedRow<Fields>, context: Context) => readonly string[];
  /** Where a refusal is shown: at a column, or where the kind says. */
  readonly blamed: (keyof Cells & string) | ((row: ReadRow<Fields>, message: string) => CellProblem);
}

/** Declares a kind whose rows are taken by acts. Judging tries every row in its order and takes all of it back. */
export function incomingActs<Id extends string, Cells, Fields>(declared: DeclaredActs<Id, Cells, Fields>): Incoming {
  const { kind, judge, take, blamed } = declared;
  return opened(
    {
      ...declared,
      store(tx, rows, batch, context) {
        const { changes } = captureChanges(tx, () => {
          for (const row of rows) take(tx, row, context);
        });
        keepImport(tx, batch.id, changes);
      },
    },
    (tx, read, context) => rehearsePart(tx, () => judge(tx, read, context).map((row) => tried(tx, row, context))),
  );

  function tried(tx: Transaction, judged: JudgedRow<Fields>, context: Context): JudgedRow<Fields> {
    if (judged.state !== 'new' && judged.state !== 'changed') return judged;
    try {
      const warnings = inSavepoint(tx, () => take(tx, judged, context));
      return { ...judged, warnings: [...judged.warnings, ...warnings] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { row } = judged;
      return inError(judged, [typeof blamed === 'function' ? blamed(row, error.message) : rowProblem(kind, row, blamed, error.message)]);
    }
  }
}

/** A compared row before the workflow has a say: of the changes, those the sender may make. */
export function judgedRow<Fields>({ row, recordId, state, changes, warnings }: ComparedRow<Fields>): JudgedRow<Fields> {
  return {
    row,
    ...(recordId === undefined ? {} : { recordId }),
    state,
    changes: changes.filter(({ allowed }) => allowed),
    warnings: warnings.map(remarkLine),
  };
}

/** A row with more that is wrong with it. */
export function inError<Fields>(judged: JudgedRow<Fields>, problems: readonly CellProblem[]): JudgedRow<Fields> {
  if (problems.length === 0) return judged;
  return { ...judged, row: { ...judged.row, errors: [...judged.row.errors, ...problems] }, state: 'error', changes: [] };
}

/** The remarks about the cells of a row, in their order. */
export function remarksByRow<Fields>(remarks: readonly CellProblem[]): (row: ReadRow<Fields>) => readonly CellProblem[] {
  const bySheet = Map.groupBy(
    remarks.map((remark, place) => ({ remark, place })),
    ({ remark: { sheet } }) => sheet,
  );
  const placed = new Map([...bySheet].map(([sheet, own]) => [sheet, Map.groupBy(own, ({ remark: { cell } }) => cell)]));
  return ({ sheet, cells }) => {
    const ofSheet = placed.get(sheet);
    if (ofSheet === undefined) return [];
    const found = Object.values<string | undefined>(cells).flatMap((cell) => (cell === undefined ? [] : (ofSheet.get(cell) ?? [])));
    if (found.length === 0) return [];
    // Columns of one merged area share their cell.
    return [...new Set(found)].toSorted((one, other) => one.place - other.place).map(({ remark }) => remark);
  };
}

/** A remark about a cell as one line. */
export function remarkLine({ cell, field, message }: CellProblem): string {
  return [cell, field, message].filter((part) => part !== '').join(' ');
}
