import { and, eq, isNull } from 'drizzle-orm';
import type { ReadableDatabase } from '../database.ts';
import { people, teamRoles } from '../schema.ts';

/** The roles in a studio that have not ended, with the names of those who hold them. */
export function readPresentTeam(db: ReadableDatabase, studioId: string) {
  return db
    .select({
      id: teamRoles.id,
      role: teamRoles.role,
      sequence: teamRoles.sequence,
      fromDate: teamRoles.fromDate,
      personId: people.id,
      name: people.name,
    })
    .from(teamRoles)
    .innerJoin(people, eq(people.id, teamRoles.personId))
    .where(and(eq(teamRoles.studioId, studioId), isNull(teamRoles.toDate)))
    .all();
}
