import type { StudioRecord } from '../db/queries/studios.ts';
import { articleText } from '../policy/article.ts';
import { checkEligibility } from '../policy/eligibility.ts';
import type { Finding } from '../policy/finding.ts';
import type { Measures } from '../policy/measures.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import type { ApplicationStatus } from '../policy/seat.ts';
import type { FindingView } from './contract/finding.ts';
import type { MeasuresBook } from './measures-book.ts';
import { studioFacts } from './studio-facts.ts';

/** Steps at which nothing has been decided on an application yet. 第十一条第二项. */
const undecided: readonly ApplicationStatus[] = ['submitted', 'received', 'returned'];

/**
 * The Measures a studio is judged by: those its application was accepted under; before that those in force on the day it applied, or
 * today without an application.
 */
export function measuresFor({ application }: StudioRecord, book: MeasuresBook, today: PlainDate): Measures {
  if (application === null) return book.on(today);
  return undecided.includes(application.status) ? book.on(application.appliedOn) : book.byId(application.measuresId);
}

/** What the Measures say of a studio. */
export function studioFindings(record: StudioRecord, book: MeasuresBook, today: PlainDate): readonly Finding[] {
  return checkEligibility(studioFacts(record), measuresFor(record, book, today));
}

/** A finding as it is shown, its article in words. */
export function findingView({ rule, article, outcome, message, evidence }: Finding): FindingView {
  return { rule, article: articleText(article), outcome, message, evidence };
}
