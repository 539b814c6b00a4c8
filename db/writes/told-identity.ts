import { eq } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Transaction } from '../database.ts';
import type { StudioRecord } from '../queries/studios.ts';
import { people } from '../schema.ts';
import { updatePerson, updateStudio } from './studios.ts';
import { addRole, dayBefore, endRole, enterPerson } from './team.ts';

/** What another department says of a studio: its name, its lead, and the day of which it knows them. */
export interface ToldIdentity {
  readonly name: string;
  readonly lead: { readonly name: string; readonly idNumber: string };
  readonly on: PlainDate;
}

/** Brings a studio's name and lead to what another department says: a new lead takes over on that day, the former one stays on record. 第二条, 第四条. */
export function storeToldIdentity(tx: Transaction, studio: StudioRecord, { name, lead, on }: ToldIdentity): void {
  updateStudio(tx, studio.id, { name, identityOn: on });
  const present = studio.people.find(({ role }) => role === 'lead');
  const bearer = tx.select({ id: people.id }).from(people).where(eq(people.idNumber, lead.idNumber)).get();
  // The same person whose name or number was written wrongly before.
  if (present !== undefined && (present.idNumber === lead.idNumber || (present.name === lead.name && bearer === undefined))) {
    updatePerson(tx, present.personId, lead);
    return;
  }
  const details = { sex: null, birthDate: null, professionalTitle: null, phone: null, qualifications: [] };
  const personId = enterPerson(tx, { ...lead, ...details });
  for (const { roleId, role, personId: other } of studio.people) {
    if (role === 'lead' || (role === 'member' && other === personId)) endRole(tx, roleId, dayBefore(on));
  }
  addRole(tx, studio.id, personId, 'lead', on);
}
