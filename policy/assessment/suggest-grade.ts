import { articleParagraph } from '../article.ts';
import { type Grade, gradeLabels } from '../grade.ts';
import type { Measures } from '../measures.ts';
import { type Permission, remarkWhen } from '../permission.ts';
import { Refusal } from '../refusal.ts';
import { type AssessedTask, isReached, withoutDust } from './task-results.ts';

/** A grade the program proposes, with the facts that lead to it. People decide. */
export interface GradeSuggestion {
  readonly grade: Grade;
  readonly reasons: readonly string[];
}

const place = articleParagraph(19, 2);

function shortfall({ code, title, unit, target, actual, year }: AssessedTask): string {
  const [wanted, found, span] = actual < target ? [target, actual, ''] : [year.target, year.actual, '本年度'];
  return `任务 ${code}「${title}」${span}应完成 ${wanted}${unit}，实际 ${found}${unit}，差 ${withoutDust(wanted - found)}${unit}`;
}

/**
 * The grade the results speak for. 第十九条第二款 names three grades and no threshold; the parameter `gradeSuggestion` holds our reading:
 * unqualified while too few tasks are reached, excellent when all are and enough of them are surpassed. Refuses to judge no task at all.
 */
export function suggestGrade(results: readonly AssessedTask[], { values }: Measures): GradeSuggestion {
  if (results.length === 0) throw new Refusal('无法提出考核等次：承诺书没有任务。请先补全承诺书。', place);
  const wanted = values.gradeSuggestion.value;
  const short = results.filter((result) => !isReached(result));
  const reached = results.length - short.length;
  const surpassed = results.filter((result) => isReached(result) && result.actual > result.target).length;
  const share = (count: number) => (count / results.length) * 100;
  const counts = `${results.length} 项任务完成 ${reached} 项，其中超额完成 ${surpassed} 项`;
  const reasons = [counts, ...short.map(shortfall)];
  if (share(reached) < wanted.reached) return { grade: 'unqualified', reasons };
  return { grade: short.length === 0 && share(surpassed) >= wanted.surpassed ? 'excellent' : 'qualified', reasons };
}

/** People decide the grade; another than the suggested one needs an opinion in writing. 第十九条第二款. */
export function mayDecideGrade(grade: Grade, suggestion: GradeSuggestion, opinion: string | undefined): Permission {
  const unexplained = grade !== suggestion.grade && (opinion ?? '').trim() === '';
  return {
    against: remarkWhen(
      unexplained,
      `${suggestion.reasons.join('；')}，建议等次为${gradeLabels[suggestion.grade]}，定为${gradeLabels[grade]}须写明考核意见`,
      place,
    ),
    warnings: [],
  };
}
