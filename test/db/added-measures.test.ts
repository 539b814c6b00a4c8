import { beforeEach, expect, test } from 'vitest';
import type { WritableDatabase } from '../../db/database.ts';
import { readAddedMeasures } from '../../db/queries/added-measures.ts';
import { seedDepartmentList } from '../../db/seed-departments.ts';
import { inTransaction } from '../../db/transaction.ts';
import { addMeasures, removeMeasures } from '../../db/writes/added-measures.ts';
import { checkAddedMeasures } from '../../policy/added-measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { revisedMeasures } from '../policy/revised-measures.ts';
import { memoryRegister } from './memory-register.ts';

const office = seedDepartmentList.at(-1)?.id ?? '';
const by = { addedOn: plainDate('2026-12-01'), departmentId: office };
const revised = checkAddedMeasures(revisedMeasures);
const again = { ...revised, id: 'wuchang-2030', effectiveFrom: plainDate('2030-01-01'), effectiveTo: plainDate('2031-12-31') };

let db: WritableDatabase;
const add = (set: typeof revised) => inTransaction(db, (tx) => addMeasures(tx, set, by));
const remove = (id: string) => inTransaction(db, (tx) => removeMeasures(tx, id));
beforeEach(() => {
  db = memoryRegister();
});

test('a set comes back as it was added, the oldest first', () => {
  add(revised);
  add(again);
  expect(readAddedMeasures(db)).toEqual([revised, again]);
});

test('a set follows all others: on the day of the last one, or before it, there is no room', () => {
  add(revised);
  expect(() => add({ ...again, effectiveFrom: revised.effectiveFrom })).toThrow('takes effect after the last one');
  expect(() => add({ ...again, effectiveFrom: plainDate('2026-12-31') })).toThrow('takes effect after the last one');
  expect(() => add({ ...again, id: revised.id })).toThrow('takes effect after the last one');
  add({ ...again, effectiveFrom: plainDate('2027-01-02') });
  expect(readAddedMeasures(db).map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2027-01-01', '2027-01-02']);
});

test('sets go the last one first', () => {
  add(revised);
  add(again);
  expect(() => remove(revised.id)).toThrow('a later set of the Measures stands on this one');
  remove(again.id);
  remove(revised.id);
  expect(readAddedMeasures(db)).toEqual([]);
});

test('a set stays while any decision keeps it, in whatever table', () => {
  const keeping = db.$client
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND EXISTS (SELECT 1 FROM pragma_table_info(sqlite_schema.name) AS info WHERE info.name = 'measures_id')",
    )
    .all()
    .map(({ name }) => name);
  const trigger = db.$client.prepare("SELECT sql FROM sqlite_schema WHERE name = 'added_measures_kept'").pluck().get() as string;
  expect(keeping.length).toBeGreaterThan(0);
  expect(keeping.filter((table) => !trigger.includes(`FROM ${table} WHERE`))).toEqual([]);
});
