import type { PublicNotice } from '../../db/queries/district-rounds.ts';
import { addDays } from '../../policy/plain-date.ts';
import type { NoticePeriod } from '../../policy/round/public-notice.ts';

/** The days of a notice as it was posted, whatever the rule has become since. 第十二条第四项. */
export function storedPeriod({ firstDay, lastDay }: PublicNotice): NoticePeriod {
  return { first: firstDay, last: lastDay, ended: addDays(lastDay, 1) };
}
