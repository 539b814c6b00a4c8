import {
  districtTitlesHaveTheirRound,
  fiveDistrictPlaquesAYear,
  grantsWithinTheirRange,
  plaquesAfterTheirNotice,
  twoRecommendationsABureau,
} from './district-round.ts';
import type { Invariant } from './invariant.ts';
import { everyStatusHasItsAct, logIsUnbroken, numbersNameOneDocument, referencesHold, statusIsTheLastStep } from './log.ts';
import { grantsAddUp, noUnexplainedOverdraft, receivedAsPaid, returnsWithinTheirSource } from './money.ts';
import { lastActIsWithinPowers, rowsByTheBodyOfTheirLevel } from './powers.ts';
import { lastActGivesNothingToTheRevoked, nothingDatedAfterRevocation } from './revoked.ts';

/** What is looked at after each act. */
export const afterEachAct: readonly Invariant[] = [
  lastActIsWithinPowers,
  lastActGivesNothingToTheRevoked,
  fiveDistrictPlaquesAYear,
  twoRecommendationsABureau,
  plaquesAfterTheirNotice,
  districtTitlesHaveTheirRound,
  nothingDatedAfterRevocation,
  rowsByTheBodyOfTheirLevel,
  noUnexplainedOverdraft,
  returnsWithinTheirSource,
  grantsAddUp,
  receivedAsPaid,
  grantsWithinTheirRange,
  statusIsTheLastStep,
  numbersNameOneDocument,
];

/** What takes longer, and is looked at when a walk ends. */
export const atTheEnd: readonly Invariant[] = [everyStatusHasItsAct, referencesHold, logIsUnbroken];
