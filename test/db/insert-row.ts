import type { WritableDatabase } from '../../db/database.ts';

/** A row as SQLite takes it, by column name. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Inserts a row as it is, around every command; what is left out is null. */
export function insertRow(db: WritableDatabase, table: string, row: Row): void {
  const columns = Object.keys(row);
  db.$client
    .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    .run(...Object.values(row));
}
