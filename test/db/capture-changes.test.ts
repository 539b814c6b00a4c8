import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { captureChanges } from '../../db/capture-changes.ts';
import type { Transaction, WritableDatabase } from '../../db/database.ts';
import { acts, confirmations, hostUnits, people, studios, teamRoles } from '../../db/schema.ts';
import { inTransaction } from '../../db/transaction.ts';
import { undoChanges } from '../../db/undo-changes.ts';
import { keepAct } from '../../db/writes/acts.ts';
import { memoryRegister } from './memory-register.ts';
import { numberedId, personRow, roleRow, studioRow, today } from './sample-rows.ts';

let db: WritableDatabase;
beforeEach(() => {
  db = memoryRegister();
});

const capture = (work: (tx: Transaction) => void) => inTransaction(db, (tx) => captureChanges(tx, () => work(tx)).changes);

function content(): Record<string, unknown> {
  const tables = ['host_units', 'people', 'studios', 'team_roles', 'confirmations'];
  return Object.fromEntries(tables.map((table) => [table, db.$client.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]));
}

describe('the rows an act writes', () => {
  test('are captured in order, as they were before and after', () => {
    const changes = capture((tx) => {
      tx.insert(hostUnits)
        .values({ id: numberedId(1), name: '武昌实验小学', inDistrict: true })
        .run();
      tx.update(hostUnits).set({ kind: 'enterprise' }).run();
      tx.delete(hostUnits).run();
    });
    const bare = { id: numberedId(1), name: '武昌实验小学', kind: null, in_district: 1 };
    const whole = { ...bare, kind: 'enterprise' };
    const rowKey = { id: numberedId(1) };
    expect(
      changes.map(({ table, ...row }) => [
        table,
        ...[row.rowKey, row.before, row.after].map((json) => JSON.parse(json ?? 'null') as unknown),
      ]),
    ).toEqual([
      ['host_units', rowKey, null, bare],
      ['host_units', rowKey, bare, whole],
      ['host_units', rowKey, whole, null],
    ]);
  });

  test('are none outside of a capture, nor left over from one that was rolled back', () => {
    expect(() =>
      capture((tx) => {
        tx.insert(studios).values(studioRow(1)).run();
        throw new Error('refused');
      }),
    ).toThrow('refused');
    db.insert(studios).values(studioRow(2)).run();
    expect(capture(() => undefined)).toEqual([]);
    expect(capture((tx) => void tx.insert(studios).values(studioRow(3)).run()).map(({ table }) => table)).toEqual(['studios']);
  });

  test('keep real numbers to the last bit, and nothing as nothing', () => {
    const area = 0.1 + 0.2;
    const [change] = capture(
      (tx) =>
        void tx
          .insert(studios)
          .values({ ...studioRow(1), area })
          .run(),
    );
    expect(JSON.parse(change?.after ?? '{}')).toMatchObject({ area, trainee_count: null });
    const [bare] = capture((tx) => void tx.update(studios).set({ area: null }).run());
    expect(JSON.parse(bare?.after ?? '{}')).toMatchObject({ area: null });
  });
});

describe('any act', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((words) => !words.includes('\0'));
  const step = fc.record({
    kind: fc.nat(6),
    at: fc.nat(),
    words: text,
    real: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }), { nil: null }),
    yes: fc.boolean(),
  });

  test('leaves no trace after its undo', () => {
    for (let number = 1; number < 4; number += 1) {
      db.insert(studios).values(studioRow(number)).run();
      db.insert(people).values(personRow(number)).run();
    }
    const before = content();
    let last = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        last += 1;
        const actId = inTransaction(db, (tx) => {
          const { changes } = captureChanges(tx, () => {
            for (const [index, { kind, at, words, real, yes }] of steps.entries()) {
              const id = numberedId(last * 1000 + index);
              const one = numberedId((at % 3) + 1);
              if (kind === 0) tx.insert(hostUnits).values({ id, name: id, inDistrict: yes }).run();
              if (kind === 1) tx.update(studios).set({ area: real, remarks: words }).where(eq(studios.id, one)).run();
              if (kind === 2)
                tx.update(people)
                  .set({ name: words, phone: yes ? words : null })
                  .run();
              if (kind === 3) tx.delete(teamRoles).where(eq(teamRoles.personId, one)).run();
              if (kind === 4)
                tx.insert(teamRoles)
                  .values({ ...roleRow(last * 1000 + index, one, one), toDate: today })
                  .run();
              if (kind === 5) tx.delete(hostUnits).run();
              if (kind === 6) {
                const row = { studioId: one, subject: 'work-plan' as const, holds: yes, confirmedBy: words, confirmedOn: today };
                tx.insert(confirmations)
                  .values(row)
                  .onConflictDoUpdate({ target: [confirmations.studioId, confirmations.subject], set: row })
                  .run();
              }
            }
          });
          keepAct(tx, last, changes);
          return tx.select({ id: acts.id }).from(acts).where(eq(acts.auditSequence, last)).get()?.id ?? '';
        });
        expect(inTransaction(db, (tx) => undoChanges(tx, 'act', actId)).blockers).toEqual([]);
        expect(content()).toEqual(before);
      }),
    );
  });
});
