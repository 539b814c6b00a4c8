import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advanceRectification,
  mayReinspect,
  mayReportRectification,
  mayRevokeForRectification,
  type RectificationCourse,
  rectificationStage,
  rectificationStageLabels,
} from '../../policy/assessment/rectification-course.ts';
import { addDays, plainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { against } from './good-standing.ts';

const date = plainDate;
const notice: RectificationCourse = { issuedOn: date('2027-09-01'), deadline: date('2027-10-01') };
const lastDay = date('2027-10-01');
const next = date('2027-10-02');
const report = (course: RectificationCourse, on: string) => advanceRectification(course, { kind: 'report', on: date(on) });
const reinspect = (course: RectificationCourse, on: string, passed: boolean, excuse?: string) =>
  advanceRectification(course, { kind: 'reinspect', on: date(on), passed, excuse });
/** Reported on the last day, which is in time. */
const reported: RectificationCourse = { ...notice, reportedOn: lastDay };

describe('第十九条第二款: the course of a rectification', () => {
  it('is overdue from the day after the last, unless a report of the last day keeps it open', () => {
    expect([
      rectificationStage(notice, lastDay),
      rectificationStage(notice, next),
      rectificationStage(reported, lastDay),
      rectificationStage(reported, date('2027-12-31')),
    ]).toEqual(['notified', 'overdue', 'reported', 'reported']);
  });

  it('takes a report on the last day and refuses it on the next', () => {
    expect(report(notice, '2027-10-01')).toEqual(reported);
    expect(() => report(notice, '2027-10-02')).toThrow('无法登记整改报告：整改期限至 2027-10-01，已逾期。（《办法》第十九条第二款）');
  });

  it('takes no report before the notice, twice, or after it has passed', () => {
    const passed = reinspect(reported, '2027-10-05', true);
    expect([
      against(mayReportRectification(notice, date('2027-08-31'))),
      against(mayReportRectification(notice, date('2027-09-01'))),
      against(mayReportRectification(report(notice, '2027-09-20'), date('2027-09-21'))),
      against(mayReportRectification(reinspect(report(notice, '2027-09-02'), '2027-09-03', true), date('2027-09-04'))),
      mayReportRectification(notice, lastDay).warnings,
    ]).toEqual([
      ['报告日期 2027-08-31 早于整改通知书日期 2027-09-01 第十九条第二款'],
      [],
      ['已于 2027-09-20 报告，等待复查 第十九条第二款'],
      ['整改已通过复查 第十九条第二款'],
      [],
    ]);
    expect([rectificationStage(passed, next), rectificationStageLabels.passed]).toEqual(['passed', '复查到位']);
  });

  it('is re-inspected after the report, also past the deadline, with either result', () => {
    expect([
      rectificationStage(reinspect(reported, '2027-10-20', true), next),
      rectificationStage(reinspect(reported, '2027-10-20', false), next),
    ]).toEqual(['passed', 'failed']);
    expect(() => reinspect(reported, '2027-09-30', true)).toThrow('无法登记整改复查：复查日期 2027-09-30 早于报告日期 2027-10-01。');
    expect(reinspect(reported, '2027-10-01', true).reinspection).toEqual({ on: '2027-10-01', passed: true });
  });

  it('is not re-inspected while time is left and nothing was reported', () => {
    for (const passed of [true, false]) {
      expect(() => reinspect(notice, '2027-10-01', passed)).toThrow('尚未收到整改报告，整改期限至 2027-10-01。');
    }
  });

  it('passes a studio that reported nothing in time only with a stated reason', () => {
    for (const excuse of [undefined, ' ']) {
      expect(() => reinspect(notice, '2027-10-02', true, excuse)).toThrow('整改期限至 2027-10-01，逾期未报告，认定整改到位须写明理由。');
    }
    expect([
      rectificationStage(reinspect(notice, '2027-10-02', true, '领办人住院'), next),
      rectificationStage(reinspect(notice, '2027-10-02', false), next),
    ]).toEqual(['passed', 'failed']);
  });

  it('leaves the rest of the time after a re-inspection that failed early', () => {
    const early = reinspect(report(notice, '2027-09-10'), '2027-09-15', false);
    const again = report(early, '2027-09-20');
    expect([again, rectificationStage(early, lastDay)]).toEqual([{ ...notice, reportedOn: '2027-09-20' }, 'failed']);
    expect(against(mayReportRectification(early, date('2027-09-14')))).toEqual([
      '报告日期 2027-09-14 早于上次复查日期 2027-09-15 第十九条第二款',
    ]);
    expect(report(early, '2027-09-15').reportedOn).toBe('2027-09-15');
    expect(() => report(early, '2027-10-02')).toThrow('已逾期');
    expect(() => reinspect(early, '2027-09-20', true)).toThrow(
      '已于 2027-09-15 复查不到位，期限（2027-10-01）内须重新报告，期满不再复查。',
    );
    expect(() => reinspect(reinspect(reported, '2027-10-05', true), '2027-10-06', false)).toThrow('整改已通过复查。');
    expect(mayReinspect(again, { kind: 'reinspect', on: lastDay, passed: true })).toEqual({ against: [], warnings: [] });
  });

  it('comes to revocation on the day after the last, when it is not mended', () => {
    const early = reinspect(report(notice, '2027-09-10'), '2027-09-15', false);
    const revoke = (course: RectificationCourse, on: string) => against(mayRevokeForRectification(course, date(on)));
    const notYet = ['整改期限至 2027-10-01，尚未期满 第十九条第二款'];
    expect([revoke(notice, '2027-10-01'), revoke(notice, '2027-10-02'), revoke(early, '2027-10-01'), revoke(early, '2027-10-02')]).toEqual([
      notYet,
      [],
      notYet,
      [],
    ]);
    expect([
      revoke(reported, '2027-10-02'),
      revoke(reported, '2027-09-30'),
      revoke(reinspect(reported, '2027-10-05', true), '2027-10-06'),
      revoke(reinspect(reported, '2027-10-05', false), '2027-10-06'),
    ]).toEqual([['整改报告尚未复查 第十九条第二款'], ['整改报告尚未复查 第十九条第二款'], ['整改已通过复查 第十九条第二款'], []]);
    expect(mayRevokeForRectification(notice, next).warnings).toEqual([]);
  });

  it('names every stage', () => {
    expect(Object.entries(rectificationStageLabels)).toEqual([
      ['notified', '整改中'],
      ['reported', '已报告，待复查'],
      ['passed', '复查到位'],
      ['failed', '复查不到位'],
      ['overdue', '逾期未整改'],
    ]);
  });

  it('never both passes and revokes, and once passed stays so, in any order of events', () => {
    const events = fc.array(
      fc.record({
        kind: fc.constantFrom('report' as const, 'reinspect' as const),
        after: fc.nat(5),
        passed: fc.boolean(),
        excuse: fc.constantFrom('', '病假'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(events, (list) => {
        let course = { issuedOn: date('2027-09-01'), deadline: date('2027-09-11') } as RectificationCourse;
        let day = course.issuedOn;
        let passed = false;
        for (const { kind, after, passed: result, excuse } of list) {
          day = addDays(day, after);
          try {
            course = advanceRectification(course, kind === 'report' ? { kind, on: day } : { kind, on: day, passed: result, excuse });
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
          const stage = rectificationStage(course, day);
          const revocable = mayRevokeForRectification(course, day).against.length === 0;
          if (passed && stage !== 'passed') return false;
          if (revocable && (stage === 'passed' || stage === 'reported' || day <= course.deadline)) return false;
          passed = stage === 'passed';
        }
        return true;
      }),
    );
  });
});
