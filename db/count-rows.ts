import type { ReadableDatabase } from './database.ts';
import { quoted } from './stored-row.ts';

/** How many rows each table of a register has, by table name. */
export function countRows(client: ReadableDatabase['$client']): Readonly<Record<string, number>> {
  const tables = client
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .all();
  const count = (name: string) => client.prepare<[], { rows: number }>(`SELECT count(*) AS rows FROM ${quoted(name)}`).get()?.rows ?? 0;
  return Object.fromEntries(tables.map(({ name }) => [name, count(name)]));
}
