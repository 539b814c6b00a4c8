import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { WritableDatabase } from '../../db/database.ts';
import { type ChangeRecorder, recordChanges } from '../../db/record-changes.ts';
import { confirmations, hostUnits, importBatches, importChanges, people, qualifications, studios, teamRoles } from '../../db/schema.ts';
import { inTransaction } from '../../db/transaction.ts';
import { undoChanges } from '../../db/undo-changes.ts';
import { confirmationSubjects } from '../../policy/studio-facts.ts';
import { memoryRegister } from './memory-register.ts';
import { batchRow, educationSectorId, numberedId, personRow, roleRow, studioRow, today } from './sample-rows.ts';

const batchId = numberedId(1);

let db: WritableDatabase;
beforeEach(() => {
  db = memoryRegister();
  db.insert(importBatches).values(batchRow(1)).run();
});

function record(work: (recorder: ChangeRecorder) => void): void {
  inTransaction(db, (tx) => work(recordChanges(tx, batchId)));
}

function undo() {
  return inTransaction(db, (tx) => undoChanges(tx, 'import', batchId));
}

function content(): Record<string, unknown> {
  const tables = ['host_units', 'people', 'qualifications', 'studios', 'team_roles', 'confirmations'];
  return Object.fromEntries(tables.map((table) => [table, db.$client.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]));
}

describe('the undo of a batch', () => {
  test('takes a studio with its people away again', () => {
    const before = content();
    record((recorder) => {
      recorder.insert(studios, studioRow(10));
      recorder.insert(people, { ...personRow(11), birthDate: today });
      recorder.insert(teamRoles, roleRow(12, numberedId(10), numberedId(11)));
      recorder.update(studios, { id: numberedId(10) }, { area: 60.5, dedicatedFunds: 5_000_000 });
    });
    expect(db.select().from(studios).all()).toMatchObject([{ area: 60.5, dedicatedFunds: 5_000_000 }]);
    expect(undo()).toEqual({ reverted: 4, blockers: [] });
    expect(content()).toEqual(before);
  });

  test('keeps every row as it was before and after, by column name', () => {
    record((recorder) => {
      recorder.insert(hostUnits, { id: numberedId(10), name: '武昌实验小学', inDistrict: true });
      recorder.update(hostUnits, { id: numberedId(10) }, { kind: 'public-institution' });
      recorder.remove(hostUnits, { id: numberedId(10) });
    });
    const bare = { id: numberedId(10), name: '武昌实验小学', kind: null, in_district: 1 };
    const changes = db.select().from(importChanges).orderBy(importChanges.sequence).all();
    expect(changes.map(({ sequence, tableName, rowKey, before, after }) => [sequence, tableName, rowKey, before, after])).toEqual([
      [1, 'host_units', JSON.stringify({ id: numberedId(10) }), null, JSON.stringify(bare)],
      [
        2,
        'host_units',
        JSON.stringify({ id: numberedId(10) }),
        JSON.stringify(bare),
        JSON.stringify({ ...bare, kind: 'public-institution' }),
      ],
      [3, 'host_units', JSON.stringify({ id: numberedId(10) }), JSON.stringify({ ...bare, kind: 'public-institution' }), null],
    ]);
  });

  test('does not record an update that changes nothing', () => {
    db.insert(studios).values(studioRow(10)).run();
    record((recorder) => {
      recorder.update(studios, { id: numberedId(10) }, {});
      recorder.update(studios, { id: numberedId(10) }, { name: studioRow(10).name, area: null });
    });
    expect(db.select().from(importChanges).all()).toEqual([]);
  });

  test('is refused for a row that was changed since, and changes nothing', () => {
    record((recorder) => {
      recorder.insert(studios, studioRow(10));
      recorder.insert(studios, studioRow(11));
    });
    db.update(studios)
      .set({ area: 80 })
      .where(eq(studios.id, numberedId(10)))
      .run();
    const before = content();
    expect(undo()).toEqual({ reverted: 0, blockers: [{ table: 'studios', key: { id: numberedId(10) }, reason: 'changed' }] });
    expect(content()).toEqual(before);
  });

  test('is refused for a row that is gone', () => {
    record((recorder) => recorder.insert(studios, studioRow(10)));
    db.delete(studios).run();
    expect(undo().blockers).toEqual([{ table: 'studios', key: { id: numberedId(10) }, reason: 'changed' }]);
  });

  test('names later rows that refer to what the batch created, also by a key of two columns', () => {
    record((recorder) => {
      recorder.insert(studios, studioRow(10));
      recorder.insert(people, personRow(11));
    });
    db.insert(teamRoles)
      .values(roleRow(12, numberedId(10), numberedId(11)))
      .run();
    db.insert(confirmations)
      .values({ studioId: numberedId(10), subject: 'work-plan', holds: true, confirmedBy: '单位', confirmedOn: today })
      .run();
    const { reverted, blockers } = undo();
    expect(reverted).toBe(0);
    expect(blockers.toSorted((a, b) => a.table.localeCompare(b.table))).toEqual([
      { table: 'confirmations', key: { studio_id: numberedId(10), subject: 'work-plan' }, reason: 'depends' },
      { table: 'team_roles', key: { id: numberedId(12) }, reason: 'depends' },
    ]);
  });

  test('lets a row go back that the batch bound to what it created', () => {
    db.insert(studios).values(studioRow(10)).run();
    const before = content();
    record((recorder) => {
      recorder.insert(hostUnits, { id: numberedId(11), name: '武昌实验小学' });
      recorder.update(studios, { id: numberedId(10) }, { hostUnitId: numberedId(11) });
    });
    expect(undo()).toEqual({ reverted: 2, blockers: [] });
    expect(content()).toEqual(before);
  });

  test('is refused whole when an earlier value has been taken by another row', () => {
    db.insert(people)
      .values({ ...personRow(10), idNumber: '420100000000000001' })
      .run();
    record((recorder) => {
      recorder.update(people, { id: numberedId(10) }, { idNumber: '420100000000000002' });
      recorder.insert(people, personRow(11));
    });
    db.insert(people)
      .values({ ...personRow(12), idNumber: '420100000000000001' })
      .run();
    const before = content();
    expect(undo()).toEqual({ reverted: 0, blockers: [{ table: 'people', key: { id: numberedId(10) }, reason: 'conflicts' }] });
    expect(content()).toEqual(before);
  });

  test('takes back one batch and leaves the next one alone', () => {
    db.insert(importBatches).values(batchRow(2)).run();
    record((recorder) => recorder.insert(studios, studioRow(10)));
    inTransaction(db, (tx) => recordChanges(tx, numberedId(2)).insert(studios, studioRow(11)));
    expect(undo()).toEqual({ reverted: 1, blockers: [] });
    expect(db.select({ id: studios.id }).from(studios).all()).toEqual([{ id: numberedId(11) }]);
  });
});

