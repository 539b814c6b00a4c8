import { beforeEach, describe, expect, it } from 'vitest';
import {
  carryRound,
  civil,
  education,
  hr,
  office,
  type RoundRegister,
  roundRegister,
  studioOf,
  union,
} from '../workflow/round-register.ts';
import { numberedId } from './sample-rows.ts';

const [a, b, c, d] = [studioOf(education, 1), studioOf(education, 2), studioOf(union, 1), studioOf(union, 2)] as const;
const [e, f] = [studioOf(civil, 1), studioOf(civil, 2)] as const;

let register: RoundRegister;
beforeEach(() => {
  register = roundRegister();
});

/** Writes around every command. */
const run = (sql: string, ...values: readonly (string | number | null)[]) => register.db.$client.prepare(sql).run(...values);
const entry = (studio: string) => `(SELECT id FROM round_entries WHERE studio_id = '${register.idOf(studio)}')`;
const seatId = (seat: string) => register.contextOf(seat).seat.id;
const award = (studio: string, on: string) => run(`UPDATE round_entries SET awarded_on = ? WHERE id = ${entry(studio)}`, on);
const title = (studio: string, on: string) =>
  run(
    "INSERT INTO designations (id, studio_id, level, department_id, named_on) VALUES (?, ?, 'district', ?, ?)",
    numberedId(900),
    register.idOf(studio),
    seatId(office),
    on,
  );

