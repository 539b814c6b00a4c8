import { blankActivityLedger } from './blank-activity-ledger.ts';
import { blankApplicationForm } from './blank-application-form.ts';
import { blankApplications } from './blank-applications.ts';
import type { Outgoing } from './outgoing.ts';
import { outgoingAnnualSummary } from './outgoing-annual-summary.ts';
import { outgoingAssessmentApproval } from './outgoing-assessment-approval.ts';
import { outgoingAssessmentDecision } from './outgoing-assessment-decision.ts';
import { outgoingExpenseLedger } from './outgoing-expense-ledger.ts';
import { outgoingFiling } from './outgoing-filing.ts';
import { outgoingFilingReceipt } from './outgoing-filing-receipt.ts';
import { outgoingRecommendation } from './outgoing-recommendation.ts';
import { outgoingRoster } from './outgoing-roster.ts';
import { outgoingRoundResult } from './outgoing-round-result.ts';
import { outgoingScoreSheet } from './outgoing-score-sheet.ts';
import { outgoingScoreSummary } from './outgoing-score-summary.ts';

/** Every kind of workbook that can be written. */
export const outgoingKinds: readonly Outgoing[] = [
  blankApplications,
  blankApplicationForm,
  outgoingFiling,
  outgoingFilingReceipt,
  blankActivityLedger,
  outgoingExpenseLedger,
  outgoingRecommendation,
  outgoingAssessmentApproval,
  outgoingAssessmentDecision,
  outgoingRoundResult,
  outgoingScoreSheet,
  outgoingScoreSummary,
  outgoingAnnualSummary,
  outgoingRoster,
];
