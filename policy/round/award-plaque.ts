import { article } from '../article.ts';
import type { Measures } from '../measures.ts';
import { type Permission, remarkWhen } from '../permission.ts';
import type { PlainDate } from '../plain-date.ts';
import { goodStanding } from '../title-standing.ts';
import { roundSeason } from './open-round.ts';
import { type IsWorkday, lateObjections, noticePeriod, noticeRemarks, type Objection } from './public-notice.ts';
import type { Candidate, Round } from './round.ts';

/**
 * The leading-group office names and awards the plaque when the notice has ended without an objection that holds, and the year's quota is
 * not used up. 第十二条, 第十二条第五项. Outside the third quarter is a warning.
 */
export function mayAwardPlaque(
  { standing, approvedOn, noticePostedOn, plaqueOn }: Candidate,
  objections: readonly Objection[],
  { awarded, year }: Round,
  on: PlainDate,
  measures: Measures,
  isWorkday?: IsWorkday,
): Permission {
  const { value: quota, source } = measures.values.districtQuota;
  const period = noticePostedOn === undefined ? undefined : noticePeriod(noticePostedOn, measures, isWorkday);
  const { against, warnings } = goodStanding(standing, on);
  return {
    against: [
      ...remarkWhen(approvedOn === undefined, '拟入围名单尚未审定', article(12, 3)),
      ...(period === undefined ? remarkWhen(true, '尚未公示', article(12, 4)) : noticeRemarks(objections, period, on)),
      ...remarkWhen(plaqueOn !== undefined || standing.districtOn !== undefined, '已授牌', article(12, 5)),
      ...remarkWhen(awarded >= quota, `每年评定不超过 ${quota} 家，${year} 年已授牌 ${awarded} 家`, source),
      ...against,
    ],
    warnings: [...(period === undefined ? [] : lateObjections(objections, period)), ...roundSeason(on, measures), ...warnings],
  };
}
