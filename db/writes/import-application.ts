import { eq } from 'drizzle-orm';
import type { Fen } from '../../policy/money.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Qualification, Sex } from '../../policy/qualification.ts';
import type { HostUnitKind } from '../../policy/studio-facts.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { readPresentTeam } from '../queries/present-team.ts';
import type { ChangeRecorder } from '../record-changes.ts';
import { applicationSteps, applications, people, qualifications, studios, teamRoles } from '../schema.ts';
import { statedHostUnit } from './stated-host-unit.ts';
import { storedClaim } from './stored-claim.ts';

/** An application as it is stored; what nobody stated is null. */
export interface StoredApplication {
  readonly studioName: string;
  readonly sectorId: string;
  readonly leadName: string;
  readonly leadSex: Sex | null;
  readonly leadBirthDate: PlainDate | null;
  readonly leadIdNumber: string | null;
  readonly leadTitle: string | null;
  readonly leadPhone: string | null;
  readonly leadQualifications: readonly Qualification[];
  readonly leadUnclearClaims: readonly string[];
  readonly hostUnit: string | null;
  readonly hostUnitKind: HostUnitKind | null;
  readonly members: readonly string[];
  readonly traineeCount: number | null;
  readonly trainingAudience: string | null;
  readonly area: number | null;
  readonly dedicatedFunds: Fen | null;
  readonly unitOpinion: string | null;
  readonly appliedOn: PlainDate;
  readonly remarks: string | null;
}

/** What every row of a batch shares. */
export interface ImportContext {
  readonly recorder: ChangeRecorder;
  readonly departmentId: string;
  readonly importedOn: PlainDate;
  readonly measuresId: string;
  readonly fileName: string;
}

function hostUnitId(tx: Transaction, recorder: ChangeRecorder, { hostUnit: name, hostUnitKind: kind }: StoredApplication): string | null {
  return name === null ? null : statedHostUnit(tx, recorder, { name, kind });
}

function leadDetails(application: StoredApplication) {
  return {
    name: application.leadName,
    sex: application.leadSex,
    birthDate: application.leadBirthDate,
    professionalTitle: application.leadTitle,
    phone: application.leadPhone,
  };
}

function leadId(tx: Transaction, recorder: ChangeRecorder, application: StoredApplication): string {
  const idNumber = application.leadIdNumber;
  const present = idNumber === null ? undefined : tx.select({ id: people.id }).from(people).where(eq(people.idNumber, idNumber)).get();
  if (present === undefined) {
    const id = newId();
    recorder.insert(people, { id, idNumber, ...leadDetails(application) });
    return id;
  }
  recorder.update(people, { id: present.id }, leadDetails(application));
  return present.id;
}

/** A claim as a row of `qualifications` holds it. */
type Claim = Pick<typeof qualifications.$inferSelect, 'kind' | 'level' | 'name' | 'issuingBody' | 'year' | 'evidence'>;

function textOf(claims: readonly Claim[]): string {
  return JSON.stringify(
    claims.map(({ kind, level, name, issuingBody, year, evidence }) => [kind, level, name, issuingBody, year, evidence]),
  );
}

function writeClaims(tx: Transaction, recorder: ChangeRecorder, personId: string, application: StoredApplication): void {
  const wanted: readonly Claim[] = [
    ...application.leadQualifications.map(storedClaim),
    ...application.leadUnclearClaims.map((name) => ({ kind: null, level: null, name, issuingBody: null, year: null, evidence: null })),
  ];
  const present = tx.select().from(qualifications).where(eq(qualifications.personId, personId)).orderBy(qualifications.sequence).all();
  if (textOf(present) === textOf(wanted)) return;
  for (const { id } of present) recorder.remove(qualifications, { id });
  for (const [index, claim] of wanted.entries()) {
    recorder.insert(qualifications, { id: newId(), personId, sequence: index + 1, ...claim });
  }
}

