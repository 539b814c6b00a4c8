import { departmentsMigration } from './0010-departments.ts';
import { studiosMigration } from './0020-studios.ts';
import { applicationsMigration } from './0030-applications.ts';
import { assessmentMigration } from './0040-assessment.ts';
import { documentsAndFilesMigration } from './0050-documents-and-files.ts';
import { auditMigration } from './0060-audit.ts';
import { activityLedgerMigration } from './0070-activity-ledger.ts';
import { fundsMigration } from './0080-funds.ts';
import { districtRoundMigration } from './0090-district-round.ts';
import { consequencesMigration } from './0100-consequences.ts';
import { undoMigration } from './0110-undo.ts';
import { addedMeasuresMigration } from './0120-added-measures.ts';
import { yearlyActsMigration } from './0140-yearly-acts.ts';
import { endedTitlesMigration } from './0150-ended-titles.ts';
import { registerOfDocumentsMigration } from './0160-register-of-documents.ts';
import { correctedActivitiesMigration } from './0170-corrected-activities.ts';
import { customWordingMigration } from './0180-custom-wording.ts';
import { receivedFilingsMigration } from './0190-received-filings.ts';
import { approvalNumberMigration } from './0240-approval-number.ts';
import { writtenFilingsMigration } from './0280-written-filings.ts';
import { toldIdentityMigration } from './0300-told-identity.ts';
import { toldEndingsMigration } from './0310-told-endings.ts';
import type { Migration } from './migration.ts';

/** Every migration, in the order they are applied. */
export const allMigrations: readonly Migration[] = [
  departmentsMigration,
  studiosMigration,
  applicationsMigration,
  assessmentMigration,
  documentsAndFilesMigration,
  auditMigration,
  activityLedgerMigration,
  fundsMigration,
  districtRoundMigration,
  consequencesMigration,
  undoMigration,
  addedMeasuresMigration,
  yearlyActsMigration,
  endedTitlesMigration,
  registerOfDocumentsMigration,
  correctedActivitiesMigration,
  customWordingMigration,
  receivedFilingsMigration,
  approvalNumberMigration,
  writtenFilingsMigration,
  toldIdentityMigration,
  toldEndingsMigration,
];
