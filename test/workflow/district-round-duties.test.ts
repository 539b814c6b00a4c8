import { beforeEach, describe, expect, it } from 'vitest';
import { listDuties } from '../../workflow/duties.ts';
import { carryRound, civil, education, experts, hr, office, type RoundRegister, roundRegister, studioOf, union } from './round-register.ts';

const first = studioOf(education, 1);
const second = studioOf(education, 2);
const roundActs = new Set([
  'open-round',
  'recommend',
  'inspect-candidate',
  'record-expert-scores',
  'shortlist',
  'approve-shortlist',
  'post-public-notice',
  'settle-objection',
  'award-plaque',
  'decide-grant',
  'pay-grant',
]);

let register: RoundRegister;
beforeEach(() => {
  register = roundRegister();
});
const act: RoundRegister['act'] = (...asked) => register.act(...asked);

/** What a seat has to do in the round within thirty days. */
function duties(seat: string, days = 30): string[] {
  return listDuties(register.contextOf(seat), days)
    .filter(({ action }) => roundActs.has(action))
    .map(({ studio, action, due, article }) => [studio ?? '—', action, due, article].join(' '));
}

describe('第十二条: duties of the round', () => {
  it('ask the HR bureau to open it by the end of the third quarter, from thirty days before', () => {
    register.moveTo('2026-08-30');
    expect(duties(hr)).toEqual([]);
    register.moveTo('2026-08-31');
    expect(duties(hr)).toEqual(['— open-round 2026-09-30 第十二条']);
    expect([duties(education), duties(office)]).toEqual([[], []]);
    register.moveTo('2026-12-31');
    expect(duties(hr)).toEqual(['— open-round 2026-09-30 第十二条']);
    act(hr, 'open-round', null);
    expect(duties(hr)).toEqual([]);
  });

  it('ask a bureau for a recommendation while studios have applied and none is recommended, each bureau for its own', () => {
    act(hr, 'open-round', null);
    expect(duties(education, 90)).toEqual([]);
    act(education, 'apply-to-round', first, { unitAgreed: '是' });
    act(education, 'apply-to-round', second, { unitAgreed: '是' });
    expect(duties(education, 90)).toEqual(['— recommend 2026-09-30 第十二条第二项']);
    expect([duties(union, 90), duties(hr, 90)]).toEqual([[], []]);
    act(education, 'recommend', first, { rank: 1, reason: '好' });
    expect(duties(education, 90)).toEqual([]);
  });

  it('follow a studio from its inspection to its grant, each seat its own', () => {
    carryRound(register, { [first]: 95 }, 'recommended');
    expect(duties(hr)).toEqual([`${first} inspect-candidate 2026-08-04 第十二条第三项`]);
    act(hr, 'inspect-candidate', first, { inspectors: '林清源', result: 'pass' });
    expect(duties(hr)).toEqual([`${first} record-expert-scores 2026-08-04 第十二条第三项`]);
    act(hr, 'set-round-criteria', null, { title: { 1: '业绩' }, points: { 1: 100 } });
    for (const name of experts) {
      act(hr, 'register-expert', null, { name, employer: '市教育科学研究院', declared: '是' });
      act(hr, 'record-expert-scores', first, { expert: name, score: { 1: 90 } });
    }
    expect(duties(hr, 90)).toEqual(['— shortlist 2026-09-30 第十二条第三项']);
    act(hr, 'shortlist', first);
    expect([duties(hr, 90), duties(office)]).toEqual([[], [`${first} approve-shortlist 2026-08-04 第十二条第三项`]]);
    act(office, 'approve-shortlist', null, { minutes: '纪要3号' });
    expect(duties(office)).toEqual([`${first} post-public-notice 2026-08-04 第十二条第四项`]);
    act(office, 'post-public-notice', null);
    expect(duties(office)).toEqual([`${first} award-plaque 2026-07-25 第十二条第四项`]);
    register.moveTo('2026-07-25');
    expect(listDuties(register.contextOf(office), 0).map(({ duty }) => duty)).toEqual(['公示今日期满，次日起可授牌']);
    act(office, 'register-objection', first, { objector: '沈青', content: '有争议' });
    expect(duties(office)).toEqual([`${first} settle-objection 2026-07-25 第十二条第五项`]);
    act(office, 'settle-objection', first, { outcome: 'unfounded', finding: '不属实' });
    register.moveTo('2026-07-26');
    expect(duties(office)).toEqual([`${first} award-plaque 2026-08-09 第十二条第五项`]);
    act(office, 'award-plaque', first);
    expect([duties(office), duties(hr)]).toEqual([[], [`${first} decide-grant 2026-08-10 第十二条第六项`]]);
    act(hr, 'decide-grant', first, { nature: '纯公益性', amount: 50_000 });
    expect(duties(hr, 365)[0]).toBe(`${first} pay-grant 2026-12-31 第十二条第六项`);
    act(hr, 'pay-grant', first, { voucher: '付-1' });
    expect(duties(hr, 150)).toEqual([]);
  });

  it('say nothing of who left, failed the inspection or lost the title', () => {
    carryRound(register, { [first]: 95, [second]: 94, [studioOf(civil, 1)]: 93 }, 'recommended');
    act(education, 'withdraw-from-round', first, { reason: '放弃' });
    act(hr, 'inspect-candidate', second, { inspectors: '林清源', result: 'fail', opinion: '场地未启用' });
    register.endTitle(studioOf(civil, 1), 'in-system', '2026-07-20');
    expect(duties(hr)).toEqual([]);
  });

  it('carry plaque and grant of last year’s round over, and nothing else of it', () => {
    carryRound(register, { [first]: 95, [second]: 94 }, 'reviewed');
    act(hr, 'shortlist', first);
    act(office, 'approve-shortlist', null, { minutes: '纪要3号' });
    act(office, 'post-public-notice', null);
    register.moveTo('2027-01-10');
    expect(duties(hr)).toEqual([]);
    expect(duties(office)).toEqual([`${first} award-plaque 2026-08-09 第十二条第五项`]);
    register.moveTo('2027-08-31');
    expect(duties(hr)).toEqual(['— open-round 2027-09-30 第十二条']);
  });
});
