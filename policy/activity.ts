import { article } from './article.ts';
import { type Level, levelLabels } from './qualification.ts';
import { Refusal } from './refusal.ts';
import type { TaskGroup } from './task-groups.ts';

/** What a studio does for the tasks of its letter, in the order of 第九条. */
export const activityKinds = ['lecture', 'method', 'training', 'plan', 'topic', 'event', 'theory', 'innovation'] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** What people call each kind. */
export const activityLabels: Readonly<Record<ActivityKind, string>> = {
  lecture: '示范讲座或展示',
  method: '工作方法、指导性意见',
  training: '培训',
  plan: '培养方案、培训计划',
  topic: '调研课题',
  event: '高端培训或学术活动',
  theory: '理论成果',
  innovation: '创新成果',
};

const kindOfTask: Readonly<Record<string, ActivityKind>> = {
  '1-1': 'lecture',
  '1-2': 'method',
  '2-1': 'training',
  '2-2': 'plan',
  '3-1': 'topic',
  '3-2': 'event',
  '4-1': 'theory',
  '5-1': 'innovation',
};

/** For tasks a letter has besides the standard ones. A topic has a level, which nobody asked of such a task. */
const kindOfGroup: Readonly<Record<TaskGroup, ActivityKind>> = {
  demonstration: 'lecture',
  training: 'training',
  research: 'event',
  theory: 'theory',
  innovation: 'innovation',
};

/** What kind of activity a task asks for. */
export function activityKindOf({ code, taskGroup }: { readonly code: string; readonly taskGroup: TaskGroup }): ActivityKind {
  return kindOfTask[code] ?? kindOfGroup[taskGroup];
}

/** Levels a topic may have, and the one that does not count. */
export type TopicLevel = Level | 'below-district';
export const topicLevelLabels: Readonly<Record<TopicLevel, string>> = { ...levelLabels, 'below-district': '区级以下' };

/** The level an activity is recorded with: topics have one, of the district or above (第九条第三项); nothing else has. Refuses the rest. */
export function countedLevel(kind: ActivityKind, level: TopicLevel | undefined): Level | null {
  const place = article(9, 3);
  if (kind !== 'topic') {
    if (level === undefined) return null;
    throw new Refusal(`无法登记活动：只有调研课题有级别，「${activityLabels[kind]}」没有。请去掉级别。`, place);
  }
  if (level === undefined) throw new Refusal('无法登记活动：没有填课题级别，任务只计区级以上课题。请填写级别。', place);
  if (level === 'below-district') {
    throw new Refusal('无法登记活动：区级以下课题不计入任务，只计区级以上重点调研课题。请核对立项级别。', place);
  }
  return level;
}

/** More than any studio does in a cycle: what is above it is a slip of the keyboard. */
const largestAmount = 10_000_000;

/** Refuses an amount that is not a number above zero with at most two decimals: sums of such amounts are exact. */
export function requireAmount(amount: number, unit: string): void {
  const place = article(9);
  if (!(amount > 0)) throw new Refusal(`无法登记活动：数量 ${amount} ${unit}应大于 0。请核对数量。`, place);
  if (amount > largestAmount) throw new Refusal(`无法登记活动：数量 ${amount} ${unit}超过 ${largestAmount}。请核对数量。`, place);
  if (Number(amount.toFixed(2)) !== amount) throw new Refusal(`无法登记活动：数量 ${amount} ${unit}最多两位小数。请核对数量。`, place);
}
