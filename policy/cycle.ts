import { articleParagraph } from './article.ts';
import type { AssessmentKind } from './grade.ts';
import type { Measures } from './measures.ts';
import { addDays, addYears, type PlainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';

/** Last day of the cycle that begins on a day: the day before the same day two years later. 第十九条第一款. */
export function cycleEnd(from: PlainDate, { values }: Measures): PlainDate {
  return addDays(addYears(from, values.cycleYears.value), -1);
}

/** First and last day of one year (1, 2 …) of the cycle that begins on a day. */
export function cycleYearSpan(from: PlainDate, year: number): { readonly from: PlainDate; readonly to: PlainDate } {
  return { from: addYears(from, year - 1), to: addDays(addYears(from, year), -1) };
}

/** The years of a cycle, 1 to its length. */
export function cycleYears({ values }: Measures): readonly number[] {
  return Array.from({ length: values.cycleYears.value }, (_, index) => index + 1);
}

/** The year (1, 2 …) of the cycle from a day in which another day lies, or `undefined` outside the cycle. */
export function cycleYearOn(from: PlainDate, on: PlainDate, measures: Measures): number | undefined {
  return cycleYears(measures).find((year) => {
    const span = cycleYearSpan(from, year);
    return span.from <= on && on <= span.to;
  });
}

/**
 * How a year of the cycle is assessed: the last as the whole period, those before it as process. 第十九条第一款 says it of a cycle of
 * two years; a longer cycle has more process assessments. Refuses a year the cycle does not have.
 */
export function assessmentKindOf(year: number, measures: Measures): AssessmentKind {
  const years = cycleYears(measures);
  if (!years.includes(year)) {
    throw new Refusal(`无法确定考核种类：建设周期为 ${years.length} 年，没有第 ${year} 年。请核对年度。`, articleParagraph(19, 1));
  }
  return year === years.length ? 'periodic' : 'process';
}
