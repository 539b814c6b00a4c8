import { article } from '../article.ts';
import type { Finding } from '../finding.ts';
import type { Measures } from '../measures.ts';
import { measuredTasks } from '../standard-tasks.ts';
import { type TaskGroup, taskGroupLabels, taskGroups } from '../task-groups.ts';

/** A task as somebody wants to commit to it. */
export interface CommittedTask {
  readonly code: string;
  readonly group: TaskGroup;
  readonly title: string;
  readonly unit: string;
  readonly yearlyTarget: number;
  /** Why the target is lower than the Measures ask. */
  readonly loweredReason?: string;
}

/**
 * A letter has tasks in all five groups, and none of the numbers of 第九条 is lowered without a reason. One finding a
 * group and one a number; a lowered number with its reason needs approval, without it is unmet.
 */
export function commitmentTargets(tasks: readonly CommittedTask[], { values }: Measures): readonly Finding[] {
  const groups = taskGroups.map((group): Finding => {
    const { label, article: place } = taskGroupLabels[group];
    const titles = tasks.filter((task) => task.group === group).map(({ title }) => title);
    const base = { rule: `task-group-${group}`, article: place, evidence: titles.join('、') };
    return titles.length === 0
      ? { ...base, outcome: 'unmet', message: `承诺书没有「${label}」类任务。` }
      : { ...base, outcome: 'met', message: `有「${label}」类任务。` };
  });
  const numbers = Object.entries(measuredTasks).map(([code, name]): Finding => {
    const { value: least, source } = values[name];
    const task = tasks.find((candidate) => candidate.code === code);
    const base = { rule: `task-target-${code}`, article: source };
    if (task === undefined) return { ...base, outcome: 'unmet', message: `承诺书缺少任务 ${code}。`, evidence: '' };
    const evidence = `任务 ${code} ${task.title}：每年 ${task.yearlyTarget} ${task.unit}`;
    if (task.yearlyTarget >= least) return { ...base, outcome: 'met', message: `不低于每年 ${least} ${task.unit}。`, evidence };
    if ((task.loweredReason ?? '').trim() !== '') {
      return { ...base, outcome: 'needs-approval', message: `低于每年 ${least} ${task.unit}，理由：${task.loweredReason}。`, evidence };
    }
    return {
      ...base,
      outcome: 'unmet',
      message: `任务 ${code} 每年 ${task.yearlyTarget} ${task.unit}，低于每年 ${least} ${task.unit}，且未说明理由。`,
      evidence,
    };
  });
  const unusable = tasks
    .filter(({ yearlyTarget }) => !Number.isFinite(yearlyTarget) || yearlyTarget <= 0)
    .map(
      ({ code }): Finding => ({
        rule: `task-target-${code}`,
        article: article(9),
        outcome: 'unmet',
        message: `任务 ${code} 的年度目标应大于 0。`,
        evidence: '',
      }),
    );
  return [...groups, ...numbers, ...unusable];
}
