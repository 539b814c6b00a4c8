import type { ReadableDatabase } from '../../db/database.ts';
import { ledgerOfLetter, readActivities, type TaskSums } from '../../db/queries/activity-ledger.ts';
import type { CommitmentLetter, LetterTask } from '../../db/queries/commitment-letters.ts';
import { activityLabels } from '../../policy/activity.ts';
import { levelLabels } from '../../policy/qualification.ts';
import type { ActivityView, TaskLedger } from '../contract/ledger.ts';

/** The tasks of a letter, each with what the ledger says beside its target. The target of the cycle is the yearly one for each year. */
export function tasksWithLedger(
  db: ReadableDatabase,
  letter: CommitmentLetter,
): readonly { readonly task: LetterTask; readonly ledger: TaskLedger }[] {
  const sums = ledgerOfLetter(db, letter);
  return letter.tasks.map((task) => ({ task, ledger: taskLedger(sums.get(task.id) ?? { years: [], cycle: 0 }, task.yearlyTarget) }));
}

function taskLedger({ years, cycle }: TaskSums, yearlyTarget: number): TaskLedger {
  const against = (sum: number, target: number) => ({ sum, target, share: target === 0 ? null : sum / target });
  return {
    years: years.map((sum, index) => ({ year: index + 1, ...against(sum, yearlyTarget) })),
    cycle: against(cycle, yearlyTarget * years.length),
  };
}

/** The ledger of a studio as its page shows it; `names` are the departments' by id. */
export function activityViews(db: ReadableDatabase, studioId: string, names: ReadonlyMap<string, string>): ActivityView[] {
  return readActivities(db, studioId).map(({ kind, level, heldOn, departmentId, id: _id, taskId: _task, attachmentId: _file, ...row }) => ({
    ...row,
    date: heldOn,
    kindLabel: activityLabels[kind],
    levelLabel: level === null ? null : levelLabels[level],
    department: names.get(departmentId) ?? '',
  }));
}
