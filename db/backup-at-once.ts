import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { type BackupReason, backupFileName } from './backup-file-name.ts';
import { countRows } from './count-rows.ts';
import { finishBackup } from './finish-backup.ts';
import { removeDatabase } from './remove-database.ts';

/**
 * Copies a register into the backup folder in one go, and checks the copy: for the moments when nothing else may happen before
 * the copy is safe. `at` is the instant, ISO 8601 in UTC. Returns the path of the copy.
 */
export function backupAtOnce(client: Pick<Database.Database, 'prepare'>, backups: string, at: string, reason: BackupReason): string {
  mkdirSync(backups, { recursive: true });
  const file = join(backups, backupFileName(at, reason));
  const unfinished = `${file}.unfinished`;
  // Left behind by a power cut.
  removeDatabase(unfinished);
  client.prepare('VACUUM INTO ?').run(unfinished);
  finishBackup(unfinished, file, countRows(client));
  return file;
}
