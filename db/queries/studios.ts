import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Fen } from '../../policy/money.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Level, Qualification, QualificationKind, Sex } from '../../policy/qualification.ts';
import type { ApplicationStatus, StudioLevel } from '../../policy/seat.ts';
import type { Confirmation, ConfirmationSubject, HostUnitKind } from '../../policy/studio-facts.ts';
import type { TitleEnd } from '../../policy/title-end.ts';
import type { ReadableDatabase } from '../database.ts';
import {
  applicationSteps,
  applications,
  confirmations,
  designations,
  hostUnits,
  people,
  qualifications,
  sectors,
  specialApprovals,
  studios,
  teamRoles,
} from '../schema.ts';

/** Someone who belongs to a studio today, with the honours on record. */
export interface TeamPerson {
  readonly roleId: string;
  readonly personId: string;
  readonly role: 'lead' | 'member' | 'trainee';
  readonly name: string;
  readonly sex: Sex | null;
  readonly birthDate: PlainDate | null;
  readonly idNumber: string | null;
  readonly professionalTitle: string | null;
  readonly phone: string | null;
  readonly qualifications: readonly Qualification[];
  /** Claims whose kind or level nobody could tell. */
  readonly unclearClaims: readonly string[];
}

/** The latest application of a studio, with the day of its last step. */
export interface StudioApplication {
  readonly id: string;
  readonly level: StudioLevel;
  readonly appliedOn: PlainDate;
  readonly unitOpinion: string | null;
  readonly status: ApplicationStatus;
  readonly since: PlainDate;
  readonly measuresId: string;
  readonly approvals: readonly { readonly rule: string; readonly reason: string; readonly approver: string; readonly onDate: PlainDate }[];
}

/** A title held or once held. */
export interface StudioDesignation {
  readonly id: string;
  readonly level: StudioLevel;
  readonly departmentId: string;
  readonly namedOn: PlainDate;
  readonly documentNumber: string | null;
  readonly filedOn: PlainDate | null;
  readonly filingNumber: string | null;
  readonly endedOn: PlainDate | null;
  readonly endKind: TitleEnd | null;
  readonly endReason: string | null;
}

/** A studio as the register has it today. */
export interface StudioRecord {
  readonly id: string;
  readonly name: string;
  readonly sector: { readonly id: string; readonly name: string; readonly bureauId: string };
  readonly hostUnit: {
    readonly id: string;
    readonly name: string;
    readonly kind: HostUnitKind | null;
    readonly inDistrict: boolean | null;
  } | null;
  readonly traineeCount: number | null;
  readonly trainingAudience: string | null;
  readonly area: number | null;
  readonly dedicatedFunds: Fen | null;
  readonly remarks: string | null;
  /** The day of which name and lead are known, where they changed or came by file. */
  readonly identityOn: PlainDate | null;
  readonly people: readonly TeamPerson[];
  readonly confirmations: Readonly<Partial<Record<ConfirmationSubject, Confirmation>>>;
  readonly application: StudioApplication | null;
  readonly designations: readonly StudioDesignation[];
}

/** An honour as stored. */
export interface Claim {
  readonly kind: QualificationKind | null;
  readonly level: Level | null;
  readonly name: string;
  readonly issuingBody: string | null;
  readonly year: number | null;
  readonly evidence: string | null;
}

/** A ground of 第五条第二项, where its kind and level are known. */
export function asQualification({ kind, level, name, issuingBody, year, evidence }: Claim): Qualification | undefined {
  if (kind === null || level === null) return undefined;
  return {
    kind,
    level,
    name,
    ...(issuingBody === null ? {} : { issuingBody }),
    ...(year === null ? {} : { year }),
    ...(evidence === null ? {} : { evidence }),
  };
}

function teamsOf(db: ReadableDatabase, of: (column: typeof teamRoles.studioId) => SQL | undefined): Map<string, TeamPerson[]> {
  const roles = db
    .select({
      studioId: teamRoles.studioId,
      roleId: teamRoles.id,
      role: teamRoles.role,
      personId: people.id,
      name: people.name,
      sex: people.sex,
      birthDate: people.birthDate,
      idNumber: people.idNumber,
      professionalTitle: people.professionalTitle,
      phone: people.phone,
    })
    .from(teamRoles)
    .innerJoin(people, eq(people.id, teamRoles.personId))
    .where(and(isNull(teamRoles.toDate), of(teamRoles.studioId)))
    .orderBy(asc(teamRoles.role), asc(teamRoles.sequence))
    .all();
  const claims = Map.groupBy(
    db
      .selectDistinct({
        id: qualifications.id,
        personId: qualifications.personId,
        sequence: qualifications.sequence,
        kind: qualifications.kind,
        level: qualifications.level,
        name: qualifications.name,
        issuingBody: qualifications.issuingBody,
        year: qualifications.year,
        evidence: qualifications.evidence,
      })
      .from(qualifications)
      .innerJoin(teamRoles, eq(teamRoles.personId, qualifications.personId))
      .where(and(isNull(teamRoles.toDate), of(teamRoles.studioId)))
      .orderBy(asc(qualifications.sequence))
      .all(),
    ({ personId }) => personId,
  );
  const teams = new Map<string, TeamPerson[]>();
  for (const { studioId, ...role } of roles) {
    const own = claims.get(role.personId) ?? [];
    const person: TeamPerson = {
      ...role,
      qualifications: own.map(asQualification).filter((claim) => claim !== undefined),
      unclearClaims: own.filter(({ kind, level }) => kind === null || level === null).map(({ name }) => name),
    };
    const team = teams.get(studioId);
    if (team === undefined) teams.set(studioId, [person]);
    else team.push(person);
  }
  return teams;
}

