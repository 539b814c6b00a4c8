import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../workflow/commands.ts';
import { type CycleRegister, cycleRegister, done, more, studio } from './cycle-register.ts';
import { carryRound, education, hr, office, type RoundRegister, roundRegister, studioOf } from './round-register.ts';

let register: CycleRegister;
const act: CycleRegister['act'] = (...asked) => register.act(...asked);

/** An unqualified periodic result of 2028-08-01, approved on 2028-08-10. */
function unqualified(level: 'in-system' | 'district'): CycleRegister {
  register = cycleRegister(level);
  register.assess('process', '合格', '2027-08-01');
  register.assess('periodic', '不合格', '2028-08-01', { ...done, '2-1': 100 });
  return register;
}

describe('第十九条第二款: revocation on a periodic result', () => {
  beforeEach(() => unqualified('in-system'));
  const revoke = (answers: Readonly<Record<string, unknown>> = {}) =>
    act(education, 'revoke', studio, { minutes: '纪要 9 号', ...answers });

  it('needs the approval, and holds from its day', () => {
    expect(() => revoke()).toThrow(/尚未经区人力资源局审定.*第十九条第三款/);
    register.approve('2028-08-10');
    expect(() => revoke({ date: '2028-08-09' })).toThrow('尚未经区人力资源局审定');
    const { message, warnings } = revoke();
    expect(message).toContain('文号 武昌教名〔2028〕1号');
    expect(warnings).toEqual(['须收回牌匾（第十九条第二款）。']);
    expect(register.revocations()).toMatchObject([
      { ground: 'periodic', level: 'in-system', decidedOn: '2028-08-10', minutes: '纪要 9 号', otherDesignationId: null, reclaimAmount: 0 },
    ]);
  });

  it('is the bureau’s own, and is not done twice', () => {
    register.approve('2028-08-10');
    expect(() => act(hr, 'revoke', studio, { minutes: '1' })).toThrow('没有这项职权');
    expect(() => act(office, 'revoke', studio, { minutes: '1' })).toThrow('尚未命名为区级名师工作室');
    revoke();
    expect(() => revoke()).toThrow('称号已于 2028-08-10 撤销，不再办理其他事项');
  });

  it('is refused where nothing is on record against the studio', () => {
    expect(() => act(education, 'revoke', studioOf(education, 2), { minutes: '1' })).toThrow('没有可以据以撤销的记录');
  });

  it('takes a result that was sent back for none', () => {
    register.approve('2028-08-10', 'returned');
    expect(() => revoke()).toThrow('尚未经区人力资源局审定');
    register.assess('periodic', '合格', '2028-08-12');
    expect(() => revoke()).toThrow('没有可以据以撤销的记录');
  });
});

