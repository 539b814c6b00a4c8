import { describe, expect, test } from 'vitest';
import { settings } from '../../db/schema.ts';
import { openClient } from '../../db/sqlite-client.ts';
import { inTransaction } from '../../db/transaction.ts';
import { Refusal } from '../../policy/refusal.ts';
import { newRegister } from './new-register.ts';

describe('a transaction', () => {
  test('gives back what the work returns, and stores all of it', () => {
    const { db } = newRegister();
    const result = inTransaction(db, (tx) => {
      tx.insert(settings).values({ key: 'a', value: '1' }).run();
      tx.insert(settings).values({ key: 'b', value: '2' }).run();
      return 'done';
    });
    expect([result, db.select().from(settings).all()]).toEqual([
      'done',
      [
        { key: 'a', value: '1' },
        { key: 'b', value: '2' },
      ],
    ]);
  });

  test('stores nothing of work that throws, and throws the same', () => {
    const { db } = newRegister();
    const refusal = new Refusal('无法受理');
    const attempt = () =>
      inTransaction(db, (tx) => {
        tx.insert(settings).values({ key: 'a', value: '1' }).run();
        throw refusal;
      });
    expect(attempt).toThrow(refusal);
    expect(db.select().from(settings).all()).toEqual([]);
    expect(db.$client.inTransaction).toBe(false);
  });

  test('is refused inside another, which is taken back', () => {
    const { db } = newRegister();
    const attempt = () =>
      inTransaction(db, (tx) => {
        tx.insert(settings).values({ key: 'a', value: '1' }).run();
        inTransaction(tx, () => undefined);
      });
    expect(attempt).toThrow('inTransaction was called inside inTransaction');
    expect(db.select().from(settings).all()).toEqual([]);
  });

  test('refuses a promise that the types did not see, and stores nothing', () => {
    const { db } = newRegister();
    const attempt = () =>
      inTransaction(db, (tx): unknown => {
        tx.insert(settings).values({ key: 'a', value: '1' }).run();
        return Promise.resolve();
      });
    expect(attempt).toThrow('cannot return a promise');
    expect(db.select().from(settings).all()).toEqual([]);
  });

  test('says so when the disk is full, and keeps the data as it was', () => {
    const { db } = newRegister();
    db.insert(settings).values({ key: 'a', value: '1' }).run();
    db.$client.pragma(`max_page_count = ${String(db.$client.pragma('page_count', { simple: true }))}`);
    const attempt = () =>
      inTransaction(db, (tx) =>
        tx
          .insert(settings)
          .values({ key: 'b', value: `"${'长'.repeat(100_000)}"` })
          .run(),
      );
    expect(attempt).toThrow(Refusal);
    expect(attempt).toThrow('磁盘已满');
    expect(db.select().from(settings).all()).toEqual([{ key: 'a', value: '1' }]);
  });

  test('says so when another program is writing', () => {
    const { db, paths } = newRegister();
    db.$client.pragma('busy_timeout = 10');
    const other = openClient(paths.register, { readonly: false, fileMustExist: true });
    other.exec('BEGIN IMMEDIATE');
    const attempt = () => inTransaction(db, () => undefined);
    expect(attempt).toThrow(Refusal);
    expect(attempt).toThrow('另一个程序正在使用它');
    other.exec('ROLLBACK');
    other.close();
    expect(inTransaction(db, () => 1)).toBe(1);
  });
});
