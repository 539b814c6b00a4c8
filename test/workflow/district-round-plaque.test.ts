import { beforeEach, describe, expect, it } from 'vitest';
import { readEntries } from '../../db/queries/district-rounds.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { carryRound, civil, culture, education, hr, office, type RoundRegister, roundRegister, studioOf, union } from './round-register.ts';

const first = studioOf(education, 1);
const second = studioOf(education, 2);

let register: RoundRegister;
beforeEach(() => {
  register = roundRegister();
});
const act: RoundRegister['act'] = (...asked) => register.act(...asked);
const entryOf = (studio: string) => readEntries(register.db, { studioId: register.idOf(studio) }).at(-1);
const titlesOf = (studio: string) =>
  readStudios(register.db, [register.idOf(studio)])[0]?.designations.map(({ level, namedOn }) => [level, namedOn]);

describe('第十二条第四项: the public notice', () => {
  it('is refused before the approval, and before its day', () => {
    carryRound(register, { [first]: 95 }, 'shortlisted');
    expect(() => act(office, 'post-public-notice', null)).toThrow(/拟入围名单尚未审定.*请核对.*第十二条第三项/);
    act(office, 'approve-shortlist', null, { minutes: '纪要3号' });
    expect(() => act(office, 'post-public-notice', null, { date: '2026-07-19' })).toThrow('早于审定日期');
  });

  it('lasts five calendar days after the day of posting', () => {
    carryRound(register, { [first]: 95 }, 'approved');
    expect(act(office, 'post-public-notice', null, { place: '区政府网站' }).message).toBe(
      '已公示 1 家，文号 武昌人才办〔2026〕1号，公示期 2026-07-21 至 2026-07-25，无异议的 2026-07-26 起可以授牌。',
    );
    expect(entryOf(first)?.notice).toMatchObject({
      postedOn: '2026-07-20',
      firstDay: '2026-07-21',
      lastDay: '2026-07-25',
      place: '区政府网站',
    });
  });

  it('is posted once for the same studios, and again for those approved later', () => {
    carryRound(register, { [first]: 95, [second]: 94 }, 'reviewed');
    act(hr, 'shortlist', first);
    act(office, 'approve-shortlist', null, { minutes: '纪要3号' });
    act(office, 'post-public-notice', null);
    expect(() => act(office, 'post-public-notice', null)).toThrow('已于 2026-07-20 公示');
    act(hr, 'shortlist', second);
    act(office, 'approve-shortlist', null, { minutes: '纪要4号' });
    register.moveTo('2026-07-22');
    expect(act(office, 'post-public-notice', null).message).toContain('已公示 1 家');
    expect([entryOf(first)?.notice?.lastDay, entryOf(second)?.notice?.lastDay]).toEqual(['2026-07-25', '2026-07-27']);
  });
});