describe('revocation of a district title', () => {
  beforeEach(() => {
    unqualified('district');
    register.approve('2028-08-10');
  });
  const propose = () => act(hr, 'propose-revocation', studio);
  const revoke = (answers: Readonly<Record<string, unknown>> = {}) => act(office, 'revoke', studio, { minutes: '会议 3 号', ...answers });

  it('is proposed by the HR bureau and decided by the leading-group office, in this order', () => {
    expect(() => revoke()).toThrow('区人力资源局尚未提请撤销');
    expect(() => act(education, 'propose-revocation', studio)).toThrow('没有这项职权');
    register.moveTo('2028-08-15');
    propose();
    expect(propose).toThrow('已于 2028-08-15 提请撤销');
    expect(() => revoke({ date: '2028-08-14' })).toThrow('尚未提请撤销');
    revoke({ date: '2028-08-15' });
    expect(register.titles()).toEqual({ 'in-system': 'held', district: 'revoked' });
  });

  it('leaves the in-system title to its bureau, says so, and asks', () => {
    propose();
    expect(revoke().warnings.join()).toContain('系统内名师工作室称号仍然有效，由行业主管部门另行决定');
    expect(() => act(hr, 'keep-title', studio, { reason: '教学扎实' })).toThrow('没有这项职权');
    expect(() => act(education, 'keep-title', studio, { reason: '教学扎实', date: '2028-08-09' })).toThrow('早于撤销日期');
    act(education, 'keep-title', studio, { reason: '教学扎实' });
    expect(register.titles()).toEqual({ 'in-system': 'held', district: 'revoked' });
    expect(register.revocations()[0]?.otherKept).toMatchObject({ reason: '教学扎实' });
    expect(() => act(education, 'keep-title', studio, { reason: '再议' })).toThrow('没有另一级称号被撤销而待决定');
    expect(() => act(education, 'revoke', studio, { minutes: '1' })).toThrow('没有可以据以撤销的记录');
  });

  it('may be followed by the bureau with a decision of its own', () => {
    propose();
    revoke();
    expect(() => act(education, 'revoke', studio, { minutes: '纪要 10 号', date: '2028-08-09' })).toThrow(
      '另一级称号 2028-08-10 才撤销，不能早于这一天',
    );
    act(education, 'revoke', studio, { minutes: '纪要 10 号', date: '2028-08-10' });
    expect(register.titles()).toEqual({ 'in-system': 'revoked', district: 'revoked' });
    const [district, inSystem] = register.revocations();
    expect(inSystem).toMatchObject({ followsId: district?.id, ground: 'periodic', otherDesignationId: null });
  });

  it('is told to each department by the title it has to do with, once both have fallen', () => {
    propose();
    revoke();
    register.moveTo('2028-08-16');
    act(education, 'revoke', studio, { minutes: '纪要 10 号' });
    expect(() => act(education, 'recommend', studio, { rank: 1, reason: '好' })).toThrow('系统内名师工作室称号已于 2028-08-16 撤销');
    expect(() => act(hr, 'pay-grant', studio, { voucher: '1' })).toThrow('区级名师工作室称号已于 2028-08-10 撤销，不再办理其他事项');
  });

  it('takes nothing under that title any more, while the other one goes on', () => {
    propose();
    revoke();
    expect(() => act(hr, 'sign-commitment-letter', studio)).toThrow('区级名师工作室称号已于 2028-08-10 撤销');
    expect(() => act(hr, 'record-process-assessment', studio, { assessors: '甲', grade: '合格' })).toThrow('已于 2028-08-10 撤销');
    const training = { task: '2-1', title: '教师培训', amount: 30, evidence: '签到表', date: '2028-05-01' };
    expect(() => act(hr, 'record-activity', studio, training)).toThrow('区级名师工作室称号已于 2028-08-10 撤销');
    expect(act(education, 'sign-commitment-letter', studio).message).toContain('签订任务承诺书');
  });
});

/** A district studio that came of a round, with 80,000 yuan granted and 60,000 of it paid. */
function grantedStudio(): RoundRegister {
  const granted = roundRegister();
  carryRound(granted, { [studio]: 95 }, 'posted');
  granted.moveTo('2026-07-26');
  granted.act(office, 'award-plaque', studio);
  granted.act(hr, 'decide-grant', studio, { nature: '纯公益性', amount: 80_000 });
  granted.act(hr, 'pay-grant', studio, { voucher: '付1', amount: 60_000 });
  granted.act(hr, 'open-case', studio, { kind: '弄虚作假', how: '审计', facts: '课题材料不实' });
  granted.act(hr, 'verify-case', studio, { by: '纪检组', holds: '是', findings: '属实', evidence: '审计报告' });
  granted.act(hr, 'propose-revocation', studio);
  return granted;
}

