import type { Transaction } from './database.ts';
import { prepared } from './prepared.ts';
import { keyCondition, pick, quoted, type StoredRow } from './stored-row.ts';

/** A row that stands in the way of an undo. */
export interface UndoBlocker {
  readonly table: string;
  /** Primary key by column name. */
  readonly key: StoredRow;
  /**
   * `changed`: the act wrote it and it is different now, or gone. `depends`: it came later and refers to a row the act
   * created. `conflicts`: what it was before no longer fits, because something else has taken its place (an ID number), what
   * it referred to is gone, or rows of this table are only ever added.
   */
  readonly reason: 'changed' | 'depends' | 'conflicts';
}

/** What an undo did: rows brought back to what they were, or the rows that stand in the way; then nothing was changed. */
export interface UndoResult {
  readonly reverted: number;
  readonly blockers: readonly UndoBlocker[];
}

interface Change {
  readonly table: string;
  readonly key: StoredRow;
  readonly before: StoredRow | null;
  readonly after: StoredRow | null;
}

interface Reference {
  readonly child: string;
  readonly childColumn: string;
  readonly parent: string;
  readonly parentColumn: string;
}

/** Where the rows of an import, or of another act, are kept. */
const keptRows = {
  import: 'SELECT table_name, row_key, before, after FROM import_changes WHERE batch_id = ? ORDER BY sequence',
  act: 'SELECT table_name, row_key, before, after FROM act_changes WHERE act_id = ? ORDER BY sequence',
} as const;

/**
 * Takes back what an import or another act wrote, last row first, if every row still is as it was left and no later row refers to one
 * that was created. Whether it was undone already is for the caller to ask (`undone_on`).
 */
export function undoChanges(tx: Transaction, kind: keyof typeof keptRows, id: string): UndoResult {
  const changes = readChanges(tx, kind, id);
  const blockers = [...changedSince(tx, changes), ...dependants(tx, changes)];
  if (blockers.length > 0) return { reverted: 0, blockers };
  return revertAll(tx, changes);
}

function readChanges(tx: Transaction, kind: keyof typeof keptRows, id: string): readonly Change[] {
  const rows = prepared<[string], { table_name: string; row_key: string; before: string | null; after: string | null }>(
    tx,
    keptRows[kind],
  ).all(id);
  return rows.map(({ table_name, row_key, before, after }) => ({
    table: table_name,
    key: JSON.parse(row_key) as StoredRow,
    before: rowOrNull(before),
    after: rowOrNull(after),
  }));
}

function changedSince(tx: Transaction, changes: readonly Change[]): readonly UndoBlocker[] {
  const last = new Map(changes.map((change) => [nameOf(change.table, change.key), change]));
  return [...last.values()]
    .filter(({ table, key, after }) => !same(find(tx, table, key), after))
    .map(({ table, key }) => ({ table, key, reason: 'changed' }));
}

function dependants(tx: Transaction, changes: readonly Change[]): readonly UndoBlocker[] {
  const own = new Set(changes.map(({ table, key }) => nameOf(table, key)));
  const references = Map.groupBy(readReferences(tx), ({ parent }) => parent);
  const blockers = new Map<string, UndoBlocker>();
  for (const { table, before, after } of changes) {
    if (before !== null || after === null) continue;
    for (const { child, childColumn, parentColumn } of references.get(table) ?? []) {
      const sql = `SELECT * FROM ${quoted(child)} WHERE ${quoted(childColumn)} = ?`;
      for (const row of prepared<unknown[], StoredRow>(tx, sql).all(after[parentColumn])) {
        const key = pick(row, keyColumnsOf(tx, child));
        const name = nameOf(child, key);
        // What the act itself wrote goes or changes back with it.
        if (!own.has(name)) blockers.set(name, { table: child, key, reason: 'depends' });
      }
    }
  }
  return [...blockers.values()];
}

function revertAll(tx: Transaction, changes: readonly Change[]): UndoResult {
  tx.$client.exec('SAVEPOINT undo_changes');
  for (const change of changes.toReversed()) {
    try {
      revert(tx, change);
    } catch (error) {
      tx.$client.exec('ROLLBACK TO undo_changes; RELEASE undo_changes');
      if (!isConstraint(error)) throw error;
      return { reverted: 0, blockers: [{ table: change.table, key: change.key, reason: 'conflicts' }] };
    }
  }
  tx.$client.exec('RELEASE undo_changes');
  return { reverted: changes.length, blockers: [] };
}

function revert(tx: Transaction, { table, key, before, after }: Change): void {
  const where = keyCondition(Object.keys(key));
  if (before === null) {
    prepared(tx, `DELETE FROM ${quoted(table)} WHERE ${where}`).run(...Object.values(key));
    return;
  }
  const columns = Object.keys(before).map(quoted);
  const values = Object.values(before);
  if (after === null) {
    const places = columns.map(() => '?').join(', ');
    prepared(tx, `INSERT INTO ${quoted(table)} (${columns.join(', ')}) VALUES (${places})`).run(...values);
    return;
  }
  // What the act left alone is not written again: a column that is written wakes the triggers that keep it.
  const changed = Object.entries(before).filter(([column, value]) => value !== (after[column] ?? null));
  const assignments = changed.map(([column]) => `${quoted(column)} = ?`).join(', ');
  prepared(tx, `UPDATE ${quoted(table)} SET ${assignments} WHERE ${where}`).run(
    ...changed.map(([, value]) => value),
    ...Object.values(key),
  );
}

function find(tx: Transaction, table: string, key: StoredRow): StoredRow | null {
  const sql = `SELECT * FROM ${quoted(table)} WHERE ${keyCondition(Object.keys(key))}`;
  return prepared<unknown[], StoredRow>(tx, sql).get(...Object.values(key)) ?? null;
}

/** A column that a later version of the program added is null in what an earlier one recorded. */
function same(now: StoredRow | null, then: StoredRow | null): boolean {
  if (now === null || then === null) return now === then;
  return Object.keys(now).every((column) => now[column] === (then[column] ?? null));
}

function readReferences(tx: Transaction): readonly Reference[] {
  return prepared<[], Reference>(
    tx,
    `SELECT child.name AS child, reference."from" AS childColumn, reference."table" AS parent, reference."to" AS parentColumn
     FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS reference WHERE child.type = 'table'`,
  ).all();
}

function keyColumnsOf(tx: Transaction, table: string): readonly string[] {
  return prepared<[string], { name: string }>(tx, 'SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .all(table)
    .map(({ name }) => name);
}

function nameOf(table: string, key: StoredRow): string {
  return `${table} ${JSON.stringify(key)}`;
}

function rowOrNull(json: string | null): StoredRow | null {
  return json === null ? null : (JSON.parse(json) as StoredRow);
}

function isConstraint(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');
}
