import { describe, expect, it } from 'vitest';
import { readStudios } from '../../db/queries/studios.ts';
import { commands } from '../../workflow/commands.ts';
import { hasPower } from '../../workflow/powers.ts';
import { cycleRegister, short, studio } from './cycle-register.ts';
import {
  carryRound,
  civil,
  culture,
  education,
  experts,
  hr,
  office,
  type RoundRegister,
  roundRegister,
  studioOf,
} from './round-register.ts';

/** Whether an act is offered to a department for a studio on the present day. */
function isOffered({ db, idOf, contextOf }: RoundRegister, seatName: string, name: string, of: string): boolean {
  const { seat, today } = contextOf(seatName);
  const [record] = readStudios(db, [idOf(of)]);
  const command = commands.find((each) => each.name === name);
  if (record === undefined || command?.scope !== 'studio') throw new Error(`no command ${name} on ${of}`);
  return hasPower(command, record, seat) && command.offered(record, db, seat, today);
}

describe('第十九条: what is offered along a cycle', () => {
  const given =
    (register: RoundRegister) =>
    (name: string, seat: string = education) =>
      isOffered(register, seat, name, studio);

  it('a letter until it is signed, activities and assessments only under one', () => {
    const register = roundRegister();
    const offered = given(register);
    const names = ['draw-up-letter', 'sign-commitment-letter', 'record-activity', 'record-process-assessment', 'renew-letter'];
    expect(names.filter((name) => offered(name))).toEqual(['draw-up-letter', 'sign-commitment-letter']);
    register.act(education, 'sign-commitment-letter', studio);
    expect(names.filter((name) => offered(name))).toEqual(['record-activity', 'record-process-assessment']);
    register.endTitle(studio, 'in-system', '2026-07-20');
    expect(names.filter((name) => offered(name))).toEqual([]);
  });

  it('the periodic assessment from the first day of the second year on, and each once', () => {
    const register = cycleRegister();
    const offered = given(register);
    const both = ['record-process-assessment', 'record-periodic-assessment'];
    register.moveTo('2027-08-31');
    register.assess('process', '合格', '2027-08-31');
    expect(both.filter((name) => offered(name))).toEqual([]);
    register.moveTo('2027-09-01');
    expect(both.filter((name) => offered(name))).toEqual(['record-periodic-assessment']);
    register.assess('periodic', '优秀', '2028-08-01');
    expect(both.filter((name) => offered(name))).toEqual([]);
    expect(['approve-periodic-result', 'reward'].map((name) => [offered(name), offered(name, hr)])).toEqual([
      [false, true],
      [false, false],
    ]);
    register.approve('2028-08-02');
    expect(['approve-periodic-result', 'reward'].map((name) => [offered(name), offered(name, hr)])).toEqual([
      [false, false],
      [true, false],
    ]);
    register.act(education, 'reward', studio, { content: '通报表扬' });
    expect(offered('reward')).toBe(false);
  });

  it('a notice once, a re-inspection after a report or the last day, a revocation from the day after it', () => {
    const register = cycleRegister();
    const offered = given(register);
    const along = ['issue-rectification-notice', 'record-rectification-report', 'record-reinspection', 'revoke', 'end-without-fault'];
    const now = () => along.filter((name) => offered(name));
    register.assess('process', '不合格', '2027-07-01', short);
    expect(now()).toEqual(['issue-rectification-notice']);
    register.act(education, 'issue-rectification-notice', studio, { deadline: '2027-07-31' });
    expect(now()).toEqual(['record-rectification-report']);
    register.moveTo('2027-07-31');
    expect(now()).toEqual(['record-rectification-report']);
    register.moveTo('2027-08-01');
    // A report that came in time may still be entered.
    expect(now()).toEqual(['record-rectification-report', 'record-reinspection', 'revoke']);
    register.act(education, 'record-rectification-report', studio, {
      reporter: '甲',
      date: '2027-07-31',
      result: { '2-1': '补训', '3-1': '立项' },
    });
    expect(now()).toEqual(['record-reinspection']);
    register.act(education, 'record-reinspection', studio, { inspectors: '乙', result: '整改到位' });
    expect(now()).toEqual(['end-without-fault']);
  });

  it('no notice to a studio that holds the title no more', () => {
    const register = cycleRegister();
    register.assess('process', '不合格', '2027-07-01', short);
    register.endTitle(studio, 'in-system', '2027-07-02');
    expect(given(register)('issue-rectification-notice')).toBe(false);
  });
});