describe('第十二条第五项: the plaque', () => {
  beforeEach(() => carryRound(register, { [first]: 95, [second]: 94 }, 'posted'));

  it.each([
    ['2026-07-20', 'the day of posting'],
    ['2026-07-24', 'the fourth day'],
    ['2026-07-25', 'the fifth day'],
  ])('is refused on %s, %s of the notice', (day) => {
    register.moveTo(day);
    expect(() => act(office, 'award-plaque', first)).toThrow(/公示期至 2026-07-25，2026-07-26 起方可授牌.*请待.*第十二条第五项/);
  });

  it('is awarded the day after, and makes a district studio', () => {
    register.moveTo('2026-07-26');
    const { message, warnings } = act(office, 'award-plaque', first);
    expect([message, warnings]).toEqual([
      `已命名「${first}」为武昌区名师工作室并授牌，文号 武昌人才办〔2026〕2号，2026 年已授牌 1 家。`,
      [],
    ]);
    expect(titlesOf(first)).toEqual([
      ['in-system', '2026-03-01'],
      ['district', '2026-07-26'],
    ]);
    expect(entryOf(first)).toMatchObject({ awardedOn: '2026-07-26', awardNumber: '武昌人才办〔2026〕2号' });
  });

  it('may share its document with others of its day, and no other', () => {
    register.moveTo('2026-07-26');
    act(office, 'award-plaque', first, { number: '武昌人才办〔2026〕9号' });
    expect(act(office, 'award-plaque', second, { number: '武昌人才办〔2026〕9号' }).message).toContain('〔2026〕9号');
    const other = roundRegister();
    carryRound(other, { [first]: 95 }, 'posted');
    other.moveTo('2026-07-26');
    expect(() => other.act(office, 'award-plaque', first, { number: '武昌人才办〔2026〕1号' })).toThrow('这个文号已经用过');
  });

  it('is awarded once', () => {
    register.moveTo('2026-07-26');
    act(office, 'award-plaque', first);
    expect(() => act(office, 'award-plaque', first)).toThrow('已授牌');
  });

  it('is refused to a studio that was not approved, and to one whose in-system title has ended', () => {
    register.moveTo('2026-07-26');
    expect(() => act(office, 'award-plaque', studioOf(union, 1))).toThrow('没有参加区级评选');
    register.endTitle(first, 'in-system', '2026-07-26');
    expect(() => act(office, 'award-plaque', first)).toThrow('已于 2026-07-26 退出 2026 年的评选（系统内名师工作室称号已终止）');
  });

  it('is a warning outside the third quarter', () => {
    register.moveTo('2026-10-01');
    expect(act(office, 'award-plaque', first).warnings[0]).toContain('7 至 9 月');
  });

  it('ends the ways out of the round', () => {
    register.moveTo('2026-07-26');
    act(office, 'award-plaque', first);
    expect(() => act(education, 'withdraw-from-round', first, { reason: '放弃' })).toThrow('请办理终止称号');
    expect(() => act(office, 'register-objection', first, { objector: '何人', content: '何事' })).toThrow(
      /已于 2026-07-26 授牌。请作为问题线索登记.*第二十条/,
    );
  });

  it('counts for the year of its round, on whatever day it is handed over', () => {
    register.moveTo('2027-01-08');
    act(hr, 'open-round', null);
    expect(act(office, 'award-plaque', first).message).toContain('2026 年已授牌 1 家');
  });
});

describe('第十二条: five plaques a year', () => {
  it('awards the fifth; a sixth never gets on the list', () => {
    const [a, b, c, d] = [first, second, studioOf(union, 1), studioOf(union, 2)] as const;
    const [e, f] = [studioOf(civil, 1), studioOf(civil, 2)] as const;
    carryRound(register, { [a]: 95, [b]: 94, [c]: 93, [d]: 92, [e]: 91, [f]: 90 }, 'reviewed');
    for (const studio of [a, b, c, d, e]) act(hr, 'shortlist', studio);
    act(office, 'approve-shortlist', null, { minutes: '纪要3号' });
    act(office, 'post-public-notice', null);
    register.moveTo('2026-07-26');
    for (const studio of [a, b, c, d]) act(office, 'award-plaque', studio);
    expect(act(office, 'award-plaque', e).message).toContain('2026 年已授牌 5 家');
    expect(() => act(hr, 'shortlist', f)).toThrow('每年评定不超过 5 家');
    expect(() => act(office, 'award-plaque', f)).toThrow(/拟入围名单尚未审定；尚未公示；每年评定不超过 5 家，2026 年已授牌 5 家/);
    register.moveTo('2027-07-01');
    act(hr, 'open-round', null);
    act('区民政局', 'apply-to-round', f, { unitAgreed: '是' });
    expect(act('区民政局', 'recommend', f, { rank: 1, reason: '好' }).message).toContain('2027 年');
  });

  it('counts what was awarded elsewhere in the year', () => {
    for (const number of [1, 2, 3] as const) register.nameElsewhere(studioOf(culture, number), '2026-02-01');
    register.nameElsewhere(studioOf(civil, 3), '2026-02-01');
    carryRound(register, { [first]: 95 }, 'posted');
    register.moveTo('2026-07-26');
    expect(act(office, 'award-plaque', first).message).toContain('2026 年已授牌 5 家');
  });
});

