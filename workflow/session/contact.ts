import type { ReadableDatabase } from '../../db/database.ts';
import { readSetting } from '../../db/queries/settings.ts';
import { contactSchema } from '../contract/session.ts';

/** Whom to call, as forms and workbooks print it; blank until somebody has said. */
export function readContact(db: ReadableDatabase): { readonly person: string; readonly phone: string } {
  const stored = contactSchema.safeParse(readSetting(db, 'contact'));
  return stored.success ? stored.data : { person: '', phone: '' };
}
