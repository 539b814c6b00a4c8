import type { StudioRecord } from '../db/queries/studios.ts';
import { articleText } from '../policy/article.ts';
import { checkEligibility } from '../policy/eligibility.ts';
import type { Finding } from '../policy/finding.ts';
import { measuresOn } from '../policy/measures.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import type { FindingView } from './contract/finding.ts';
import { studioFacts } from './studio-facts.ts';

/** What the Measures say of a studio: under the text in force on the day it applied, or today without an application. */
export function studioFindings(record: StudioRecord, today: PlainDate): readonly Finding[] {
  return checkEligibility(studioFacts(record), measuresOn(record.application?.appliedOn ?? today));
}

/** A finding as it is shown, its article in words. */
export function findingView({ rule, article, outcome, message, evidence }: Finding): FindingView {
  return { rule, article: articleText(article), outcome, message, evidence };
}
