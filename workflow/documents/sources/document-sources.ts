import type { DocumentKindId } from '../../../templates/document-kinds.ts';
import type { StudioSources, YearSources } from '../document-source.ts';
import { acceptanceNoticeSources } from './acceptance-notice.ts';
import { approvalRequestSources } from './approval-request.ts';
import { commitmentLetterSources } from './commitment-letter.ts';
import { inspectionFormSources } from './inspection-form.ts';
import { namingDecisionSources } from './naming-decision.ts';
import { plaqueListSources } from './plaque-list.ts';
import { rectificationNoticeSources } from './rectification-notice.ts';
import { returnNoticeSources } from './return-notice.ts';

/** How each kind of document comes out of the register. A new kind is one file here and one line. */
export const documentSources: Readonly<Record<DocumentKindId, StudioSources | YearSources>> = {
  'commitment-letter': commitmentLetterSources,
  'rectification-notice': rectificationNoticeSources,
  'plaque-list': plaqueListSources,
  'return-notice': returnNoticeSources,
  'acceptance-notice': acceptanceNoticeSources,
  'inspection-form': inspectionFormSources,
  'naming-decision': namingDecisionSources,
  'approval-request': approvalRequestSources,
};
