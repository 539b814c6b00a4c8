import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal } from '../policy/refusal.ts';
import { backupAtOnce } from './backup-at-once.ts';
import { backupFileName } from './backup-file-name.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { registerDamage } from './register-damage.ts';
import { readRegisterHeader } from './register-header.ts';
import { lockRegister } from './register-lock.ts';
import { type RegisterPaths, registerPaths } from './register-paths.ts';
import { removeDatabase } from './remove-database.ts';
import { renameDurably } from './rename-durably.ts';
import { sealCopy } from './seal-copy.ts';
import { openClient } from './sqlite-client.ts';
import { asRefusal, isDamage } from './sqlite-refusal.ts';

/** What a restore did. */
export interface Restoration {
  /** Where the register that was there before lies now, so that the restore can be taken back; `null` when there was none. */
  readonly saved: string | null;
  /** Rows of each table of the register as it is now. */
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * Puts a backup in the place of the register of a data folder, which must not be open. The backup is copied and checked
 * before anything is touched; what was there is saved into the backup folder first: as a backup, or, when nothing can
 * read it, renamed as it is. Refuses a damaged backup, one of a newer program, and one that another folder is still
 * using. `at` is the instant, ISO 8601 in UTC.
 */
export function restoreBackup(dataFolder: string, backupFile: string, at: string): Restoration {
  const paths = registerPaths(dataFolder);
  const backup = resolve(backupFile);
  refuseUnfit(backup, paths);
  mkdirSync(paths.backups, { recursive: true });
  const unlock = lockRegister(paths.lock, at);
  try {
    removeDatabase(paths.unfinished);
    copyFileSync(backup, paths.unfinished);
    const rows = sealCopy(paths.unfinished, backup, allMigrations);
    const saved = existsSync(paths.register) ? saveAside(paths, at) : null;
    // A log left beside the new file would be merged into it.
    for (const rest of [paths.log, paths.logIndex]) rmSync(rest, { force: true });
    renameDurably(paths.unfinished, paths.register);
    return { saved, rows };
  } catch (error) {
    removeDatabase(paths.unfinished);
    throw asRefusal(error, backup);
  } finally {
    unlock();
  }
}

function refuseUnfit(backup: string, paths: RegisterPaths): void {
  if (!existsSync(backup)) throw new Refusal(`无法恢复：没有「${backup}」这个文件。请检查路径。`);
  if (!readRegisterHeader(backup).isRegister)
    throw new Refusal(`无法恢复：「${backup}」不是本程序的备份，或文件开头已损坏。请换一个备份。`);
  const log = `${backup}-wal`;
  if (backup !== paths.register && existsSync(log) && statSync(log).size > 0) {
    throw new Refusal(
      `无法恢复：「${backup}」正在使用，或没有正常退出，最近的记录还在「${log}」里。请先在它所在的数据文件夹打开程序并正常退出。`,
    );
  }
}

function saveAside(paths: RegisterPaths, at: string): string {
  const saved = saveWhole(paths, at);
  if (saved !== null) return saved;
  const aside = join(paths.backups, backupFileName(at, 'damaged'));
  if (existsSync(aside)) throw new Refusal(`无法保留损坏的登记库：已有「${aside}」。请稍后重试。`);
  // The log first: without the register beside it, it is of no use to anybody, with it, it must keep its name.
  if (existsSync(paths.log)) renameSync(paths.log, `${aside}-wal`);
  renameSync(paths.register, aside);
  return aside;
}

/** The path of a backup of the present register, or `null` when it is too damaged to be copied. */
function saveWhole(paths: RegisterPaths, at: string): string | null {
  try {
    const client = openClient(paths.register, { readonly: true, fileMustExist: true });
    try {
      return registerDamage(client) === null ? backupAtOnce(client, paths.backups, at, 'before-restore') : null;
    } finally {
      client.close();
    }
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}
