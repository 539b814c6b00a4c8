import { type TaskGroup, taskGroupLabels, taskGroups } from '../../policy/task-groups.ts';

/** What a table calls each group of tasks: 第九条 in the words of the Measures. */
export const taskGroupTitles = Object.fromEntries(taskGroups.map((group) => [group, taskGroupLabels[group].label])) as Readonly<
  Record<TaskGroup, string>
>;
