import { article } from './article.ts';
import { withoutDust } from './assessment/task-results.ts';
import { cycleEnd, cycleYearOn, cycleYears } from './cycle.ts';
import type { Measures } from './measures.ts';
import { type Permission, remarkWhen } from './permission.ts';
import type { PlainDate } from './plain-date.ts';
import { type TaskGroup, taskGroupLabels } from './task-groups.ts';

/** What a studio does for its tasks. 第九条. */
export type ActivityKind = 'lecture' | 'training' | 'topic' | 'event' | 'theory' | 'innovation';

/** What people call each kind, what it is counted in, and the group of tasks it serves. */
export const activityKinds: Readonly<Record<ActivityKind, { readonly label: string; readonly unit: string; readonly group: TaskGroup }>> = {
  lecture: { label: '示范讲座或展示', unit: '场', group: 'demonstration' },
  training: { label: '培训', unit: '人次', group: 'training' },
  topic: { label: '调研课题', unit: '项', group: 'research' },
  event: { label: '高端培训或学术活动', unit: '次', group: 'research' },
  theory: { label: '理论成果', unit: '篇（部）', group: 'theory' },
  innovation: { label: '创新成果', unit: '项', group: 'innovation' },
};

/** One line of the activity ledger, bound to a task of the letter. */
export interface Activity {
  readonly task: string;
  readonly on: PlainDate;
  readonly quantity: number;
}

/** A line somebody wants to write. */
export interface ProposedActivity extends Activity {
  readonly kind: ActivityKind;
  /** Where the papers are. */
  readonly evidence: string;
}

/** An activity counts for a task of its kind, within the cycle, in whole numbers, with evidence. 第九条, 第十九条第二款 (逐项). */
export function mayRecordActivity(
  { task, on, quantity, kind, evidence }: ProposedActivity,
  tasks: readonly { readonly code: string; readonly group: TaskGroup }[],
  cycleFrom: PlainDate,
  measures: Measures,
): Permission {
  const place = article(9);
  const cycleTo = cycleEnd(cycleFrom, measures);
  const { label, group } = activityKinds[kind];
  const promised = tasks.find(({ code }) => code === task);
  return {
    against: [
      ...remarkWhen(promised === undefined, `承诺书没有编号为 ${task} 的任务`, place),
      ...remarkWhen(
        promised !== undefined && promised.group !== group,
        `${label}属于「${taskGroupLabels[group].label}」，任务 ${task} 不属此类`,
        taskGroupLabels[group].article,
      ),
      ...remarkWhen(on < cycleFrom || on > cycleTo, `日期 ${on} 不在承诺书周期（${cycleFrom} 至 ${cycleTo}）内`, place),
      ...remarkWhen(!(Number.isSafeInteger(quantity) && quantity > 0), '数量应是大于 0 的整数', place),
      ...remarkWhen(evidence.trim() === '', '须写明佐证材料', place),
    ],
    warnings: [],
  };
}

/**
 * What was done for each task, one number for every year of the cycle, in the order of the years: what `taskResults` takes. Activities
 * outside the cycle and tasks not asked for count nowhere.
 */
export function activitySums(
  activities: readonly Activity[],
  tasks: readonly string[],
  cycleFrom: PlainDate,
  measures: Measures,
): Readonly<Record<string, readonly number[]>> {
  const years = cycleYears(measures);
  const sumOf = (task: string, year: number) =>
    activities
      .filter((activity) => activity.task === task && cycleYearOn(cycleFrom, activity.on, measures) === year)
      .reduce((sum, { quantity }) => sum + quantity, 0);
  return Object.fromEntries(tasks.map((task) => [task, years.map((year) => withoutDust(sumOf(task, year)))]));
}
