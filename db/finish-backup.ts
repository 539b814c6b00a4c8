import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../policy/refusal.ts';
import { removeDatabase } from './remove-database.ts';
import { renameDurably } from './rename-durably.ts';
import { sealCopy } from './seal-copy.ts';
import { asRefusal } from './sqlite-refusal.ts';

/**
 * Checks a fresh copy of a register and gives it its name: a backup that has a name can be restored. A copy that does
 * not pass, or has not the expected rows in each table, is removed and refused; a file of that name is never overwritten.
 * Returns the rows of each table.
 */
export function finishBackup(
  unfinished: string,
  file: string,
  expected: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  try {
    if (existsSync(file)) throw new Refusal(`无法保存备份「${file}」：已有同名文件。请换一个名称。`);
    const rows = sealCopy(unfinished, file);
    if (!isDeepStrictEqual(rows, expected)) throw new Refusal(`无法保存备份「${file}」：副本与登记库的行数不一致。请重试。`);
    renameDurably(unfinished, file);
    return rows;
  } catch (error) {
    removeDatabase(unfinished);
    throw asRefusal(error, file);
  }
}
