import { Refusal } from '../policy/refusal.ts';
import { countRows } from './count-rows.ts';
import { pendingMigrations } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { registerDamage } from './register-damage.ts';
import { openClient } from './sqlite-client.ts';

/**
 * Makes a copy of a register one self-contained file that nobody is writing to. Refuses one that is damaged, and, where
 * `migrations` are given, one of a newer program; `name` is the file the message
 * names. Returns the rows of each table.
 */
export function sealCopy(file: string, name: string, migrations?: readonly Migration[]): Readonly<Record<string, number>> {
  const client = openClient(file, { readonly: false, fileMustExist: true });
  try {
    client.pragma('journal_mode = DELETE');
    client.pragma('user_version = 0');
    const damage = registerDamage(client);
    if (damage !== null) throw new Refusal(`无法使用登记库的副本「${name}」：${damage}请换一个备份。`);
    if (migrations !== undefined) pendingMigrations(client, migrations, name);
    return countRows(client);
  } finally {
    client.close();
  }
}
