import type { Transaction } from './database.ts';
import { prepared } from './prepared.ts';
import { quoted } from './stored-row.ts';

/** One row an act wrote, as it was before and after: JSON by column name, null where there was or is none. */
export interface CapturedChange {
  readonly table: string;
  /** JSON of the primary key columns. */
  readonly rowKey: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What undo keeps for itself, and what is never taken back: the log and the structure. */
const notCaptured = ['act_changes', 'acts', 'audit', 'audit_head', 'import_changes', 'migrations'];

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

/**
 * Does the work and says every row it wrote, whoever wrote it: temporary triggers of this connection watch each table, as SQLite's own
 * guide to undo advises. They are made at the first use and sleep between uses. Call it in the transaction of the act.
 */
export function captureChanges<Result>(
  tx: Transaction,
  work: () => Result,
): { readonly result: Result; readonly changes: readonly CapturedChange[] } {
  makeTriggers(tx);
  // A refusal rolls the transaction back and these rows with it.
  prepared(tx, 'INSERT INTO temp.capturing (id) VALUES (1)').run();
  const result = work();
  prepared(tx, 'DELETE FROM temp.capturing').run();
  const changes = prepared<[], CapturedChange>(
    tx,
    'SELECT table_name AS "table", row_key AS rowKey, before, after FROM temp.captured_changes ORDER BY sequence',
  ).all();
  prepared(tx, 'DELETE FROM temp.captured_changes').run();
  return { result, changes };
}

function makeTriggers(tx: Transaction): void {
  // Asked each time: what was made in a transaction that was rolled back is gone.
  if (prepared(tx, "SELECT 1 FROM sqlite_temp_schema WHERE name = 'capturing'").get() !== undefined) return;
  const statements = [
    'CREATE TEMP TABLE capturing (id INTEGER PRIMARY KEY CHECK (id = 1))',
    'CREATE TEMP TABLE captured_changes (sequence INTEGER PRIMARY KEY, table_name TEXT, row_key TEXT, before TEXT, after TEXT)',
    ...tablesOf(tx).flatMap((table) => triggersOf(tx, table)),
  ];
  tx.$client.exec(statements.join(';\n'));
}

function tablesOf(tx: Transaction): readonly string[] {
  return prepared<[], { name: string }>(tx, "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map(({ name }) => name)
    .filter((name) => !notCaptured.includes(name));
}

function triggersOf(tx: Transaction, table: string): readonly string[] {
  const columns = prepared<[string], Column>(tx, 'SELECT name, type, pk FROM pragma_table_info(?)').all(table);
  const keyColumns = columns.filter(({ pk }) => pk > 0).toSorted((left, right) => left.pk - right.pk);
  const old = rowJson('OLD', columns);
  const next = rowJson('NEW', columns);
  const kinds = [
    ['INSERT', rowJson('NEW', keyColumns), 'NULL', next],
    ['UPDATE', rowJson('OLD', keyColumns), old, next],
    ['DELETE', rowJson('OLD', keyColumns), old, 'NULL'],
  ] as const;
  return kinds.map(
    ([kind, key, before, after]) => `CREATE TEMP TRIGGER ${quoted(`capture_${kind}_${table}`)} AFTER ${kind} ON main.${quoted(table)}
WHEN EXISTS (SELECT 1 FROM capturing)
BEGIN INSERT INTO captured_changes (table_name, row_key, before, after) VALUES ('${table}', ${key}, ${before}, ${after}); END`,
  );
}

/** A row as JSON. SQLite itself would write a real number with 15 digits, from which it does not always come back. */
function rowJson(row: 'NEW' | 'OLD', columns: readonly Column[]): string {
  const pairs = columns.map(({ name, type }) => {
    const value = `${row}.${quoted(name)}`;
    return `'${name}', ${type === 'REAL' ? `json(iif(${value} IS NULL, 'null', format('%!.17g', ${value})))` : value}`;
  });
  return `json_object(${pairs.join(', ')})`;
}