describe('第十九条第二款, 第二十条: money back', () => {
  const revoke = (granted: RoundRegister, answers: Readonly<Record<string, unknown>> = {}) =>
    granted.act(office, 'revoke', studio, { minutes: '会议 3 号', ...answers });

  it('is what the district paid in the present cycle, unless the decision says otherwise with a reason', () => {
    const granted = grantedStudio();
    expect(() => revoke(granted, { reclaim: 60_000.01, reclaimReason: '全部' })).toThrow(
      '已发放而未收回的资助为 6 万元，不能收回 60000.01 元',
    );
    expect(() => revoke(granted, { reclaim: 0 })).toThrow('本周期应收回 6 万元，决定收回 0 元须写明理由');
    const { warnings } = revoke(granted);
    expect(warnings.join()).toContain('须收回资助 6 万元');
    expect(warnings.join()).toContain('须通报批评');
  });

  it('comes back in parts, to the fen and not a fen more; granted is what is kept and what came back', () => {
    const granted = grantedStudio();
    revoke(granted, { reclaim: 40_000, reclaimReason: '其余已用于学员' });
    const back = (answers: Readonly<Record<string, unknown>>) => granted.act(hr, 'reclaim-grant', studio, answers);
    expect(() => back({ voucher: '收1', amount: 40_000.01 })).toThrow('尚未收回的为 4 万元');
    expect(back({ voucher: '收1', amount: 15_000 }).message).toContain('尚欠 2.5 万元');
    expect(() => back({ voucher: '收1', amount: 1 })).toThrow('凭证 收1 已登记过');
    expect(() => back({ voucher: '收2', date: '2026-07-25' })).toThrow('早于撤销日期');
    expect(back({ voucher: '收2' }).message).toContain('已全部收回');
    expect(() => back({ voucher: '收3' })).toThrow('已全部收回');
    expect(() => granted.act(education, 'reclaim-grant', studio, { voucher: '收4' })).toThrow('系统内名师工作室称号没有被撤销');
  });

  it('pays nothing more of what was granted', () => {
    const granted = grantedStudio();
    revoke(granted);
    expect(() => granted.act(hr, 'pay-grant', studio, { voucher: '付2' })).toThrow(/称号/);
  });

  it('of a title from before the register needs a reason that says what was paid', () => {
    unqualified('district');
    register.approve('2028-08-10');
    act(hr, 'propose-revocation', studio);
    const decide = (answers: Readonly<Record<string, unknown>>) => act(office, 'revoke', studio, { minutes: '会议', ...answers });
    expect(() => decide({ reclaim: 30_000 })).toThrow('须写明理由');
    decide({ reclaim: 30_000, reclaimReason: '2026 年拨付 3 万元，见拨付文件' });
    expect(register.revocations()).toMatchObject([{ reclaimAmount: 3_000_000, granted: 0 }]);
  });

  it('is counted from the first day of the present cycle: what an earlier cycle got stays', () => {
    const granted = roundRegister();
    carryRound(granted, { [studio]: 95 }, 'posted');
    const on = (day: string, seat: string, command: string, answers: Readonly<Record<string, unknown>> = {}) => {
      granted.moveTo(day);
      granted.act(seat, command, studio, answers);
    };
    on('2026-07-26', office, 'award-plaque');
    on('2026-07-26', hr, 'decide-grant', { nature: '纯公益性', amount: 80_000 });
    on('2026-08-01', hr, 'sign-commitment-letter');
    const found = { assessors: '甲', grade: '合格', actual: done, opinion: '现场' };
    on('2027-07-01', hr, 'record-process-assessment', found);
    on('2028-07-01', hr, 'record-periodic-assessment', found);
    on('2028-07-10', office, 'approve-periodic-result', { decision: '审定通过' });
    on('2028-07-20', hr, 'renew-letter');
    on('2028-07-31', hr, 'pay-grant', { voucher: '付1', amount: 50_000 });
    on('2028-08-01', hr, 'pay-grant', { voucher: '付2', amount: 30_000 });
    on('2028-09-01', hr, 'open-case', { kind: '违纪违法', how: '举报', facts: '挪用经费' });
    on('2028-09-01', hr, 'verify-case', { by: '纪检组', holds: '是', findings: '属实', evidence: '账簿' });
    on('2028-09-01', hr, 'propose-revocation');
    expect(revoke(granted).warnings.join()).toContain('须收回资助 3 万元');
  });
});

