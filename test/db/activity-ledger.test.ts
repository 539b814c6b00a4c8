import { beforeEach, describe, expect, test } from 'vitest';
import type { WritableDatabase } from '../../db/database.ts';
import { cycleYearSpans, ledgerOfLetter, sumsByTask } from '../../db/queries/activity-ledger.ts';
import { activityKinds } from '../../policy/activity.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { levels } from '../../policy/qualification.ts';
import { insertRow, type Row } from './insert-row.ts';
import { memoryRegister } from './memory-register.ts';
import { educationBureauId, educationSectorId, numberedId as id } from './sample-rows.ts';

/** Two studios, each with a letter from 2026-09-01 to 2028-08-31 and a task; the second letter is not signed. */
let db: WritableDatabase;
beforeEach(() => {
  db = memoryRegister();
  for (const number of [1, 2]) {
    insertRow(db, 'studios', { id: id(number), name: `第${number}工作室`, sector_id: educationSectorId });
    insertRow(db, 'designations', {
      id: id(number),
      studio_id: id(number),
      level: 'in-system',
      department_id: educationBureauId,
      named_on: '2026-08-20',
    });
    insertRow(db, 'commitment_letters', {
      id: id(number),
      studio_id: id(number),
      level: 'in-system',
      department_id: educationBureauId,
      number: `诺${number}`,
      signed_on: number === 1 ? '2026-09-10' : null,
      cycle_from: '2026-09-01',
      cycle_to: '2028-08-31',
      copies: 4,
      measures_id: 'wuchang-2014',
    });
    for (const [sequence, code] of ['2-1', '3-1'].entries()) {
      insertRow(db, 'commitment_tasks', {
        id: id(number * 10 + sequence),
        letter_id: id(number),
        code,
        sequence: sequence + 1,
        task_group: 'training',
        title: '任务',
        unit: '人次',
        yearly_target: 500,
        evidence: '签到表',
        schedule: '每年',
      });
    }
    insertRow(db, 'attachments', {
      id: id(number),
      studio_id: id(number),
      name: '签到表.pdf',
      path: `attachments/${number}.pdf`,
      sha256: 'a'.repeat(64),
      added_on: '2026-09-01',
    });
  }
});

let sequence = 0;
beforeEach(() => {
  sequence = 0;
});

/** Inserts a row of the ledger of studio 1; what is given differs from a sound one. */
function insert(given: Row = {}): void {
  insertRow(db, 'activities', {
    id: id(100 + sequence),
    studio_id: id(1),
    sequence: sequence + 1,
    task_id: id(10),
    kind: 'training',
    held_on: '2026-10-01',
    title: '培训',
    amount: 36,
    evidence: '签到表',
    department_id: educationBureauId,
    recorded_on: '2028-12-31',
    ...given,
  });
  sequence += 1;
}

const reversal = { amount: -36, reverses_id: id(100), reason: '登记有误' };

