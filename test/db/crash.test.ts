import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { ReadableDatabase } from '../../db/database.ts';
import { allMigrations } from '../../db/migrations/all-migrations.ts';
import { createRegister, openRegister, openRegisterForReading, registerExists } from '../../db/open-register.ts';
import { settings } from '../../db/schema.ts';
import { openClient } from '../../db/sqlite-client.ts';
import { verifyRegister } from '../../db/verify.ts';
import { startChild } from './child-process.ts';
import { openedAt } from './new-register.ts';
import { slowMigration } from './slow-migration.ts';
import { temporaryFolder } from './temporary-folder.ts';

function count(db: ReadableDatabase, sql: string): number {
  return db.$client.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${sql}`).get()?.n ?? -1;
}

/** What must hold between the tables whenever whole transactions were stored and nothing else. */
function expectWholeTransactions(db: ReadableDatabase): number {
  const batches = count(db, 'import_batches');
  const undone = count(db, 'import_batches WHERE undone_on IS NOT NULL');
  const last = Number(
    db
      .select()
      .from(settings)
      .all()
      .find(({ key }) => key === 'last')?.value ?? 0,
  );
  expect({
    last,
    studios: count(db, 'studios WHERE area = 60'),
    people: count(db, 'people'),
    roles: count(db, 'team_roles'),
    changes: count(db, 'import_changes'),
    audit: count(db, 'audit'),
    verification: verifyRegister(db),
  }).toEqual({
    last: batches,
    studios: 2 * (batches - undone),
    people: 2 * (batches - undone),
    roles: 2 * (batches - undone),
    changes: 8 * batches,
    audit: batches + undone,
    verification: { database: 'ok', audit: { entries: batches + undone, firstBroken: null } },
  });
  return batches;
}

/** Opens the register as a writer does, which merges the log, and counts its batches. */
function storedAfterMerging(folder: string): number {
  const writer = openRegister(folder, openedAt);
  try {
    return expectWholeTransactions(writer.db);
  } finally {
    writer.close();
  }
}

/** A register of this version with a setting that `slowMigration` rewrites. */
function registerToUpgrade(): string {
  const folder = temporaryFolder();
  const register = createRegister(folder, openedAt);
  register.db.insert(settings).values({ key: 'form', value: '"old"' }).run();
  register.close();
  return folder;
}

/** How far a register got with `slowMigration`, read without the program. */
function formOf(file: string): object {
  const client = openClient(file, { readonly: true, fileMustExist: true });
  try {
    return {
      integrity: client.pragma('integrity_check', { simple: true }),
      migration: client.prepare('SELECT max(id) FROM migrations').pluck().get(),
      form: client.prepare("SELECT value FROM settings WHERE key = 'form'").pluck().get(),
      filled: client.prepare("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'filled%'").pluck().get(),
    };
  } finally {
    client.close();
  }
}

const oldForm = { integrity: 'ok', migration: allMigrations.at(-1)?.id, form: '"old"', filled: 0 };
const newForm = { integrity: 'ok', migration: slowMigration.id, form: '"new"', filled: 2 };

describe('a process killed at a random moment', () => {
  test('while importing, fifty times, leaves whole transactions and everything it called finished', { timeout: 300_000 }, async () => {
    let folder = '';
    let whileWriting = 0;
    for (let round = 0; round < 52; round += 1) {
      if (round % 13 === 0) {
        folder = temporaryFolder();
        createRegister(folder, openedAt).close();
      }
      const child = startChild('import', folder);
      // One in four is killed while it starts and opens, the others while they write.
      if (round % 4 === 3) await sleep(100 + Math.random() * 150);
      else await child.said(2).then(() => sleep(Math.random() * 25));
      await child.kill();
      const finished = Number(child.lines().findLast((line) => line !== 'open') ?? 0);
      if (finished > 0) whileWriting += 1;

      const reader = openRegisterForReading(folder);
      const stored = expectWholeTransactions(reader.db);
      reader.close();
      expect(stored).toBeGreaterThanOrEqual(finished);
      // The log is left to the next round as it lies, or merged here: both ways must hold.
      expect(round % 3 === 0 ? storedAfterMerging(folder) : stored).toBe(stored);
    }
    expect(whileWriting).toBeGreaterThanOrEqual(39);
  });

  test('while upgrading leaves the old register whole until the new one is', { timeout: 300_000 }, async () => {
    const undisturbed = registerToUpgrade();
    const measured = startChild('upgrade', undisturbed);
    await measured.said(1);
    const began = performance.now();
    await measured.said(2);
    const duration = performance.now() - began;
    await measured.ended;
    expect(formOf(join(undisturbed, 'register.sqlite'))).toEqual(newForm);

    const outcomes: object[] = [];
    for (let step = 1; step <= 7; step += 1) {
      const folder = registerToUpgrade();
      const child = startChild('upgrade', folder);
      await child.said(1);
      await sleep((duration * step) / 8);
      await child.kill();
      const form = formOf(join(folder, 'register.sqlite'));
      expect(child.lines().includes('upgraded') ? [newForm] : [oldForm, newForm]).toContainEqual(form);
      outcomes.push(form);

      const backups = existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')) : [];
      const named = backups.filter((name) => name.endsWith('.sqlite')).map((name) => formOf(join(folder, 'backups', name)));
      expect(named).toEqual(named.map(() => oldForm));
      openRegister(folder, openedAt, [...allMigrations, slowMigration]).close();
      expect(formOf(join(folder, 'register.sqlite'))).toEqual(newForm);
    }
    expect(outcomes).toContainEqual(oldForm);
  });

  test('while making registers leaves a whole one or none', { timeout: 300_000 }, async () => {
    const folder = temporaryFolder();
    for (let round = 0; round < 5; round += 1) {
      const child = startChild('create', folder);
      await child.said(1);
      await sleep(Math.random() * 60);
      await child.kill();
    }
    let whole = 0;
    for (const name of readdirSync(folder)) {
      const place = join(folder, name);
      const register = registerExists(place) ? openRegister(place, openedAt) : createRegister(place, openedAt);
      expect(verifyRegister(register.db).database).toBe('ok');
      expect(count(register.db, 'departments')).toBe(7);
      register.close();
      expect(readdirSync(place).toSorted()).toEqual(['register.lock', 'register.sqlite']);
      whole += 1;
    }
    expect(whole).toBeGreaterThan(5);
  });

  test('while backing up and restoring leaves a whole register and only whole backups', { timeout: 300_000 }, async () => {
    const folder = temporaryFolder();
    createRegister(folder, openedAt).close();
    mkdirSync(join(folder, 'copies'));
    let rounds = 0;
    for (let round = 0; round < 6; round += 1) {
      const child = startChild('restore', folder);
      await child.said(2);
      // The first is let go until it has restored once, however busy the machine is.
      if (round === 0) while (!child.lines().includes('restored')) await sleep(10);
      await sleep(Math.random() * 80);
      await child.kill();
      rounds += child.lines().filter((line) => line === 'restored').length;
      for (const line of child.lines().filter((text) => text.endsWith('.sqlite'))) expect(existsSync(line)).toBe(true);
      const reader = openRegisterForReading(folder);
      expect(verifyRegister(reader.db)).toEqual({ database: 'ok', audit: { entries: 0, firstBroken: null } });
      expect(count(reader.db, 'departments')).toBe(7);
      reader.close();
    }
    expect(rounds).toBeGreaterThan(0);
    const copies = ['copies', 'backups'].flatMap((name) => readdirSync(join(folder, name)).map((file) => join(folder, name, file)));
    for (const file of copies.filter((name) => name.endsWith('.sqlite'))) {
      const copy = openClient(file, { readonly: true, fileMustExist: true });
      expect([copy.pragma('integrity_check', { simple: true }), copy.prepare('SELECT count(*) FROM departments').pluck().get()]).toEqual([
        'ok',
        7,
      ]);
      copy.close();
    }
  });
});
