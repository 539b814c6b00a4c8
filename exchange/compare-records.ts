import type { SeatKind } from '../policy/seat.ts';
import { recordHash } from './meta-sheet.ts';
import type { CellProblem, ReadRow } from './read-result.ts';
import { columnLabel, type WorkbookKind } from './workbook-kind.ts';

/** A record as the register holds it, in the words of the workbook kind. */
export interface PresentRecord<Fields> {
  readonly recordId: string;
  readonly record: Readonly<Partial<Fields>>;
}

/** One field that differs, as the preview shows it. */
export interface FieldChange<Fields> {
  readonly field: keyof Fields & string;
  /** 领办人身份证号. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** False when the value belongs to another department: it is shown and not taken. */
  readonly allowed: boolean;
}

/**
 * `error`: the row has errors. `new`: no record of ours. `changed`: fields differ that the sender may change. `unchanged`: nothing
 * to take over. `conflict`: both sides changed the record since the workbook was written; a person decides.
 */
export type RowState = 'new' | 'changed' | 'unchanged' | 'conflict' | 'error';

export interface ComparedRow<Fields> {
  readonly row: ReadRow<Fields>;
  readonly state: RowState;
  /** The record it was matched with. */
  readonly recordId?: string;
  readonly changes: readonly FieldChange<Fields>[];
  /** A record that may be meant, by name and unit: only a person can say. */
  readonly suggestion?: string;
  readonly warnings: readonly CellProblem[];
}

/** What else is needed to match rows with records. */
export interface ComparisonRules<Cells> {
  /** The columns that together name a studio well enough for a suggestion. */
  readonly suggestBy: readonly (keyof Cells & string)[];
  /** The seat that sent the workbook, when its kind is known: it may change only what it owns. */
  readonly sender?: SeatKind;
}

/**
 * Sets rows of a workbook against the register: by the id the workbook carries, then by the surest distinct column (the lead's ID
 * number), never by name alone. A blank cell says nothing: it takes nothing away.
 */
export function compareRecords<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  rows: readonly ReadRow<Fields>[],
  present: readonly PresentRecord<Fields>[],
  rules: ComparisonRules<Cells>,
): ComparedRow<Fields>[] {
  const shown = (record: Readonly<Partial<Fields>>, key: (keyof Cells & string) | undefined): string => {
    const column = kind.columns.find((candidate) => candidate.key === key);
    const value = column === undefined ? undefined : kind.cellsOf(record)[column.key];
    return column === undefined || value === undefined ? '' : column.type.show(value);
  };
  const [surest] = kind.distinct;
  const byId = new Map(present.map((record) => [record.recordId, record]));
  const bySurest = new Map(present.map((record) => [shown(record.record, surest), record]));
  const nameAndUnit = (record: Readonly<Partial<Fields>>): string => JSON.stringify(rules.suggestBy.map((key) => shown(record, key)));
  const byNameAndUnit = new Map(present.map((record) => [nameAndUnit(record.record), record]));
  const byName = Map.groupBy(present, ({ record }) => shown(record, kind.sameNameWarning));

  return rows.map((row): ComparedRow<Fields> => {
    if (row.errors.length > 0) return { row, state: 'error', changes: [], warnings: [] };
    const ownKey = shown(row.record, surest);
    const match = (row.recordId === undefined ? undefined : byId.get(row.recordId)) ?? (ownKey === '' ? undefined : bySurest.get(ownKey));
    const name = shown(row.record, kind.sameNameWarning);
    const namesakes = (byName.get(name) ?? []).filter(
      ({ record, recordId }) => recordId !== match?.recordId && shown(record, surest) !== ownKey,
    );
    const warnings = name === '' ? [] : namesakes.map((other) => namesakeWarning(kind, row, name, shown(other.record, kind.studio)));
    if (match === undefined) {
      const suggestion = byNameAndUnit.get(nameAndUnit(row.record))?.recordId;
      return { row, state: 'new', changes: [], warnings, ...(suggestion === undefined ? {} : { suggestion }) };
    }
    const changes = changesOf(kind, match.record, row.record, rules.sender);
    return { row, state: stateOf(kind, row, match, changes), recordId: match.recordId, changes, warnings };
  });
}

function stateOf<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  row: ReadRow<Fields>,
  match: PresentRecord<Fields>,
  changes: readonly FieldChange<Fields>[],
): RowState {
  if (!changes.some(({ allowed }) => allowed)) return 'unchanged';
  if (row.baseHash === undefined || row.recordId !== match.recordId) return 'changed';
  if (row.baseHash === recordHash(kind, row.record)) return 'unchanged';
  return row.baseHash === recordHash(kind, match.record) ? 'changed' : 'conflict';
}

/** What the row says that differs from the record, column by column in the order of the sheet. */
function changesOf<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  before: Readonly<Partial<Fields>>,
  after: Readonly<Partial<Fields>>,
  sender: SeatKind | undefined,
): FieldChange<Fields>[] {
  const old = kind.cellsOf(before);
  const incoming = kind.cellsOf(after);
  return kind.columns.flatMap((column): FieldChange<Fields>[] => {
    const [was, is] = [old[column.key], incoming[column.key]];
    if (is === undefined) return [];
    const content = JSON.stringify(column.type.write(is));
    if (was !== undefined && JSON.stringify(column.type.write(was)) === content) return [];
    const allowed = column.owner === undefined || sender === undefined || column.owner === sender;
    const field = column.key as unknown as keyof Fields & string;
    return [
      { field, label: columnLabel(column), before: was === undefined ? '' : column.type.show(was), after: column.type.show(is), allowed },
    ];
  });
}

function namesakeWarning<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  row: ReadRow<Fields>,
  name: string,
  studio: string,
): CellProblem {
  const column = kind.columns.find(({ key }) => key === kind.sameNameWarning);
  const addresses: Readonly<Record<string, string | undefined>> = row.cells;
  return {
    sheet: row.sheet,
    cell: addresses[column?.key ?? ''] ?? '',
    studio: row.studio,
    field: column === undefined ? '' : columnLabel(column),
    message: `库中「${studio}」的领办人也叫「${name}」，身份证号不同：请确认是同名的两个人。`,
  };
}
