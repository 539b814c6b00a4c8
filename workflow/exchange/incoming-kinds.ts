import type { Incoming } from './incoming.ts';
import { incomingActivityLedger } from './incoming-activity-ledger.ts';
import { incomingApplicationForm } from './incoming-application-form.ts';
import { incomingApplications } from './incoming-applications.ts';
import { incomingAssessmentApproval } from './incoming-assessment-approval.ts';
import { incomingAssessmentDecision } from './incoming-assessment-decision.ts';
import { incomingExpenseLedger } from './incoming-expense-ledger.ts';
import { incomingFiling } from './incoming-filing.ts';
import { incomingFilingReceipt } from './incoming-filing-receipt.ts';
import { incomingRecommendation } from './incoming-recommendation.ts';
import { incomingRoundResult } from './incoming-round-result.ts';
import { incomingScoreSheet } from './incoming-score-sheet.ts';

/** Every kind of workbook that can be imported. */
export const incomingKinds: readonly Incoming[] = [
  incomingApplications,
  incomingApplicationForm,
  incomingFiling,
  incomingFilingReceipt,
  incomingActivityLedger,
  incomingExpenseLedger,
  incomingRecommendation,
  incomingAssessmentApproval,
  incomingAssessmentDecision,
  incomingRoundResult,
  incomingScoreSheet,
];
