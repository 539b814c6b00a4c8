import type { Transaction } from '../../../db/database.ts';
import { readAssessments, readRectifications } from '../../../db/queries/assessments.ts';
import { readCases } from '../../../db/queries/cases.ts';
import { readLetters } from '../../../db/queries/commitment-letters.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import { type Revocation, readRevocations } from '../../../db/queries/revocations.ts';
import type { PlainDate } from '../../../policy/plain-date.ts';
import type { RevocationStep, RevocationStepKind } from '../../../templates/kit/revocation-steps.ts';

/** A step as the register has it: whoever did it may be unknown. */
type RecordedStep = Omit<RevocationStep, 'by'> & { readonly by: string | undefined };

/**
 * What led to a revocation, from the records it stands on, in order of time. A department is called by its short name on the day of the
 * decision; the one whose document it is, `departmentId`, by its full one.
 */
export function revocationSteps(tx: Transaction, revocation: Revocation, departmentId: string): readonly RecordedStep[] {
  const departments = departmentsOn(tx, revocation.decidedOn);
  const nameOf = (id: string | undefined): string | undefined => {
    const department = departments.find((each) => each.id === id);
    return id === departmentId ? department?.officialName : department?.name;
  };
  const followed = readRevocations(tx, revocation.studioId).find(({ id }) => id === revocation.followsId);
  return [
    ...assessmentSteps(tx, revocation, nameOf),
    ...caseSteps(tx, revocation, nameOf),
    ...(followed === undefined ? [] : [stepOf('followed', followed.decidedOn, nameOf(followed.departmentId), followed.number)]),
  ];
}

type NameOf = (departmentId: string | undefined) => string | undefined;

function stepOf(kind: RevocationStepKind, on: PlainDate, by: string | undefined, detail?: string | null): RecordedStep {
  return { kind, on, by, ...(detail === undefined || detail === null ? {} : { detail }) };
}

function assessmentSteps(tx: Transaction, { studioId, assessmentId, rectificationId }: Revocation, nameOf: NameOf): RecordedStep[] {
  const notice = readRectifications(tx, studioId).find(({ id }) => id === rectificationId);
  const assessment = readAssessments(tx, studioId).find(({ id }) => id === (notice?.assessmentId ?? assessmentId));
  if (assessment === undefined) return [];
  const { kind, assessedOn, approval } = assessment;
  const assessor = nameOf(readLetters(tx, studioId).find(({ id }) => id === assessment.letterId)?.departmentId);
  const approved = approval?.decision === 'approved' ? [stepOf('approved', approval.decidedOn, nameOf(approval.departmentId))] : [];
  return [stepOf(kind, assessedOn, assessor), ...approved, ...(notice === undefined ? [] : rectificationSteps(notice, nameOf))];
}

function rectificationSteps(notice: ReturnType<typeof readRectifications>[number], nameOf: NameOf): RecordedStep[] {
  const by = nameOf(notice.departmentId);
  const failed = notice.reinspections.findLast(({ passed }) => !passed);
  return [
    stepOf('notice', notice.issuedOn, by, notice.number),
    ...(failed === undefined
      ? [stepOf('overdue', notice.deadline, by)]
      : [stepOf('deadline', notice.deadline, by), stepOf('failed', failed.inspectedOn, by, failed.opinion)]),
  ];
}

function caseSteps(tx: Transaction, { studioId, caseId }: Revocation, nameOf: NameOf): RecordedStep[] {
  const found = readCases(tx, studioId).find(({ id }) => id === caseId);
  if (found === undefined) return [];
  const { kind, foundOn, foundHow, departmentId, verification } = found;
  if (verification === null) return [stepOf(kind, foundOn, nameOf(departmentId), foundHow)];
  const { verifiedOn, verifiedBy, findings, impact, statement } = verification;
  return [
    stepOf(kind, foundOn, nameOf(departmentId), foundHow),
    ...(statement === null ? [] : [stepOf('heard', verifiedOn, verifiedBy)]),
    stepOf('verified', verifiedOn, verifiedBy, findings),
    ...(impact === null ? [] : [stepOf('impact', verifiedOn, verifiedBy, impact)]),
  ];
}
