import { beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../db/audit.ts';
import { readEntries, readRound } from '../../db/queries/district-rounds.ts';
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
  union,
} from './round-register.ts';

const first = studioOf(education, 1);
const second = studioOf(education, 2);
const third = studioOf(education, 3);

let register: RoundRegister;
beforeEach(() => {
  register = roundRegister();
});

const act: RoundRegister['act'] = (...asked) => register.act(...asked);
const entryOf = (studio: string) => readEntries(register.db, { studioId: register.idOf(studio) }).at(-1);

describe('第十二条: opening a round', () => {
  it('takes the terms of the Measures in force, a number, and the year of its day', () => {
    expect(act(hr, 'open-round', null)).toMatchObject({
      studio: null,
      message: '已启动 2026 年区级名师工作室评选，通知文号 武昌人资名〔2026〕1号。',
      warnings: [],
    });
    expect(readRound(register.db)).toMatchObject({
      year: 2026,
      openedOn: '2026-07-20',
      measuresId: 'wuchang-2014',
      quota: 5,
      recommendationLimit: 2,
      noticeDays: 5,
      publicBenefitLeast: 5_000_000,
      publicBenefitMost: 8_000_000,
      marketLeast: 3_000_000,
      marketMost: 6_000_000,
    });
  });

  it.each([
    ['2026-06-30', [true]],
    ['2026-07-01', []],
    ['2026-09-30', []],
    ['2026-10-01', [true]],
  ])('on %s warns of the third quarter %o, and is no refusal', (day, warned) => {
    register.moveTo(day);
    expect(act(hr, 'open-round', null).warnings.map((warning) => warning.includes('7 至 9 月'))).toEqual(warned);
  });

  it('happens once a year', () => {
    act(hr, 'open-round', null);
    expect(() => act(hr, 'open-round', null)).toThrow(/每年只集中评选一次.*请核对.*第十二条/);
    register.moveTo('2027-07-01');
    expect(act(hr, 'open-round', null).message).toContain('2027 年');
  });

  it('happens in its own year, and not on a day to come', () => {
    expect(() => act(hr, 'open-round', null, { year: 2025 })).toThrow('应在当年启动');
    expect(() => act(hr, 'open-round', null, { date: '2026-07-21' })).toThrow('晚于今天');
  });

  it('leaves an audit row without a studio in a chain that verifies', () => {
    act(hr, 'open-round', null);
    expect(register.db.$client.prepare('SELECT command, studio_id FROM audit').all()).toEqual([{ command: 'open-round', studio_id: null }]);
    expect(verifyAudit(register.db)).toEqual({ entries: 1, firstBroken: null });
  });
});

describe('第十二条第一项: applying', () => {
  const consent = { unitAgreed: '是' };

  it('needs a round of the year', () => {
    expect(() => act(education, 'apply-to-round', first, consent)).toThrow(/还没有启动 2026 年的区级评选.*请先/);
    act(hr, 'open-round', null);
    expect(act(education, 'apply-to-round', first, consent).message).toContain('已登记');
    register.moveTo('2027-01-05');
    expect(() => act(education, 'apply-to-round', second, consent)).toThrow('还没有启动 2027 年的区级评选');
  });

  it('needs the consent of the unit, given by the day of the application', () => {
    act(hr, 'open-round', null);
    expect(() => act(education, 'apply-to-round', first)).toThrow('缺少「所在单位是否同意参评」');
    expect(() => act(education, 'apply-to-round', first, { unitAgreed: '否' })).toThrow(/所在单位不同意.*第十二条第一项/);
    expect(() => act(education, 'apply-to-round', first, { ...consent, unitAgreedOn: '2026-07-21' })).toThrow('晚于申请日期');
    act(education, 'apply-to-round', first, { ...consent, unitAgreedOn: '2026-07-20', unitOpinion: '同意参评' });
    expect(entryOf(first)).toMatchObject({ appliedOn: '2026-07-20', unitAgreedOn: '2026-07-20', unitOpinion: '同意参评' });
  });

  it('is for studios that hold an in-system title, from the day of naming on', () => {
    act(hr, 'open-round', null);
    expect(() => act(education, 'apply-to-round', first, { ...consent, date: '2026-02-28' })).toThrow(/不是系统内名师工作室.*第十条/);
    register.endTitle(first, 'in-system', '2026-07-01');
    expect(() => act(education, 'apply-to-round', first, consent)).toThrow(/不是系统内名师工作室.*第十条/);
  });

  it('is not for who is a district studio already, or has applied', () => {
    register.nameElsewhere(first, '2025-09-01');
    act(hr, 'open-round', null);
    expect(() => act(education, 'apply-to-round', first, consent)).toThrow(/已是区级名师工作室.*第十条/);
    act(education, 'apply-to-round', second, consent);
    expect(() => act(education, 'apply-to-round', second, consent)).toThrow('已申请参加 2026 年的评选');
  });

  it('may be given up, with a reason, and made again', () => {
    act(hr, 'open-round', null);
    act(education, 'apply-to-round', first, consent);
    expect(() => act(education, 'withdraw-from-round', first)).toThrow('退出理由');
    act(education, 'withdraw-from-round', first, { reason: '领办人出国访学' });
    expect(entryOf(first)).toMatchObject({ endedOn: '2026-07-20', endReason: '退出：领办人出国访学' });
    expect(() => act(education, 'recommend', first, { rank: 1, reason: '好' })).toThrow(
      /已于 2026-07-20 退出 2026 年的评选（退出：领办人出国访学）.*请重新登记参评申请/,
    );
    act(education, 'apply-to-round', first, consent);
    expect(entryOf(first)?.endedOn).toBeNull();
  });
});

