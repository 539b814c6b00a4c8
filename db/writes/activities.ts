import { count, eq } from 'drizzle-orm';
import type { ActivityKind } from '../../policy/activity.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Level } from '../../policy/qualification.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { activities } from '../schema.ts';

/** What was done, as it is recorded. */
export interface NewActivity {
  readonly studioId: string;
  readonly taskId: string;
  readonly kind: ActivityKind;
  readonly heldOn: PlainDate;
  readonly title: string;
  /** In the task's unit. */
  readonly amount: number;
  readonly level: Level | null;
  readonly evidence: string;
  readonly attachmentId: string | null;
  readonly departmentId: string;
  readonly recordedOn: PlainDate;
}

/** The row a correction is about, and why it is made. */
export interface Correction {
  readonly id: string;
  readonly reason: string;
}

type Row = typeof activities.$inferInsert;

function add(tx: Transaction, row: Omit<Row, 'id' | 'sequence'>): number {
  const before = tx.select({ rows: count() }).from(activities).where(eq(activities.studioId, row.studioId)).get();
  const sequence = (before?.rows ?? 0) + 1;
  tx.insert(activities)
    .values({ id: newId(), sequence, ...row })
    .run();
  return sequence;
}

/** Adds an activity to the ledger. 第九条. Returns its sequence within the studio. */
export function addActivity(tx: Transaction, activity: NewActivity): number {
  return add(tx, activity);
}

/** Takes a row of the ledger back by one that mirrors it. `original` is the row as it stands. Returns the mirror's sequence. */
export function reverseActivity(
  tx: Transaction,
  original: NewActivity,
  { id, reason }: Correction,
  by: Pick<NewActivity, 'departmentId' | 'recordedOn'>,
): number {
  return add(tx, { ...original, ...by, amount: -original.amount, reversesId: id, reason });
}

/** Adds the row that stands in the stead of one taken back in the same transaction. Returns its sequence. */
export function replaceActivity(tx: Transaction, activity: NewActivity, { id, reason }: Correction): number {
  return add(tx, { ...activity, replacesId: id, reason });
}