describe('the activity ledger, whoever writes', () => {
  test.each(activityKinds)('takes an activity of kind %s; a topic with its level', (kind) => {
    insert({ kind, level: kind === 'topic' ? 'district' : null });
    expect(() => insert({ kind, level: kind === 'topic' ? null : 'district' })).toThrow('CHECK constraint failed');
  });

  test('takes topics of every level there is, and no other', () => {
    for (const level of levels) insert({ kind: 'topic', level });
    expect(() => insert({ kind: 'topic', level: 'below-district' })).toThrow('CHECK constraint failed');
    expect(() => insert({ kind: 'party' })).toThrow('CHECK constraint failed');
  });

  test.each([
    ['no amount', { amount: 0 }],
    ['a negative one that reverses nothing', { amount: -36 }],
    ['three decimals', { amount: 0.001 }],
    ['more than ten million', { amount: 10_000_000.01 }],
    ['no evidence', { evidence: '' }],
    ['no title', { title: '' }],
    ['a day after it was recorded', { held_on: '2028-08-31', recorded_on: '2028-08-30' }],
    ['a reason without a correction', { reason: '误' }],
    ['a positive amount that reverses', { reverses_id: id(100), reason: '误' }],
  ])('refuses %s', (_what, wrong) => {
    expect(() => insert(wrong)).toThrow('CHECK constraint failed');
  });

  test.each(['2026-08-31', '2028-09-01'])('refuses %s, outside the cycle of the letter', (day) => {
    expect(() => insert({ held_on: day })).toThrow('within the cycle of a signed letter');
  });

  test.each(['2026-09-01', '2028-08-31'])('takes %s, within the cycle of the letter', (day) => {
    expect(() => insert({ held_on: day })).not.toThrow();
  });

  test('refuses a letter that is not signed, and a task of another studio', () => {
    expect(() => insert({ studio_id: id(2), task_id: id(20) })).toThrow('a signed letter of its studio');
    expect(() => insert({ task_id: id(20) })).toThrow('a signed letter of its studio');
  });

  test('takes what was done up to the day before the title ended', () => {
    db.$client.exec('DELETE FROM designations');
    const title = { id: id(1), studio_id: id(1), level: 'in-system', department_id: educationBureauId };
    insertRow(db, 'designations', { ...title, named_on: '2026-08-20', ended_on: '2026-11-01' });
    insert({ held_on: '2026-10-31' });
    expect(() => insert({ held_on: '2026-11-01' })).toThrow('earlier than the end of the title');
  });

  test('refuses a scan of another studio', () => {
    expect(() => insert({ attachment_id: id(2) })).toThrow('its own studio only');
    insert({ attachment_id: id(1) });
  });

  test('numbers the rows of each studio without gaps', () => {
    insert();
    expect(() => insert({ sequence: 3 })).toThrow('without gaps');
    expect(() => insert({ sequence: 1 })).toThrow('already recorded');
    insert();
  });

  test('lets a row be reversed once, by one that mirrors it', () => {
    insert();
    for (const wrong of [{ amount: -35 }, { task_id: id(11) }, { held_on: '2026-10-02' }]) {
      expect(() => insert({ ...reversal, ...wrong })).toThrow('mirrors one row');
    }
    insert(reversal);
    expect(() => insert(reversal)).toThrow('already recorded, reversed or replaced');
    expect(() => insert({ reverses_id: id(101), reason: '误', amount: -36 })).toThrow('mirrors one row');
    expect(() => insert({ ...reversal, reverses_id: id(999) })).toThrow('FOREIGN KEY constraint failed');
  });

  test('lets a row be replaced only together with its reversal', () => {
    insert();
    expect(() => insert({ replaces_id: id(100), reason: '误' })).toThrow('FOREIGN KEY constraint failed');
    insert(reversal);
    insert({ replaces_id: id(100), reason: '误', amount: 63 });
    expect(() => insert({ replaces_id: id(100), reason: '误' })).toThrow('already recorded, reversed or replaced');
  });

  test.each([
    'UPDATE activities SET amount = 1',
    'DELETE FROM activities',
    'INSERT OR REPLACE INTO activities SELECT * FROM activities',
    "INSERT OR REPLACE INTO activities SELECT '01900000-0000-7000-9000-000000000999', studio_id, sequence, task_id, kind, held_on, '改', 1, level, evidence, attachment_id, department_id, recorded_on, reverses_id, replaces_id, reason FROM activities",
    'UPDATE OR REPLACE activities SET sequence = 2',
  ])('refuses %s', (sql) => {
    insert();
    for (const recursive of ['ON', 'OFF']) {
      db.$client.pragma(`recursive_triggers = ${recursive}`);
      expect(() => db.$client.exec(sql)).toThrow(/append-only|already recorded/);
    }
  });

  test('keeps a task, a letter and a scan that it refers to', () => {
    insert({ attachment_id: id(1) });
    for (const table of ['commitment_tasks', 'attachments']) {
      expect(() => db.$client.exec(`DELETE FROM ${table} WHERE id IN ('${id(10)}', '${id(1)}')`)).toThrow('FOREIGN KEY constraint failed');
    }
  });
});

describe('sums of the ledger', () => {
  const letter = { id: id(1), cycleFrom: plainDate('2026-09-01'), cycleTo: plainDate('2028-08-31') };

  test('are exact for amounts with decimals, by task, year and cycle, and leave out later days when asked', () => {
    for (let count = 0; count < 10; count += 1) insert({ amount: 0.1, held_on: '2027-08-31' });
    insert({ amount: 0.2, held_on: '2027-09-01' });
    insert({ amount: 7, held_on: '2027-09-02' });
    expect(ledgerOfLetter(db, letter).get(id(10))).toEqual({ years: [1, 7.2], cycle: 8.2 });
    expect(ledgerOfLetter(db, letter, plainDate('2027-09-01')).get(id(10))).toEqual({ years: [1, 0.2], cycle: 1.2 });
    expect(ledgerOfLetter(db, letter).get(id(11))).toEqual({ years: [0, 0], cycle: 0 });
  });

  test('of many letters are asked at once', () => {
    insert({ amount: 3 });
    const spans = [1, 2].map((number) => ({ letterId: id(number), from: plainDate('2026-09-01'), to: plainDate('2027-08-31') }));
    expect(Object.fromEntries(sumsByTask(db, spans))).toEqual({ [id(10)]: 3, [id(11)]: 0, [id(20)]: 0, [id(21)]: 0 });
  });

  test('are read off an index alone', () => {
    const plan = db.$client
      .prepare<[], { detail: string }>(
        "EXPLAIN QUERY PLAN SELECT total(amount) FROM activities WHERE task_id = 'x' AND held_on BETWEEN '2026-01-01' AND '2026-12-31'",
      )
      .all();
    expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('USING COVERING INDEX activities_by_task')]);
  });

  test.each([
    ['2024-02-29', '2026-02-27', ['2024-02-29 2025-02-27', '2025-02-28 2026-02-27']],
    ['2026-09-01', '2029-08-31', ['2026-09-01 2027-08-31', '2027-09-01 2028-08-31', '2028-09-01 2029-08-31']],
  ])('years of the cycle from %s to %s join without gap', (cycleFrom, cycleTo, years) => {
    const spans = cycleYearSpans({ cycleFrom: plainDate(cycleFrom), cycleTo: plainDate(cycleTo) });
    expect(spans.map(({ from, to }) => `${from} ${to}`)).toEqual(years);
  });
});