describe('第十二条: what is offered along a round', () => {
  const [first, second, third] = [studioOf(education, 1), studioOf(education, 2), studioOf(education, 3)];

  it('two recommendations of a bureau, and not a third', () => {
    const register = roundRegister();
    carryRound(register, { [first]: 95 }, 'recommended');
    for (const each of [second, third]) register.act(education, 'apply-to-round', each, { unitAgreed: '是' });
    expect(isOffered(register, education, 'recommend', third)).toBe(true);
    register.act(education, 'recommend', second, { rank: 2, reason: '特色鲜明' });
    expect(isOffered(register, education, 'recommend', third)).toBe(false);
  });

  it('points of experts once there is a sheet and somebody who may score', () => {
    const register = roundRegister();
    carryRound(register, { [first]: 95 }, 'recommended');
    const offered = () => isOffered(register, hr, 'record-expert-scores', first);
    expect(offered()).toBe(false);
    register.act(hr, 'set-round-criteria', null, { title: { 1: '业绩' }, points: { 1: 100 } });
    expect(offered()).toBe(false);
    // Of the studio's own unit: the conflict is plain without a declaration.
    register.act(hr, 'register-expert', null, { name: '沈青', employer: '区教育局第1单位', declared: '是' });
    expect(offered()).toBe(false);
    register.act(hr, 'register-expert', null, { name: '钟离恒', employer: '市教育科学研究院', declared: '是' });
    expect(offered()).toBe(true);
    register.act(hr, 'declare-conflict', first, { expert: '钟离恒', reason: '亲属' });
    expect(offered()).toBe(false);
    expect(isOffered(register, hr, 'record-expert-scores', third)).toBe(false);
  });

  it('the shortlist once every recommended studio is inspected and scored', () => {
    const register = roundRegister();
    carryRound(register, { [first]: 95 }, 'reviewed');
    const offered = (of = first) => isOffered(register, hr, 'shortlist', of);
    expect(offered()).toBe(true);
    register.act(education, 'apply-to-round', second, { unitAgreed: '是' });
    register.act(education, 'recommend', second, { rank: 2, reason: '特色鲜明' });
    expect([offered(), offered(second)]).toEqual([false, false]);
    register.act(hr, 'inspect-candidate', second, { inspectors: '林清源', result: 'pass' });
    expect(offered()).toBe(false);
    for (const expert of experts) {
      register.act(hr, 'record-expert-scores', second, { expert, score: { 1: 60, 2: 34 } });
      expect(offered()).toBe(expert === experts.at(-1));
    }
    // Out of order it needs a reason, which is for the clerk to give.
    expect(offered(second)).toBe(true);
    register.act(hr, 'inspect-candidate', second, { inspectors: '林清源', result: 'fail', opinion: '场地未启用' });
    expect([offered(), offered(second)]).toEqual([true, false]);
    register.act(education, 'open-case', first, { kind: '弄虚作假', how: '群众来信', facts: '签到表疑为补造' });
    expect(offered()).toBe(false);
    register.act(education, 'verify-case', first, { by: '局纪检组', holds: '否', findings: '属实', evidence: '原始签到表' });
    register.act(hr, 'shortlist', first);
    expect(offered()).toBe(false);
  });

  it('the fifth place of the shortlist and not a sixth, and a tie across the line to whom it was settled for', () => {
    const register = roundRegister();
    const [a, b, c, d] = [first, second, studioOf(civil, 1), studioOf(civil, 2)] as const;
    const [e, f] = [studioOf(culture, 1), studioOf(culture, 2)] as const;
    carryRound(register, { [a]: 95, [b]: 94, [c]: 93, [d]: 92, [e]: 90, [f]: 90 }, 'reviewed');
    const offered = () => [e, f].map((of) => isOffered(register, hr, 'shortlist', of));
    expect(offered()).toEqual([false, false]);
    register.act(hr, 'settle-tie', null, { chosen: e, decidedBy: '局长办公会', reason: '行业布局' });
    for (const each of [a, b, c, d]) register.act(hr, 'shortlist', each);
    expect(offered()).toEqual([true, false]);
    register.act(hr, 'shortlist', e);
    expect(offered()).toEqual([false, false]);
  });

  it('an application in the year of a round', () => {
    const register = roundRegister();
    expect(isOffered(register, civil, 'apply-to-round', studioOf(civil, 1))).toBe(false);
    register.act(hr, 'open-round', null);
    expect(isOffered(register, civil, 'apply-to-round', studioOf(civil, 1))).toBe(true);
    register.moveTo('2027-01-01');
    expect(isOffered(register, civil, 'apply-to-round', studioOf(civil, 1))).toBe(false);
  });

  it('the plaque from the day after the notice, not against an open objection; the grant to who holds the title', () => {
    const register = roundRegister();
    carryRound(register, { [first]: 95 }, 'posted');
    const offered = (seat: string, name: string) => isOffered(register, seat, name, first);
    register.moveTo('2026-07-25');
    expect(offered(office, 'award-plaque')).toBe(false);
    register.act(office, 'register-objection', first, { objector: '何人', content: '何事' });
    register.moveTo('2026-07-26');
    expect([offered(office, 'award-plaque'), offered(office, 'settle-objection')]).toEqual([false, true]);
    register.act(office, 'settle-objection', first, { outcome: '异议不成立', finding: '已查' });
    expect([offered(office, 'award-plaque'), offered(office, 'settle-objection'), offered(hr, 'decide-grant')]).toEqual([
      true,
      false,
      false,
    ]);
    register.act(office, 'award-plaque', first);
    expect(offered(hr, 'decide-grant')).toBe(true);
    register.act(hr, 'decide-grant', first, { nature: '纯公益性', amount: 50_000 });
    expect(offered(hr, 'pay-grant')).toBe(true);
    register.endTitle(first, 'district', '2026-07-26');
    expect([offered(hr, 'decide-grant'), offered(hr, 'pay-grant')]).toEqual([false, false]);
  });
});

describe('第四条: what is offered when a lead dies', () => {
  it('that it is recorded, once, by who looks after the title, while there is a lead and a title', () => {
    const register = cycleRegister();
    const offered = () => [education, civil, hr, office].map((seat) => isOffered(register, seat, 'lead-dies', studio));
    expect(offered()).toEqual([true, false, false, false]);
    register.act(education, 'lead-dies', studio, { evidence: '单位证明' });
    expect(offered()).toEqual([false, false, false, false]);
    const district = cycleRegister('district');
    expect([education, hr].map((seat) => isOffered(district, seat, 'lead-dies', studio))).toEqual([false, true]);
    district.endTitle(studio, 'district', '2026-09-01');
    expect([education, hr].map((seat) => isOffered(district, seat, 'lead-dies', studio))).toEqual([true, false]);
    district.endTitle(studio, 'in-system', '2026-09-01');
    expect([education, hr].map((seat) => isOffered(district, seat, 'lead-dies', studio))).toEqual([false, false]);
  });
});
