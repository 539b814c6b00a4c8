import { eq } from 'drizzle-orm';
import type { HostUnitKind } from '../../policy/studio-facts.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { applications, hostUnits, people, studios } from '../schema.ts';

/** Changes facts of a studio; a property that is left out stays. */
export function updateStudio(tx: Transaction, studioId: string, changes: Partial<Omit<typeof studios.$inferInsert, 'id'>>): void {
  tx.update(studios).set(changes).where(eq(studios.id, studioId)).run();
}

/** Changes facts of a person; a property that is left out stays. */
export function updatePerson(tx: Transaction, personId: string, changes: Partial<Omit<typeof people.$inferInsert, 'id'>>): void {
  tx.update(people).set(changes).where(eq(people.id, personId)).run();
}

/** Changes facts of an application; a property that is left out stays. */
export function updateApplicationFacts(
  tx: Transaction,
  applicationId: string,
  changes: Partial<Pick<typeof applications.$inferInsert, 'appliedOn' | 'unitOpinion'>>,
): void {
  tx.update(applications).set(changes).where(eq(applications.id, applicationId)).run();
}

/** The host unit of a name, entered when it is not known, and brought to the kind and place that are stated. Returns its id. */
export function enterHostUnit(tx: Transaction, name: string, kind: HostUnitKind | undefined, inDistrict: boolean | undefined): string {
  const present = tx.select({ id: hostUnits.id }).from(hostUnits).where(eq(hostUnits.name, name)).get();
  const stated = { ...(kind === undefined ? {} : { kind }), ...(inDistrict === undefined ? {} : { inDistrict }) };
  if (present === undefined) {
    const id = newId();
    tx.insert(hostUnits)
      .values({ id, name, ...stated })
      .run();
    return id;
  }
  if (Object.keys(stated).length > 0) tx.update(hostUnits).set(stated).where(eq(hostUnits.id, present.id)).run();
  return present.id;
}
