import { and, asc, eq, gte, isNotNull, isNull, lte, max, or } from 'drizzle-orm';
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

/** The last day on which somebody left a role, by studio and role: since when a place is empty. */
export function lastDepartures(db: ReadableDatabase): ReadonlyMap<string, Readonly<Partial<Record<'lead' | 'member', PlainDate>>>> {
  const rows = db
    .select({ studioId: teamRoles.studioId, role: teamRoles.role, last: max(teamRoles.toDate) })
    .from(teamRoles)
    .where(isNotNull(teamRoles.toDate))
    .groupBy(teamRoles.studioId, teamRoles.role)
    .all();
  const departures = new Map<string, Partial<Record<'lead' | 'member', PlainDate>>>();
  for (const { studioId, role, last } of rows) {
    if (role === 'trainee' || last === null) continue;
    departures.set(studioId, { ...departures.get(studioId), [role]: last });
  }
  return departures;
}