describe('第十二条第二项: recommending', () => {
  const ground = { rank: 1, reason: '业绩突出' };
  beforeEach(() => {
    act(hr, 'open-round', null);
    for (const studio of [first, second, third]) act(education, 'apply-to-round', studio, { unitAgreed: '是' });
  });

  it('takes the second and refuses the third, also after one dropped out', () => {
    act(education, 'recommend', first, ground);
    expect(act(education, 'recommend', second, { ...ground, rank: 2 }).message).toContain('排序第 2');
    expect(() => act(education, 'recommend', third, ground)).toThrow(/每个主管部门每年推荐 1 至 2 家，已推荐 2 家.*请核对.*第十二条第二项/);
    act(education, 'withdraw-from-round', first, { reason: '放弃' });
    expect(() => act(education, 'recommend', third, ground)).toThrow('已推荐 2 家');
  });

  it('counts bureau by bureau, and year by year', () => {
    act(education, 'recommend', first, ground);
    act(education, 'recommend', second, { ...ground, rank: 2 });
    act(union, 'apply-to-round', studioOf(union, 1), { unitAgreed: '是' });
    expect(act(union, 'recommend', studioOf(union, 1), ground).message).toContain('已推荐');
    register.moveTo('2027-07-01');
    act(hr, 'open-round', null);
    act(education, 'apply-to-round', third, { unitAgreed: '是' });
    expect(act(education, 'recommend', third, ground).message).toContain('2027 年');
  });

  it('is refused twice for one studio, with a rank that is taken, and with one that is none', () => {
    act(education, 'recommend', first, ground);
    expect(() => act(education, 'recommend', first, { ...ground, rank: 2 })).toThrow('已于 2026-07-20 推荐');
    expect(() => act(education, 'recommend', second, ground)).toThrow(`排序 1 已给「${first}」`);
    for (const rank of [0, 3, 1.5]) expect(() => act(education, 'recommend', second, { ...ground, rank })).toThrow('应是 1 至 2 的整数');
  });

  it('is refused for a studio whose title has ended since it applied', () => {
    register.endTitle(first, 'in-system', '2026-07-20');
    expect(() => act(education, 'recommend', first, ground)).toThrow('已于 2026-07-20 退出 2026 年的评选（系统内名师工作室称号已终止）');
  });

  it('is refused without an application, and before it', () => {
    expect(() => act(union, 'recommend', studioOf(union, 1), ground)).toThrow('请先登记参评申请');
    expect(() => act(education, 'recommend', first, { ...ground, date: '2026-07-19' })).toThrow('早于申请日期');
  });
});

