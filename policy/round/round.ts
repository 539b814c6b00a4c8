import type { PlainDate } from '../plain-date.ts';
import type { TitleStanding } from '../title-standing.ts';

/** One year's selection of district studios. 第十二条. It keeps the Measures of the day it was opened. */
export interface Round {
  readonly year: number;
  readonly openedOn: PlainDate;
  /** Candidates on the shortlist and not struck off again. */
  readonly shortlisted: number;
  /** Plaques awarded in this round. Plaques count for the year of their round, on whatever day they are handed over. */
  readonly awarded: number;
}

/** How far a studio has come in a round: the day of each step it has taken. */
export interface Candidate {
  readonly standing: TitleStanding;
  readonly appliedOn?: PlainDate | undefined;
  readonly recommendedOn?: PlainDate | undefined;
  readonly inspectedOn?: PlainDate | undefined;
  /** Average of the experts. */
  readonly average?: number | undefined;
  readonly shortlistedOn?: PlainDate | undefined;
  readonly approvedOn?: PlainDate | undefined;
  readonly noticePostedOn?: PlainDate | undefined;
  readonly plaqueOn?: PlainDate | undefined;
}
