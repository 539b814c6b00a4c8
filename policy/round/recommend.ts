import { article } from '../article.ts';
import type { Measures } from '../measures.ts';
import { type Permission, type Remark, remarkWhen } from '../permission.ts';
import type { PlainDate } from '../plain-date.ts';
import { goodStanding } from '../title-standing.ts';
import type { Candidate, Round } from './round.ts';

/**
 * A bureau recommends one or two of the studios that applied, after the year's round is opened (依照当年评选通知). 第十二条第二项.
 * `recommendedByBureau` counts those this bureau has recommended in this round. A merged bureau is one bureau.
 */
export function mayRecommend(
  { standing, appliedOn, recommendedOn }: Candidate,
  round: Round | undefined,
  recommendedByBureau: number,
  on: PlainDate,
  { values }: Measures,
): Permission {
  const { value: limit, source } = values.recommendationLimit;
  const { against, warnings } = goodStanding(standing, on);
  return {
    against: [
      ...remarkWhen(round === undefined || round.openedOn > on, `${on} 尚未启动当年区级评选`, source),
      ...remarkWhen(appliedOn === undefined, '工作室没有提出参评申请', article(12, 1)),
      ...remarkWhen(appliedOn !== undefined && appliedOn > on, `推荐日期 ${on} 早于申请日期 ${appliedOn}`, source),
      ...remarkWhen(recommendedOn !== undefined, `已于 ${recommendedOn} 推荐`, source),
      ...remarkWhen(
        recommendedByBureau >= limit.most,
        `每个主管部门每年推荐 ${limit.least} 至 ${limit.most} 家，已推荐 ${recommendedByBureau} 家`,
        source,
      ),
      ...against,
    ],
    warnings,
  };
}

/** What a bureau still owes a round that has studios applying: at least one recommendation. Nobody applying, nothing owed. 第十二条第二项. */
export function recommendationShortfall(applied: number, recommended: number, { values }: Measures): readonly Remark[] {
  const { value: limit, source } = values.recommendationLimit;
  const wanted = Math.min(limit.least, applied);
  return remarkWhen(recommended < wanted, `申请参评 ${applied} 家，应至少推荐 ${wanted} 家，已推荐 ${recommended} 家`, source);
}
