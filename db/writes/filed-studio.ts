import { eq } from 'drizzle-orm';
import type { Fen } from '../../policy/money.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Sex } from '../../policy/qualification.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { readPresentTeam } from '../queries/present-team.ts';
import type { ChangeRecorder } from '../record-changes.ts';
import { designations, filings, people, studios, teamRoles } from '../schema.ts';
import { type StatedHostUnit, statedHostUnit } from './stated-host-unit.ts';
import { storeToldEnding, type ToldEnding } from './told-ending.ts';

/** Somebody of a team as a filing names them; what it does not say is absent. */
interface FiledPerson {
  readonly name: string;
  readonly sex?: Sex;
  readonly birthDate?: PlainDate;
  readonly professionalTitle?: string;
  readonly phone?: string;
}

/** A named studio as its bureau files it. What the filing does not say is absent and leaves the register as it is. */
export interface FiledStudio {
  readonly name: string;
  readonly sectorId: string;
  readonly lead: FiledPerson & { readonly idNumber: string };
  readonly hostUnit?: StatedHostUnit;
  readonly members?: readonly FiledPerson[];
  readonly trainingAudience?: string;
  readonly area?: number;
  readonly dedicatedFunds?: Fen;
  readonly bureauId: string;
  readonly namedOn: PlainDate;
  readonly namingDocument?: string;
  readonly sentOn: PlainDate;
  /** Absent while the title is held. */
  readonly ending?: ToldEnding;
  /** Day the file was written that says so. */
  readonly writtenOn: PlainDate;
  /** What it states beyond the register. */
  readonly stated: Readonly<Record<string, unknown>>;
}

/** The studio's place in the register so far: nothing known, or its id with its in-system title and the last filing of it. */
export interface FiledBefore {
  readonly studioId: string;
  readonly designationId: string | undefined;
  /** The filing the file is about; undefined when it is sent anew. */
  readonly filingId: string | undefined;
}

/** Brings the receiver's register to what a filing says of a studio: studio, unit, team, title and the filing itself. 第十一条第三项. */
export function storeFiledStudio(
  tx: Transaction,
  recorder: ChangeRecorder,
  filed: FiledStudio,
  known: { readonly id: string } | FiledBefore,
): void {
  const before = 'studioId' in known ? known : undefined;
  const studioId = 'studioId' in known ? known.studioId : known.id;
  const { name, sectorId, trainingAudience, area, dedicatedFunds, writtenOn: identityOn } = filed;
  const hostUnitId = filed.hostUnit === undefined ? undefined : statedHostUnit(tx, recorder, filed.hostUnit);
  const details = given({ name, sectorId, hostUnitId, trainingAudience, area, dedicatedFunds, identityOn });
  if (before === undefined) recorder.insert(studios, { id: studioId, name, sectorId, ...details });
  else recorder.update(studios, { id: studioId }, details);
  writeTeam(tx, recorder, studioId, filed, before === undefined ? filed.namedOn : filed.writtenOn);
  writeTitle(tx, recorder, studioId, filed, before);
}

function given<Fields extends object>(fields: { readonly [Name in keyof Fields]: Fields[Name] | undefined }): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
}

/** Who is not on the new list has left by the day it was written; who is new on it came with that day. */
function writeTeam(
  tx: Transaction,
  recorder: ChangeRecorder,
  studioId: string,
  { lead, members, writtenOn }: FiledStudio,
  from: PlainDate,
): void {
  const present = readPresentTeam(tx, studioId);
  const leave = ({ id, fromDate }: (typeof present)[number]): void =>
    recorder.update(teamRoles, { id }, { toDate: fromDate > writtenOn ? fromDate : writtenOn });

  const { idNumber, ...leadDetails } = lead;
  const known = tx.select({ id: people.id }).from(people).where(eq(people.idNumber, idNumber)).get();
  const leadId = known?.id ?? newId();
  if (known === undefined) recorder.insert(people, { id: leadId, idNumber, ...leadDetails });
  else recorder.update(people, { id: leadId }, leadDetails);
  const leads = present.filter(({ role }) => role === 'lead');
  for (const other of leads.filter(({ personId }) => personId !== leadId)) leave(other);
  if (!leads.some(({ personId }) => personId === leadId)) {
    recorder.insert(teamRoles, { id: newId(), studioId, personId: leadId, role: 'lead', sequence: 1, fromDate: from });
  }

  if (members === undefined) return;
  const team = present.filter(({ role }) => role === 'member');
  for (const member of team.filter(({ name }) => !members.some((other) => other.name === name))) leave(member);
  let last = Math.max(0, ...team.map(({ sequence }) => sequence));
  for (const member of members) {
    const same = team.find(({ name }) => name === member.name);
    if (same !== undefined) {
      recorder.update(people, { id: same.personId }, member);
      continue;
    }
    const personId = newId();
    last += 1;
    recorder.insert(people, { id: personId, ...member });
    recorder.insert(teamRoles, { id: newId(), studioId, personId, role: 'member', sequence: last, fromDate: from });
  }
}

function writeTitle(
  tx: Transaction,
  recorder: ChangeRecorder,
  studioId: string,
  filed: FiledStudio,
  before: FiledBefore | undefined,
): void {
  const { bureauId, namedOn, namingDocument: documentNumber, sentOn, writtenOn } = filed;
  const stated = JSON.stringify(filed.stated);
  const designationId = before?.designationId ?? newId();
  const details = { namedOn, filedOn: sentOn, ...given({ documentNumber }) };
  if (before?.designationId === undefined) {
    recorder.insert(designations, { id: designationId, studioId, level: 'in-system', departmentId: bureauId, ...details });
  } else recorder.update(designations, { id: designationId }, details);
  if (before?.filingId === undefined)
    recorder.insert(filings, { id: newId(), designationId, departmentId: bureauId, sentOn, writtenOn, stated });
  else recorder.update(filings, { id: before.filingId }, { sentOn, writtenOn, stated });
  if (filed.ending !== undefined) storeToldEnding(tx, recorder, { studioId, designationId, ending: filed.ending });
}
