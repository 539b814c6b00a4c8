import { beforeEach, describe, expect, it } from 'vitest';
import { readCases } from '../../db/queries/cases.ts';
import { type CycleRegister, cycleRegister, studio } from './cycle-register.ts';
import { education, hr, office } from './round-register.ts';

let register: CycleRegister;
const act: CycleRegister['act'] = (...asked) => register.act(...asked);
const found = { kind: '弄虚作假', how: '群众来信', facts: '培训签到表代签' };
const verified = { by: '纪检组', holds: '是', findings: '代签属实', evidence: '签到表原件；询问笔录' };
const revoke = (answers: Readonly<Record<string, unknown>> = {}) => act(education, 'revoke', studio, { minutes: '纪要 9 号', ...answers });
const cases = () => readCases(register.db, register.idOf(studio));

beforeEach(() => {
  register = cycleRegister();
});

describe('第二十条: a case', () => {
  it('says how it was found, what it is and when', () => {
    expect(() => act(education, 'open-case', studio, { kind: '弄虚作假', facts: '代签' })).toThrow('缺少「如何发现」');
    expect(() => act(education, 'open-case', studio, { ...found, date: '2026-09-02' })).toThrow('晚于今天');
    act(education, 'open-case', studio, { ...found, date: '2026-08-20' });
    expect(cases()).toMatchObject([{ sequence: 1, kind: 'fraud', foundOn: '2026-08-20', foundHow: '群众来信', verification: null }]);
  });

  it('is verified by somebody, on evidence, once, from the day it was found on', () => {
    act(education, 'open-case', studio, found);
    expect(() => act(education, 'verify-case', studio, { ...verified, evidence: '；' })).toThrow('没有写明「证据」');
    expect(() => act(education, 'verify-case', studio, { ...verified, date: '2026-08-31' })).toThrow('早于发现日期 2026-09-01');
    act(education, 'verify-case', studio, verified);
    expect(cases()[0]?.verification).toMatchObject({ holds: true, verifiedBy: '纪检组', evidence: ['签到表原件', '询问笔录'] });
    expect(() => act(education, 'verify-case', studio, { ...verified, case: 1 })).toThrow('已于 2026-09-01 查核');
  });

  it('of a fault counts only with the damage it did', () => {
    act(education, 'open-case', studio, { ...found, kind: '出现过失造成巨大负面影响' });
    expect(() => act(education, 'verify-case', studio, verified)).toThrow('请写明「造成的影响」');
    act(education, 'verify-case', studio, { ...verified, impact: '多家媒体报道' });
    expect(revoke().message).toContain('代签属实');
  });

  it('is named where there are several', () => {
    act(education, 'open-case', studio, found);
    act(education, 'open-case', studio, { ...found, facts: '课题不实' });
    expect(() => act(education, 'verify-case', studio, verified)).toThrow('有线索 1、2，请在「线索编号」写明是哪一件');
    act(education, 'verify-case', studio, { ...verified, case: 2, holds: '否', findings: '查无此事' });
    expect(cases().map(({ verification }) => verification?.holds)).toEqual([undefined, false]);
  });

  it('is the department’s that looks after the title', () => {
    expect(() => act(office, 'open-case', studio, found)).toThrow('没有这项职权');
    expect(() => act(hr, 'open-case', studio, found)).toThrow('尚未命名为区级名师工作室');
  });
});

describe('第二十条: revocation for a case', () => {
  it('is refused while nobody has verified it, and when it was found untrue', () => {
    act(education, 'open-case', studio, found);
    expect(() => revoke()).toThrow('截至 2026-09-01 尚未查核');
    act(education, 'verify-case', studio, { ...verified, holds: '否' });
    expect(() => revoke()).toThrow('没有可以据以撤销的记录');
    expect(register.titles()).toEqual({ 'in-system': 'held' });
  });

  it('may come at any time once it is verified as true, from that day on', () => {
    act(education, 'open-case', studio, found);
    register.moveTo('2026-09-10');
    act(education, 'verify-case', studio, verified);
    expect(() => revoke({ date: '2026-09-09' })).toThrow('截至 2026-09-09 尚未查核');
    const { warnings } = revoke();
    expect(warnings.join()).toContain('没有听取工作室的陈述');
    expect(register.revocations()).toMatchObject([{ ground: 'misconduct', caseId: cases()[0]?.id }]);
  });

  it('asks which record it stands on where there are several', () => {
    act(education, 'open-case', studio, found);
    act(education, 'verify-case', studio, verified);
    act(education, 'open-case', studio, { ...found, facts: '课题不实' });
    expect(() => revoke()).toThrow(/请在「撤销依据」写明是哪一项：代签属实（线索 1）、.*（线索 2）/);
    expect(() => revoke({ ground: 'case-3' })).toThrow('没有「case-3」这项依据');
    expect(() => revoke({ ground: 'case-2' })).toThrow('尚未查核');
    revoke({ ground: 'case-1' });
  });

  it('makes the bureau of a district studio decide on its own title by the same case', () => {
    register = cycleRegister('district');
    act(hr, 'open-case', studio, found);
    act(hr, 'verify-case', studio, verified);
    act(hr, 'propose-revocation', studio);
    act(office, 'revoke', studio, { minutes: '会议' });
    act(education, 'revoke', studio, { minutes: '纪要' });
    expect(register.revocations().map(({ ground, caseId }) => [ground, caseId])).toEqual([
      ['misconduct', cases()[0]?.id],
      ['misconduct', cases()[0]?.id],
    ]);
  });

  it('stands in the way of a district round while nobody has decided', () => {
    act(education, 'open-case', studio, found);
    act(hr, 'open-round', null);
    expect(() => act(education, 'apply-to-round', studio, { unitAgreed: '是' })).toThrow('有问题线索正在查核');
    act(education, 'verify-case', studio, { ...verified, holds: '否' });
    act(education, 'apply-to-round', studio, { unitAgreed: '是' });
  });
});

describe('第二十条: the notice of criticism', () => {
  const criticise = (answers: Readonly<Record<string, unknown>> = {}) =>
    act(education, 'issue-circular', studio, { people: '区教育局第1领办人、王某', ...answers });

  it('follows the revocation, names the lead, and is issued once', () => {
    act(education, 'open-case', studio, found);
    act(education, 'verify-case', studio, verified);
    expect(() => criticise()).toThrow('没有可以办理的问题线索');
    register.moveTo('2026-09-10');
    revoke();
    expect(() => criticise({ people: '王某' })).toThrow('通报批评的对象应包括领办人区教育局第1领办人');
    expect(() => criticise({ date: '2026-09-09' })).toThrow('称号尚未因此撤销');
    expect(criticise({ sanctions: '记过' }).message).toContain('已发出通报批评 武昌教名〔2026〕3号');
    expect(cases()[0]?.circulars).toMatchObject([{ people: '区教育局第1领办人、王某', sanctions: '记过' }]);
    expect(() => criticise()).toThrow('已由 武昌教名〔2026〕3号 通报');
  });

  it('is not for a revocation on an assessment', () => {
    register.assess('process', '合格', '2027-08-01');
    register.assess('periodic', '不合格', '2028-08-01');
    register.approve('2028-08-10');
    revoke();
    expect(() => criticise()).toThrow('没有可以办理的问题线索');
  });
});
