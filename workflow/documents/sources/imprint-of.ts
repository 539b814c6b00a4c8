import type { ReadableDatabase } from '../../../db/database.ts';
import type { Department } from '../../../db/queries/departments.ts';
import type { PlainDate } from '../../../policy/plain-date.ts';
import { readDocumentSettings } from '../document-settings.ts';

/** The imprint of a department's document: printed by its own office on the day of the document, unless the settings say who prints. */
export function imprintOf(db: ReadableDatabase, seat: Pick<Department, 'id'>, officialName: string | undefined, printedOn: PlainDate) {
  const { copyTo, printer } = readDocumentSettings(db, seat);
  const office = officialName === undefined || officialName.endsWith('办公室') ? officialName : `${officialName}办公室`;
  return { ...(copyTo.length === 0 ? {} : { copyTo }), printer: printer ?? office, printedOn };
}