function studioDetails(application: StoredApplication, unitId: string | null) {
  return {
    name: application.studioName,
    sectorId: application.sectorId,
    hostUnitId: unitId,
    traineeCount: application.traineeCount,
    trainingAudience: application.trainingAudience,
    area: application.area,
    dedicatedFunds: application.dedicatedFunds,
    remarks: application.remarks,
  };
}

function addMembers(recorder: ChangeRecorder, studioId: string, names: readonly string[], after: number, fromDate: PlainDate): void {
  for (const [index, name] of names.entries()) {
    const personId = newId();
    recorder.insert(people, { id: personId, name });
    recorder.insert(teamRoles, { id: newId(), studioId, personId, role: 'member', sequence: after + index + 1, fromDate });
  }
}

/** Stores a studio nobody applied for before: unit, lead, members, claims, the application and its first step. */
export function insertApplication(tx: Transaction, context: ImportContext, application: StoredApplication): void {
  const { recorder, departmentId, importedOn, measuresId, fileName } = context;
  const { appliedOn, unitOpinion } = application;
  const studioId = newId();
  recorder.insert(studios, { id: studioId, ...studioDetails(application, hostUnitId(tx, recorder, application)) });
  const personId = leadId(tx, recorder, application);
  recorder.insert(teamRoles, { id: newId(), studioId, personId, role: 'lead', sequence: 1, fromDate: appliedOn });
  writeClaims(tx, recorder, personId, application);
  addMembers(recorder, studioId, application.members, 0, appliedOn);
  const applicationId = newId();
  recorder.insert(applications, {
    id: applicationId,
    studioId,
    level: 'in-system',
    appliedOn,
    unitOpinion,
    status: 'submitted',
    measuresId,
  });
  recorder.insert(applicationSteps, {
    id: newId(),
    applicationId,
    sequence: 1,
    status: 'submitted',
    onDate: appliedOn < importedOn ? appliedOn : importedOn,
    departmentId,
    details: JSON.stringify({ file: fileName }),
  });
}

/** Brings a studio and its application to what a newer list says. Members whose names stay keep their records. */
export function updateApplication(
  tx: Transaction,
  { recorder }: ImportContext,
  studioId: string,
  applicationId: string,
  application: StoredApplication,
): void {
  const { appliedOn, unitOpinion } = application;
  recorder.update(studios, { id: studioId }, studioDetails(application, hostUnitId(tx, recorder, application)));
  const personId = leadId(tx, recorder, application);
  writeClaims(tx, recorder, personId, application);
  const present = readPresentTeam(tx, studioId);
  const lead = present.find(({ role }) => role === 'lead');
  if (lead !== undefined && lead.personId !== personId) recorder.update(teamRoles, { id: lead.id }, { personId });
  const members = present.filter(({ role }) => role === 'member');
  // An application that has not been accepted is still a draft: a member who is not on the new list never began.
  for (const { id, name } of members) {
    if (!application.members.includes(name)) recorder.remove(teamRoles, { id });
  }
  const last = Math.max(0, ...members.map(({ sequence }) => sequence));
  const added = application.members.filter((name) => !members.some((member) => member.name === name));
  addMembers(recorder, studioId, added, last, appliedOn);
  recorder.update(applications, { id: applicationId }, { appliedOn, unitOpinion });
}

/** What somebody states of a member; the rest stays as it is known. */
export interface MemberDetails {
  readonly name: string;
  readonly sex?: Sex;
  readonly birthDate?: PlainDate;
  readonly title?: string;
}

/** Enters what is stated of members who are in a team already, by their names. */
export function describeMembers(
  recorder: ChangeRecorder,
  team: readonly { readonly personId: string; readonly role: string; readonly name: string }[],
  details: readonly MemberDetails[],
): void {
  for (const { name, sex, birthDate, title } of details) {
    const member = team.find((person) => person.role === 'member' && person.name === name);
    const stated = {
      ...(sex === undefined ? {} : { sex }),
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(title === undefined ? {} : { professionalTitle: title }),
    };
    if (member !== undefined && Object.keys(stated).length > 0) recorder.update(people, { id: member.personId }, stated);
  }
}
