import { mkdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { appendAudit } from '../../db/audit.ts';
import { backupRegister } from '../../db/backup.ts';
import { allMigrations } from '../../db/migrations/all-migrations.ts';
import { newId } from '../../db/new-id.ts';
import { createRegister, openRegister, type WritableRegister } from '../../db/open-register.ts';
import { recordChanges } from '../../db/record-changes.ts';
import { restoreBackup } from '../../db/restore.ts';
import { importBatches, people, settings, studios, teamRoles } from '../../db/schema.ts';
import { inTransaction } from '../../db/transaction.ts';
import { undoChanges } from '../../db/undo-changes.ts';
import { batchRow, personRow, roleRow, studioRow, today } from './sample-rows.ts';
import { slowMigration } from './slow-migration.ts';

/*
 * A process that is killed by the crash tests: `node crash-child.ts MODE FOLDER`. It says on its standard output what it
 * has finished, one line each, at once: what is said to be finished must be there afterwards.
 */

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

function now(): string {
  return new Date().toISOString();
}

/** Batch after batch of two studios with a person each; every fifth is undone again. Each is one transaction with its audit row. */
function importForever(register: WritableRegister): never {
  const { db } = register;
  const rows = db.select().from(importBatches).all();
  for (let number = rows.length + 1; ; number += 1) {
    const batch = { ...batchRow(number), id: newId() };
    inTransaction(db, (tx) => {
      tx.insert(importBatches).values(batch).run();
      const recorder = recordChanges(tx, batch.id);
      for (let index = 0; index < 2; index += 1) {
        const [studioId, personId] = [newId(), newId()];
        recorder.insert(studios, { ...studioRow(number), id: studioId });
        recorder.insert(people, { ...personRow(number), id: personId });
        recorder.insert(teamRoles, { ...roleRow(number, studioId, personId), id: newId() });
        recorder.update(studios, { id: studioId }, { area: 60, remarks: '长'.repeat(500) });
      }
      tx.insert(settings)
        .values({ key: 'last', value: String(number) })
        .onConflictDoUpdate({ target: settings.key, set: { value: String(number) } })
        .run();
      appendAudit(tx, { at: now(), onDate: today, departmentId: null, command: 'import', studioId: null, details: { number } });
    });
    say(String(number));
    if (number % 5 !== 0) continue;
    inTransaction(db, (tx) => {
      const { reverted } = undoChanges(tx, 'import', batch.id);
      if (reverted !== 8) throw new Error(`only ${reverted} rows were reverted`);
      tx.update(importBatches).set({ undoneOn: today }).where(eq(importBatches.id, batch.id)).run();
      appendAudit(tx, { at: now(), onDate: today, departmentId: null, command: 'undo', studioId: null, details: { number } });
    });
  }
}

async function backUpAndRestoreForever(folder: string): Promise<never> {
  for (let round = 0; ; round += 1) {
    const at = new Date(Date.now() + round * 1000).toISOString();
    const register = openRegister(folder, at);
    const file = join(folder, 'copies', `${newId()}.sqlite`);
    await backupRegister(register.db, file);
    register.close();
    say(file);
    restoreBackup(folder, file, at);
    say('restored');
  }
}

const [mode = '', folder = ''] = process.argv.slice(2);
switch (mode) {
  case 'import': {
    const register = openRegister(folder, now());
    say('open');
    importForever(register);
    break;
  }
  case 'create':
    for (let number = 0; ; number += 1) {
      createRegister(join(folder, `${number}-${process.pid}`), now()).close();
      say(String(number));
    }
  case 'upgrade':
    say('begin');
    openRegister(folder, now(), [...allMigrations, slowMigration]).close();
    say('upgraded');
    break;
  case 'restore':
    mkdirSync(join(folder, 'copies'), { recursive: true });
    say('begin');
    await backUpAndRestoreForever(folder);
    break;
  case 'hold':
    openRegister(folder, now());
    say('open');
    await sleep(60_000);
    break;
  case 'end-without-close':
    openRegister(folder, now()).db.insert(settings).values({ key: 'seat', value: '1' }).run();
    say('written');
    break;
  case 'open':
    try {
      openRegister(folder, now()).close();
      say('opened');
    } catch (error) {
      say(String(error));
    }
    break;
  default:
    throw new Error(`unknown mode ${mode}`);
}