describe('第十二条第四项, 第五项: objections', () => {
  const objection = { objector: '沈青', content: '课题成果有争议' };
  const settled = { outcome: 'unfounded', finding: '经核查立项书，成果属该工作室' };
  beforeEach(() => carryRound(register, { [first]: 95, [second]: 94 }, 'posted'));

  it('are registered from the day of posting on', () => {
    register.moveTo('2026-07-25');
    expect(() => act(office, 'register-objection', first, { ...objection, date: '2026-07-19' })).toThrow('早于公示日期');
    expect(() => act(office, 'register-objection', first, { ...objection, date: '2026-07-26' })).toThrow('晚于今天');
    expect(act(office, 'register-objection', first, { ...objection, date: '2026-07-20' }).message).toContain('第 1 件异议');
    expect(act(office, 'register-objection', first, objection).warnings).toEqual([]);
    register.moveTo('2026-07-26');
    expect(act(office, 'register-objection', first, objection).warnings[0]).toContain('在公示期（至 2026-07-25）之后提出');
  });

  it('are refused before the notice', () => {
    const other = roundRegister();
    carryRound(other, { [first]: 95 }, 'approved');
    expect(() => other.act(office, 'register-objection', first, objection)).toThrow('尚未公示');
  });

  it('stop the plaque of the studio they are about while they are open, and no other', () => {
    act(office, 'register-objection', first, objection);
    register.moveTo('2026-07-26');
    expect(() => act(office, 'award-plaque', first)).toThrow(/公示期内的异议有 1 件未办结.*第十二条第五项/);
    expect(act(office, 'award-plaque', second).message).toContain('授牌');
    act(office, 'settle-objection', first, settled);
    expect(act(office, 'award-plaque', first).message).toContain('授牌');
  });

  it('stop a plaque dated before they were settled', () => {
    act(office, 'register-objection', first, objection);
    register.moveTo('2026-07-28');
    act(office, 'settle-objection', first, settled);
    expect(() => act(office, 'award-plaque', first, { date: '2026-07-27' })).toThrow('早于第 1 件异议的办结日期 2026-07-28。请核对日期。');
    expect(act(office, 'award-plaque', first).message).toContain('授牌');
  });

  it('stop it too when they came late', () => {
    register.moveTo('2026-07-26');
    act(office, 'register-objection', first, objection);
    expect(() => act(office, 'award-plaque', first)).toThrow(/还有 1 件异议没有办结。请先办结异议/);
  });

  it('that hold take the studio out of the round', () => {
    act(office, 'register-objection', first, objection);
    const { message, warnings } = act(office, 'settle-objection', first, { outcome: '异议成立', finding: '成果属他人' });
    expect([message, warnings]).toEqual([
      `已办结对「${first}」的第 1 件异议：异议成立，该工作室退出 2026 年评选。`,
      ['涉嫌弄虚作假或违纪违法的，由主管部门作为问题线索登记（第二十条）。'],
    ]);
    register.moveTo('2026-07-26');
    expect(() => act(office, 'award-plaque', first)).toThrow('已于 2026-07-20 退出 2026 年的评选（异议成立：成果属他人）');
    expect(entryOf(first)).toMatchObject({ endedOn: '2026-07-20', endReason: '异议成立：成果属他人' });
  });

  it('are settled also when the studio has left the round, which stays as it was', () => {
    act(office, 'register-objection', first, objection);
    act(office, 'register-objection', first, objection);
    act(education, 'withdraw-from-round', first, { reason: '放弃' });
    expect(act(office, 'settle-objection', first, { ...settled, objection: 1 }).message).toContain('第 1 件异议：异议不成立');
    register.moveTo('2026-07-22');
    expect(act(office, 'settle-objection', first, { outcome: '异议成立', finding: '成果属他人' }).message).toBe(
      `已办结对「${first}」的第 2 件异议：异议成立，该工作室已于 2026-07-20 退出 2026 年评选。`,
    );
    expect(entryOf(first)).toMatchObject({ endedOn: '2026-07-20', endReason: '退出：放弃' });
    expect(() => act(office, 'settle-objection', second, settled)).toThrow(`没有登记对「${second}」的异议。请先登记`);
  });

  it('are settled once, not before they came in, and by number where several are open', () => {
    register.moveTo('2026-07-22');
    expect(() => act(office, 'settle-objection', first, settled)).toThrow('没有登记对');
    act(office, 'register-objection', first, objection);
    act(office, 'register-objection', first, objection);
    expect(() => act(office, 'settle-objection', first, settled)).toThrow('未办结的异议有 2 件。请用 objection 指明');
    expect(() => act(office, 'settle-objection', first, { ...settled, objection: 3 })).toThrow('没有第 3 件异议');
    expect(() => act(office, 'settle-objection', first, { ...settled, objection: 2, date: '2026-07-21' })).toThrow('早于提出日期');
    act(office, 'settle-objection', first, { ...settled, objection: 2 });
    expect(() => act(office, 'settle-objection', first, { ...settled, objection: 2 })).toThrow('已于 2026-07-22 办结');
    expect(act(office, 'settle-objection', first, settled).message).toContain('第 1 件异议：异议不成立');
  });
});
