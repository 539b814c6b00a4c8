import { beforeEach, describe, expect, it } from 'vitest';
import { type CycleRegister, cycleRegister, done, more, short, studio } from './cycle-register.ts';
import { education, hr, office } from './round-register.ts';

let register: CycleRegister;
beforeEach(() => {
  register = cycleRegister();
});
const act: CycleRegister['act'] = (...asked) => register.act(...asked);

const assessed = { assessors: '甲', opinion: '以现场查验为准' };

describe('第十九条第一款: when an assessment is due', () => {
  it('takes the process assessment from the first day of the cycle on', () => {
    expect(() =>
      act(education, 'record-process-assessment', studio, { ...assessed, grade: '合格', actual: done, date: '2026-08-31' }),
    ).toThrow('没有已签订的任务承诺书');
    register.assess('process', '合格', '2026-09-01');
    expect(register.assessments()).toMatchObject([{ kind: 'process', cycleYear: 1, assessedOn: '2026-09-01' }]);
  });

  it('takes the periodic one from the first day of the second year on, and not the day before', () => {
    register.assess('process', '合格', '2027-08-01');
    expect(() => register.assess('periodic', '合格', '2027-08-31')).toThrow(/第 2 年自 2027-09-01 起.*第十九条第一款/);
    register.assess('periodic', '合格', '2027-09-01');
    expect(register.assessments()).toMatchObject([{ cycleYear: 1 }, { kind: 'periodic', cycleYear: 2 }]);
  });

  it('skips no year, and takes none twice', () => {
    expect(() => register.assess('periodic', '合格', '2028-08-01')).toThrow('第 1 年的考核尚未登记');
    register.assess('process', '合格', '2028-08-01');
    expect(() => register.assess('process', '合格', '2028-08-01')).toThrow('已有过程性考核');
    register.assess('periodic', '合格', '2028-09-15');
    expect(() => register.assess('periodic', '合格', '2028-09-15')).toThrow('已有周期性考核');
  });

  it('does not assess a day that has not come', () => {
    expect(() =>
      act(education, 'record-process-assessment', studio, { ...assessed, grade: '合格', actual: done, date: '2026-09-02' }),
    ).toThrow('考核日期 2026-09-02 晚于今天 2026-09-01');
  });

  it('is the bureau’s in the system and the HR bureau’s at district level, each against its own letter', () => {
    expect(() => act(hr, 'record-process-assessment', studio, { ...assessed, grade: '合格', actual: done })).toThrow(
      '尚未命名为区级名师工作室',
    );
    const district = cycleRegister('district');
    expect(() => district.act(education, 'record-process-assessment', studio, { ...assessed, grade: '合格', actual: done })).toThrow(
      '没有已签订的任务承诺书',
    );
    district.assess('process', '合格', '2027-08-01');
    expect(district.assessments()).toMatchObject([{ level: 'district', grade: 'qualified' }]);
    expect(() => act(office, 'record-process-assessment', studio, { ...assessed, grade: '合格', actual: done })).toThrow('没有这项职权');
  });
});