describe('第十二条第三项: inspecting', () => {
  const seen = { inspectors: '林清源', result: '通过' };
  beforeEach(() => {
    act(hr, 'open-round', null);
    act(education, 'apply-to-round', first, { unitAgreed: '是' });
  });

  it('is for recommended studios, from the day of the recommendation on', () => {
    expect(() => act(hr, 'inspect-candidate', first, seen)).toThrow(/主管部门没有推荐.*请先.*第十二条第二项/);
    act(education, 'recommend', first, { rank: 1, reason: '好' });
    expect(() => act(hr, 'inspect-candidate', first, { ...seen, date: '2026-07-19' })).toThrow('早于推荐日期 2026-07-20');
    expect(act(hr, 'inspect-candidate', first, seen).message).toContain('结论：通过');
  });

  it('that fails says why, and the latest inspection counts', () => {
    act(education, 'recommend', first, { rank: 1, reason: '好' });
    expect(() => act(hr, 'inspect-candidate', first, { ...seen, result: '不通过' })).toThrow('须写明「考察意见」');
    act(hr, 'inspect-candidate', first, { ...seen, result: '不通过', opinion: '场地未启用' });
    expect(entryOf(first)).toMatchObject({ inspectionPassed: false, inspectionOpinion: '场地未启用' });
    expect(() => act(hr, 'shortlist', first)).toThrow('现场考察未通过');
    act(hr, 'inspect-candidate', first, seen);
    expect(entryOf(first)).toMatchObject({ inspectionPassed: true, inspectionOpinion: null });
  });
});

describe('第十二条第三项: the shortlist', () => {
  const [a, b, c, d, e, f] = [first, second, studioOf(union, 1), studioOf(union, 2), studioOf(civil, 1), studioOf(civil, 2)] as const;

  it('takes the fifth and refuses the sixth', () => {
    carryRound(register, { [a]: 95, [b]: 94, [c]: 93, [d]: 92, [e]: 91, [f]: 90 }, 'reviewed');
    for (const studio of [a, b, c, d]) act(hr, 'shortlist', studio);
    expect(act(hr, 'shortlist', e).message).toContain('名单共 5 家');
    expect(() => act(hr, 'shortlist', f)).toThrow(/每年评定不超过 5 家，拟入围名单已有 5 家.*第十二条/);
  });

  it('counts titles of the year that came from elsewhere, and none of other years', () => {
    register.nameElsewhere(studioOf(culture, 1), '2026-01-01');
    register.nameElsewhere(studioOf(culture, 2), '2025-12-31');
    carryRound(register, { [a]: 95, [b]: 94, [c]: 93, [d]: 92, [e]: 91 }, 'reviewed');
    for (const studio of [a, b, c, d]) act(hr, 'shortlist', studio);
    expect(() => act(hr, 'shortlist', e)).toThrow('拟入围名单已有 5 家');
  });

  it('frees the place of who leaves the round', () => {
    carryRound(register, { [a]: 95, [b]: 94, [c]: 93, [d]: 92, [e]: 91, [f]: 90 }, 'reviewed');
    for (const studio of [a, b, c, d, e]) act(hr, 'shortlist', studio);
    act(education, 'withdraw-from-round', a, { reason: '放弃' });
    expect(act(hr, 'shortlist', f).message).toContain('名单共 5 家');
  });

  it('takes one out of order only with a reason', () => {
    carryRound(register, { [a]: 95, [b]: 94 }, 'reviewed');
    expect(() => act(hr, 'shortlist', b)).toThrow(`得分高于「${b}」的「${a}」未列入。请先列入，或写明「理由」。`);
    const { warnings } = act(hr, 'shortlist', b, { reason: '行业布局' });
    expect(warnings).toEqual([`得分更高的「${a}」未列入，请写明理由（第十二条第三项）。`]);
    expect(entryOf(b)).toMatchObject({ shortlistPlace: 2, shortlistAverage: 94, shortlistReason: '行业布局' });
  });

  it('waits until every recommended studio is inspected and scored by every expert', () => {
    carryRound(register, { [a]: 95 }, 'reviewed');
    act(education, 'apply-to-round', b, { unitAgreed: '是' });
    act(education, 'recommend', b, { rank: 2, reason: '好' });
    expect(() => act(hr, 'shortlist', a)).toThrow(`「${b}」还没有现场考察。请先考察`);
    act(hr, 'inspect-candidate', b, { inspectors: '林清源', result: 'pass' });
    expect(() => act(hr, 'shortlist', a)).toThrow(`钟离恒、沈青还没有给「${b}」评分。请补录评分`);
    for (const expert of experts) act(hr, 'declare-conflict', b, { expert, reason: '亲属' });
    expect(() => act(hr, 'shortlist', a)).toThrow('没有可以计分的专家');
    act(education, 'withdraw-from-round', b, { reason: '放弃' });
    expect(act(hr, 'shortlist', a).message).toContain('平均 95 分');
  });

  it('is refused twice, without an application, and for a title that has ended', () => {
    carryRound(register, { [a]: 95, [b]: 94 }, 'shortlisted');
    expect(() => act(hr, 'shortlist', a)).toThrow('已于 2026-07-20 列入拟入围名单');
    expect(() => act(hr, 'shortlist', c)).toThrow('没有参加区级评选');
    const other = roundRegister();
    carryRound(other, { [a]: 95 }, 'reviewed');
    other.endTitle(a, 'in-system', '2026-07-20');
    expect(() => other.act(hr, 'shortlist', a)).toThrow('已于 2026-07-20 退出 2026 年的评选（系统内名师工作室称号已终止）');
  });

  it('does not wait for who lost the title, whose place is free again', () => {
    carryRound(register, { [a]: 95, [b]: 94, [c]: 93 }, 'recommended');
    act(hr, 'set-round-criteria', null, { title: { 1: '业绩' }, points: { 1: 100 } });
    act(hr, 'register-expert', null, { name: '沈青', employer: '市教育科学研究院', declared: '是' });
    for (const studio of [a, b]) {
      act(hr, 'inspect-candidate', studio, { inspectors: '林清源', result: 'pass' });
      act(hr, 'record-expert-scores', studio, { expert: '沈青', score: { 1: 90 } });
    }
    expect(() => act(hr, 'shortlist', a)).toThrow(`「${c}」还没有现场考察`);
    register.endTitle(c, 'in-system', '2026-07-20');
    expect(act(hr, 'shortlist', a).message).toContain('名单共 1 家');
    register.endTitle(a, 'in-system', '2026-07-20');
    expect(act(hr, 'shortlist', b).message).toContain('名单共 1 家');
  });

  it('closes the review of who is on it', () => {
    carryRound(register, { [a]: 95 }, 'shortlisted');
    expect(() => act(hr, 'inspect-candidate', a, { inspectors: '林清源', result: 'pass' })).toThrow('考察结论不再改变');
    expect(() => act(hr, 'record-expert-scores', a, { expert: '沈青', score: { 1: 1, 2: 1 }, correction: '错' })).toThrow('评分不再改变');
    expect(() => act(hr, 'declare-conflict', a, { expert: '沈青', reason: '同学' })).toThrow('名次不再改变');
  });
});

