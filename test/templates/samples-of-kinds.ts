import type { DocumentInput, DocumentKindId } from '../../templates/document-kinds.ts';
import { assessmentCircularOf, assessmentNoticeOf } from './assessment-samples.ts';
import { circularOf, districtRevocation, inSystemReclaim, reclaim, reclaimOf, revocation, revocationOf } from './consequence-samples.ts';
import {
  acceptanceOf,
  applicationOf,
  assessedOf,
  assessmentOf,
  bareApplication,
  filledInspection,
  inspectionOf,
  reinspectionOf,
  reportOf,
  returnOf,
  scoreSheetsOf,
  scoreSummaryOf,
} from './form-samples.ts';
import { expenseStatementOf, grantTableOf } from './money-samples.ts';
import { districtPlaquesOf, plaqueFaceFor, plaqueFacesOf, plaqueListOf } from './plaque-samples.ts';
import {
  filingReportOf,
  grantNoticeOf,
  meetingPaperOf,
  plaqueDecisionOf,
  publicNoticeOf,
  publicNoticeReportOf,
  recommendationLetterOf,
} from './round-samples.ts';
import { approvalRequestOf, awardListOf, letter, letterOf, namingDecisionOf, notice, noticeOf, renewedLetter } from './samples.ts';

/**
 * Samples of every kind by name, `usual` first: what the tests of wording, holes and measures go over, and what docs/documents.md shows. A new
 * kind does not compile without some; give it a short, a usual and a long one.
 */
export const samplesOfKinds: {
  readonly [Id in DocumentKindId]: Readonly<Record<string, DocumentInput<Id>>> & { readonly usual: DocumentInput<Id> };
} = {
  'commitment-letter': { usual: letter, renewed: renewedLetter, long: letterOf(30) },
  'rectification-notice': { usual: notice, short: noticeOf(1), long: noticeOf(8) },
  'award-list': { usual: awardListOf(11), short: awardListOf(1), long: awardListOf(30) },
  'plaque-list': { usual: plaqueListOf(11), short: plaqueListOf(1), district: districtPlaquesOf(5), long: plaqueListOf(30) },
  'plaque-face': {
    usual: plaqueFacesOf(2),
    short: plaqueFaceFor('一名'),
    long: plaqueFaceFor('欧阳澄初中信息技术与人工智能跨学科融合教学实践名师工作室'),
  },
  'grant-table': { usual: grantTableOf(5), short: grantTableOf(1), long: grantTableOf(30) },
  'expense-statement': {
    usual: expenseStatementOf(5),
    returned: expenseStatementOf(6),
    short: expenseStatementOf(1),
    long: expenseStatementOf(30),
  },
  'return-notice': { usual: returnOf(2), long: returnOf(12) },
  'acceptance-notice': { usual: acceptanceOf(2), short: acceptanceOf(0) },
  'inspection-form': { usual: filledInspection, blank: inspectionOf(12) },
  'application-form': { usual: applicationOf(4), short: bareApplication },
  'assessment-form': { usual: assessedOf(8), blank: assessmentOf(8) },
  'rectification-report': { usual: reportOf(2, true), blank: reportOf(2, false) },
  'reinspection-form': { usual: reinspectionOf(2, true), blank: reinspectionOf(2, false) },
  'score-sheet': { usual: scoreSheetsOf(2, 5) },
  'score-summary': { usual: scoreSummaryOf(6, 5), long: scoreSummaryOf(30, 9) },
  'naming-decision': { usual: namingDecisionOf(10), short: namingDecisionOf(1), two: namingDecisionOf(2), long: namingDecisionOf(40) },
  'approval-request': {
    usual: approvalRequestOf(5, 10),
    short: approvalRequestOf(1, 1),
    signers: { ...approvalRequestOf(3, 12), signers: ['易水寒', '丁一', '尉迟澄明'] },
    long: approvalRequestOf(5, 30),
  },
  'public-notice': {
    usual: publicNoticeOf(5),
    short: { ...publicNoticeOf(1), place: undefined, address: undefined },
    long: publicNoticeOf(30),
  },
  'public-notice-report': {
    usual: publicNoticeReportOf(5, 2),
    short: publicNoticeReportOf(1, 0),
    long: publicNoticeReportOf(5, 20),
  },
  'plaque-decision': { usual: plaqueDecisionOf(5), short: plaqueDecisionOf(1), long: plaqueDecisionOf(40) },
  'revocation-decision': { usual: revocation, district: districtRevocation, two: revocationOf(2), long: revocationOf(12) },
  'grant-notice': { usual: grantNoticeOf(5), short: grantNoticeOf(1), long: grantNoticeOf(30) },
  'filing-report': {
    usual: filingReportOf(3),
    short: { ...filingReportOf(1), studios: filingReportOf(1).studios.map(({ letter: _none, ...studio }) => studio) },
    long: filingReportOf(9),
  },
  'meeting-paper': { usual: meetingPaperOf(3), short: meetingPaperOf(1), long: meetingPaperOf(20) },
  'recommendation-letter': { usual: recommendationLetterOf(2), short: recommendationLetterOf(1), long: recommendationLetterOf(6) },
  'reclaim-notice': { usual: reclaim, 'in-system': inSystemReclaim, long: reclaimOf(12) },
  'criticism-circular': { usual: circularOf(2), short: circularOf(1), long: circularOf(9) },
  'assessment-notice': { usual: assessmentNoticeOf(9), short: assessmentNoticeOf(1), long: assessmentNoticeOf(40) },
  'assessment-circular': { usual: assessmentCircularOf(11), short: assessmentCircularOf(1), long: assessmentCircularOf(40) },
};
