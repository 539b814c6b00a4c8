import { eq } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { CommittedTask } from '../../policy/rules/commitment-targets.ts';
import type { StudioLevel } from '../../policy/seat.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { commitmentLetters, commitmentTasks } from '../schema.ts';

/** A task to be written into a letter. */
export interface NewTask extends CommittedTask {
  /** What was reached in the year before the cycle; null in a letter of another department, which does not say. */
  readonly baseline: number | null;
  readonly evidence: string;
  readonly schedule: string;
}

/** A letter to be drawn up. */
export interface NewLetter {
  readonly studioId: string;
  readonly level: StudioLevel;
  readonly departmentId: string;
  readonly number: string;
  readonly signedOn: PlainDate | null;
  readonly cycleFrom: PlainDate;
  readonly cycleTo: PlainDate;
  readonly copies: number;
  readonly measuresId: string;
  readonly previousLetterId: string | null;
}

function writeTasks(tx: Transaction, letterId: string, tasks: readonly NewTask[]): void {
  tx.insert(commitmentTasks)
    .values(
      tasks.map((task, index) => ({
        id: newId(),
        letterId,
        code: task.code,
        sequence: index + 1,
        taskGroup: task.group,
        title: task.title,
        unit: task.unit,
        baseline: task.baseline,
        yearlyTarget: task.yearlyTarget,
        evidence: task.evidence,
        schedule: task.schedule,
        loweredReason: task.loweredReason ?? null,
      })),
    )
    .run();
}

/** Writes a letter with its tasks. 第九条. Returns its id. */
export function addLetter(tx: Transaction, letter: NewLetter, tasks: readonly NewTask[]): string {
  const id = newId();
  tx.insert(commitmentLetters)
    .values({ id, ...letter })
    .run();
  writeTasks(tx, id, tasks);
  return id;
}

/** Rewrites a letter that is drawn up and not yet signed, and signs it when `signedOn` is a day. */
export function reviseLetter(
  tx: Transaction,
  letterId: string,
  letter: Pick<NewLetter, 'signedOn' | 'cycleFrom' | 'cycleTo' | 'copies' | 'measuresId'>,
  tasks: readonly NewTask[],
): void {
  tx.update(commitmentLetters).set(letter).where(eq(commitmentLetters.id, letterId)).run();
  tx.delete(commitmentTasks).where(eq(commitmentTasks.letterId, letterId)).run();
  writeTasks(tx, letterId, tasks);
}
