import type { StudioRecord } from '../../db/queries/studios.ts';
import type { AssessmentDecisionRecord } from '../../exchange/assessment-decision.ts';
import { knownFields } from './known-fields.ts';
import type { PeriodicResult } from './periodic-results.ts';

/** What the register says of a studio in the words of a list of decisions; what is not known is absent. */
export function registeredDecision({ name, people }: StudioRecord, result: PeriodicResult | undefined): Partial<AssessmentDecisionRecord> {
  const lead = people.find(({ role }) => role === 'lead');
  const approval = result?.assessment.approval;
  return knownFields<AssessmentDecisionRecord>({
    studioName: name,
    leadName: lead?.name,
    leadIdNumber: lead?.idNumber,
    letterNumber: result?.letter.number,
    cycleFrom: result?.letter.cycleFrom,
    cycleTo: result?.letter.cycleTo,
    assessedOn: result?.assessment.assessedOn,
    grade: result?.assessment.grade,
    decision: approval?.decision,
    approvedGrade: approval?.decision === 'approved' ? result?.assessment.grade : undefined,
    decidedOn: approval?.decidedOn,
    number: approval?.number,
    opinion: approval?.opinion,
  });
}
