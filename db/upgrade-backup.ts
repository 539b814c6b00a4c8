import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { backupFileName } from './backup-file-name.ts';
import { finishBackup } from './finish-backup.ts';

/** Copies a register before its structure is changed, into the backup folder, and checks the copy. Returns its path. `at` is the instant, ISO 8601 in UTC. */
export function upgradeBackup(client: Database.Database, backups: string, at: string): string {
  mkdirSync(backups, { recursive: true });
  const file = join(backups, backupFileName(at, 'before-upgrade'));
  const temporary = `${file}.unfinished`;
  client.prepare('VACUUM INTO ?').run(temporary);
  finishBackup(temporary, file);
  return file;
}
