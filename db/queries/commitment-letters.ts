import { asc, eq, inArray } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { StudioLevel } from '../../policy/seat.ts';
import type { TaskGroup } from '../../policy/task-groups.ts';
import type { ReadableDatabase } from '../database.ts';
import { commitmentLetters, commitmentTasks } from '../schema.ts';

/** A task of a letter; its id runs through ledger, assessment and rectification. */
export interface LetterTask {
  readonly id: string;
  readonly code: string;
  readonly taskGroup: TaskGroup;
  readonly title: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly yearlyTarget: number;
  readonly evidence: string;
  readonly schedule: string;
  readonly loweredReason: string | null;
}

/** A commitment letter with its tasks in their order. */
export interface CommitmentLetter {
  readonly id: string;
  readonly studioId: string;
  readonly level: StudioLevel;
  readonly departmentId: string;
  readonly number: string;
  /** Null while drawn up and not yet signed. */
  readonly signedOn: PlainDate | null;
  readonly cycleFrom: PlainDate;
  readonly cycleTo: PlainDate;
  readonly copies: number;
  readonly measuresId: string;
  readonly previousLetterId: string | null;
  readonly tasks: readonly LetterTask[];
}

/** Letters of one studio, or of all, the oldest first. */
export function readLetters(db: ReadableDatabase, studioId?: string): readonly CommitmentLetter[] {
  const letters = db
    .select()
    .from(commitmentLetters)
    .where(studioId === undefined ? undefined : eq(commitmentLetters.studioId, studioId))
    .orderBy(asc(commitmentLetters.cycleFrom), asc(commitmentLetters.id))
    .all();
  const ids = letters.map(({ id }) => id);
  const tasks = db
    .select()
    .from(commitmentTasks)
    .where(studioId === undefined ? undefined : inArray(commitmentTasks.letterId, ids))
    .orderBy(asc(commitmentTasks.letterId), asc(commitmentTasks.sequence))
    .all();
  const byLetter = Map.groupBy(tasks, ({ letterId }) => letterId);
  return letters.map((letter) => ({ ...letter, tasks: byLetter.get(letter.id) ?? [] }));
}
