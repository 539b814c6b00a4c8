import type { ReadableDatabase } from '../../db/database.ts';
import { cycleYearSpans, sumsByTask } from '../../db/queries/activity-ledger.ts';
import type { CommitmentLetter, LetterTask } from '../../db/queries/commitment-letters.ts';
import type { PlainDate } from '../../policy/plain-date.ts';

/** What an assessment finds about one task of a year: the number, and what the ledger says. */
export interface YearActual {
  readonly task: LetterTask;
  readonly actual: number;
  readonly ledger: number;
  /** Where the number is another than the ledger's: both, in Chinese; null where they agree. */
  readonly remark: string | null;
}

/**
 * Each task's number for a year of the cycle: the one given by task code, otherwise what the ledger sums up to the day of the assessment.
 * 第九条, 第十九条第二款.
 */
export function yearActuals(
  db: ReadableDatabase,
  letter: CommitmentLetter,
  { year, upTo }: { readonly year: number; readonly upTo: PlainDate },
  given: Readonly<Record<string, number>>,
): readonly YearActual[] {
  const spans = cycleYearSpans(letter).slice(year - 1, year);
  const sums = sumsByTask(
    db,
    spans.map(({ from, to }) => ({ letterId: letter.id, from, to: to < upTo ? to : upTo })),
  );
  return letter.tasks.map((task) => {
    const ledger = sums.get(task.id) ?? 0;
    const actual = given[task.code] ?? ledger;
    return { task, actual, ledger, remark: actual === ledger ? null : `台账合计 ${ledger} ${task.unit}，考核认定 ${actual} ${task.unit}` };
  });
}

/** The tasks whose number is another than the ledger's, for a message: `2-1（台账 480，填报 500）`. */
export function differences(actuals: readonly YearActual[]): string {
  return actuals
    .filter(({ remark }) => remark !== null)
    .map(({ task, ledger, actual }) => `${task.code}（台账 ${ledger}，填报 ${actual}）`)
    .join('、');
}
