import { article } from '../article.ts';
import type { Measures } from '../measures.ts';
import { type Permission, type Remark, remarkWhen } from '../permission.ts';
import { type PlainDate, partsOf } from '../plain-date.ts';

/**
 * A warning outside the third quarter, never a refusal: 第十二条 puts the round there, 第十六条 has the HR bureau organise the review at
 * the end of the year.
 */
export function roundSeason(on: PlainDate, { values }: Measures): readonly Remark[] {
  const { value: months, source } = values.roundMonths;
  const { month } = partsOf(on);
  return remarkWhen(
    month < months.least || month > months.most,
    `区级评选应在每年 ${months.least} 至 ${months.most} 月集中进行，${on} 不在此期间（第十六条又规定年底组织评审，故不禁止）`,
    source,
  );
}

/** One round a year, opened within its year. 第十二条. `openedYears` are the years that have had theirs. */
export function mayOpenRound(year: number, openedYears: readonly number[], on: PlainDate, measures: Measures): Permission {
  return {
    against: [
      ...remarkWhen(openedYears.includes(year), `${year} 年的区级评选已经启动，每年只集中评选一次`, article(12)),
      ...remarkWhen(partsOf(on).year !== year, `${year} 年的区级评选应在当年启动，启动日期是 ${on}`, article(12)),
    ],
    warnings: roundSeason(on, measures),
  };
}
