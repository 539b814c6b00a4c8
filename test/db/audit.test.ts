import { describe, expect, test } from 'vitest';
import { appendAudit, verifyAudit } from '../../db/audit.ts';
import type { WritableDatabase } from '../../db/database.ts';
import { inTransaction } from '../../db/transaction.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { memoryRegister } from './memory-register.ts';
import { openedAt } from './new-register.ts';

const columns = ['at', 'on_date', 'department_id', 'command', 'studio_id', 'details', 'previous_hash', 'hash'] as const;

function appended(count: number): WritableDatabase {
  const db = memoryRegister();
  inTransaction(db, (tx) => {
    for (let index = 1; index <= count; index += 1) {
      appendAudit(tx, {
        at: openedAt,
        onDate: plainDate('2026-08-10'),
        departmentId: index % 2 === 0 ? null : 'department',
        command: 'accept',
        studioId: index % 3 === 0 ? null : 'studio',
        details: { 工作室: `尉迟川 ${index}`, nested: { b: index, a: [true, null] } },
      });
    }
  });
  return db;
}

/** What an attacker with an SQL tool does first. */
function withoutTriggers(db: WritableDatabase): void {
  const triggers = db.$client.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of triggers) db.$client.exec(`DROP TRIGGER "${name}"`);
}

describe('the audit log', () => {
  test('is whole when nothing was touched', () => {
    expect(verifyAudit(appended(0))).toEqual({ entries: 0, firstBroken: null });
    expect(verifyAudit(appended(7))).toEqual({ entries: 7, firstBroken: null });
  });

  test('keeps the details as canonical JSON', () => {
    const details = appended(1).$client.prepare('SELECT details FROM audit').pluck().get();
    expect(details).toBe('{"nested":{"a":[true,null],"b":1},"工作室":"尉迟川 1"}');
  });

  test.each(columns)('shows a changed character in %s of any row', (column) => {
    for (const sequence of [1, 2, 3]) {
      const db = appended(3);
      withoutTriggers(db);
      db.$client.exec('PRAGMA ignore_check_constraints = ON');
      const before = db.$client
        .prepare<[number], { text: string | null }>(`SELECT ${column} AS text FROM audit WHERE sequence = ?`)
        .get(sequence);
      const length = before?.text?.length ?? 0;
      for (let place = 0; place <= length; place += 1) {
        const text = before?.text ?? '';
        const changed = text.slice(0, place) + (text[place] === 'x' ? 'y' : 'x') + text.slice(place + 1);
        db.$client.prepare(`UPDATE audit SET ${column} = ? WHERE sequence = ?`).run(changed, sequence);
        expect(verifyAudit(db), `${column} ${sequence} ${place}`).toEqual({ entries: 3, firstBroken: sequence });
      }
    }
  });

  test('shows a renumbered row', () => {
    const db = appended(3);
    withoutTriggers(db);
    db.$client.exec('UPDATE audit SET sequence = 9 WHERE sequence = 2');
    expect(verifyAudit(db)).toEqual({ entries: 3, firstBroken: 2 });
  });

  test.each([1, 2, 3])('shows that row %i of three was removed', (sequence) => {
    const db = appended(3);
    withoutTriggers(db);
    db.$client.prepare('DELETE FROM audit WHERE sequence = ?').run(sequence);
    expect(verifyAudit(db)).toEqual({ entries: 2, firstBroken: sequence });
  });

  test('shows that everything was removed', () => {
    const db = appended(3);
    withoutTriggers(db);
    db.$client.exec('DELETE FROM audit');
    expect(verifyAudit(db)).toEqual({ entries: 0, firstBroken: 1 });
  });

  test('shows a last row that was written anew with a fitting hash', () => {
    const whole = appended(3);
    const other = appended(2);
    withoutTriggers(whole);
    inTransaction(other, (tx) =>
      appendAudit(tx, {
        at: openedAt,
        onDate: plainDate('2026-08-11'),
        departmentId: null,
        command: 'accept',
        studioId: null,
        details: {},
      }),
    );
    const forged = other.$client.prepare('SELECT * FROM audit WHERE sequence = 3').raw().get() as unknown[];
    whole.$client.exec('DELETE FROM audit WHERE sequence = 3');
    whole.$client.prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(...forged);
    expect(verifyAudit(whole)).toEqual({ entries: 3, firstBroken: 3 });
  });

  test('shows a row added behind the triggers', () => {
    const db = appended(2);
    withoutTriggers(db);
    db.$client.exec(
      'INSERT INTO audit SELECT 3, at, on_date, department_id, command, studio_id, details, hash, hash FROM audit WHERE sequence = 2',
    );
    expect(verifyAudit(db)).toEqual({ entries: 3, firstBroken: 3 });
  });

  test.each([
    ['UPDATE audit SET command = command', 'audit is append-only'],
    ['DELETE FROM audit', 'audit is append-only'],
    ['INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE sequence = 2', 'audit row does not continue the chain'],
    ['UPDATE OR REPLACE audit SET sequence = 1 WHERE sequence = 2', 'audit is append-only'],
    ['UPDATE audit_head SET entries = 0', 'audit_head follows the last row of audit'],
    ['DELETE FROM audit_head', 'audit_head must stay'],
    ["INSERT OR REPLACE INTO audit_head VALUES (1, 0, '')", 'audit_head has one row'],
  ])('refuses %s', (sql, message) => {
    const db = appended(2);
    for (const recursive of ['ON', 'OFF']) {
      db.$client.pragma(`recursive_triggers = ${recursive}`);
      expect(() => db.$client.exec(sql)).toThrow(message);
    }
    expect(verifyAudit(db)).toEqual({ entries: 2, firstBroken: null });
  });
});
