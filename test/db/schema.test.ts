import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import type { WritableDatabase } from '../../db/database.ts';
import * as schema from '../../db/schema.ts';
import { memoryRegister } from './memory-register.ts';

/** Tables that drizzle need not know: what the runner and the log keep for themselves. */
const ownTables = ['audit_head', 'migrations'];

const tables = Object.values(schema)
  .filter((value) => is(value, SQLiteTable))
  .map((table) => getTableConfig(table));

function tableNames(db: WritableDatabase): string[] {
  return db.$client
    .prepare<[], { name: string }>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map(({ name }) => name);
}

test('drizzle and the migrations know the same tables', () => {
  const db = memoryRegister();
  expect(tableNames(db).toSorted()).toEqual([...tables.map(({ name }) => name), ...ownTables].toSorted());
});

test.each(tables)('drizzle and the migrations say the same of $name', ({ name, columns, primaryKeys, foreignKeys, uniqueConstraints }) => {
  const db = memoryRegister();
  const compositeKey = primaryKeys[0]?.columns.map((column) => column.name) ?? [];
  const place = (column: { name: string; primary: boolean }) => (column.primary ? 1 : compositeKey.indexOf(column.name) + 1);
  expect(db.$client.pragma(`table_info(${name})`)).toEqual(
    columns.map((column, cid) => ({
      cid,
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      notnull: column.notNull || place(column) > 0 ? 1 : 0,
      dflt_value: null,
      pk: place(column),
    })),
  );

  const actual = db.$client.pragma(`foreign_key_list(${name})`) as { from: string; table: string; to: string; seq: number }[];
  expect(actual.map(({ from, table, to, seq }) => ({ from, table, to, seq })).toSorted((a, b) => a.from.localeCompare(b.from))).toEqual(
    foreignKeys
      .map((key) => key.reference())
      .map(({ columns: from, foreignTable, foreignColumns: to }) => ({
        from: from[0]?.name ?? '',
        table: getTableConfig(foreignTable).name,
        to: to[0]?.name,
        seq: 0,
      }))
      .toSorted((a, b) => a.from.localeCompare(b.from)),
  );

  const uniqueColumns = db.$client
    .prepare<[string], { name: string }>(
      "SELECT (SELECT name FROM pragma_index_info(list.name)) AS name FROM pragma_index_list(?) AS list WHERE list.origin = 'u'",
    )
    .all(name)
    .map((row) => row.name);
  const uniqueInDrizzle = columns.filter((column) => column.isUnique).map((column) => column.name);
  expect(uniqueConstraints).toEqual([]);
  expect(uniqueColumns).toEqual(expect.arrayContaining(uniqueInDrizzle));
});

test('every table is strict', () => {
  const db = memoryRegister();
  const loose = db.$client
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
    .all();
  expect(loose).toEqual([]);
});

test('every reference to a row that an undo may take away is found by an index', () => {
  const db = memoryRegister();
  const unindexed = db.$client
    .prepare(
      `SELECT child.name || '.' || reference."from" AS place
       FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS reference
       WHERE child.type = 'table' AND reference."table" NOT IN ('departments')
         AND NOT EXISTS (
           SELECT 1 FROM pragma_index_list(child.name) AS list, pragma_index_info(list.name) AS info
           WHERE info.seqno = 0 AND info.name = reference."from" AND list.partial = 0)`,
    )
    .all();
  expect(unindexed).toEqual([]);
});
