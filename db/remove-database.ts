import { rmSync } from 'node:fs';

/**
 * Removes a database file with what SQLite may have left beside it: a stale journal would be rolled back into the next
 * file of that name.
 */
export function removeDatabase(file: string): void {
  for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(`${file}${rest}`, { force: true });
}
