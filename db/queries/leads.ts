import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { ReadableDatabase } from '../database.ts';
import { people, teamRoles } from '../schema.ts';

/** Names of those who led a studio on a day. Before the first whose beginning is known, that one. */
export function leadsOn(db: ReadableDatabase, studioId: string, on: PlainDate): readonly string[] {
  const lead = and(eq(teamRoles.studioId, studioId), eq(teamRoles.role, 'lead'), or(isNull(teamRoles.toDate), gte(teamRoles.toDate, on)));
  const found = (begun: boolean) =>
    db
      .select({ name: people.name, fromDate: teamRoles.fromDate })
      .from(teamRoles)
      .innerJoin(people, eq(people.id, teamRoles.personId))
      .where(begun ? and(lead, lte(teamRoles.fromDate, on)) : lead)
      .orderBy(asc(teamRoles.fromDate), asc(teamRoles.sequence))
      .all();
  const leads = found(true);
  if (leads.length > 0) return leads.map(({ name }) => name);
  const later = found(false);
  return later.filter(({ fromDate }) => fromDate === later[0]?.fromDate).map(({ name }) => name);
}
