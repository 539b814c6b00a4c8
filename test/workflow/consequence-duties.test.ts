import { beforeEach, describe, expect, it } from 'vitest';
import { listDuties } from '../../workflow/duties.ts';
import { type CycleRegister, cycleRegister, done, more, short, studio } from './cycle-register.ts';
import { education, hr, office } from './round-register.ts';

let register: CycleRegister;
beforeEach(() => {
  register = cycleRegister();
});
const act: CycleRegister['act'] = (...asked) => register.act(...asked);
/** What a seat is told about the studio, but for its ledger and its account, which are other tests' business. */
const told = (seat: string, days = 40) =>
  listDuties(register.contextOf(seat), days)
    .filter((duty) => duty.studio === studio && !['第九条', '第十八条'].some((other) => duty.article.startsWith(other)))
    .map(({ due, action, duty }) => `${due} ${action} ${duty}`);

describe('duties along a cycle', () => {
  it('begin with the filing, which waits for the HR bureau', () => {
    const other = cycleRegister();
    other.db.$client.exec(
      `INSERT INTO filings (id, designation_id, department_id, sent_on)
       SELECT id, id, department_id, '2026-08-20' FROM designations WHERE studio_id = '${other.idOf(studio)}'`,
    );
    register = other;
    expect(told(hr)).toEqual(['2026-09-04 acknowledge-filing 办理备案']);
    expect(told(office)).toEqual([]);
  });

  it('come into view as the year ends, and go with the assessment', () => {
    register.moveTo('2027-07-21');
    expect(told(education)).toEqual([]);
    register.moveTo('2027-07-22');
    expect(told(education)).toEqual(['2027-08-31 record-process-assessment 过程性考核']);
    register.assess('process', '合格', '2027-07-22');
    expect(told(education)).toEqual([]);
  });

  it('pass from the assessor to who approves and back', () => {
    register.assess('process', '合格', '2027-07-22');
    register.assess('periodic', '优秀', '2028-08-01', more);
    expect(told(hr)).toEqual(['2028-08-16 approve-periodic-result 审定周期性考核结果']);
    expect(told(education)).toEqual(['2028-08-31 assessment-approval 周期性考核结果报请审定']);
    register.approve('2028-08-02', 'returned');
    expect(told(hr)).toEqual([]);
    expect(told(education)).toEqual([
      '2028-08-17 record-periodic-assessment 周期性考核结果被退回，重新考核',
      '2028-08-31 studio 周期性考核、续签承诺书',
    ]);
    register.assess('periodic', '优秀', '2028-08-05', more);
    register.approve('2028-08-10');
    expect(told(education)).toEqual(['2028-08-25 reward 周期性考核优秀，予以奖励', '2028-08-31 renew-letter 续签任务承诺书']);
    act(education, 'reward', studio, { content: '通报表扬' });
    act(education, 'renew-letter', studio);
    expect(told(education)).toEqual([]);
  });

  it('follow a rectification from the notice to its end', () => {
    register.assess('process', '不合格', '2027-08-01', short);
    expect(told(education)).toEqual(['2027-08-01 issue-rectification-notice 过程性考核不合格，发出整改通知书']);
    act(education, 'issue-rectification-notice', studio);
    expect(told(education)).toEqual(['2027-08-31 studio 整改到期，复查']);
    act(education, 'record-rectification-report', studio, { reporter: '甲', result: { '2-1': '补', '3-1': '补' } });
    expect(told(education)).toEqual(['2027-08-16 record-reinspection 已报告整改，复查']);
    act(education, 'record-reinspection', studio, { inspectors: '乙', result: '整改不到位', remaining: { '2-1': '差' } });
    register.moveTo('2027-08-31');
    expect(told(education)).toEqual(['2027-08-31 studio 整改到期，复查']);
    register.moveTo('2027-09-01');
    expect(told(education)).toEqual(['2027-08-31 studio 整改已逾期，复查', '2027-09-16 revoke 逾期整改不到位，撤销称号']);
  });

  it('end when the rectification has passed', () => {
    register.assess('process', '不合格', '2027-08-01', short);
    act(education, 'issue-rectification-notice', studio);
    act(education, 'record-rectification-report', studio, { reporter: '甲', result: { '2-1': '补', '3-1': '补' } });
    act(education, 'record-reinspection', studio, { inspectors: '乙', result: '整改到位' });
    register.moveTo('2027-09-20');
    expect(told(education)).toEqual([]);
  });
});

describe('duties around a revocation', () => {
  it('ask for plaque and circular until they are done, and for nothing else of the studio', () => {
    act(education, 'open-case', studio, { kind: '弄虚作假', how: '审计', facts: '不实' });
    expect(told(education)).toEqual(['2026-09-16 verify-case 查核问题线索']);
    act(education, 'verify-case', studio, { by: '纪检组', holds: '是', findings: '属实', evidence: '报告' });
    expect(told(education)).toEqual(['2026-09-16 revoke 问题查实，撤销称号']);
    act(education, 'revoke', studio, { minutes: '纪要' });
    expect(told(education)).toEqual(['2026-09-16 take-back-plaque 称号已撤销，收回牌匾', '2026-09-16 issue-circular 称号已撤销，通报批评']);
    act(education, 'take-back-plaque', studio, { receivedBy: '何思齐' });
    act(education, 'issue-circular', studio, { people: '区教育局第1领办人' });
    expect(told(education, 3000)).toEqual([]);
  });

  it('of a district title go from proposal to decision, and ask the bureau about its own', () => {
    register = cycleRegister('district');
    register.assess('process', '合格', '2027-08-01');
    register.assess('periodic', '不合格', '2028-08-01', { ...done, '2-1': 1 });
    register.approve('2028-08-10');
    expect(told(hr)).toEqual(['2028-08-31 propose-revocation 周期性考核不合格，提请撤销称号']);
    act(hr, 'propose-revocation', studio);
    expect([told(hr), told(office)]).toEqual([[], ['2028-08-25 revoke 区人力资源局提请撤销称号，研究决定']]);
    act(office, 'revoke', studio, { minutes: '会议', reclaim: 30_000, reclaimReason: '2026 年拨付' });
    expect(told(office)).toEqual(['2028-08-25 take-back-plaque 称号已撤销，收回牌匾']);
    expect(told(hr)).toEqual(['2028-08-25 reclaim-grant 称号已撤销，收回资助 3 万元']);
    expect(told(education)).toContain('2028-08-25 keep-title 另一级称号已撤销，研究系统内称号去留');
    act(hr, 'reclaim-grant', studio, { voucher: '收1' });
    act(education, 'keep-title', studio, { reason: '教学扎实' });
    expect([told(hr), told(education).filter((line) => line.includes('keep-title'))]).toEqual([[], []]);
  });
});

describe('duties about the team', () => {
  it('ask for another lead after one has gone, and for members where there are too few', () => {
    act(education, 'lead-dies', studio, { evidence: '单位证明' });
    expect(told(education)).toEqual(['2026-09-16 change-lead 领办人已离任，变更领办人或终止称号']);
  });
});
