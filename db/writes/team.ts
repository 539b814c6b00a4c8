import { and, eq, max } from 'drizzle-orm';
import { addDays, type PlainDate } from '../../policy/plain-date.ts';
import type { Qualification, Sex } from '../../policy/qualification.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { people, qualifications, teamRoles } from '../schema.ts';
import { storedClaim } from './stored-claim.ts';

/** Somebody who joins a team; what nobody stated is null. */
export interface NewPerson {
  readonly name: string;
  readonly sex: Sex | null;
  readonly birthDate: PlainDate | null;
  readonly idNumber: string | null;
  readonly professionalTitle: string | null;
  readonly phone: string | null;
  readonly qualifications: readonly Qualification[];
}

/** Lets somebody's role end on a day. A role that would have ended before it began ends on its first day. */
export function endRole(tx: Transaction, roleId: string, lastDay: PlainDate): void {
  const role = tx.select({ from: teamRoles.fromDate }).from(teamRoles).where(eq(teamRoles.id, roleId)).get();
  if (role === undefined) throw new Error(`no role ${roleId}`);
  tx.update(teamRoles)
    .set({ toDate: lastDay < role.from ? role.from : lastDay })
    .where(eq(teamRoles.id, roleId))
    .run();
}

/** The last day of somebody whose successor begins on a day. */
export function dayBefore(on: PlainDate): PlainDate {
  return addDays(on, -1);
}

/**
 * Enters a person, or brings the one with the same ID number, or the one named by id, to what is stated; honours are added to those on
 * record. Returns the person's id.
 */
export function enterPerson(tx: Transaction, person: NewPerson, knownId?: string): string {
  const { qualifications: honours, ...details } = person;
  const byNumber =
    person.idNumber === null ? undefined : tx.select({ id: people.id }).from(people).where(eq(people.idNumber, person.idNumber)).get()?.id;
  const id = byNumber ?? knownId ?? newId();
  if (byNumber === undefined && knownId === undefined) {
    tx.insert(people)
      .values({ id, ...details })
      .run();
  } else {
    const stated = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== null));
    tx.update(people).set(stated).where(eq(people.id, id)).run();
  }
  const last = tx
    .select({ sequence: max(qualifications.sequence) })
    .from(qualifications)
    .where(eq(qualifications.personId, id))
    .get();
  for (const [index, honour] of honours.entries()) {
    tx.insert(qualifications)
      .values({ id: newId(), personId: id, sequence: (last?.sequence ?? 0) + index + 1, ...storedClaim(honour) })
      .run();
  }
  return id;
}

/** Gives a person a role in a studio from a day on, after those who hold it. */
export function addRole(tx: Transaction, studioId: string, personId: string, role: 'lead' | 'member', fromDate: PlainDate): void {
  const last = tx
    .select({ sequence: max(teamRoles.sequence) })
    .from(teamRoles)
    .where(and(eq(teamRoles.studioId, studioId), eq(teamRoles.role, role)))
    .get();
  tx.insert(teamRoles)
    .values({ id: newId(), studioId, personId, role, sequence: (last?.sequence ?? 0) + 1, fromDate })
    .run();
}
