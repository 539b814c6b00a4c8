import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { allMigrations } from '../../db/migrations/all-migrations.ts';
import type { Migration } from '../../db/migrations/migration.ts';
import { createRegister, openRegister, openRegisterForReading } from '../../db/open-register.ts';
import { settings } from '../../db/schema.ts';
import { openClient } from '../../db/sqlite-client.ts';
import { Refusal } from '../../policy/refusal.ts';
import { openedAt } from './new-register.ts';
import { temporaryFolder } from './temporary-folder.ts';

const first: Migration = {
  id: 10,
  name: 'first',
  since: '0.1.0',
  sql: `CREATE TABLE units (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT;
        CREATE TABLE rooms (id INTEGER NOT NULL PRIMARY KEY, unit_id INTEGER NOT NULL REFERENCES units (id)) STRICT;
        INSERT INTO units VALUES (1, '武昌实验小学'); INSERT INTO rooms VALUES (7, 1);`,
};
/** Rebuilds a table that another one refers to: what SQLite needs for every changed check. */
const second: Migration = {
  id: 20,
  name: 'second',
  since: '0.2.0',
  sql: `CREATE TABLE new_units (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''), short TEXT NOT NULL) STRICT;
        INSERT INTO new_units SELECT id, name, substr(name, 3) FROM units;
        DROP TABLE units; ALTER TABLE new_units RENAME TO units;`,
};
const failing: Migration = {
  id: 30,
  name: 'failing',
  since: '0.3.0',
  sql: 'CREATE TABLE third (id INTEGER) STRICT; SELECT no_such_function();',
};
const dangling: Migration = { id: 30, name: 'dangling', since: '0.3.0', sql: 'DELETE FROM units;' };

function memory(): Database.Database {
  const client = openClient(':memory:', { readonly: false, fileMustExist: false });
  client.pragma('foreign_keys = ON');
  onTestFinished(() => void client.close());
  return client;
}

function none(): void {
  throw new Error('no backup was expected');
}

function content(client: Database.Database): unknown {
  const schema = client.prepare("SELECT sql FROM sqlite_schema WHERE name IN ('units', 'rooms', 'third')").pluck().all();
  return [
    schema,
    client.prepare('SELECT * FROM units').all(),
    client.prepare('SELECT * FROM rooms').all(),
    client.prepare('SELECT * FROM migrations').all(),
  ];
}

describe('the migration of a register', () => {
  test('applies everything to a new one, and remembers what, when and since which version', () => {
    const client = memory();
    expect(migrate(client, [first, second], openedAt, none)).toEqual([first, second]);
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(client.prepare('SELECT * FROM migrations').all()).toEqual([
      { id: 10, name: 'first', since: '0.1.0', sha256: sha256(first.sql), applied_at: openedAt },
      { id: 20, name: 'second', since: '0.2.0', sha256: sha256(second.sql), applied_at: openedAt },
    ]);
    expect(migrate(client, [first, second], openedAt, none)).toEqual([]);
  });

  test('brings old rows into their new form, references and all, after a backup', () => {
    const client = memory();
    migrate(client, [first], openedAt, none);
    let backups = 0;
    const applied = migrate(client, [first, second], openedAt, () => {
      backups += 1;
      expect(client.prepare('SELECT name FROM units').pluck().all()).toEqual(['武昌实验小学']);
    });
    expect([applied, backups]).toEqual([[second], 1]);
    expect(client.prepare('SELECT units.*, rooms.id AS room FROM units JOIN rooms ON unit_id = units.id').all()).toEqual([
      { id: 1, name: '武昌实验小学', short: '实验小学', room: 7 },
    ]);
    expect(client.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  test.each([
    [failing, 'no such function'],
    [dangling, '升级后的检查没有通过（引用断开：rooms）'],
  ])('is all or nothing: $name', (last, message) => {
    const client = memory();
    migrate(client, [first], openedAt, none);
    const before = content(client);
    expect(() => migrate(client, [first, second, last], openedAt, () => undefined)).toThrow(message);
    expect(content(client)).toEqual(before);
    expect(client.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  test('does not begin when the backup fails', () => {
    const client = memory();
    migrate(client, [first], openedAt, none);
    const before = content(client);
    expect(() => migrate(client, [first, second], openedAt, none)).toThrow('no backup was expected');
    expect(content(client)).toEqual(before);
  });

  test.each([
    ['a newer program wrote it', [first, second], [first], '需要 0.2.0 或更新的版本'],
    ['an applied migration reads differently now', [first], [{ ...first, sql: `${first.sql} ` }, second], '第 10 步 first'],
    [
      'a migration would come before an applied one',
      [first, dangling],
      [first, second, dangling],
      '第 30 步 dangling）与本程序（第 20 步 second）不一致',
    ],
    ['an applied migration is unknown', [first, second], [first, dangling], '第 20 步 second'],
  ] as const)('is refused when %s', (_title, theirs, ours, message) => {
    const client = memory();
    migrate(
      client,
      theirs.map((migration) => (migration === dangling ? { ...dangling, sql: 'SELECT 1;' } : migration)),
      openedAt,
      none,
    );
    const before = content(client);
    const attempt = () => migrate(client, ours, openedAt, none);
    expect(attempt).toThrow(Refusal);
    expect(attempt).toThrow(message);
    expect(content(client)).toEqual(before);
  });
});

describe('a register of another version', () => {
  const newer: Migration = { id: 1000, name: 'newer', since: '9.0.0', sql: 'CREATE TABLE of_the_future (id INTEGER) STRICT;' };

  test('is upgraded when it is older, after a backup of how it was', () => {
    const folder = temporaryFolder();
    const old = createRegister(folder, openedAt);
    old.db.insert(settings).values({ key: 'seat', value: '1' }).run();
    old.close();
    const upgraded = openRegister(folder, '2026-09-01T00:00:00.000Z', [...allMigrations, newer]);
    expect(upgraded.db.$client.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'of_the_future'").pluck().get()).toBe(1);
    upgraded.close();

    expect(readdirSync(join(folder, 'backups'))).toEqual(['register-20260901T000000Z-before-upgrade.sqlite']);
    const backup = openClient(join(folder, 'backups', 'register-20260901T000000Z-before-upgrade.sqlite'), {
      readonly: true,
      fileMustExist: true,
    });
    expect(backup.prepare('SELECT value FROM settings').pluck().all()).toEqual(['1']);
    expect(backup.prepare('SELECT max(id) FROM migrations').pluck().get()).toBe(allMigrations.at(-1)?.id);
    backup.close();
  });

  test('is not upgraded by a reader, which says what to do', () => {
    const folder = temporaryFolder();
    createRegister(folder, openedAt).close();
    expect(() => openRegisterForReading(folder, [...allMigrations, newer])).toThrow('须先升级');
    expect(() => openRegisterForReading(folder)).not.toThrow();
  });

  test('is refused when it is newer, and not a byte of it changes', () => {
    const folder = temporaryFolder();
    createRegister(folder, openedAt, [...allMigrations, newer]).close();
    const before = readFileSync(join(folder, 'register.sqlite'));
    for (const attempt of [() => openRegister(folder, openedAt), () => openRegisterForReading(folder)]) {
      expect(attempt).toThrow(Refusal);
      expect(attempt).toThrow('它由更新的程序写成，需要 9.0.0 或更新的版本');
    }
    expect(readFileSync(join(folder, 'register.sqlite')).equals(before)).toBe(true);
  });
});
