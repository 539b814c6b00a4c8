import { article } from '../article.ts';
import type { Measures } from '../measures.ts';
import { type Permission, remarkWhen } from '../permission.ts';
import type { PlainDate } from '../plain-date.ts';
import { goodStanding } from '../title-standing.ts';
import type { Candidate, Round } from './round.ts';

/** What the ranking says about a candidate somebody wants on the shortlist. */
export interface RankingRemarks {
  /** The candidate ties across the line and nobody has settled it. */
  readonly tieOpen: boolean;
  /** Candidates with a higher average that are not on the list. */
  readonly higherLeftOut: readonly string[];
}

const place = article(12, 3);

/**
 * The HR bureau puts a candidate on the shortlist after its inspection and the experts' review, never more than the year's quota: who is
 * on it is named if the notice passes. 第十二条第三项. A better one left out is a warning: the order is people's to decide.
 */
export function mayShortlist(
  { standing, recommendedOn, inspectedOn, average, shortlistedOn }: Candidate,
  { shortlisted }: Round,
  { tieOpen, higherLeftOut }: RankingRemarks,
  on: PlainDate,
  { values }: Measures,
): Permission {
  const { value: quota, source } = values.districtQuota;
  const { against, warnings } = goodStanding(standing, on);
  return {
    against: [
      ...remarkWhen(recommendedOn === undefined, '没有主管部门推荐', article(12, 2)),
      ...remarkWhen(inspectedOn === undefined, '没有现场考察记录', place),
      ...remarkWhen(inspectedOn !== undefined && inspectedOn > on, `拟入围日期 ${on} 早于现场考察日期 ${inspectedOn}`, place),
      ...remarkWhen(average === undefined, '没有专家评审得分', place),
      ...remarkWhen(tieOpen, '与他人同分且名额不足，须由人决定并写明理由', place),
      ...remarkWhen(shortlistedOn !== undefined, `已于 ${shortlistedOn} 列入拟入围名单`, place),
      ...remarkWhen(shortlisted >= quota, `每年评定不超过 ${quota} 家，拟入围名单已有 ${shortlisted} 家`, source),
      ...against,
    ],
    warnings: [
      ...remarkWhen(
        higherLeftOut.length > 0,
        `得分更高的${higherLeftOut.map((name) => `「${name}」`).join('、')}未列入，请写明理由`,
        place,
      ),
      ...warnings,
    ],
  };
}

/** The leading-group office approves the shortlist the HR bureau submitted. 第十二条第三项. */
export function mayApproveShortlist(
  submittedOn: PlainDate | undefined,
  { shortlisted, awarded }: Round,
  on: PlainDate,
  { values }: Measures,
): Permission {
  const { value: quota, source } = values.districtQuota;
  return {
    against: [
      ...remarkWhen(submittedOn === undefined, '区人力资源局尚未报送拟入围名单', place),
      ...remarkWhen(submittedOn !== undefined && submittedOn > on, `审定日期 ${on} 早于报送日期 ${submittedOn}`, place),
      ...remarkWhen(shortlisted === 0, '拟入围名单是空的', place),
      ...remarkWhen(
        shortlisted > quota || awarded > shortlisted,
        `每年评定不超过 ${quota} 家，拟入围 ${shortlisted} 家，已授牌 ${awarded} 家`,
        source,
      ),
    ],
    warnings: [],
  };
}
