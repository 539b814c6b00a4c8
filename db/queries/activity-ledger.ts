import { asc, eq } from 'drizzle-orm';
import type { ActivityKind } from '../../policy/activity.ts';
import { cycleYearSpan } from '../../policy/cycle.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Level } from '../../policy/qualification.ts';
import type { ReadableDatabase } from '../database.ts';
import { prepared } from '../prepared.ts';
import { activities, attachments, commitmentLetters, commitmentTasks } from '../schema.ts';
import { withCorrections } from '../with-corrections.ts';

/** One row of the ledger, with the task it counts for. */
export interface Activity {
  readonly id: string;
  readonly sequence: number;
  readonly taskId: string;
  readonly taskCode: string;
  readonly taskTitle: string;
  /** Number of the letter the task is of. */
  readonly letter: string;
  readonly kind: ActivityKind;
  readonly heldOn: PlainDate;
  readonly title: string;
  /** In `unit`; below zero in a row that reverses another. */
  readonly amount: number;
  readonly unit: string;
  readonly level: Level | null;
  readonly evidence: string;
  readonly attachmentId: string | null;
  readonly attachment: string | null;
  readonly departmentId: string;
  readonly recordedOn: PlainDate;
  /** Sequence of the row this one takes back. */
  readonly reverses: number | null;
  /** Sequence of the row in whose stead this one stands. */
  readonly replaces: number | null;
  /** Whether a later row has taken this one back. */
  readonly reversed: boolean;
  readonly reason: string | null;
}

/** Every row of a studio's ledger, in the order they were recorded; reversed ones and reversals too. */
export function readActivities(db: ReadableDatabase, studioId: string): readonly Activity[] {
  const rows = db
    .select({
      id: activities.id,
      sequence: activities.sequence,
      taskId: activities.taskId,
      taskCode: commitmentTasks.code,
      taskTitle: commitmentTasks.title,
      letter: commitmentLetters.number,
      kind: activities.kind,
      heldOn: activities.heldOn,
      title: activities.title,
      amount: activities.amount,
      unit: commitmentTasks.unit,
      level: activities.level,
      evidence: activities.evidence,
      attachmentId: activities.attachmentId,
      attachment: attachments.name,
      departmentId: activities.departmentId,
      recordedOn: activities.recordedOn,
      reversesId: activities.reversesId,
      replacesId: activities.replacesId,
      reason: activities.reason,
    })
    .from(activities)
    .innerJoin(commitmentTasks, eq(commitmentTasks.id, activities.taskId))
    .innerJoin(commitmentLetters, eq(commitmentLetters.id, commitmentTasks.letterId))
    .leftJoin(attachments, eq(attachments.id, activities.attachmentId))
    .where(eq(activities.studioId, studioId))
    .orderBy(asc(activities.sequence))
    .all();
  return withCorrections(rows);
}

/** Days of a letter over which its activities are summed, both ends included. */
export interface LetterSpan {
  readonly letterId: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Sums by task id of what was done in a span of a letter, for any number of letters at once; 0 where nothing was. */
export function sumsByTask(db: ReadableDatabase, spans: readonly LetterSpan[]): ReadonlyMap<string, number> {
  // Amounts have two decimals at most: rounding takes off the dust of binary fractions and nothing else.
  const rows = prepared<[string], { taskId: string; sum: number }>(
    db,
    `SELECT task.id AS taskId, round(total(activity.amount), 2) AS sum
     FROM json_each(?) AS span
     JOIN commitment_tasks AS task ON task.letter_id = span.value ->> 'letterId'
     LEFT JOIN activities AS activity INDEXED BY activities_by_task ON activity.task_id = task.id
       AND activity.held_on BETWEEN span.value ->> 'from' AND span.value ->> 'to'
     GROUP BY task.id`,
  ).all(JSON.stringify(spans.map(({ letterId, from, to }) => ({ letterId, from, to }))));
  return new Map(rows.map(({ taskId, sum }) => [taskId, sum]));
}

/** What the ledger says of one task: by year of the cycle, year 1 first, and for the whole cycle. */
export interface TaskSums {
  readonly years: readonly number[];
  readonly cycle: number;
}

/** A letter's tasks with what the ledger says of each, by task id. `upTo` leaves out what was held later. */
export function ledgerOfLetter(
  db: ReadableDatabase,
  letter: { readonly id: string; readonly cycleFrom: PlainDate; readonly cycleTo: PlainDate },
  upTo: PlainDate = letter.cycleTo,
): ReadonlyMap<string, TaskSums> {
  const spans = cycleYearSpans(letter);
  const years = spans.map(({ from, to }) => sumsByTask(db, [{ letterId: letter.id, from, to: to < upTo ? to : upTo }]));
  const whole = sumsByTask(db, [{ letterId: letter.id, from: letter.cycleFrom, to: letter.cycleTo < upTo ? letter.cycleTo : upTo }]);
  return new Map([...whole].map(([taskId, cycle]) => [taskId, { cycle, years: years.map((year) => year.get(taskId) ?? 0) }] as const));
}

/** First and last days of the years of a letter's cycle. */
export function cycleYearSpans({ cycleFrom, cycleTo }: { readonly cycleFrom: PlainDate; readonly cycleTo: PlainDate }) {
  const spans: { from: PlainDate; to: PlainDate }[] = [];
  for (let year = 1; ; year += 1) {
    const { from, to } = cycleYearSpan(cycleFrom, year);
    if (from > cycleTo) return spans;
    spans.push({ from, to: to < cycleTo ? to : cycleTo });
  }
}
