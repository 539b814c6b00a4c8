import type { SeatDuty } from '../duty.ts';
import type { Measures } from '../measures.ts';
import { type PlainDate, partsOf, plainDate } from '../plain-date.ts';
import type { Act } from '../powers.ts';

/** What one sector has newly named in a year. */
export interface SectorStanding {
  readonly sector: string;
  readonly namedThisYear: number;
}

/**
 * Each sector names at least one new studio a year: due on the last day of the year for every sector without one, so that it comes into
 * view as the year nears its end. 第十五条.
 */
export function newStudioDuties(sectors: readonly SectorStanding[], on: PlainDate, { values }: Measures): readonly SeatDuty[] {
  const { value: least, source } = values.newStudiosPerSector;
  const { year } = partsOf(on);
  return sectors
    .filter(({ namedThisYear }) => namedThisYear < least)
    .map(({ sector, namedThisYear }) => ({
      seat: 'sector-bureau',
      duty: `${sector}系统 ${year} 年应至少新建 ${least} 家，已命名 ${namedThisYear} 家`,
      studio: null,
      due: plainDate(`${year}-12-31`),
      article: source,
      action: 'name',
    }));
}

/** The three things the HR bureau does every year. 第十六条. */
const yearlyActs = [
  { act: 'make-yearly-plan', date: 'plan', duty: '制定年度工作方案和计划' },
  { act: 'supervise-mid-year', date: 'supervision', duty: '年中督促检查' },
  { act: 'review-year-end', date: 'review', duty: '年底组织区级名师工作室评审和考核' },
] as const satisfies readonly { readonly act: Act; readonly date: string; readonly duty: string }[];

/** The name of one of them. */
export type YearlyAct = (typeof yearlyActs)[number]['act'];

/** One of them done for a year. */
export interface YearlyActDone {
  readonly year: number;
  readonly act: YearlyAct;
}

/**
 * The HR bureau's yearly dates of last year, this one and the next, as far as they are not done. 第十六条; the days are our reading. What fell
 * due before the register was begun, on `since`, is not its matter; of last year only the review goes on waiting.
 */
export function hrYearlyDuties(done: readonly YearlyActDone[], since: PlainDate, on: PlainDate, { values }: Measures): readonly SeatDuty[] {
  const { value: dates, source } = values.hrYearlyDates;
  const { year: thisYear } = partsOf(on);
  return [thisYear - 1, thisYear, thisYear + 1].flatMap((year) =>
    yearlyActs
      .filter(
        ({ act }) => (year >= thisYear || act === 'review-year-end') && !done.some((entry) => entry.act === act && entry.year === year),
      )
      .map(({ act, date, duty }): SeatDuty => {
        const due = plainDate(`${year}-${dates[date]}`);
        return { seat: 'hr-bureau', duty: `${year} 年${duty}`, studio: null, due, article: source, action: act };
      })
      .filter(({ due }) => due >= since),
  );
}
