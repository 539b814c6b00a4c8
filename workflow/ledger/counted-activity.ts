import type { Transaction } from '../../db/database.ts';
import { type CommitmentLetter, type LetterTask, readLetters } from '../../db/queries/commitment-letters.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import type { NewActivity } from '../../db/writes/activities.ts';
import { activityKindOf, countedLevel, requireAmount, type TopicLevel } from '../../policy/activity.ts';
import { article } from '../../policy/article.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { type StudioLevel, studioLevelLabels } from '../../policy/seat.ts';

const place = article(9);

/** What somebody says a studio did. */
export interface GivenActivity {
  readonly taskCode: string;
  readonly heldOn: PlainDate;
  readonly title: string;
  readonly amount: number;
  readonly level: TopicLevel | undefined;
  readonly evidence: string;
}

/** The activity in whose stead another is recorded. */
type ReplacedActivity = Pick<GivenActivity, 'taskCode' | 'heldOn' | 'amount'>;

/** An activity that counts, with the letter and the task it counts for. */
export interface CountedActivity {
  readonly letter: CommitmentLetter;
  readonly task: LetterTask;
  readonly activity: Omit<NewActivity, 'attachmentId' | 'departmentId' | 'recordedOn'>;
}

/**
 * What an activity counts for: a task of the letter in force on its day, at the level of the department that records it. Refuses a day
 * that has not come or on which no signed letter or no title is in force, an unknown task, an amount that is none, and a topic
 * below the district level. 第九条. What stands in the stead of another activity and counts no more than it needs no title any more.
 */
export function countedActivity(
  tx: Transaction,
  studio: StudioRecord,
  level: StudioLevel,
  given: GivenActivity,
  today: PlainDate,
  replaced?: ReplacedActivity,
): CountedActivity {
  const refuse = (why: string): never => {
    throw new Refusal(`无法登记活动：${why}`, place);
  };
  const { heldOn, title, amount, evidence } = given;
  if (heldOn > today) refuse(`活动日期 ${heldOn} 晚于今天 ${today}。请核对日期。`);
  const letter = letterOnDay(readLetters(tx, studio.id), level, heldOn);
  if (letter === undefined) {
    const label = level === 'district' ? `${studioLevelLabels.district}的` : '';
    return refuse(`「${studio.name}」在 ${heldOn} 没有已签订的${label}任务承诺书。请先签订承诺书，或核对活动日期。`);
  }
  const noMore = replaced !== undefined && replaced.taskCode === given.taskCode && replaced.heldOn === heldOn && amount <= replaced.amount;
  const titles = studio.designations.filter((each) => each.level === level);
  if (!noMore && !titles.some(({ namedOn, endedOn }) => namedOn <= heldOn && (endedOn === null || heldOn < endedOn))) {
    const ended = titles.findLast(({ endedOn }) => endedOn !== null && endedOn <= heldOn)?.endedOn ?? '';
    refuse(
      `「${studio.name}」的${studioLevelLabels[level]}称号已于 ${ended} 终止，当日起的活动不再计入。请核对活动日期；原来记了的，只能作废或核减。`,
    );
  }
  const task = letter.tasks.find(({ code }) => code === given.taskCode);
  if (task === undefined) {
    const codes = letter.tasks.map(({ code, title: name }) => `${code}（${name}）`).join('、');
    return refuse(`承诺书 ${letter.number} 没有编号为「${given.taskCode}」的任务。任务编号有 ${codes}，请改正。`);
  }
  requireAmount(amount, task.unit);
  const kind = activityKindOf(task);
  return {
    letter,
    task,
    activity: {
      studioId: studio.id,
      taskId: task.id,
      kind,
      heldOn,
      title,
      amount,
      level: countedLevel(kind, given.level),
      evidence,
    },
  };
}

/** The signed letter of a level in whose cycle a day falls. */
function letterOnDay(letters: readonly CommitmentLetter[], level: StudioLevel, on: PlainDate): CommitmentLetter | undefined {
  return letters.findLast((letter) => letter.level === level && letter.signedOn !== null && letter.cycleFrom <= on && on <= letter.cycleTo);
}
