import { expect, test } from 'vitest';
import { appendAudit } from '../../db/audit.ts';
import type { ReadableDatabase, Transaction, WritableDatabase } from '../../db/database.ts';
import { openRegisterForReading } from '../../db/open-register.ts';
import { settings } from '../../db/schema.ts';
import { inTransaction } from '../../db/transaction.ts';
import { newRegister, openedAt } from './new-register.ts';
import { today } from './sample-rows.ts';

function looks(db: ReadableDatabase): number {
  return db.select().from(settings).all().length;
}

function writes(db: WritableDatabase): void {
  db.insert(settings).values({ key: 'seat', value: '"区教育局"' }).run();
}

/** Never run: the type checker reads it. Each line it expects to fail is one that must not compile. */
export function compiles(reader: ReadableDatabase, writer: WritableDatabase, tx: Transaction): void {
  looks(writer);
  looks(tx);
  writes(tx);
  // @ts-expect-error a reader is no writer
  writes(reader);
  // @ts-expect-error a reader has no insert
  reader.insert(settings);
  // @ts-expect-error nor has what it hands on
  reader.with().update(settings);
  // @ts-expect-error a reader cannot begin a transaction
  inTransaction(reader, () => 1);
  // @ts-expect-error an audit row is written in the transaction of its act
  appendAudit(writer, { at: openedAt, onDate: today, departmentId: null, command: 'x', studioId: null, details: {} });
  // @ts-expect-error the work of a transaction ends before the commit
  void inTransaction(writer, async () => 1);
  // @ts-expect-error drizzle's own transactions are not offered: they nest silently
  writer.transaction(() => 1);
}

test('a register opened for reading refuses to write, whatever the caller says it is', () => {
  const register = newRegister();
  writes(register.db);
  const reader = openRegisterForReading(register.paths.folder);
  expect(looks(reader.db)).toBe(1);
  expect(() => writes(reader.db as WritableDatabase)).toThrow('attempt to write a readonly database');
  reader.close();
});

test('a reader sees what was committed, not what is under way', () => {
  const register = newRegister();
  const reader = openRegisterForReading(register.paths.folder);
  inTransaction(register.db, (tx) => {
    writes(tx);
    expect([looks(tx), looks(reader.db)]).toEqual([1, 0]);
  });
  expect(looks(reader.db)).toBe(1);
  reader.close();
});