describe('the recorder', () => {
  test('refuses a row that is not there, a wrong key, and what JSON cannot hold', () => {
    inTransaction(db, (tx) => {
      const recorder = recordChanges(tx, batchId);
      expect(() => recorder.update(studios, { id: numberedId(10) }, { area: 1 })).toThrow('studios has no row');
      expect(() => recorder.remove(studios, { id: numberedId(10) })).toThrow('studios has no row');
      expect(() => recorder.remove(confirmations, { studioId: numberedId(10) })).toThrow('the key of confirmations is studio_id, subject');
      expect(() => recorder.insert(studios, { ...studioRow(10), area: Number.POSITIVE_INFINITY })).toThrow('area must be a finite number');
      recorder.insert(studios, studioRow(10));
      expect(() => recorder.update(studios, { id: numberedId(10) }, { id: numberedId(11) })).toThrow('must not change');
    });
  });
});

describe('any batch', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
  const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
  const act = fc.record({
    kind: fc.nat(8),
    at: fc.nat(),
    text: optional(text),
    number: optional(fc.nat()),
    real: optional(fc.double({ min: 0, max: 1e9, noNaN: true })),
    yes: fc.boolean(),
  });

  test('leaves no trace after its undo', () => {
    let last = 100;
    for (let number = 20; number < 23; number += 1) {
      db.insert(studios).values(studioRow(number)).run();
      db.insert(people).values(personRow(number)).run();
      db.insert(qualifications)
        .values({
          id: numberedId(number),
          personId: numberedId(number),
          sequence: 1,
          kind: 'discipline-leader',
          level: 'municipal',
          name: '学科带头人',
        })
        .run();
    }
    const before = content();
    const ids = (table: typeof studios | typeof people | typeof hostUnits | typeof qualifications) =>
      db.select({ id: table.id }).from(table).all();
    const some = <Item>(items: readonly Item[], at: number) => items[at % items.length];

    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        last += 1;
        const batch = { ...batchRow(last), id: numberedId(last * 1000) };
        db.insert(importBatches).values(batch).run();
        inTransaction(db, (tx) => {
          const recorder = recordChanges(tx, batch.id);
          for (const [index, { kind, at, text: words, number, real, yes }] of acts.entries()) {
            const id = numberedId(last * 1000 + index + 1);
            const studio = some(ids(studios), at) ?? { id: '' };
            const person = some(ids(people), at) ?? { id: '' };
            const hostUnit = some(ids(hostUnits), at);
            const qualification = some(ids(qualifications), at);
            const confirmation = some(db.select().from(confirmations).all(), at);
            if (kind === 0) recorder.insert(hostUnits, { id, name: `${words ?? ''}${last}-${index}`, inDistrict: yes });
            if (kind === 1)
              recorder.insert(studios, {
                id,
                name: words ?? '无',
                sectorId: educationSectorId,
                area: real,
                hostUnitId: hostUnit?.id ?? null,
              });
            if (kind === 2) recorder.insert(people, { id, name: words ?? '无', sex: yes ? 'male' : 'female', phone: words });
            if (kind === 3)
              recorder.update(studios, studio, { area: real, remarks: words, dedicatedFunds: number, hostUnitId: hostUnit?.id ?? null });
            if (kind === 4) recorder.update(people, person, { professionalTitle: words, name: words ?? '无' });
            if (kind === 5) recorder.insert(teamRoles, { ...roleRow(last * 1000 + index + 1, studio.id, person.id), toDate: today });
            if (kind === 6) {
              const subject = some(confirmationSubjects, at) ?? 'work-plan';
              const key = { studioId: studio.id, subject };
              const there = db
                .select()
                .from(confirmations)
                .all()
                .some((row) => row.studioId === studio.id && row.subject === subject);
              if (there) recorder.update(confirmations, key, { holds: yes, evidence: words });
              else recorder.insert(confirmations, { ...key, holds: yes, confirmedBy: words ?? '无', confirmedOn: today });
            }
            if (kind === 7 && qualification !== undefined) recorder.remove(qualifications, qualification);
            if (kind === 8 && confirmation !== undefined) {
              recorder.remove(confirmations, { studioId: confirmation.studioId, subject: confirmation.subject });
            }
          }
        });
        const recorded = db.select().from(importChanges).where(eq(importChanges.batchId, batch.id)).all().length;
        expect(inTransaction(db, (tx) => undoChanges(tx, 'import', batch.id))).toEqual({ reverted: recorded, blockers: [] });
        expect(content()).toEqual(before);
      }),
    );
  });
});
