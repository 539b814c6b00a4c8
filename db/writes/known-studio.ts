import { eq } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { designations, people, studios, teamRoles } from '../schema.ts';

/** A named studio of which this register knows nothing but what another department writes of it. */
export interface KnownStudio {
  /** The same at every seat. */
  readonly id: string;
  readonly name: string;
  readonly sectorId: string;
  readonly bureauId: string;
  readonly lead: { readonly name: string; readonly idNumber: string };
  /** In-system title, and the day it was filed with the HR bureau. */
  readonly namedOn: PlainDate;
  readonly filedOn: PlainDate | null;
  /** The day of which name and lead are known. */
  readonly identityOn: PlainDate | null;
}

/** Takes a studio into the books with its lead and its in-system title. */
export function addKnownStudio(tx: Transaction, { id, name, sectorId, bureauId, lead, namedOn, filedOn, identityOn }: KnownStudio): void {
  tx.insert(studios).values({ id, name, sectorId, identityOn }).run();
  const known = tx.select({ id: people.id }).from(people).where(eq(people.idNumber, lead.idNumber)).get();
  const personId = known?.id ?? newId();
  if (known === undefined)
    tx.insert(people)
      .values({ id: personId, ...lead })
      .run();
  tx.insert(teamRoles).values({ id: newId(), studioId: id, personId, role: 'lead', sequence: 1, fromDate: namedOn }).run();
  tx.insert(designations).values({ id: newId(), studioId: id, level: 'in-system', departmentId: bureauId, namedOn, filedOn }).run();
}
