import { makeDocument } from '../../templates/document-kinds.ts';
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

/** Letters, forms and wide tables, short and long, by the names their measurements go under. */
export async function formDocuments(): Promise<ReadonlyMap<string, Uint8Array>> {
  const making = {
    'return-1': makeDocument('return-notice', returnOf(1)),
    'return-3': makeDocument('return-notice', returnOf(3)),
    'return-20': makeDocument('return-notice', returnOf(20)),
    'acceptance-0': makeDocument('acceptance-notice', acceptanceOf(0)),
    'acceptance-4': makeDocument('acceptance-notice', acceptanceOf(4)),
    'acceptance-30': makeDocument('acceptance-notice', acceptanceOf(30)),
    'inspection-blank': makeDocument('inspection-form', inspectionOf(17)),
    'inspection-filled': makeDocument('inspection-form', filledInspection),
    'inspection-60': makeDocument('inspection-form', inspectionOf(60)),
    'application-bare': makeDocument('application-form', bareApplication),
    'application-5': makeDocument('application-form', applicationOf(5)),
    'application-25': makeDocument('application-form', applicationOf(25)),
    'assessment-8': makeDocument('assessment-form', assessmentOf(8)),
    'assessed-8': makeDocument('assessment-form', assessedOf(8)),
    'assessed-40': makeDocument('assessment-form', assessedOf(40)),
    'report-2': makeDocument('rectification-report', reportOf(2, false)),
    'report-12': makeDocument('rectification-report', reportOf(12, true)),
    'reinspection-2': makeDocument('reinspection-form', reinspectionOf(2, false)),
    'reinspection-12': makeDocument('reinspection-form', reinspectionOf(12, true)),
    'sheets-3': makeDocument('score-sheet', scoreSheetsOf(3, 5)),
    'sheets-9': makeDocument('score-sheet', scoreSheetsOf(9, 10)),
    'plaques-1': makeDocument('plaque-list', plaqueListOf(1)),
    'plaques-22': makeDocument('plaque-list', plaqueListOf(22)),
    'plaques-23': makeDocument('plaque-list', plaqueListOf(23)),
    'plaques-300': makeDocument('plaque-list', plaqueListOf(300)),
    'plaques-district-5': makeDocument('plaque-list', districtPlaquesOf(5)),
    'faces-3': makeDocument('plaque-face', plaqueFacesOf(3)),
    'face-short': makeDocument('plaque-face', plaqueFaceFor('一名')),
    'face-long': makeDocument('plaque-face', plaqueFaceFor('欧阳澄初中信息技术与人工智能跨学科融合教学实践名师工作室')),
    'grants-1': makeDocument('grant-table', grantTableOf(1)),
    'grants-5': makeDocument('grant-table', grantTableOf(5)),
    'grants-30': makeDocument('grant-table', grantTableOf(30)),
    'expenses-1': makeDocument('expense-statement', expenseStatementOf(1)),
    'expenses-5': makeDocument('expense-statement', expenseStatementOf(5)),
    'expenses-6': makeDocument('expense-statement', expenseStatementOf(6)),
    'expenses-30': makeDocument('expense-statement', expenseStatementOf(30)),
    'summary-5': makeDocument('score-summary', scoreSummaryOf(5, 3)),
    'summary-30': makeDocument('score-summary', scoreSummaryOf(30, 9)),
  };
  const made = await Promise.all(Object.entries(making).map(async ([name, document]) => [name, (await document).bytes] as const));
  return new Map(made);
}
