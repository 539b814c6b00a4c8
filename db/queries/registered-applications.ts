import type { Fen } from '../../policy/money.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Sex } from '../../policy/qualification.ts';
import type { ApplicationStatus } from '../../policy/seat.ts';
import type { HostUnitKind } from '../../policy/studio-facts.ts';
import type { ReadableDatabase } from '../database.ts';
import { asQualification, type Claim, type TeamPerson } from './studios.ts';

/** A studio as far as an application list speaks of it: what `readStudios` says of it, without its course and the particulars of its members. */
export interface RegisteredApplication {
  readonly studioId: string;
  readonly studioName: string;
  readonly sector: string;
  readonly lead: RegisteredLead | undefined;
  readonly hostUnit: string | null;
  readonly hostUnitKind: HostUnitKind | null;
  readonly members: readonly string[];
  readonly traineeCount: number | null;
  readonly trainingAudience: string | null;
  readonly area: number | null;
  readonly dedicatedFunds: Fen | null;
  readonly remarks: string | null;
  /** The latest one. */
  readonly application: LatestApplication | undefined;
}

type RegisteredLead = Pick<
  TeamPerson,
  'name' | 'sex' | 'birthDate' | 'idNumber' | 'professionalTitle' | 'phone' | 'qualifications' | 'unclearClaims'
>;

interface LatestApplication {
  readonly id: string;
  readonly status: ApplicationStatus;
  readonly unitOpinion: string | null;
  readonly appliedOn: PlainDate;
}

type StudioRow = [
  id: string,
  name: string,
  sector: string,
  hostUnit: string | null,
  hostUnitKind: HostUnitKind | null,
  traineeCount: number | null,
  trainingAudience: string | null,
  area: number | null,
  dedicatedFunds: Fen | null,
  remarks: string | null,
];
type LeadRow = [
  studioId: string,
  personId: string,
  name: string,
  sex: Sex | null,
  birthDate: PlainDate | null,
  idNumber: string | null,
  professionalTitle: string | null,
  phone: string | null,
];
type ClaimRow = [
  personId: string,
  kind: Claim['kind'],
  level: Claim['level'],
  name: string,
  issuingBody: string | null,
  year: number | null,
  evidence: string | null,
];
type ApplicationRow = [studioId: string, id: string, status: ApplicationStatus, unitOpinion: string | null, appliedOn: PlainDate];

/** Studios as an application list speaks of them, by their ids. Read as bare values: a list may mean thousands. */
export function readRegisteredApplications(db: ReadableDatabase, studioIds: readonly string[]): readonly RegisteredApplication[] {
  // One parameter for however many ids.
  const among = JSON.stringify(studioIds);
  const rows = <Row>(text: string): Row[] => db.$client.prepare<[string], Row>(text).raw().all(among);
  const leads = leadsOf(rows);
  const members = new Map(
    rows<[studioId: string, names: string]>(
      `SELECT team_roles.studio_id, json_group_array(people.name ORDER BY team_roles.sequence)
       FROM team_roles JOIN people ON people.id = team_roles.person_id
       WHERE team_roles.role = 'member' AND team_roles.to_date IS NULL AND team_roles.studio_id IN (SELECT value FROM json_each(?))
       GROUP BY team_roles.studio_id`,
    ),
  );
  const latest = new Map(
    rows<ApplicationRow>(
      `SELECT studio_id, id, status, unit_opinion, applied_on FROM applications
       WHERE studio_id IN (SELECT value FROM json_each(?)) ORDER BY applied_on, id`,
    ).map(([studioId, id, status, unitOpinion, appliedOn]) => [studioId, { id, status, unitOpinion, appliedOn }]),
  );
  return rows<StudioRow>(
    `SELECT studios.id, studios.name, sectors.name, host_units.name, host_units.kind, studios.trainee_count, studios.training_audience,
       studios.area, studios.dedicated_funds, studios.remarks
     FROM studios
     JOIN sectors ON sectors.id = studios.sector_id
     LEFT JOIN host_units ON host_units.id = studios.host_unit_id
     WHERE studios.id IN (SELECT value FROM json_each(?))
     ORDER BY studios.id`,
  ).map(([id, name, sector, hostUnit, hostUnitKind, traineeCount, trainingAudience, area, dedicatedFunds, remarks]) => ({
    studioId: id,
    studioName: name,
    sector,
    lead: leads.get(id),
    hostUnit,
    hostUnitKind,
    members: JSON.parse(members.get(id) ?? '[]') as string[],
    traineeCount,
    trainingAudience,
    area,
    dedicatedFunds,
    remarks,
    application: latest.get(id),
  }));
}

function leadsOf(rows: <Row>(text: string) => Row[]): ReadonlyMap<string, RegisteredLead> {
  const claims = Map.groupBy(
    rows<ClaimRow>(
      `SELECT person_id, kind, level, name, issuing_body, year, evidence FROM qualifications
       WHERE person_id IN (
         SELECT person_id FROM team_roles
         WHERE role = 'lead' AND to_date IS NULL AND studio_id IN (SELECT value FROM json_each(?))
       )
       ORDER BY sequence`,
    ),
    ([personId]) => personId,
  );
  // The first lead is the lead: the last one said stays.
  return new Map(
    rows<LeadRow>(
      `SELECT team_roles.studio_id, people.id, people.name, people.sex, people.birth_date, people.id_number, people.professional_title, people.phone
       FROM team_roles JOIN people ON people.id = team_roles.person_id
       WHERE team_roles.role = 'lead' AND team_roles.to_date IS NULL AND team_roles.studio_id IN (SELECT value FROM json_each(?))
       ORDER BY team_roles.sequence DESC`,
    ).map(([studioId, personId, name, sex, birthDate, idNumber, professionalTitle, phone]) => {
      const own = (claims.get(personId) ?? []).map(
        ([, kind, level, claim, issuingBody, year, evidence]): Claim => ({ kind, level, name: claim, issuingBody, year, evidence }),
      );
      const qualifications = own.map(asQualification).filter((claim) => claim !== undefined);
      const unclearClaims = own.filter(({ kind, level }) => kind === null || level === null).map((claim) => claim.name);
      return [studioId, { name, sex, birthDate, idNumber, professionalTitle, phone, qualifications, unclearClaims }];
    }),
  );
}