describe('the database holds, whoever writes', () => {
  it('one round a year, which keeps its terms', () => {
    register.act(hr, 'open-round', null);
    const columns = register.db.$client.pragma('table_info(rounds)') as { name: string }[];
    const rest = columns.map(({ name }) => name).filter((name) => name !== 'id');
    expect(() => run(`INSERT INTO rounds (id, ${rest.join(', ')}) SELECT ?, ${rest.join(', ')} FROM rounds`, numberedId(900))).toThrow(
      'UNIQUE constraint failed: rounds.year',
    );
    for (const term of ['quota = 6', 'recommendation_limit = 3', 'notice_days = 4', 'public_benefit_most = 9000000', 'market_least = 1']) {
      expect(() => run(`UPDATE rounds SET ${term}`)).toThrow('keeps the terms');
    }
  });

  it('two recommendations of a bureau, dropped out or not', () => {
    carryRound(register, { [a]: 95, [b]: 94 }, 'recommended');
    const third = studioOf(education, 3);
    register.act(education, 'apply-to-round', third, { unitAgreed: '是' });
    const write = () =>
      run(
        `UPDATE round_entries SET recommended_on = '2026-07-20', recommendation_rank = 3, recommendation_reason = '好' WHERE id = ${entry(third)}`,
      );
    expect(write).toThrow('the bureau has recommended as many studios as it may this year');
    register.act(education, 'withdraw-from-round', a, { reason: '放弃' });
    expect(write).toThrow('as many studios as it may');
  });

  it('five on the list and five plaques', () => {
    carryRound(register, { [a]: 95, [b]: 94, [c]: 93, [d]: 92, [e]: 91, [f]: 90 }, 'reviewed');
    const list = (studio: string) => run(`UPDATE round_entries SET shortlisted_on = '2026-07-20' WHERE id = ${entry(studio)}`);
    for (const studio of [a, b, c, d, e]) list(studio);
    expect(() => list(f)).toThrow('the district studios of the year are complete');
    register.act(office, 'approve-shortlist', null, { minutes: '纪要3号' });
    register.act(office, 'post-public-notice', null);
    register.moveTo('2026-07-26');
    for (const studio of [a, b, c, d, e]) register.act(office, 'award-plaque', studio);
    expect(() => list(f)).toThrow('complete');
    expect(() => award(f, '2026-07-26')).toThrow('CHECK constraint failed');
    expect(() => run(`UPDATE round_entries SET ended_on = '2026-07-27', end_reason = '让位' WHERE id = ${entry(a)}`)).toThrow(
      'CHECK constraint failed',
    );
    expect(() => run(`UPDATE round_entries SET awarded_on = NULL WHERE id = ${entry(a)}`)).toThrow('stays in the round');
    expect(() => run(`DELETE FROM round_entries WHERE id = ${entry(a)}`)).toThrow('stays in the round');
  });

  it('no list without a recommendation, or after a failed inspection', () => {
    carryRound(register, { [a]: 95 }, 'reviewed');
    register.act(education, 'apply-to-round', b, { unitAgreed: '是' });
    const list = (studio: string) => run(`UPDATE round_entries SET shortlisted_on = '2026-07-20' WHERE id = ${entry(studio)}`);
    expect(() => list(b)).toThrow('CHECK constraint failed');
    register.act(hr, 'inspect-candidate', a, { inspectors: '林清源', result: 'fail', opinion: '场地未启用' });
    expect(() => list(a)).toThrow('CHECK constraint failed');
  });

  it('a notice of five days, and no plaque before it has ended', () => {
    carryRound(register, { [a]: 95 }, 'posted');
    const last = (day: string) => run('UPDATE public_notices SET last_day = ?', day);
    expect(() => last('2026-07-24')).toThrow('the public notice is shorter than the Measures ask');
    last('2026-07-25');
    expect(() => award(a, '2026-07-24')).toThrow('no plaque before the public notice has ended');
    expect(() => award(a, '2026-07-25')).toThrow('no plaque before the public notice has ended');
    expect(award(a, '2026-07-26').changes).toBe(1);
  });

  it('no plaque without a notice, by the notice of another round, or without approval', () => {
    carryRound(register, { [a]: 95 }, 'approved');
    expect(() => award(a, '2026-07-26')).toThrow('CHECK constraint failed');
    register.act(office, 'post-public-notice', null);
    run(`UPDATE round_entries SET notice_id = NULL WHERE id = ${entry(a)}`);
    register.moveTo('2027-07-01');
    register.act(hr, 'open-round', null);
    run(
      `INSERT INTO public_notices (id, round_id, department_id, number, posted_on, first_day, last_day)
       SELECT ?, id, department_id, '公示', '2027-07-01', '2027-07-02', '2027-07-06' FROM rounds WHERE year = 2027`,
      numberedId(900),
    );
    run(`UPDATE round_entries SET notice_id = ? WHERE id = ${entry(a)}`, numberedId(900));
    expect(() => award(a, '2027-07-07')).toThrow('no plaque before the public notice has ended');
    expect(() => run(`UPDATE round_entries SET approval = 'reject' WHERE id = ${entry(a)}`)).toThrow('CHECK constraint failed');
  });

  it('no plaque with an objection open or upheld, and no open objection after the plaque', () => {
    carryRound(register, { [a]: 95 }, 'posted');
    register.act(office, 'register-objection', a, { objector: '沈青', content: '有争议' });
    expect(() => award(a, '2026-07-26')).toThrow('no plaque with an objection open or upheld');
    run("UPDATE objections SET settled_on = '2026-07-26', outcome = 'upheld', finding = '属实'");
    expect(() => award(a, '2026-07-26')).toThrow('no plaque with an objection open or upheld');
    run("UPDATE objections SET outcome = 'unfounded', settled_on = '2026-07-27'");
    expect(() => award(a, '2026-07-26')).toThrow('no plaque with an objection open or upheld');
    award(a, '2026-07-27');
    expect(() => run("UPDATE objections SET outcome = 'upheld'")).toThrow('the plaque has been awarded');
    expect(() =>
      run(
        `INSERT INTO objections (id, entry_id, number, department_id, received_on, objector, content)
         SELECT ?, entry_id, 2, department_id, '2026-07-28', '何人', '何事' FROM objections`,
        numberedId(900),
      ),
    ).toThrow('the plaque has been awarded');
  });

  it('that who loses the in-system title leaves the round, and gets no plaque', () => {
    carryRound(register, { [a]: 95, [b]: 94 }, 'posted');
    register.endTitle(a, 'in-system', '2026-07-26');
    expect(register.db.$client.prepare('SELECT ended_on, end_reason FROM round_entries').all()).toEqual([
      { ended_on: '2026-07-26', end_reason: '系统内名师工作室称号已终止' },
      { ended_on: null, end_reason: null },
    ]);
    run(`UPDATE round_entries SET ended_on = NULL, end_reason = NULL WHERE id = ${entry(a)}`);
    expect(() => award(a, '2026-07-26')).toThrow(/in-system title/);
  });

  it('that a district title comes of a plaque once the register runs rounds', () => {
    register.nameElsewhere(b, '2026-07-19');
    carryRound(register, { [a]: 95 }, 'posted');
    expect(() => title(a, '2026-07-26')).toThrow('a district title comes of a plaque of the round');
    award(a, '2026-07-26');
    expect(() => title(a, '2026-07-27')).toThrow('comes of a plaque');
    expect(title(a, '2026-07-26').changes).toBe(1);
    expect(() => run("UPDATE designations SET level = 'district' WHERE level = 'in-system'")).toThrow('a title keeps its level');
  });

  it('scores within the full mark, none of an expert with a conflict of interest', () => {
    carryRound(register, { [a]: 95 }, 'reviewed');
    const score = (points: number) => {
      run('DELETE FROM expert_scores');
      return run(
        `INSERT INTO expert_scores (id, entry_id, expert_id, criterion_id, score, scored_on)
         SELECT ?, ${entry(a)}, round_experts.id, round_criteria.id, ?, '2026-07-20' FROM round_experts, round_criteria LIMIT 1`,
        numberedId(900),
        points,
      );
    };
    expect(score(60).changes).toBe(1);
    expect(() => score(60.5)).toThrow('at most the full mark');
    for (const expert of ['钟离恒', '沈青']) register.act(hr, 'declare-conflict', a, { expert, reason: '亲属' });
    expect(() => score(60)).toThrow('an expert with a conflict of interest does not score');
  });
});

