import type Database from 'better-sqlite3';
import type { ReadableDatabase } from './database.ts';

const statements = new WeakMap<ReadableDatabase['$client'], Map<string, Database.Statement>>();

/**
 * The statement for an SQL text, compiled once a connection: compiling costs twenty times as much as running it.
 * For texts from our own code only; values go in as parameters. Don't change its mode (`pluck`, `raw`): others share it.
 */
export function prepared<Parameters extends unknown[], Row = unknown>(
  db: ReadableDatabase,
  sql: string,
): Database.Statement<Parameters, Row> {
  let ofConnection = statements.get(db.$client);
  if (ofConnection === undefined) {
    ofConnection = new Map();
    statements.set(db.$client, ofConnection);
  }
  let statement = ofConnection.get(sql);
  if (statement === undefined) {
    statement = db.$client.prepare(sql);
    ofConnection.set(sql, statement);
  }
  return statement as unknown as Database.Statement<Parameters, Row>;
}
