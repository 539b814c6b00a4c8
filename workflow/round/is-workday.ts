import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { article } from '../../policy/article.ts';
import { dayNumber, type PlainDate, partsOf } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';

/** Years whose holidays and make-up workdays the State Council had published when the library was made. */
const publishedYears = new Set(Object.keys(calendar.holidays).map((day) => Number(day.slice(0, 4))));

/**
 * Whether departments work on a day: Monday to Friday, less the official holidays, with the make-up workdays. Only the library's lists are
 * used: its functions take the computer's time zone into account. Refuses a year whose lists it does not have rather than guess.
 */
export function isWorkday(day: PlainDate): boolean {
  const { year } = partsOf(day);
  if (!publishedYears.has(year)) {
    throw new Refusal(`无法按工作日计算：程序中没有 ${year} 年的节假日安排。请更新程序，或改按自然日计算。`, article(12, 4));
  }
  if (Object.hasOwn(calendar.workdays, day)) return true;
  // 1970-01-01 was a Thursday.
  const weekday = (dayNumber(day) + 3) % 7;
  return weekday < 5 && !Object.hasOwn(calendar.holidays, day);
}
