import type { SeatKind } from '../policy/seat.ts';
import type { CellContent } from './cell-type.ts';
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
  const identify = identifying(kind, rules);
  const known = present.map((each) => ({ ...each, ...identify(kind.cellsOf(each.record)) }));
  const byId = new Map(known.map((each) => [each.recordId, each]));
  const bySurest = new Map(known.map((each) => [each.surest, each]));
  const byNameAndUnit = new Map(known.map((each) => [each.nameAndUnit, each]));
  const byName = Map.groupBy(known, ({ name }) => name);

  return rows.map((row): ComparedRow<Fields> => {
    if (row.errors.length > 0) return { row, state: 'error', changes: [], warnings: [] };
    const cells = kind.cellsOf(row.record);
    const { surest, name, nameAndUnit } = identify(cells);
    const match = (row.recordId === undefined ? undefined : byId.get(row.recordId)) ?? (surest === '' ? undefined : bySurest.get(surest));
    const namesakes = name === '' ? [] : (byName.get(name) ?? []);
    const warnings = namesakes
      .filter((other) => other.recordId !== match?.recordId && other.surest !== surest)
      .map((other) => namesakeWarning(kind, row, name, other.studio));
    if (match === undefined) {
      const suggestion = byNameAndUnit.get(nameAndUnit)?.recordId;
      return { row, state: 'new', changes: [], warnings, ...(suggestion === undefined ? {} : { suggestion }) };
    }
    const changes = changesOf(kind, kind.cellsOf(match.record), cells, rules.sender);
    return { row, state: stateOf(kind, row, match, changes), recordId: match.recordId, changes, warnings };
  });
}

/** What a record is known by, as its columns show it; blank where it says nothing. */
interface Identity {
  /** The surest of the distinct columns. */
  readonly surest: string;
  readonly name: string;
  readonly nameAndUnit: string;
  readonly studio: string;
}

function identifying<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  rules: ComparisonRules<Cells>,
): (cells: Readonly<Partial<Cells>>) => Identity {
  const shown = (key: (keyof Cells & string) | undefined) => {
    const column = kind.columns.find((candidate) => candidate.key === key);
    return (cells: Readonly<Partial<Cells>>): string => {
      const value = column === undefined ? undefined : cells[column.key];
      return column === undefined || value === undefined ? '' : column.type.show(value);
    };
  };
  const surest = shown(kind.distinct[0]);
  const name = shown(kind.sameNameWarning);
  const studio = shown(kind.studio);
  const suggestedBy = rules.suggestBy.map(shown);
  return (cells) => ({
    surest: surest(cells),
    name: name(cells),
    nameAndUnit: JSON.stringify(suggestedBy.map((column) => column(cells))),
    studio: studio(cells),
  });
}

/** True for a row that is no longer as the sender's program wrote it, or that a person wrote. */
export function isEdited<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  { baseHash, record }: Pick<ReadRow<Fields>, 'baseHash' | 'record'>,
): boolean {
  return baseHash !== recordHash(kind, record);
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
  old: Readonly<Partial<Cells>>,
  incoming: Readonly<Partial<Cells>>,
  sender: SeatKind | undefined,
): FieldChange<Fields>[] {
  return kind.columns.flatMap((column): FieldChange<Fields>[] => {
    const [was, is] = [old[column.key], incoming[column.key]];
    // Most of a list says what the register has.
    if (is === undefined || is === was) return [];
    if (was !== undefined && isSameContent(column.type.write(was), column.type.write(is))) return [];
    const allowed = column.owner === undefined || sender === undefined || column.owner === sender;
    const field = column.key as unknown as keyof Fields & string;
    return [
      { field, label: columnLabel(column), before: was === undefined ? '' : column.type.show(was), after: column.type.show(is), allowed },
    ];
  });
}

function isSameContent(one: CellContent, other: CellContent): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
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
