import { checkEligibility } from '../eligibility.ts';
import type { Finding } from '../finding.ts';
import type { Measures } from '../measures.ts';
import type { PlainDate } from '../plain-date.ts';
import type { StudioFacts } from '../studio-facts.ts';
import { type LifeEvent, lifeEvents } from './life-event.ts';

/**
 * What the Measures say of a studio after a change, asked only of what the change touches. Ages count on the day of the change, under the
 * Measures of that day: a new lead has to be eligible as if applying. 第三条 to 第七条.
 */
export function checkAfterChange(event: LifeEvent, after: StudioFacts, on: PlainDate, measures: Measures): readonly Finding[] {
  const { checksAgain } = lifeEvents[event];
  return checkEligibility({ ...after, applicationDate: on }, measures).filter(({ rule }) => checksAgain.includes(rule));
}
