import { article } from '../article.ts';
import type { Measures } from '../measures.ts';
import { type Permission, remarkWhen } from '../permission.ts';
import type { PlainDate } from '../plain-date.ts';
import { goodStanding, reapplicationRemarks, type TitleStanding } from '../title-standing.ts';

/** Whether the host unit agreed, and when it said so. */
export interface UnitConsent {
  readonly agreed: boolean;
  readonly on: PlainDate;
}

/** A studio applies for the district level: named in the system, in good standing, with its unit's consent. 第十二条第一项. */
export function mayApplyToRound(standing: TitleStanding, consent: UnitConsent | undefined, on: PlainDate, measures: Measures): Permission {
  const { against, warnings } = goodStanding(standing, on);
  const place = article(12, 1);
  return {
    against: [
      ...against,
      ...remarkWhen(standing.districtOn !== undefined, '已是区级名师工作室', article(10)),
      ...reapplicationRemarks(standing.revokedOn, on, measures),
      ...remarkWhen(consent === undefined, '没有所在单位同意的记录', place),
      ...remarkWhen(consent?.agreed === false, '所在单位不同意参评', place),
      ...remarkWhen(consent !== undefined && consent.on > on, `所在单位同意的日期 ${consent?.on} 晚于申请日期 ${on}`, place),
    ],
    warnings,
  };
}
