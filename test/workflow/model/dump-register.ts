import type { ReadableDatabase } from '../../../db/database.ts';
import { prepared } from '../../../db/prepared.ts';

/** What an act writes about itself: it stays when the act is taken back. */
const logTables = ['act_changes', 'acts', 'audit', 'audit_head'];

interface Column {
  readonly name: string;
  readonly pk: number;
}

function tableNames(db: ReadableDatabase): readonly string[] {
  return prepared<[], { name: string }>(
    db,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  )
    .all()
    .map(({ name }) => name);
}

/** Every row of the tables as text, in the order of their keys: rows made later come later, since ids sort by the time of making. */
function rowsOf(db: ReadableDatabase, tables: readonly string[]): string {
  return tables
    .map((table) => {
      const keys = prepared<[string], Column>(db, 'SELECT name, pk FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').all(table);
      const rows = prepared<[], object>(db, `SELECT * FROM "${table}" ORDER BY ${keys.map(({ name }) => `"${name}"`).join(', ')}`).all();
      return [table, ...rows.map((row) => JSON.stringify(row))].join('\n');
    })
    .join('\n\n');
}

/** All a register holds, less the log of acts. */
export function dumpBesidesLog(db: ReadableDatabase): string {
  return rowsOf(
    db,
    tableNames(db).filter((name) => !logTables.includes(name)),
  );
}

/**
 * All a register holds, log included, with each id replaced by the place at which it first appears and each hash left out: two registers to
 * which the same was done on the same days have the same dump.
 */
export function dumpWithoutIds(db: ReadableDatabase): string {
  const places = new Map<string, string>();
  return rowsOf(db, tableNames(db))
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      const place = places.get(id) ?? `#${places.size + 1}`;
      places.set(id, place);
      return place;
    })
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'hash');
}
