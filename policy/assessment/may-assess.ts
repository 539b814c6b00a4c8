import { articleParagraph } from '../article.ts';
import { assessmentKindOf, cycleYearSpan } from '../cycle.ts';
import { assessmentLabels } from '../grade.ts';
import type { Measures } from '../measures.ts';
import { type Permission, remarkWhen } from '../permission.ts';
import type { PlainDate } from '../plain-date.ts';

/** What an assessment of one year of a cycle stands on. */
export interface AssessmentGround {
  /** Day the letter was signed. */
  readonly signedOn?: PlainDate | undefined;
  readonly cycleFrom: PlainDate;
  /** Years of this cycle that have been assessed. */
  readonly assessedYears: readonly number[];
  readonly titleHeld: boolean;
  /** An earlier unqualified assessment that no re-inspection has passed. */
  readonly awaitsRectification: boolean;
  /** Who inspected on site. */
  readonly assessors: string;
}

/**
 * A year of the cycle is assessed on site against the signed letter, once, in its turn and not before it has begun. 第十九条第一款, 第二款.
 * Late assessments are entered late; none is skipped.
 */
export function mayAssess(
  { signedOn, cycleFrom, assessedYears, titleHeld, awaitsRectification, assessors }: AssessmentGround,
  year: number,
  on: PlainDate,
  measures: Measures,
): Permission {
  const label = assessmentLabels[assessmentKindOf(year, measures)];
  const { from, to } = cycleYearSpan(cycleFrom, year);
  const skipped = Array.from({ length: year - 1 }, (_, index) => index + 1).filter((earlier) => !assessedYears.includes(earlier));
  const place = articleParagraph(19, 1);
  return {
    against: [
      ...remarkWhen(!titleHeld, '没有有效的名师工作室称号', place),
      ...remarkWhen(signedOn === undefined || signedOn > on, `${on} 没有已签订的任务承诺书`, articleParagraph(19, 2)),
      ...remarkWhen(on < from, `第 ${year} 年自 ${from} 起，${on} 尚不能${label}`, place),
      ...remarkWhen(assessedYears.includes(year), `本周期第 ${year} 年已有${label}`, place),
      ...remarkWhen(skipped.length > 0, `第 ${skipped.join('、')} 年的考核尚未登记`, place),
      ...remarkWhen(awaitsRectification, '上次考核不合格，整改尚未通过复查', articleParagraph(19, 2)),
      ...remarkWhen(assessors.trim() === '', '没有写明实地检查的考核组成员', articleParagraph(19, 2)),
    ],
    warnings: remarkWhen(on >= from && on <= to, `第 ${year} 年至 ${to} 结束，完成数可能还会增加`, place),
  };
}