describe('第十二条第三项: the approval of the office', () => {
  it('is refused without a shortlist, and before it', () => {
    act(hr, 'open-round', null);
    expect(() => act(office, 'approve-shortlist', null, { minutes: '纪要3号' })).toThrow('尚未报送拟入围名单');
  });

  it('is refused for a day before the shortlist', () => {
    carryRound(register, { [first]: 95 }, 'shortlisted');
    expect(() => act(office, 'approve-shortlist', null, { minutes: '纪要3号', date: '2026-07-19' })).toThrow('早于报送日期');
  });

  it('passes the whole list', () => {
    carryRound(register, { [first]: 95, [second]: 94 }, 'shortlisted');
    expect(act(office, 'approve-shortlist', null, { minutes: '纪要3号' }).message).toBe('已审定 2026 年拟入围名单：通过 2 家。');
    expect(entryOf(first)).toMatchObject({ approval: 'approve', approvalMinutes: '纪要3号', endedOn: null });
  });

  it('leaves some out with a reason, who then leave the round', () => {
    carryRound(register, { [first]: 95, [second]: 94 }, 'shortlisted');
    expect(() => act(office, 'approve-shortlist', null, { minutes: '纪要3号', rejected: second })).toThrow('须写明「未通过的理由」');
    expect(() => act(office, 'approve-shortlist', null, { minutes: '纪要3号', rejected: third, reason: '布局' })).toThrow(
      `「${third}」不在其中。可填的有「${first}」、「${second}」。`,
    );
    expect(act(office, 'approve-shortlist', null, { minutes: '纪要3号', rejected: second, reason: '布局' }).message).toContain(
      '未通过 1 家',
    );
    expect(entryOf(second)).toMatchObject({ approval: 'reject', endedOn: '2026-07-20', endReason: '审定未通过：布局' });
  });

  it('is refused once there is nothing left to approve', () => {
    carryRound(register, { [first]: 95 }, 'approved');
    expect(() => act(office, 'approve-shortlist', null, { minutes: '纪要3号' })).toThrow('尚未报送拟入围名单');
  });
});
