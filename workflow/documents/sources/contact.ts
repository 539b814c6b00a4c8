import type { ReadableDatabase } from '../../../db/database.ts';
import { readContact } from '../../session/contact.ts';

/** Whom the seat's documents name as their contact, where the settings say both name and telephone. */
export function contactOf(db: ReadableDatabase): { readonly contact?: { readonly name: string; readonly phone: string } } {
  const { person, phone } = readContact(db);
  return person === '' || phone === '' ? {} : { contact: { name: person, phone } };
}
