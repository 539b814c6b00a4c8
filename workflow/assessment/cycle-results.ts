import type { ReadableDatabase } from '../../db/database.ts';
import { ledgerOfLetter } from '../../db/queries/activity-ledger.ts';
import { type AssessedTask, taskResults } from '../../policy/assessment/task-results.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { CycleCourse } from './cycle-course.ts';
import { type YearActual, yearActuals } from './year-actuals.ts';

/** What an assessment finds: each task's number of the assessed year, and its result over the span the assessment covers. */
export interface CycleResults {
  readonly actuals: readonly YearActual[];
  readonly results: readonly AssessedTask[];
}

/**
 * Holds what was done up to a day against the letter for one year of the cycle. 第九条, 第十九条第二款. The assessed year is what people
 * give, otherwise the ledger's sum; an earlier year is what its own assessment found, or the ledger's sum where more has been entered since.
 */
export function cycleResults(
  db: ReadableDatabase,
  { letter, measures, assessments }: CycleCourse,
  year: number,
  upTo: PlainDate,
  given: Readonly<Record<string, number>>,
): CycleResults {
  const actuals = yearActuals(db, letter, { year, upTo }, given);
  const ledger = ledgerOfLetter(db, letter, upTo);
  const done = Object.fromEntries(
    actuals.map(({ task, actual }) => {
      const earlier = Array.from({ length: year - 1 }, (_, index) => {
        const found = assessments.find(({ cycleYear }) => cycleYear === index + 1)?.items.find(({ taskId }) => taskId === task.id);
        return Math.max(found?.yearActual ?? found?.actual ?? 0, ledger.get(task.id)?.years[index] ?? 0);
      });
      return [task.code, [...earlier, actual]] as const;
    }),
  );
  return { actuals, results: taskResults(letter.tasks, done, year, measures) };
}
