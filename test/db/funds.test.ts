import { beforeEach, describe, expect, test } from 'vitest';
import type { WritableDatabase } from '../../db/database.ts';
import { constructionSpent, fundBalances, fundStatement, keptFrom } from '../../db/queries/funds.ts';
import { fundEntryKinds, incomeSources } from '../../policy/funds/account.ts';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { insertRow, type Row } from './insert-row.ts';
import { memoryRegister } from './memory-register.ts';
import { educationBureauId, educationSectorId, numberedId as id } from './sample-rows.ts';

const listed = measuresOn(plainDate('2026-08-10')).values.expenseCategories.value;

/** Two studios, each with a dedicated account opened on 2026-01-01. */
let db: WritableDatabase;
let sequence = 0;
beforeEach(() => {
  sequence = 0;
  db = memoryRegister();
  insertRow(db, 'host_units', { id: id(1), name: '武昌实验小学' });
  for (const number of [1, 2]) {
    insertRow(db, 'studios', { id: id(number), name: `第${number}工作室`, sector_id: educationSectorId, host_unit_id: id(1) });
    insertRow(db, 'fund_accounts', account(number));
  }
});

function account(number: number, given: Row = {}): Row {
  return {
    id: id(number),
    studio_id: id(number),
    host_unit_id: id(1),
    name: '专户',
    opened_on: '2026-01-01',
    department_id: educationBureauId,
    ...given,
  };
}

/** Books an entry of studio 1; what is given differs from an income of 100 fen. */
function book(given: Row = {}): void {
  insertRow(db, 'fund_entries', {
    id: id(100 + sequence),
    studio_id: id(1),
    account_id: id(1),
    sequence: sequence + 1,
    kind: 'income',
    source: 'host-unit',
    on_date: '2026-03-01',
    voucher_number: '记-1',
    summary: '经费',
    amount: 100,
    measures_id: 'wuchang-2014',
    department_id: educationBureauId,
    recorded_on: '2026-12-31',
    ...given,
  });
  sequence += 1;
}

const hands = { counterparty: '书店', handler: '甲', signed_by: '乙', signed_on: '2026-03-01', checked_by: '丙', checked_on: '2026-03-01' };
const spent = (amount: number, given: Row = {}): Row => ({
  kind: 'expense',
  source: null,
  category: 'activity',
  construction: 0,
  amount,
  ...hands,
  ...given,
});
const title = (level: string, ended: string | null): Row => ({
  id: id(level === 'district' ? 8 : 9),
  studio_id: id(1),
  level,
  department_id: educationBureauId,
  named_on: '2026-03-01',
  ended_on: ended,
});

describe('the dedicated account, whoever writes', () => {
  test('is one at a time, the next from the day the last ended', () => {
    expect(() => insertRow(db, 'fund_accounts', account(1, { id: id(3) }))).toThrow('one dedicated account at a time');
    db.$client.exec(`UPDATE fund_accounts SET closed_on = '2026-06-30', close_reason = '迁址' WHERE id = '${id(1)}'`);
    expect(() => insertRow(db, 'fund_accounts', account(1, { id: id(3), opened_on: '2026-06-29' }))).toThrow('one dedicated account');
    insertRow(db, 'fund_accounts', account(1, { id: id(3), opened_on: '2026-06-30' }));
  });

  test.each([
    ["UPDATE fund_accounts SET name = '改'", 'only the end is written later'],
    ["UPDATE fund_accounts SET opened_on = '2025-01-01', closed_on = '2026-12-31', close_reason = '改'", 'only the end is written later'],
    [`UPDATE fund_accounts SET closed_on = '2025-12-31', close_reason = '改' WHERE id = '${id(2)}'`, 'CHECK constraint failed'],
    ["UPDATE fund_accounts SET closed_on = '2026-12-31'", 'CHECK constraint failed'],
    ["UPDATE fund_accounts SET closed_on = '2026-02-28', close_reason = '改'", 'ends after its last entry'],
    ['DELETE FROM fund_accounts', 'must stay'],
    ['INSERT OR REPLACE INTO fund_accounts SELECT * FROM fund_accounts', 'one dedicated account at a time'],
  ])('refuses %s', (sql, reason) => {
    book();
    expect(() => db.$client.exec(sql)).toThrow(reason);
  });

  test('takes entries from its first day to its last', () => {
    expect(() => book({ on_date: '2025-12-31' })).toThrow('in the time of the dedicated account');
    book({ on_date: '2026-01-01' });
    db.$client.exec(`UPDATE fund_accounts SET closed_on = '2026-06-30', close_reason = '迁址' WHERE id = '${id(1)}'`);
    book({ on_date: '2026-06-30' });
    expect(() => book({ on_date: '2026-07-01' })).toThrow('in the time of the dedicated account');
    expect(() => book({ account_id: id(2) })).toThrow('the dedicated account of its studio');
  });
});