describe('the database holds grants', () => {
  beforeEach(() => {
    carryRound(register, { [a]: 95, [b]: 94 }, 'posted');
    register.moveTo('2026-07-26');
    register.act(office, 'award-plaque', a);
  });
  const grant = (studio: string, nature: string, amount: number, on = '2026-07-26') =>
    run(
      `INSERT INTO grants (id, entry_id, department_id, nature, amount, decided_on, document_number) VALUES (?, ${entry(studio)}, ?, ?, ?, ?, '资助1号')`,
      numberedId(900),
      seatId(hr),
      nature,
      amount,
      on,
    );
  const pay = (number: number, amount: number, on = '2026-07-26') =>
    run(
      `INSERT INTO grant_payments (id, grant_id, department_id, paid_on, amount, construction_spent, voucher) VALUES (?, ?, ?, ?, ?, 0, ?)`,
      numberedId(number),
      numberedId(900),
      seatId(hr),
      on,
      amount,
      `付-${number}`,
    );

  it.each([
    ['public-benefit', 5_000_000, 8_000_000],
    ['with-market-function', 3_000_000, 6_000_000],
  ])('for %s within %i and %i fen', (nature, least, most) => {
    expect(() => grant(a, nature, least - 1)).toThrow('the grant is outside the range of its nature');
    expect(() => grant(a, nature, most + 1)).toThrow('the grant is outside the range of its nature');
    expect(grant(a, nature, least).changes).toBe(1);
    expect(run('UPDATE grants SET amount = ?', most).changes).toBe(1);
    expect(() => run('UPDATE grants SET amount = ?', most + 1)).toThrow('outside the range');
  });

  it('to those with a plaque, from its day on, one each', () => {
    expect(() => grant(b, 'public-benefit', 5_000_000)).toThrow(/plaque|district title/);
    expect(() => grant(a, 'public-benefit', 5_000_000, '2026-07-25')).toThrow('a grant comes after the plaque');
    grant(a, 'public-benefit', 5_000_000);
    expect(() => grant(a, 'public-benefit', 5_000_000)).toThrow('UNIQUE constraint failed');
  });

  it('and pays no more than was granted, not before, not to who lost the title, and never writes a payment anew', () => {
    grant(a, 'public-benefit', 5_000_000);
    expect(() => pay(901, 5_000_001)).toThrow('more would be paid than was granted');
    expect(() => pay(901, 1, '2026-07-25')).toThrow('a grant is paid after it was decided');
    pay(901, 4_999_998);
    expect(() => pay(902, 3)).toThrow('more would be paid than was granted');
    expect(() => run('UPDATE grant_payments SET amount = 1')).toThrow('grant_payments is append-only');
    expect(() => run('DELETE FROM grant_payments')).toThrow('grant_payments is append-only');
    expect(() => run('UPDATE grants SET amount = 8000000')).toThrow('stays as it was decided');
    register.endTitle(a, 'district', '2026-07-28');
    expect(pay(903, 1, '2026-07-27').changes).toBe(1);
    expect(() => pay(904, 1, '2026-07-28')).toThrow('no payment to a studio whose district title has ended');
  });
});
