/** A row as SQLite gives it, by column name. The register stores no blobs. */
export type StoredRow = { readonly [column: string]: string | number | null };

/** A table or column name for an SQL text. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `"a" = ? AND "b" = ?`: the condition that finds one row by its primary key. */
export function keyCondition(keyColumns: readonly string[]): string {
  return keyColumns.map((column) => `${quoted(column)} = ?`).join(' AND ');
}

/** The part of a row under some columns, in their order. */
export function pick(row: StoredRow, columns: readonly string[]): StoredRow {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}
