import { getTableColumns, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Transaction } from './database.ts';
import { newId } from './new-id.ts';
import { prepared } from './prepared.ts';
import { keyCondition, pick, quoted, type StoredRow } from './stored-row.ts';

/** Writes rows so that the batch they belong to can be undone: `undoChanges` is its inverse. */
export interface ChangeRecorder {
  /** Adds a row; what is left out is null. */
  insert<Table extends SQLiteTable>(table: Table, row: InferInsertModel<Table>): void;
  /**
   * Changes the row with this key; a property that is left out stays. Recorded only when something differs. Throws when
   * there is no such row.
   */
  update<Table extends SQLiteTable>(table: Table, key: KeyOf<Table>, changes: Partial<InferInsertModel<Table>>): void;
  /** Removes the row with this key. Throws when there is no such row. */
  remove<Table extends SQLiteTable>(table: Table, key: KeyOf<Table>): void;
}

/** The primary key of a table, by property: `{ id }`, or `{ studioId, subject }`. */
type KeyOf<Table extends SQLiteTable> = Partial<InferSelectModel<Table>>;

interface Shape {
  readonly name: string;
  readonly columns: Readonly<Record<string, SQLiteColumn>>;
  readonly keyColumns: readonly string[];
  readonly insert: string;
  readonly find: string;
  readonly remove: string;
}

/** A recorder for a batch that stands in `import_batches`. Every row written through it is kept as it was before and after. */
export function recordChanges(tx: Transaction, batchId: string, nextId: () => string = newId): ChangeRecorder {
  const last = prepared<[string], { sequence: number | null }>(
    tx,
    'SELECT max(sequence) AS sequence FROM import_changes WHERE batch_id = ?',
  );
  let sequence = last.get(batchId)?.sequence ?? 0;
  const keep = prepared(
    tx,
    'INSERT INTO import_changes (id, batch_id, sequence, table_name, row_key, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );

  function record(shape: Shape, before: StoredRow | null, after: StoredRow | null): void {
    sequence += 1;
    const key = pick(after ?? before ?? {}, shape.keyColumns);
    keep.run(nextId(), batchId, sequence, shape.name, JSON.stringify(key), jsonOrNull(before), jsonOrNull(after));
  }

  return {
    insert(table, row) {
      const shape = shapeOf(table);
      const values = Object.entries(shape.columns).map(([property, column]) => driverValue(column, row[property as keyof typeof row]));
      record(shape, null, written(tx, shape.insert, values));
    },
    update(table, key, changes) {
      const shape = shapeOf(table);
      const keyValues = keyValuesOf(shape, key);
      const before = found(tx, shape, keyValues);
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      if (given.length === 0) return;
      const columns = given.map(([property]) => columnOf(shape, property));
      const assignments = columns.map((column) => `${quoted(column.name)} = ?`).join(', ');
      const values = given.map(([, value], index) => driverValue(columns[index], value));
      const sql = `UPDATE ${quoted(shape.name)} SET ${assignments} WHERE ${keyCondition(shape.keyColumns)} RETURNING *`;
      const after = written(tx, sql, [...values, ...keyValues]);
      if (shape.keyColumns.some((column) => before[column] !== after[column])) {
        throw new Error(`the key of a recorded row of ${shape.name} must not change`);
      }
      if (Object.keys(after).some((column) => before[column] !== after[column])) record(shape, before, after);
    },
    remove(table, key) {
      const shape = shapeOf(table);
      const keyValues = keyValuesOf(shape, key);
      const before = found(tx, shape, keyValues);
      prepared(tx, shape.remove).run(...keyValues);
      record(shape, before, null);
    },
  };
}

const shapes = new WeakMap<SQLiteTable, Shape>();

function shapeOf(table: SQLiteTable): Shape {
  let shape = shapes.get(table);
  if (shape === undefined) {
    shape = describe(table);
    shapes.set(table, shape);
  }
  return shape;
}

function describe(table: SQLiteTable): Shape {
  const { name, primaryKeys } = getTableConfig(table);
  const columns: Readonly<Record<string, SQLiteColumn>> = getTableColumns(table);
  const all = Object.values(columns);
  const keyColumns = (primaryKeys[0]?.columns ?? all.filter(({ primary }) => primary)).map((column) => column.name);
  const names = all.map((column) => quoted(column.name)).join(', ');
  const where = keyCondition(keyColumns);
  return {
    name,
    columns,
    keyColumns,
    insert: `INSERT INTO ${quoted(name)} (${names}) VALUES (${all.map(() => '?').join(', ')}) RETURNING *`,
    find: `SELECT * FROM ${quoted(name)} WHERE ${where}`,
    remove: `DELETE FROM ${quoted(name)} WHERE ${where}`,
  };
}

function columnOf(shape: Shape, property: string): SQLiteColumn {
  const column = shape.columns[property];
  if (column === undefined) throw new Error(`${shape.name} has no ${property}`);
  return column;
}

function driverValue(column: SQLiteColumn | undefined, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  // JSON could not give it back.
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${column?.name ?? ''} must be a finite number`);
  return column === undefined ? value : column.mapToDriverValue(value);
}

function keyValuesOf(shape: Shape, key: Readonly<Record<string, unknown>>): readonly unknown[] {
  const given = Object.entries(key).map(([property, value]) => [columnOf(shape, property).name, value] as const);
  const values = new Map(given);
  if (values.size !== shape.keyColumns.length || !shape.keyColumns.every((column) => typeof values.get(column) === 'string')) {
    throw new Error(`the key of ${shape.name} is ${shape.keyColumns.join(', ')}`);
  }
  return shape.keyColumns.map((column) => values.get(column));
}

function found(tx: Transaction, shape: Shape, keyValues: readonly unknown[]): StoredRow {
  const row = prepared<unknown[], StoredRow>(tx, shape.find).get(...keyValues);
  if (row === undefined) throw new Error(`${shape.name} has no row ${JSON.stringify(keyValues)}`);
  return row;
}

/** Runs a statement with RETURNING and gives the row as SQLite has it now, which may not be as it was handed in (1 for true). */
function written(tx: Transaction, sql: string, values: readonly unknown[]): StoredRow {
  const row = prepared<unknown[], StoredRow>(tx, sql).get(...values);
  if (row === undefined) throw new Error(`nothing was written by ${sql}`);
  return row;
}

function jsonOrNull(row: StoredRow | null): string | null {
  return row === null ? null : JSON.stringify(row);
}