describe('第十九条第二款: task by task, with a suggested grade', () => {
  it('keeps what the studio reported itself beside what was found', () => {
    act(education, 'record-process-assessment', studio, {
      ...assessed,
      grade: '合格',
      actual: done,
      selfReported: { '2-1': 520 },
      selfAssessment: '全面完成',
      evidence: { '2-1': '签到表' },
    });
    const [assessment] = register.assessments();
    expect(assessment).toMatchObject({ selfAssessment: '全面完成', suggestedGrade: 'qualified' });
    expect(assessment?.items.find(({ code }) => code === '2-1')).toMatchObject({
      target: 500,
      actual: 500,
      selfReported: 520,
      yearTarget: 500,
      yearActual: 500,
      evidence: '签到表',
    });
  });

  it.each([
    [done, 'qualified', '8 项任务完成 8 项，其中超额完成 0 项'],
    [more, 'excellent', '8 项任务完成 8 项，其中超额完成 4 项'],
    [{ ...more, '4-1': 1 }, 'qualified', '8 项任务完成 8 项，其中超额完成 3 项'],
    [short, 'unqualified', '8 项任务完成 6 项'],
  ])('suggests a grade with its reasons: %o is %s', (actual, grade, reason) => {
    act(education, 'record-process-assessment', studio, { ...assessed, grade: '合格', actual });
    const [assessment] = register.assessments();
    expect(assessment?.suggestedGrade).toBe(grade);
    expect(assessment?.suggestion).toContain(reason);
  });

  it('lets people decide otherwise with an opinion, and not without', () => {
    register.moveTo('2027-08-01');
    for (const [code, amount] of Object.entries(short)) {
      act(education, 'record-activity', studio, {
        task: code,
        title: '活动',
        amount,
        evidence: '材料',
        ...(code === '3-1' ? { level: '区级' } : {}),
      });
    }
    const decide = (grade: string, opinion?: string) =>
      act(education, 'record-process-assessment', studio, { assessors: '甲', grade, ...(opinion === undefined ? {} : { opinion }) });
    expect(() => decide('合格')).toThrow(
      /任务 2-1「开展培训」应完成 500人次，实际 499人次，差 1人次.*建议等次为不合格，定为合格须写明考核意见/,
    );
    expect(decide('合格', '因学期调整，缺额已安排').message).toContain('合格（建议不合格）');
  });

  it('counts the whole cycle in the periodic assessment, and the last year by itself', () => {
    register.assess('process', '合格', '2027-08-01', { ...done, '2-1': 480 });
    const decide = (trained: number) =>
      act(education, 'record-periodic-assessment', studio, {
        ...assessed,
        grade: '合格',
        actual: { ...done, '2-1': trained },
      });
    register.moveTo('2028-08-01');
    decide(520);
    const periodic = register.assessments().at(-1);
    expect(periodic).toMatchObject({ kind: 'periodic', suggestedGrade: 'qualified' });
    expect(periodic?.items.find(({ code }) => code === '2-1')).toMatchObject({
      target: 1000,
      actual: 1000,
      yearTarget: 500,
      yearActual: 520,
    });
  });

  it('suggests unqualified when the cycle is a single person-time short', () => {
    register.assess('process', '合格', '2027-08-01', { ...done, '2-1': 480 });
    register.assess('periodic', '合格', '2028-08-01', { ...done, '2-1': 519 });
    expect(register.assessments().at(-1)).toMatchObject({ suggestedGrade: 'unqualified' });
  });
});

describe('第十九条第三款: approval of periodic results', () => {
  beforeEach(() => {
    register.assess('process', '合格', '2027-08-01');
  });

  it('is the HR bureau’s in the system, and the leading-group office’s at district level', () => {
    register.assess('periodic', '合格', '2028-08-01');
    expect(() => act(education, 'approve-periodic-result', studio, { decision: '审定通过' })).toThrow('没有这项职权');
    expect(() => act(office, 'approve-periodic-result', studio, { decision: '审定通过' })).toThrow('尚未命名为区级名师工作室');
    register.approve('2028-08-10');
    expect(register.assessments().at(-1)?.approval).toMatchObject({ by: 'hr-bureau', decision: 'approved', decidedOn: '2028-08-10' });

    const district = cycleRegister('district');
    district.assess('process', '合格', '2027-08-01');
    district.assess('periodic', '合格', '2028-08-01');
    expect(() => district.act(hr, 'approve-periodic-result', studio, { decision: '审定通过' })).toThrow('还没有考核记录');
    district.approve('2028-08-10');
    expect(district.assessments().at(-1)?.approval).toMatchObject({ by: 'leading-group-office' });
  });

  it('is not asked for a process assessment', () => {
    expect(() => register.approve('2027-08-10')).toThrow('过程性考核结果不须审定');
  });

  it('is given once, from the day of the assessment on', () => {
    register.assess('periodic', '合格', '2028-08-01');
    expect(() => act(hr, 'approve-periodic-result', studio, { decision: '审定通过', date: '2028-07-31' })).toThrow(
      '审定日期 2028-07-31 早于考核日期',
    );
    register.approve('2028-08-01');
    expect(() => register.approve('2028-08-02')).toThrow('已于 2028-08-01 审定');
  });

  it('may send a result back with an opinion; it is then assessed again and approved anew', () => {
    register.assess('periodic', '优秀', '2028-08-01');
    expect(() => act(hr, 'approve-periodic-result', studio, { decision: '退回' })).toThrow('退回须写明「意见」');
    register.approve('2028-08-05', 'returned');
    expect(() => register.approve('2028-08-06')).toThrow('已于 2028-08-05 退回');
    register.assess('periodic', '合格', '2028-08-10');
    expect(register.assessments().map(({ kind, grade, approval }) => [kind, grade, approval])).toEqual([
      ['process', 'qualified', null],
      ['periodic', 'qualified', null],
    ]);
    register.approve('2028-08-12');
    expect(register.assessments().at(-1)?.approval?.decision).toBe('approved');
  });
});