describe('第十九条第二款: the plaque back', () => {
  it('is handed back once, from the day of the revocation on, to who named', () => {
    unqualified('in-system');
    const takeBack = (answers: Readonly<Record<string, unknown>> = {}) =>
      act(education, 'take-back-plaque', studio, { receivedBy: '何思齐', ...answers });
    expect(() => takeBack()).toThrow('没有被撤销');
    register.approve('2028-08-10');
    act(education, 'revoke', studio, { minutes: '1' });
    expect(() => takeBack({ date: '2028-08-09' })).toThrow('早于撤销日期');
    takeBack();
    expect(register.revocations()).toMatchObject([{ plaqueReturnedOn: '2028-08-10', plaqueReceivedBy: '何思齐' }]);
    expect(() => takeBack()).toThrow('已于 2028-08-10 交回');
  });
});

describe('a revoked studio gets nothing more', () => {
  const training = { task: '2-1', title: '教师培训', amount: 30, evidence: '签到表', date: '2028-05-01' };
  beforeEach(() => {
    unqualified('in-system');
    act(education, 'record-activity', studio, training);
    register.approve('2028-08-10');
    act(education, 'revoke', studio, { minutes: '1' });
  });

  const seats = { 'sector-bureau': education, 'hr-bureau': hr, 'leading-group-office': office } as const;
  const left = commands.filter((command) => command.scope === 'studio' && command.afterRevocation !== true);

  it.each(left.map(({ name, powers }) => [name, powers[0]] as const))('%s is refused', (name, power) => {
    const seat = seats[power ?? 'sector-bureau'];
    expect(() => act(seat, name, studio)).toThrow('不再办理其他事项');
  });

  it('also what was done before may be struck out of the ledger or lowered, and nothing added to it', () => {
    const lost = /系统内名师工作室称号已于 2028-08-10 撤销/;
    const correct = (answers: Readonly<Record<string, unknown>>) =>
      act(education, 'correct-activity', studio, { reason: '抄错', ...answers });
    expect(() => act(education, 'record-activity', studio, training)).toThrow(lost);
    expect(() => correct({ activity: 1, amount: 31 })).toThrow(/已于 2028-08-10 撤销，活动只能作废或核减.*第十九条第二款/);
    expect(() => correct({ activity: 1, task: '1-1', amount: 1 })).toThrow('不能改记到其他任务');
    expect(correct({ activity: 1, amount: 30, title: '教师培训（更正）' }).message).toContain('30 人次');
    expect(correct({ activity: 3, amount: 29 }).message).toContain('29 人次');
    expect(correct({ activity: 5, cancel: '是' }).message).toContain('已作废');
  });

  it('but what takes back, settles and corrects is still done', () => {
    const still = commands.filter((command) => command.scope === 'studio' && command.afterRevocation === true).map(({ name }) => name);
    expect(still).toEqual(
      expect.arrayContaining(['take-back-plaque', 'reclaim-grant', 'issue-circular', 'correct-record', 'return-funds']) as string[],
    );
    const corrected = act(education, 'correct-record', studio, { field: 'remarks', value: '已撤销', reason: '补记', by: '何思齐' });
    expect(corrected.message).toContain('备注');
  });

  it('and its neighbour is not touched', () => {
    const neighbour = studioOf(education, 2);
    act(education, 'sign-commitment-letter', neighbour);
    register.moveTo('2029-08-01');
    const found = { assessors: '甲', grade: '优秀', actual: more, opinion: '现场' };
    expect(act(education, 'record-process-assessment', neighbour, found).message).toContain('优秀（建议优秀）');
  });
});
