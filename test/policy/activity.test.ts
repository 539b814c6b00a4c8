import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Activity, activityKinds, activitySums, mayRecordActivity } from '../../policy/activity.ts';
import { measuresOn } from '../../policy/measures.ts';
import { addDays, plainDate } from '../../policy/plain-date.ts';
import { standardTasks } from '../../policy/standard-tasks.ts';
import { against } from './good-standing.ts';

const from = plainDate('2026-09-01');
const measures = measuresOn(from);
const tasks = standardTasks(measures);
const lesson = { kind: 'training', task: '2-1', on: plainDate('2026-10-01'), quantity: 40, evidence: '签到表' } as const;
const entered = (changed: Partial<Parameters<typeof mayRecordActivity>[0]>) =>
  against(mayRecordActivity({ ...lesson, ...changed }, tasks, from, measures));

describe('第九条: the activity ledger', () => {
  it('takes what a studio did for a task of its kind, with evidence', () => {
    expect(mayRecordActivity(lesson, tasks, from, measures)).toEqual({ against: [], warnings: [] });
    expect([entered({ task: '9-9' }), entered({ task: '3-1' }), entered({ evidence: ' ' })]).toEqual([
      ['承诺书没有编号为 9-9 的任务 第九条'],
      ['培训属于「培育专业人才」，任务 3-1 不属此类 第九条第二项'],
      ['须写明佐证材料 第九条'],
    ]);
  });

  it('takes days from the first of the cycle to its last', () => {
    const no = (on: string) => [`日期 ${on} 不在承诺书周期（2026-09-01 至 2028-08-31）内 第九条`];
    expect(['2026-08-31', '2026-09-01', '2028-08-31', '2028-09-01'].map((on) => entered({ on: plainDate(on) }))).toEqual([
      no('2026-08-31'),
      [],
      [],
      no('2028-09-01'),
    ]);
  });

  it('takes whole numbers above zero', () => {
    expect([0, 1, 1.5, -1].map((quantity) => entered({ quantity }))).toEqual([
      ['数量应是大于 0 的整数 第九条'],
      [],
      ['数量应是大于 0 的整数 第九条'],
      ['数量应是大于 0 的整数 第九条'],
    ]);
  });

  it('has a kind for each group of tasks', () => {
    expect(Object.entries(activityKinds).map(([kind, { label, unit, group }]) => `${kind} ${label} ${unit} ${group}`)).toEqual([
      'lecture 示范讲座或展示 场 demonstration',
      'training 培训 人次 training',
      'topic 调研课题 项 research',
      'event 高端培训或学术活动 次 research',
      'theory 理论成果 篇（部） theory',
      'innovation 创新成果 项 innovation',
    ]);
  });

  it('is summed by task and year of the cycle', () => {
    const done = (task: string, on: string, quantity: number): Activity => ({ task, on: plainDate(on), quantity });
    const ledger = [
      done('2-1', '2026-08-31', 1000),
      done('2-1', '2026-09-01', 40),
      done('2-1', '2027-08-31', 60),
      done('2-1', '2027-09-01', 7),
      done('3-1', '2028-08-31', 1),
      done('3-1', '2028-09-01', 5),
      done('9-9', '2027-01-01', 5),
    ];
    expect(activitySums(ledger, ['2-1', '3-1', '5-1'], from, measures)).toEqual({ '2-1': [100, 7], '3-1': [0, 1], '5-1': [0, 0] });
  });

  it('loses nothing done within the cycle', () => {
    const activity = fc.record({ task: fc.constantFrom('2-1', '3-1'), days: fc.nat(729), quantity: fc.nat(500) });
    fc.assert(
      fc.property(fc.array(activity, { maxLength: 30 }), (list) => {
        const ledger = list.map(({ task, days, quantity }) => ({ task, on: addDays(from, days), quantity }));
        const sums = Object.values(activitySums(ledger, ['2-1', '3-1'], from, measures)).flat();
        return sums.reduce((sum, number) => sum + number, 0) === ledger.reduce((sum, { quantity }) => sum + quantity, 0);
      }),
    );
  });
});
