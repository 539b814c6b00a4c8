import type { Parameter } from '../parameter.ts';
import { cycleYears } from './cycle-years.ts';
import { districtQuota } from './district-quota.ts';
import { expenseCategories } from './expense-categories.ts';
import { gradeSuggestion } from './grade-suggestion.ts';
import { grantRange } from './grant-range.ts';
import { hrYearlyDates } from './hr-yearly-dates.ts';
import { leadAgeLimit } from './lead-age-limit.ts';
import { leadCount } from './lead-count.ts';
import { memberAgeLimit } from './member-age-limit.ts';
import { minimumArea } from './minimum-area.ts';
import { newStudiosPerSector } from './new-studios-per-sector.ts';
import { publicNoticeCounting, publicNoticeDays } from './public-notice-days.ts';
import { qualificationLevels } from './qualification-levels.ts';
import { reapplicationYears } from './reapplication-years.ts';
import { recommendationLimit } from './recommendation-limit.ts';
import { rectificationDays } from './rectification-days.ts';
import { roundMonths } from './round-months.ts';
import { teamSize } from './team-size.ts';
import { eventTarget, innovationTarget, topicTarget, trainingTarget } from './yearly-targets.ts';

/** Every quantity the Measures set, by name, in the order of the articles. */
export const parameters = {
  leadCount,
  teamSize,
  leadAgeLimit,
  qualificationLevels,
  memberAgeLimit,
  minimumArea,
  trainingTarget,
  topicTarget,
  eventTarget,
  innovationTarget,
  roundMonths,
  districtQuota,
  recommendationLimit,
  publicNoticeDays,
  publicNoticeCounting,
  grantRange,
  newStudiosPerSector,
  hrYearlyDates,
  expenseCategories,
  cycleYears,
  gradeSuggestion,
  rectificationDays,
  reapplicationYears,
} as const;

export type ParameterName = keyof typeof parameters;
export const parameterNames = Object.keys(parameters) as readonly ParameterName[];

/** The type of one parameter's value. */
export type ParameterValue<Name extends ParameterName> = (typeof parameters)[Name] extends Parameter<infer Value> ? Value : never;
