import { beforeEach, describe, expect, it } from 'vitest';
import { carryRound, education, hr, office, type RoundRegister, roundRegister, studioOf } from '../workflow/round-register.ts';
import { numberedId } from './sample-rows.ts';

const studio = studioOf(education, 1);
const lead = `${education}第1领办人`;
type Row = Readonly<Record<string, string | number | null>>;

/**
 * A studio that has had everything both titles bring, and lost both on 2026-08-20: each row written below is like one it already has, or like
 * one of its neighbour, so that nothing but the lost title speaks against it.
 */
let register: RoundRegister;
let rows = 900;
beforeEach(() => {
  register = roundRegister();
  const { act } = register;
  carryRound(register, { [studio]: 95 }, 'posted');
  register.moveTo('2026-07-26');
  act(office, 'award-plaque', studio);
  act(hr, 'decide-grant', studio, { nature: '纯公益性', amount: 80_000 });
  act(hr, 'pay-grant', studio, { voucher: '付1', amount: 20_000 });
  act(hr, 'open-fund-account', studio, { name: '专户' });
  act(hr, 'record-income', studio, { source: '区财政资助', amount: 20_000, voucher: '收1', summary: '资助' });
  act(hr, 'record-income', studio, { source: '所在单位', amount: 1000, voucher: '收2', summary: '配套' });
  act(hr, 'record-expense', studio, {
    category: '教育科研活动',
    amount: 100,
    voucher: '支1',
    summary: '教研',
    payee: '书店',
    handler: '何思齐',
    signedBy: lead,
    signedOn: '2026-07-26',
    checkedBy: '林清源',
  });
  act(hr, 'sign-commitment-letter', studio);
  act(hr, 'record-activity', studio, { task: '2-1', title: '培训', amount: 30, evidence: '签到表' });
  register.moveTo('2026-08-20');
  act(hr, 'open-case', studio, { kind: '弄虚作假', how: '审计', facts: '材料不实' });
  act(hr, 'verify-case', studio, { by: '纪检组', holds: '是', findings: '属实', evidence: '报告' });
  act(hr, 'propose-revocation', studio);
  act(office, 'revoke', studio, { minutes: '会议 3 号' });
  act(education, 'revoke', studio, { minutes: '纪要 9 号' });
});

/** Writes a row around every command. */
function write(table: string, row: Row): void {
  rows += 1;
  const all = { ...row, id: numberedId(rows) };
  const columns = Object.keys(all);
  register.db.$client
    .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    .run(...Object.values(all));
}

/** The last row of a table that answers a condition. */
function rowOf(table: string, condition = 'TRUE'): Row {
  const row = register.db.$client.prepare(`SELECT * FROM ${table} WHERE ${condition} ORDER BY rowid DESC`).get();
  if (row === undefined) throw new Error(`no row in ${table}`);
  return row as Row;
}

const next = (table: string) => Number(rowOf(table)['sequence']) + 1;
const studioId = () => register.idOf(studio);
const seatId = (seat: string) => register.contextOf(seat).seat.id;

