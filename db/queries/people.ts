import { eq } from 'drizzle-orm';
import type { ReadableDatabase } from '../database.ts';
import { people } from '../schema.ts';

/** The person on record with an ID number, if there is one. */
export function personByIdNumber(db: ReadableDatabase, idNumber: string): { readonly id: string; readonly name: string } | undefined {
  return db.select({ id: people.id, name: people.name }).from(people).where(eq(people.idNumber, idNumber)).get();
}
