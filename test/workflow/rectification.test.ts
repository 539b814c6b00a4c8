import { beforeEach, describe, expect, it } from 'vitest';
import { type CycleRegister, cycleRegister, done, short, studio } from './cycle-register.ts';
import { education, hr } from './round-register.ts';

let register: CycleRegister;
const act: CycleRegister['act'] = (...asked) => register.act(...asked);
/** The notice is of 2027-08-01, its last day 2027-08-31. */
beforeEach(() => {
  register = cycleRegister();
  register.assess('process', '不合格', '2027-08-01', short);
  act(education, 'issue-rectification-notice', studio);
});

const results = { '2-1': '补训 1 人次', '3-1': '补立课题 1 项' };
const report = (on: string, answers: Readonly<Record<string, unknown>> = {}) => {
  register.moveTo(on);
  return act(education, 'record-rectification-report', studio, { reporter: '领办人', result: results, ...answers });
};
const look = (on: string, answers: Readonly<Record<string, unknown>>) => {
  register.moveTo(on);
  return act(education, 'record-reinspection', studio, { inspectors: '林清源', ...answers });
};
const passes = { result: '整改到位' };
const fails = { result: '整改不到位', remaining: { '2-1': '仍差 1 人次' } };
const revoke = (on: string) => {
  register.moveTo(on);
  return act(education, 'revoke', studio, { minutes: '纪要 9 号' });
};

describe('第十九条第二款: the report on a rectification', () => {
  it('is in time on the last day, and not on the next', () => {
    expect(register.rectification()?.deadline).toBe('2027-08-31');
    expect(() => report('2027-09-01')).toThrow('整改期限至 2027-08-31，已逾期');
    report('2027-09-01', { date: '2027-08-31' });
    expect(register.rectification()?.reports).toMatchObject([{ reportedOn: '2027-08-31', results: [{ result: '补训 1 人次' }, {}] }]);
  });

  it('is in time from the day of the notice, and not before', () => {
    expect(() => report('2027-08-02', { date: '2027-07-31' })).toThrow('报告日期 2027-07-31 早于整改通知书日期 2027-08-01');
    expect(report('2027-08-02', { date: '2027-08-01' }).message).toContain('2 项，请复查');
  });

  it('speaks of every problem of the notice and of no other', () => {
    expect(() => report('2027-08-20', { result: { '2-1': '补训' } })).toThrow('任务 3-1 没有写「整改结果」');
    expect(() => report('2027-08-20', { result: { ...results, '1-1': '加一场' } })).toThrow('没有列出任务 1-1');
  });

  it('is waited for and not sent twice', () => {
    report('2027-08-20');
    expect(() => report('2027-08-21')).toThrow('已于 2027-08-20 报告，等待复查');
  });

  it('needs a notice', () => {
    const other = cycleRegister();
    expect(() => other.act(education, 'record-rectification-report', studio, { reporter: '甲', result: results })).toThrow(
      '没有整改通知书',
    );
  });
});

describe('第十九条第二款: the re-inspection', () => {
  it('follows a report', () => {
    expect(() => look('2027-08-20', passes)).toThrow('尚未收到整改报告，整改期限至 2027-08-31');
    report('2027-08-20');
    expect(() => look('2027-08-21', { ...passes, date: '2027-08-19' })).toThrow('复查日期 2027-08-19 早于报告日期');
    look('2027-08-21', passes);
    expect(register.rectification()?.reinspections).toMatchObject([{ passed: true, items: [{ mended: true }, { mended: true }] }]);
  });

  it('says problem by problem what is left, and that nothing is when it passes', () => {
    report('2027-08-20');
    expect(() => look('2027-08-21', { result: '整改不到位' })).toThrow('写明「仍存在的问题」');
    expect(() => look('2027-08-21', { ...passes, remaining: { '2-1': '差' } })).toThrow('不能认定整改到位');
    expect(() => look('2027-08-21', { ...fails, remaining: { '1-1': '差' } })).toThrow('没有列出任务 1-1');
    look('2027-08-21', fails);
    expect(register.rectification()?.reinspections[0]?.items.map(({ mended }) => mended)).toEqual([false, true]);
  });

  it('that fails early leaves the rest of the time for another report', () => {
    report('2027-08-10');
    expect(look('2027-08-12', fails).warnings[0]).toContain('期内可再次报告');
    expect(() => look('2027-08-13', passes)).toThrow('期限（2027-08-31）内须重新报告');
    expect(() => revoke('2027-08-31')).toThrow('尚未期满');
    report('2027-08-31');
    look('2027-09-05', passes);
    expect(register.rectification()?.reinspections.map(({ passed }) => passed)).toEqual([false, true]);
  });

  it('after the last day passes who reported nothing only for a stated reason', () => {
    expect(() => look('2027-09-01', passes)).toThrow('逾期未报告，认定整改到位须写明理由');
    look('2027-09-01', { ...passes, excuse: '领办人住院，材料已补齐' });
    expect(register.rectification()?.reinspections).toMatchObject([{ passed: true, excuse: '领办人住院，材料已补齐' }]);
  });

  it('that has passed is not asked again', () => {
    report('2027-08-20');
    look('2027-08-21', passes);
    expect(() => look('2027-08-22', fails)).toThrow('整改已通过复查');
    expect(() => report('2027-08-22')).toThrow('整改已通过复查');
  });

  it('is the assessor’s', () => {
    report('2027-08-20');
    expect(() => act(hr, 'record-reinspection', studio, { inspectors: '甲', ...passes })).toThrow('尚未命名为区级名师工作室');
  });
});

describe('第十九条第二款: what comes of a rectification', () => {
  it('passed, it lets the studio go on to the periodic assessment; before, not', () => {
    expect(() => register.assess('periodic', '合格', '2028-08-01')).toThrow('上次考核不合格，整改尚未通过复查');
    report('2028-08-01', { date: '2027-08-20' });
    expect(() => register.assess('periodic', '合格', '2028-08-01')).toThrow('整改尚未通过复查');
    look('2028-08-01', { ...passes, date: '2027-08-25' });
    register.assess('periodic', '合格', '2028-08-01', { ...done, '2-1': 501, '3-1': 3 });
    expect(register.assessments().at(-1)).toMatchObject({ kind: 'periodic', suggestedGrade: 'qualified' });
  });

  it('overdue, it costs the title from the day after the last day on, and not on the last day', () => {
    expect(() => revoke('2027-08-31')).toThrow('整改期限至 2027-08-31，尚未期满');
    expect(revoke('2027-09-01').message).toContain('已撤销「区教育局第1名师工作室」系统内名师工作室称号');
    expect(register.titles()).toEqual({ 'in-system': 'revoked' });
  });

  it('reported on the last day, it costs nothing before somebody has looked', () => {
    report('2027-08-31');
    expect(() => revoke('2027-09-10')).toThrow('整改报告尚未复查');
    look('2027-09-10', fails);
    expect(revoke('2027-09-10').message).toContain('逾期整改不到位');
  });

  it('passed, it costs nothing', () => {
    report('2027-08-20');
    look('2027-08-21', passes);
    expect(() => revoke('2027-09-10')).toThrow('没有可以据以撤销的记录');
  });
});
