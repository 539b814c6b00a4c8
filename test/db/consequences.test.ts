import { beforeEach, describe, expect, it } from 'vitest';
import { type CycleRegister, cycleRegister, done, short, studio } from '../workflow/cycle-register.ts';
import { education, hr, office } from '../workflow/round-register.ts';
import { numberedId } from './sample-rows.ts';

let register: CycleRegister;
let rows = 900;

/** Writes a row around every command: what is given, and what a table asks for besides. */
function write(table: string, row: Readonly<Record<string, string | number | null>>): void {
  rows += 1;
  const all = { id: numberedId(rows), ...row };
  const columns = Object.keys(all);
  register.db.$client
    .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    .run(...Object.values(all));
}

const seatId = (seat: string) => register.contextOf(seat).seat.id;
const studioId = () => register.idOf(studio);
const titleId = (level: string) =>
  String(register.db.$client.prepare('SELECT id FROM designations WHERE studio_id = ? AND level = ?').pluck().get(studioId(), level));
const last = <Row>(found: readonly Row[]): Row => {
  const row = found.at(-1);
  if (row === undefined) throw new Error('nothing written yet');
  return row;
};

const letter = (from: string, more: Readonly<Record<string, string | null>> = {}) => ({
  studio_id: studioId(),
  level: register.level,
  department_id: seatId(register.assessor),
  number: `承诺${rows}号`,
  signed_on: from,
  cycle_from: from,
  cycle_to: `${Number(from.slice(0, 4)) + 2}-08-31`,
  copies: 4,
  measures_id: 'wuchang-2014',
  ...more,
});
const assessment = (year: number, kind: string, on: string, more: Readonly<Record<string, string | null>> = {}) => ({
  studio_id: studioId(),
  letter_id: last(register.letters()).id,
  department_id: seatId(register.assessor),
  kind,
  cycle_year: year,
  assessed_on: on,
  assessors: '甲',
  grade: 'qualified',
  measures_id: 'wuchang-2014',
  ...more,
});
const revocation = (on: string, more: Readonly<Record<string, string | number | null>> = {}) => ({
  studio_id: studioId(),
  designation_id: titleId(register.level),
  department_id: seatId(register.revoker),
  ground: 'periodic',
  decided_on: on,
  minutes: '纪要',
  number: `撤${rows}号`,
  reason: '不合格',
  granted: 0,
  reclaim_amount: 0,
  measures_id: 'wuchang-2014',
  ...more,
});