describe('第十九条第二款, 第二十条: to a studio that has lost its titles the database gives nothing more', () => {
  it('no title again, at either level', () => {
    for (const level of ['in-system', 'district']) {
      const title = { studio_id: studioId(), level, department_id: seatId(office), named_on: '2026-09-01' };
      expect(() => write('designations', title)).toThrow(/a revoked studio gets nothing more|comes of a plaque/);
    }
  });

  it('no application for naming', () => {
    const application = { applied_on: '2026-09-01', level: 'in-system', status: 'submitted', measures_id: 'wuchang-2014' };
    expect(() => write('applications', { ...application, studio_id: studioId() })).toThrow('a revoked studio gets nothing more');
    write('applications', { ...application, studio_id: register.idOf(studioOf(education, 2)) });
  });

  it('no place in a later round, and no way further in one', () => {
    register.moveTo('2027-07-20');
    register.act(hr, 'open-round', null);
    const applied = {
      round_id: rowOf('rounds', 'year = 2027')['id'] ?? null,
      department_id: seatId(education),
      applied_on: '2027-07-20',
      unit_agreed_on: '2027-07-20',
    };
    expect(() => write('round_entries', { ...applied, studio_id: studioId() })).toThrow('for holders of the in-system title');
    write('round_entries', { ...applied, studio_id: register.idOf(studioOf(education, 2)) });
  });

  it('no grant and no payment, from the day of the revocation on', () => {
    const payment = rowOf('grant_payments');
    expect(() => write('grant_payments', { ...payment, voucher: '付2', amount: 1, paid_on: '2026-08-20' })).toThrow(
      'no payment to a studio whose district title has ended',
    );
    write('grant_payments', { ...payment, voucher: '付3', amount: 1, paid_on: '2026-08-19' });
    register.db.$client.exec('DROP TRIGGER grant_payments_no_delete');
    const grant = rowOf('grants');
    register.db.$client.exec('DELETE FROM grant_payments; DELETE FROM grants');
    expect(() => write('grants', { ...grant, decided_on: '2026-08-20' })).toThrow('no grant to a studio whose district title has ended');
  });

  it('no income but from its own unit, and no expense, from that day on', () => {
    const entry = (condition: string, day: string, voucher: string) => ({
      ...rowOf('fund_entries', condition),
      sequence: next('fund_entries'),
      on_date: day,
      recorded_on: '2026-08-21',
      voucher_number: voucher,
    });
    const lost = 'no money moves for a studio that has lost its title';
    expect(() => write('fund_entries', entry("source = 'district-grant'", '2026-08-20', '收3'))).toThrow(
      /lost its title|for district studios/,
    );
    expect(() => write('fund_entries', { ...entry("source = 'host-unit'", '2026-08-20', '收4'), source: 'sector-bureau' })).toThrow(lost);
    expect(() => write('fund_entries', entry("kind = 'expense'", '2026-08-20', '支2'))).toThrow(lost);
    write('fund_entries', entry("kind = 'expense'", '2026-08-19', '支3'));
    write('fund_entries', entry("source = 'host-unit'", '2026-08-20', '收5'));
  });

  it('no letter, no signature under one, no activity, no assessment', () => {
    const letter = rowOf('commitment_letters');
    expect(() => write('commitment_letters', { ...letter, number: '承诺9号', cycle_from: '2026-09-01' })).toThrow(
      'a letter is for the holder of the title',
    );
    const sign = () => register.db.$client.prepare("UPDATE commitment_letters SET signed_on = '2026-08-20' WHERE id = ?").run(letter['id']);
    expect(sign).toThrow('a letter is for the holder of the title');
    const activity = { ...rowOf('activities'), recorded_on: '2026-08-21' };
    const held = (day: string) => write('activities', { ...activity, sequence: next('activities'), held_on: day });
    expect(() => held('2026-08-20')).toThrow('an activity is earlier than the end of the title');
    held('2026-08-19');
    const assessment = {
      studio_id: studioId(),
      letter_id: letter['id'] ?? null,
      department_id: seatId(hr),
      kind: 'process',
      cycle_year: 1,
      assessed_on: '2026-08-20',
      assessors: '甲',
      grade: 'qualified',
      measures_id: 'wuchang-2014',
    };
    expect(() => write('assessments', assessment)).toThrow('an assessment is of the holder of the title');
  });

  it('neither title comes back, nor gets another last day or kind of end', () => {
    const { $client } = register.db;
    const change = (set: string) => () => $client.prepare(`UPDATE designations SET ${set} WHERE studio_id = ?`).run(studioId());
    expect(change('ended_on = NULL, end_kind = NULL, end_reason = NULL')).toThrow('a title that has ended stays ended');
    expect(change("ended_on = '2026-12-31'")).toThrow('a title that has ended stays ended');
    expect(change("end_kind = 'ended'")).toThrow('a title that has ended stays ended');
  });

  it('no change but a correction', () => {
    const change = (kind: string) => ({
      studio_id: studioId(),
      sequence: 1,
      kind,
      field: '名称',
      old_value: '旧',
      new_value: '新',
      reason: '补记',
      papers: '{}',
      on_date: '2026-08-20',
      recorded_on: '2026-08-20',
      department_id: seatId(education),
    });
    expect(() => write('studio_changes', change('rename-studio'))).toThrow('a studio without a title is corrected, not changed');
    write('studio_changes', change('correction'));
  });
});
