import { existsSync, rmSync } from 'node:fs';
import { Refusal } from '../policy/refusal.ts';
import { registerDamage } from './register-damage.ts';
import { renameDurably } from './rename-durably.ts';
import { openClient } from './sqlite-client.ts';
import { asRefusal } from './sqlite-refusal.ts';

/**
 * Checks a fresh copy of a register and gives it its name: a backup that has a name can be restored. A copy that does
 * not pass is removed and refused; a file of that name is never overwritten.
 */
export function finishBackup(temporary: string, file: string): void {
  try {
    if (existsSync(file)) throw new Refusal(`无法保存备份「${file}」：已有同名文件。请换一个名称。`);
    sealCopy(temporary);
    renameDurably(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw asRefusal(error, file);
  }
}

/** Makes a copy one self-contained file that nobody is writing to, and refuses it when it is not whole. */
export function sealCopy(file: string): void {
  const client = openClient(file, { readonly: false, fileMustExist: true });
  try {
    client.pragma('journal_mode = DELETE');
    client.pragma('user_version = 0');
    const damage = registerDamage(client);
    if (damage !== null) throw new Refusal(`无法使用「${file}」：${damage}`);
  } finally {
    client.close();
  }
}