describe('第十九条: the database holds, whoever writes', () => {
  beforeEach(() => {
    register = cycleRegister();
  });

  it('that a bureau assesses in-system, the first year as process and the last as the whole cycle, each once', () => {
    expect(() => write('assessments', assessment(1, 'process', '2027-08-01', { department_id: seatId(hr) }))).toThrow(
      'assessed by their bureau',
    );
    expect(() => write('assessments', assessment(1, 'periodic', '2027-08-01'))).toThrow('the last year of the cycle');
    expect(() => write('assessments', assessment(2, 'process', '2027-08-01'))).toThrow('the last year of the cycle');
    expect(() => write('assessments', assessment(1, 'process', '2026-08-31'))).toThrow('against its own signed letter');
    write('assessments', assessment(1, 'process', '2026-09-01'));
    expect(() => write('assessments', assessment(1, 'process', '2027-08-01'))).toThrow('UNIQUE');
  });

  it('that an unqualified year is mended before the next is assessed', () => {
    register.assess('process', '不合格', '2027-08-01', short);
    expect(() => write('assessments', assessment(2, 'periodic', '2028-08-01'))).toThrow('is mended before the next one');
  });

  it('that the HR bureau approves in-system results, periodic ones, from their day on, once', () => {
    register.assess('process', '合格', '2027-08-01');
    const approval = (on: string, seat: string) => ({
      assessment_id: last(register.assessments()).id,
      department_id: seatId(seat),
      decision: 'approved',
      decided_on: on,
    });
    expect(() => write('assessment_approvals', approval('2027-08-02', hr))).toThrow('periodic results are approved by');
    register.assess('periodic', '优秀', '2028-08-01');
    for (const seat of [education, office])
      expect(() => write('assessment_approvals', approval('2028-08-02', seat))).toThrow('are approved by');
    expect(() => write('assessment_approvals', approval('2028-07-31', hr))).toThrow('are approved by');
    write('assessment_approvals', approval('2028-08-01', hr));
    expect(() => write('assessment_approvals', approval('2028-08-02', hr))).toThrow('UNIQUE');
  });

  it('that a reward follows the approval of an excellent result, and a letter that of a qualified one', () => {
    register.assess('process', '合格', '2027-08-01');
    register.assess('periodic', '优秀', '2028-08-01');
    const reward = (on: string) => ({
      studio_id: studioId(),
      assessment_id: last(register.assessments()).id,
      department_id: seatId(education),
      rewarded_on: on,
      content: '表扬',
    });
    const next = () => letter('2028-09-01', { previous_letter_id: last(register.letters()).id });
    expect(() => write('rewards', reward('2028-08-10'))).toThrow('approved excellent periodic result');
    expect(() => write('commitment_letters', next())).toThrow('a letter is renewed after');
    register.approve('2028-08-10');
    expect(() => write('rewards', reward('2028-08-09'))).toThrow('approved excellent periodic result');
    expect(() => write('commitment_letters', letter('2028-08-31', { previous_letter_id: last(register.letters()).id }))).toThrow(
      'is renewed after',
    );
    write('rewards', reward('2028-08-10'));
    write('commitment_letters', next());
  });

  it('that a notice is for an unqualified process assessment, from its day on', () => {
    const notice = (on: string) => ({
      studio_id: studioId(),
      assessment_id: last(register.assessments()).id,
      department_id: seatId(education),
      number: `整改${rows}号`,
      issued_on: on,
      deadline: '2027-09-30',
    });
    register.assess('process', '不合格', '2027-08-01', short);
    expect(() => write('rectifications', notice('2027-07-31'))).toThrow('only an unqualified process assessment');
    write('rectifications', notice('2027-08-01'));
    register = cycleRegister();
    register.assess('process', '合格', '2027-08-01');
    expect(() => write('rectifications', notice('2027-08-02'))).toThrow('only an unqualified process assessment');
  });

  describe('while a rectification runs to 2027-08-31', () => {
    beforeEach(() => {
      register.assess('process', '不合格', '2027-08-01', short);
      register.act(education, 'issue-rectification-notice', studio, { deadline: '2027-08-31' });
    });
    const noticeId = () => register.rectification()?.id ?? '';
    const report = (on: string) => ({
      rectification_id: noticeId(),
      department_id: seatId(education),
      reported_on: on,
      reporter: '甲',
      summary: '补训',
    });
    const look = (on: string, passed: number, excuse: string | null = null) => ({
      rectification_id: noticeId(),
      department_id: seatId(education),
      inspected_on: on,
      inspectors: '乙',
      passed,
      excuse,
    });
    const overdue = (on: string) => revocation(on, { ground: 'rectification', rectification_id: noticeId() });

    it('the report comes from the day of the notice to the last day, and not on the next', () => {
      expect(() => write('rectification_reports', report('2027-07-31'))).toThrow('from the notice to its last day');
      expect(() => write('rectification_reports', report('2027-09-01'))).toThrow('from the notice to its last day');
      write('rectification_reports', report('2027-08-31'));
    });

    it('the re-inspection follows a report or the last day; without a report it passes for a reason only', () => {
      expect(() => write('reinspections', look('2027-08-31', 0))).toThrow('a re-inspection follows a report, or the last day');
      expect(() => write('reinspections', look('2027-09-01', 1))).toThrow('passes for a stated reason only');
      write('reinspections', look('2027-09-01', 1, '疫情停课'));
      expect(() => write('reinspections', look('2027-09-02', 1, '再查'))).toThrow('UNIQUE');
    });

    it('the title is not revoked on the last day but on the next, and not while a report waits', () => {
      expect(() => write('revocations', overdue('2027-08-31'))).toThrow('a rectification that ran out');
      write('rectification_reports', report('2027-08-31'));
      expect(() => write('revocations', overdue('2027-09-01'))).toThrow('a rectification that ran out');
      write('reinspections', look('2027-09-01', 0));
      expect(() => write('revocations', { ...overdue('2027-09-01'), department_id: seatId(hr) })).toThrow('who named revokes');
      write('revocations', overdue('2027-09-01'));
    });
  });

  it('that a title is revoked on an approved unqualified result, by who named, and then gets nothing more', () => {
    register.assess('process', '合格', '2027-08-01');
    register.assess('periodic', '不合格', '2028-08-01', { ...done, '2-1': 1 });
    const fall = (on: string) => revocation(on, { assessment_id: last(register.assessments()).id });
    expect(() => write('revocations', fall('2028-08-10'))).toThrow('an approved unqualified result');
    register.approve('2028-08-10');
    expect(() => write('revocations', fall('2028-08-09'))).toThrow('an approved unqualified result');
    expect(() => write('revocations', { ...fall('2028-08-10'), reclaim_amount: 1 })).toThrow('CHECK');
    register.act(education, 'revoke', studio, { minutes: '纪要' });
    expect(() => write('revocations', fall('2028-08-11'))).toThrow('UNIQUE');
    expect(() => write('commitment_letters', letter('2028-09-01'))).toThrow('a letter is for the holder of the title');
    expect(() => write('assessments', assessment(3, 'process', '2028-08-11'))).toThrow('of the holder of the title');
    const title = { studio_id: studioId(), level: 'in-system', department_id: seatId(education), named_on: '2028-09-01' };
    expect(() => write('designations', title)).toThrow('a revoked studio gets nothing more');
  });

  it('that a title ends by a decision on record only', () => {
    const end = (kind: string) =>
      register.db.$client
        .prepare("UPDATE designations SET ended_on = '2027-01-01', end_kind = ? WHERE studio_id = ?")
        .run(kind, studioId());
    for (const kind of ['revoked', 'ended']) expect(() => end(kind)).toThrow('a title ends by a revocation or an ending on record');
  });
});

