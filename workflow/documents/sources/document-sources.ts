import type { DocumentKindId } from '../../../templates/document-kinds.ts';
import type { StudioSources, YearSources } from '../document-source.ts';
import { acceptanceNoticeSources } from './acceptance-notice.ts';
import { applicationFormSources } from './application-form.ts';
import { approvalRequestSources } from './approval-request.ts';
import { assessmentCircularSources } from './assessment-circular.ts';
import { assessmentFormSources } from './assessment-form.ts';
import { assessmentNoticeSources } from './assessment-notice.ts';
import { awardListSources } from './award-list.ts';
import { commitmentLetterSources } from './commitment-letter.ts';
import { criticismCircularSources } from './criticism-circular.ts';
import { expenseStatementSources } from './expense-statement.ts';
import { filingReportSources } from './filing-report.ts';
import { grantNoticeSources } from './grant-notice.ts';
import { grantTableSources } from './grant-table.ts';
import { inspectionFormSources } from './inspection-form.ts';
import { meetingPaperSources } from './meeting-paper.ts';
import { namingDecisionSources } from './naming-decision.ts';
import { plaqueDecisionSources } from './plaque-decision.ts';
import { plaqueSources } from './plaques.ts';
import { publicNoticeSources } from './public-notice.ts';
import { publicNoticeReportSources } from './public-notice-report.ts';
import { reclaimNoticeSources } from './reclaim-notice.ts';
import { recommendationLetterSources } from './recommendation-letter.ts';
import { rectificationNoticeSources } from './rectification-notice.ts';
import { rectificationReportSources } from './rectification-report.ts';
import { reinspectionFormSources } from './reinspection-form.ts';
import { returnNoticeSources } from './return-notice.ts';
import { revocationDecisionSources } from './revocation-decision.ts';
import { scoreSheetSources } from './score-sheet.ts';
import { scoreSummarySources } from './score-summary.ts';

/** How each kind of document comes out of the register. A new kind is one file here and one line. */
export const documentSources: Readonly<Record<DocumentKindId, StudioSources | YearSources>> = {
  'commitment-letter': commitmentLetterSources,
  'rectification-notice': rectificationNoticeSources,
  'award-list': awardListSources,
  'plaque-list': plaqueSources('plaque-list'),
  'plaque-face': plaqueSources('plaque-face'),
  'grant-table': grantTableSources,
  'expense-statement': expenseStatementSources,
  'return-notice': returnNoticeSources,
  'acceptance-notice': acceptanceNoticeSources,
  'inspection-form': inspectionFormSources,
  'naming-decision': namingDecisionSources,
  'approval-request': approvalRequestSources,
  'revocation-decision': revocationDecisionSources,
  'reclaim-notice': reclaimNoticeSources,
  'criticism-circular': criticismCircularSources,
  'assessment-notice': assessmentNoticeSources,
  'assessment-circular': assessmentCircularSources,
  'score-summary': scoreSummarySources,
  'score-sheet': scoreSheetSources,
  'reinspection-form': reinspectionFormSources,
  'rectification-report': rectificationReportSources,
  'assessment-form': assessmentFormSources,
  'application-form': applicationFormSources,
  'public-notice': publicNoticeSources,
  'public-notice-report': publicNoticeReportSources,
  'plaque-decision': plaqueDecisionSources,
  'grant-notice': grantNoticeSources,
  'filing-report': filingReportSources,
  'recommendation-letter': recommendationLetterSources,
  'meeting-paper': meetingPaperSources,
};