describe('entries of the account, whoever writes', () => {
  test('come from every source policy knows, and no other; of every kind, and no other', () => {
    insertRow(db, 'designations', title('district', null));
    for (const source of incomeSources) book({ source });
    for (const source of incomeSources) book({ kind: 'return', source });
    expect(() => book({ source: 'donation' })).toThrow('CHECK constraint failed');
    expect(() => book({ kind: 'gift' })).toThrow('CHECK constraint failed');
    expect([...new Set(db.$client.prepare('SELECT kind FROM fund_entries').pluck().all())]).toEqual(['income', 'return']);
    expect(fundEntryKinds).toEqual(['income', 'expense', 'return']);
  });

  test('are spent on the five purposes of 第十八条 and on nothing else', () => {
    expect(db.$client.prepare('SELECT code, label FROM expense_categories ORDER BY code').all()).toEqual(
      listed.map(({ code, label }) => ({ code, label })).toSorted((left, right) => (left.code < right.code ? -1 : 1)),
    );
    book({ amount: 500 });
    for (const { code } of listed) book(spent(100, { category: code }));
    expect(() => book(spent(1, { category: 'banquet', overdraft_reason: '急' }))).toThrow('FOREIGN KEY constraint failed');
    expect(() => book(spent(1, { category: null }))).toThrow('CHECK constraint failed');
  });

  test.each([0, -1, 100_000_000_000])('refuses an amount of %d fen', (amount) => {
    expect(() => book({ amount })).toThrow('CHECK constraint failed');
  });

  test.each(['counterparty', 'handler', 'signed_by', 'signed_on', 'checked_by', 'checked_on'])(
    'refuses an expense without its %s',
    (hand) => {
      book();
      expect(() => book(spent(1, { [hand]: null }))).toThrow('CHECK constraint failed');
    },
  );

  test.each([
    ['signed and checked by one hand', { checked_by: '乙' }],
    ['signed after it was recorded', { signed_on: '2027-01-01' }],
    ['checked after it was recorded', { checked_on: '2027-01-01' }],
    ['dated after it was recorded', { on_date: '2027-01-01' }],
    ['with a source', { source: 'sector-bureau' }],
    ['without saying whether it is construction', { construction: null }],
    ['without a voucher', { voucher_number: '' }],
    ['without a summary', { summary: '' }],
    ['with an empty reason to overdraw', { overdraft_reason: '' }],
    ['with a reason but no correction', { reason: '误' }],
  ])('refuses an expense %s', (_what, wrong) => {
    book();
    expect(() => book(spent(1, wrong))).toThrow('CHECK constraint failed');
  });

  test('never leave a day from their own on below zero, unless they say why', () => {
    book({ on_date: '2026-03-05' });
    expect(() => book(spent(1, { on_date: '2026-03-04' }))).toThrow('would be overdrawn');
    book(spent(60, { on_date: '2026-03-10' }));
    expect(() => book(spent(41, { on_date: '2026-03-05' }))).toThrow('would be overdrawn');
    book(spent(40, { on_date: '2026-03-05' }));
    expect(() => book(spent(1, { on_date: '2026-03-10' }))).toThrow('would be overdrawn');
    expect(() => book({ kind: 'return', amount: 1, on_date: '2026-03-10' })).toThrow('would be overdrawn');
    expect(() => book({ reverses_id: id(100), reason: '误', on_date: '2026-03-10' })).toThrow('would be overdrawn');
    book(spent(1, { on_date: '2026-03-10', overdraft_reason: '经费未到' }));
    book({ amount: 1, on_date: '2026-03-11' });
    expect(fundBalances(db)).toEqual(new Map([[id(1), 0]]));
  });

  test('do not see the money of another studio', () => {
    book({ studio_id: id(2), account_id: id(2), sequence: 1 });
    expect(() => book(spent(1, { sequence: 1 }))).toThrow('would be overdrawn');
  });

  test('give no source back more than came from it', () => {
    book();
    book({ source: 'sector-bureau', amount: 50 });
    expect(() => book({ kind: 'return', source: 'sector-bureau', amount: 51 })).toThrow('more would go back');
    book({ kind: 'return', source: 'sector-bureau', amount: 50 });
    expect(() => book({ source: 'sector-bureau', amount: 50, reverses_id: id(101), reason: '误' })).toThrow('more would go back');
    expect([keptFrom(db, id(1), 'sector-bureau'), keptFrom(db, id(1), 'host-unit'), keptFrom(db, id(1), 'district-grant')]).toEqual([
      0, 100, 0,
    ]);
  });

  test('bring the district grant to district studios only, from the day of the title to the day before its end', () => {
    insertRow(db, 'designations', title('in-system', null));
    const grant = { source: 'district-grant' };
    expect(() => book(grant)).toThrow('for district studios');
    insertRow(db, 'designations', title('district', '2026-06-01'));
    expect(() => book({ ...grant, on_date: '2026-02-28' })).toThrow('for district studios');
    book({ ...grant, on_date: '2026-03-01' });
    book({ ...grant, on_date: '2026-05-31' });
    expect(() => book({ ...grant, on_date: '2026-06-01' })).toThrow('for district studios');
  });

  test('are none after the last title ended, but what the host unit pays in and what goes back', () => {
    book({ on_date: '2026-02-01' });
    book({ source: 'sector-bureau', on_date: '2026-02-01' });
    insertRow(db, 'designations', title('in-system', '2026-06-01'));
    const late = { on_date: '2026-06-01' };
    book(spent(1, { on_date: '2026-05-31' }));
    expect(() => book(spent(1, late))).toThrow('lost its title');
    expect(() => book({ ...late, source: 'sector-bureau' })).toThrow('lost its title');
    book(late);
    book({ ...late, kind: 'return', source: 'sector-bureau' });
    insertRow(db, 'designations', { ...title('district', null), named_on: '2026-05-01' });
    book(spent(1, late));
  });

  test('are reversed once, by an entry that mirrors them, not before their day', () => {
    book();
    book(spent(60, { category: 'construction', construction: 1 }));
    const reversal = { ...spent(60, { category: 'construction', construction: 1 }), reverses_id: id(101), reason: '误' };
    for (const wrong of [{ amount: 59 }, { category: 'running' }, { construction: 0 }, { on_date: '2026-02-28' }]) {
      expect(() => book({ ...reversal, ...wrong })).toThrow('mirrors one entry');
    }
    expect(() => book({ reverses_id: id(101), reason: '误', amount: 60, overdraft_reason: '急' })).toThrow('mirrors one entry');
    book(reversal);
    expect(() => book(reversal)).toThrow('already booked, reversed or replaced');
    expect(() => book({ ...reversal, reverses_id: id(102) })).toThrow('mirrors one entry');
    expect(constructionSpent(db, id(1), plainDate('2026-12-31'))).toBe(0);
  });

  test('are replaced only together with their reversal, and within the studio', () => {
    book();
    expect(() => book({ replaces_id: id(100), reason: '误' })).toThrow('FOREIGN KEY constraint failed');
    book({ reverses_id: id(100), reason: '误' });
    expect(() => book({ replaces_id: id(100), reason: '误', studio_id: id(2), account_id: id(2), sequence: 1 })).toThrow(
      'its own studio only',
    );
    book({ replaces_id: id(100), reason: '误', amount: 10 });
    expect(() => book({ replaces_id: id(100), reason: '误' })).toThrow('already booked, reversed or replaced');
  });

  test('are numbered without gaps', () => {
    book();
    expect(() => book({ sequence: 3 })).toThrow('without gaps');
    expect(() => book({ sequence: 1 })).toThrow('already booked');
  });

  test.each([
    'UPDATE fund_entries SET amount = 1',
    'UPDATE OR REPLACE fund_entries SET sequence = 2',
    'DELETE FROM fund_entries',
    'INSERT OR REPLACE INTO fund_entries SELECT * FROM fund_entries',
  ])('refuse %s', (sql) => {
    book();
    for (const recursive of ['ON', 'OFF']) {
      db.$client.pragma(`recursive_triggers = ${recursive}`);
      expect(() => db.$client.exec(sql)).toThrow(/append-only|already booked/);
    }
  });
});

describe('what the books say', () => {
  test('construction is summed to a day, itself included', () => {
    book({ amount: 1000, on_date: '2026-01-01' });
    book(spent(300, { category: 'construction', construction: 1, on_date: '2026-03-01' }));
    book(spent(200, { category: 'running', on_date: '2026-03-01' }));
    book(spent(50, { category: 'construction', construction: 1, on_date: '2026-03-02' }));
    const upTo = (day: string) => constructionSpent(db, id(1), plainDate(day));
    expect([upTo('2026-02-28'), upTo('2026-03-01'), upTo('2026-03-02'), constructionSpent(db, id(2), plainDate('2026-12-31'))]).toEqual([
      0, 300, 350, 0,
    ]);
  });

  test('a category that a later text added is shown beside the listed ones', () => {
    insertRow(db, 'expense_categories', { code: 'travel', label: '差旅' });
    book({ amount: 1000 });
    book(spent(300, { category: 'travel' }));
    const { expenses, closing } = fundStatement(db, id(1), { from: plainDate('2026-01-01'), to: plainDate('2026-12-31') }, listed);
    expect([expenses.map(({ label, amount }) => `${label} ${amount}`).at(-1), expenses.length, closing]).toEqual(['差旅 300', 6, 700]);
  });
});