describe('第十九条第二款: renewal', () => {
  const renew = (answers: Readonly<Record<string, unknown>> = {}) => act(education, 'renew-letter', studio, answers);
  beforeEach(() => {
    register.assess('process', '合格', '2027-08-01');
  });

  it('needs an approved periodic result of qualified or better', () => {
    expect(() => renew()).toThrow('本周期尚未进行周期性考核');
    register.assess('periodic', '合格', '2028-08-01');
    expect(() => renew()).toThrow(/尚未经区人力资源局审定.*第十九条第三款/);
    register.approve('2028-08-10');
    expect(() => renew({ date: '2028-08-09' })).toThrow('尚未经区人力资源局审定');
    renew({ date: '2028-08-10' });
    expect(register.letters()).toHaveLength(2);
  });

  it('names the letter it follows, and begins the day after that ended, however late it is signed', () => {
    register.assess('periodic', '合格', '2028-08-01', more);
    register.approve('2028-08-10');
    register.moveTo('2028-10-20');
    expect(() => renew({ target: { '2-1': 400 } })).toThrow('第九条第二项');
    expect(renew({ target: { '2-1': 700 } }).message).toContain('承接 武昌教名〔2026〕1号');
    const [first, second] = register.letters();
    expect(second).toMatchObject({
      previousLetterId: first?.id,
      cycleFrom: '2028-09-01',
      cycleTo: '2030-08-31',
      signedOn: '2028-10-20',
    });
    expect(second?.tasks.find(({ code }) => code === '2-1')).toMatchObject({ yearlyTarget: 700, baseline: 600 });
  });

  it('may be drawn up before it is signed, and is the same letter then', () => {
    register.assess('periodic', '合格', '2028-08-01');
    expect(() => act(education, 'draw-up-letter', studio)).toThrow('尚未经区人力资源局审定');
    register.approve('2028-08-10');
    act(education, 'draw-up-letter', studio, { target: { '2-1': 650 } });
    register.moveTo('2028-08-20');
    renew();
    expect(register.letters().map(({ number, signedOn }) => [number, signedOn])).toEqual([
      ['武昌教名〔2026〕1号', '2026-09-01'],
      ['武昌教名〔2028〕1号', '2028-08-20'],
    ]);
    expect(register.letters()[1]?.tasks.find(({ code }) => code === '2-1')?.yearlyTarget).toBe(650);
  });

  it('is not a first letter, and a first letter is not signed twice', () => {
    expect(() => act(education, 'sign-commitment-letter', studio)).toThrow(/已签订 武昌教名〔2026〕1号.*续签/);
    const bare = cycleRegister();
    expect(() => bare.act(education, 'renew-letter', '区教育局第2名师工作室')).toThrow('还没有签订过任务承诺书');
  });

  it('is done once for each periodic result', () => {
    register.assess('periodic', '合格', '2028-08-01');
    register.approve('2028-08-10');
    renew();
    expect(() => renew()).toThrow('本周期尚未进行周期性考核');
  });

  it('is refused after an unqualified result', () => {
    register.assess('periodic', '不合格', '2028-08-01');
    register.approve('2028-08-10');
    expect(() => renew()).toThrow('周期性考核不合格的直接撤销称号，不续签');
  });

  it('leads into the next cycle, whose years are assessed against the new letter', () => {
    register.assess('periodic', '合格', '2028-08-01');
    register.approve('2028-08-10');
    renew();
    expect(() => register.assess('process', '合格', '2028-08-31')).toThrow('已有过程性考核');
    register.assess('process', '优秀', '2029-08-01', more);
    expect(register.assessments().at(-1)).toMatchObject({ kind: 'process', letterId: register.letters()[1]?.id });
  });
});

describe('第十九条第二款: reward', () => {
  const give = () => act(education, 'reward', studio, { content: '通报表扬', amount: '5000' });

  it('is for an approved excellent periodic result, once', () => {
    register.assess('process', '优秀', '2027-08-01', more);
    expect(give).toThrow('还没有周期性考核记录');
    register.assess('periodic', '优秀', '2028-08-01', more);
    expect(give).toThrow('尚未经区人力资源局审定');
    register.approve('2028-08-10');
    expect(give().message).toContain('通报表扬');
    expect(give).toThrow('本次考核已经奖励');
  });

  it('is not for a qualified one', () => {
    register.assess('process', '合格', '2027-08-01');
    register.assess('periodic', '合格', '2028-08-01');
    register.approve('2028-08-10');
    expect(give).toThrow('只对周期性考核优秀的予以奖励');
  });

  it('of a district studio is the leading-group office’s (第十七条)', () => {
    const district = cycleRegister('district');
    district.assess('process', '优秀', '2027-08-01', more);
    district.assess('periodic', '优秀', '2028-08-01', more);
    district.approve('2028-08-10');
    expect(() => district.act(hr, 'reward', studio, { content: '奖牌' })).toThrow('没有这项职权');
    expect(district.act(office, 'reward', studio, { content: '奖牌' }).message).toContain('奖牌');
  });
});