function applicationsOf(
  db: ReadableDatabase,
  of: (column: typeof applications.studioId) => SQL | undefined,
): Map<string, StudioApplication> {
  const rows = db
    .select()
    .from(applications)
    .where(of(applications.studioId))
    .orderBy(desc(applications.appliedOn), desc(applications.id))
    .all();
  const steps = Map.groupBy(
    db
      .select({ applicationId: applicationSteps.applicationId, onDate: applicationSteps.onDate })
      .from(applicationSteps)
      .innerJoin(applications, eq(applications.id, applicationSteps.applicationId))
      .where(of(applications.studioId))
      .orderBy(asc(applicationSteps.sequence))
      .all(),
    ({ applicationId }) => applicationId,
  );
  const approvals = Map.groupBy(
    db
      .select({
        applicationId: specialApprovals.applicationId,
        rule: specialApprovals.rule,
        reason: specialApprovals.reason,
        approver: specialApprovals.approver,
        onDate: specialApprovals.onDate,
      })
      .from(specialApprovals)
      .innerJoin(applications, eq(applications.id, specialApprovals.applicationId))
      .where(of(applications.studioId))
      .all(),
    ({ applicationId }) => applicationId,
  );
  const latest = new Map<string, StudioApplication>();
  for (const { studioId, ...application } of rows) {
    if (latest.has(studioId)) continue;
    latest.set(studioId, {
      ...application,
      since: steps.get(application.id)?.at(-1)?.onDate ?? application.appliedOn,
      approvals: (approvals.get(application.id) ?? []).map(({ applicationId: _own, ...approval }) => approval),
    });
  }
  return latest;
}

/** Studios with all that their findings, lists and documents are made of; all of them, or those with the given ids. */
export function readStudios(db: ReadableDatabase, studioIds?: readonly string[]): readonly StudioRecord[] {
  // One parameter for however many ids.
  const among = sql`(SELECT value FROM json_each(${JSON.stringify(studioIds ?? [])}))`;
  const of = (column: Parameters<typeof inArray>[0]) => (studioIds === undefined ? undefined : inArray(column, among));
  const rows = db
    .select({ studio: studios, sector: sectors, hostUnit: hostUnits })
    .from(studios)
    .innerJoin(sectors, eq(sectors.id, studios.sectorId))
    .leftJoin(hostUnits, eq(hostUnits.id, studios.hostUnitId))
    .where(of(studios.id))
    .orderBy(asc(studios.id))
    .all();
  const teams = teamsOf(db, of);
  const confirmed = Map.groupBy(db.select().from(confirmations).where(of(confirmations.studioId)).all(), ({ studioId }) => studioId);
  const applied = applicationsOf(db, of);
  const titles = Map.groupBy(
    db
      .select({
        studioId: designations.studioId,
        id: designations.id,
        level: designations.level,
        departmentId: designations.departmentId,
        namedOn: designations.namedOn,
        documentNumber: designations.documentNumber,
        filedOn: designations.filedOn,
        filingNumber: designations.filingNumber,
        endedOn: designations.endedOn,
        endKind: designations.endKind,
        endReason: designations.endReason,
      })
      .from(designations)
      .where(of(designations.studioId))
      .orderBy(asc(designations.namedOn))
      .all(),
    ({ studioId }) => studioId,
  );
  return rows.map(({ studio, sector, hostUnit }) => ({
    id: studio.id,
    name: studio.name,
    sector,
    hostUnit,
    traineeCount: studio.traineeCount,
    trainingAudience: studio.trainingAudience,
    area: studio.area,
    dedicatedFunds: studio.dedicatedFunds,
    remarks: studio.remarks,
    identityOn: studio.identityOn,
    people: teams.get(studio.id) ?? [],
    confirmations: Object.fromEntries(
      (confirmed.get(studio.id) ?? []).map(({ subject, holds, confirmedBy, confirmedOn, evidence }) => [
        subject,
        { holds, confirmedBy, confirmedOn, ...(evidence === null ? {} : { evidence }) },
      ]),
    ),
    application: applied.get(studio.id) ?? null,
    designations: (titles.get(studio.id) ?? []).map(({ studioId: _own, ...title }) => title),
  }));
}
