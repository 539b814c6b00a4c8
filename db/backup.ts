import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Refusal } from '../policy/refusal.ts';
import { countRows } from './count-rows.ts';
import type { WritableDatabase } from './database.ts';
import { finishBackup } from './finish-backup.ts';
import { removeDatabase } from './remove-database.ts';
import { asRefusal } from './sqlite-refusal.ts';

/**
 * Copies the open register to a file by SQLite's own backup call, page by page, so that work goes on meanwhile; what is written meanwhile
 * is in the copy. It gets its name when it is whole, checked and on the disk. A file of that name is never overwritten.
 * Returns the rows of each table.
 */
export async function backupRegister(db: WritableDatabase, file: string): Promise<Readonly<Record<string, number>>> {
  const target = resolve(file);
  const unfinished = `${target}.unfinished`;
  try {
    if (existsSync(target)) throw new Refusal(`无法保存备份「${target}」：已有同名文件。请换一个名称。`);
    mkdirSync(dirname(target), { recursive: true });
    removeDatabase(unfinished);
    await db.$client.backup(unfinished);
    // Nothing is written between the last page and this line: both run in the same turn of the event loop.
    return finishBackup(unfinished, target, countRows(db.$client));
  } catch (error) {
    removeDatabase(unfinished);
    throw asRefusal(error, target);
  }
}