describe('第二十条: the database holds, whoever writes', () => {
  beforeEach(() => {
    register = cycleRegister('district');
    register.act(hr, 'open-case', studio, { kind: '弄虚作假', how: '审计', facts: '材料不实' });
  });
  const caseId = () => String(register.db.$client.prepare('SELECT id FROM cases').pluck().get());
  const proposal = (on: string, seat: string) => ({
    studio_id: studioId(),
    designation_id: titleId('district'),
    department_id: seatId(seat),
    ground: 'misconduct',
    case_id: caseId(),
    proposed_on: on,
    reason: '属实',
  });
  const fall = (on: string) => revocation(on, { ground: 'misconduct', case_id: caseId() });

  it('that nothing is proposed or decided on a case nobody has verified as true, and not before its day', () => {
    expect(() => write('revocation_proposals', proposal('2026-09-01', hr))).toThrow('a case verified as true');
    register.moveTo('2026-09-10');
    register.act(hr, 'verify-case', studio, { by: '纪检组', holds: '是', findings: '属实', evidence: '报告' });
    expect(() => write('revocation_proposals', proposal('2026-09-09', hr))).toThrow('a case verified as true');
    expect(() => write('revocation_proposals', proposal('2026-09-10', office))).toThrow('the HR bureau proposes');
    expect(() => write('revocations', fall('2026-09-10'))).toThrow('on the proposal of the HR bureau');
  });

  it('that the circular follows the revocation, and no more comes back than is reclaimed', () => {
    register.act(hr, 'verify-case', studio, { by: '纪检组', holds: '是', findings: '属实', evidence: '报告' });
    const circular = (on: string) => ({
      case_id: caseId(),
      department_id: seatId(office),
      number: `通报${rows}号`,
      issued_on: on,
      people: '甲',
    });
    expect(() => write('criticism_circulars', circular('2026-09-01'))).toThrow('follows the revocation');
    register.act(hr, 'propose-revocation', studio);
    register.act(office, 'revoke', studio, { minutes: '会议', reclaim: 100, reclaimReason: '见拨付文件' });
    expect(() => write('criticism_circulars', circular('2026-08-31'))).toThrow('follows the revocation');
    write('criticism_circulars', circular('2026-09-01'));
    const back = (amount: number, on: string) => ({
      revocation_id: last(register.revocations()).id,
      department_id: seatId(hr),
      paid_on: on,
      amount,
      voucher: `退${rows}`,
    });
    expect(() => write('reclaim_payments', back(10_001, '2026-09-01'))).toThrow('more would come back than the decision reclaims');
    expect(() => write('reclaim_payments', back(1, '2026-08-31'))).toThrow('more would come back than the decision reclaims');
    write('reclaim_payments', back(10_000, '2026-09-01'));
    expect(() => write('reclaim_payments', back(1, '2026-09-02'))).toThrow('more would come back than the decision reclaims');
  });
});
