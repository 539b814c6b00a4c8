import { articleParagraph } from '../article.ts';
import { assessmentKindOf, cycleYears } from '../cycle.ts';
import type { Measures } from '../measures.ts';
import type { TaskResult } from '../rectification.ts';
import { Refusal } from '../refusal.ts';

/** A task of the letter an assessment is held against. */
export interface PromisedTask {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly yearlyTarget: number;
}

/** What an assessment found of one task: in a process assessment the year's number, in a periodic one the sum over the cycle. */
export interface AssessedTask extends TaskResult {
  readonly title: string;
  readonly unit: string;
  /** The assessed year alone, for the years are promised one by one. */
  readonly year: { readonly target: number; readonly actual: number };
}

/** Differences and sums of decimals without the dust of binary fractions. */
export function withoutDust(number: number): number {
  return Math.round(number * 1000) / 1000;
}

/**
 * Holds what was done against the letter, task by task, for one year (1, 2 …) of the cycle. 第十九条. `done` has for each task code a number
 * for every year of the cycle up to the assessed one. Our reading of a periodic assessment: the whole cycle counts, each year at its yearly
 * target; a year that fell short before may be made up, but the assessed year still has to reach its own target.
 */
export function taskResults(
  tasks: readonly PromisedTask[],
  done: Readonly<Record<string, readonly number[]>>,
  year: number,
  measures: Measures,
): readonly AssessedTask[] {
  const kind = assessmentKindOf(year, measures);
  const years = kind === 'periodic' ? cycleYears(measures) : [year];
  return tasks.map(({ code, title, unit, yearlyTarget }) => {
    const numbers = years.map((each) => {
      const number = (Object.hasOwn(done, code) ? done[code]?.[each - 1] : undefined) ?? Number.NaN;
      if (!(number >= 0)) {
        throw new Refusal(`无法考核：任务 ${code}「${title}」没有第 ${each} 年的完成数。考核须逐项进行。`, articleParagraph(19, 2));
      }
      return number;
    });
    return {
      code,
      title,
      unit,
      target: withoutDust(yearlyTarget * years.length),
      actual: withoutDust(numbers.reduce((sum, number) => sum + number, 0)),
      year: { target: yearlyTarget, actual: numbers.at(-1) ?? 0 },
    };
  });
}

/** True when a task is done: over the span assessed, and in the assessed year alone. */
export function isReached({ target, actual, year }: AssessedTask): boolean {
  return actual >= target && year.actual >= year.target;
}
