import type { ReadableDatabase } from '../../db/database.ts';
import { type Department, departmentsOn, firstDepartmentsOn } from '../../db/queries/departments.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Session } from '../contract/session.ts';
import { measuresBook } from '../measures-book.ts';
import { readContact } from './contact.ts';

function departmentView({ id, kind, name, officialName, sectors }: Department): Session['departments'][number] {
  return { id, kind, name, officialName, sectors: [...sectors] };
}

/** What a window needs to know first. `db` is `undefined` while the data folder holds no register, `seat` until one is chosen. */
export function readSession(db: ReadableDatabase | undefined, seat: Department | undefined, dataFolder: string, today: PlainDate): Session {
  const { id, title, documentNumber, effectiveFrom } = measuresBook(db).on(today);
  const departments = db === undefined ? firstDepartmentsOn(today) : departmentsOn(db, today);
  return {
    initialised: seat !== undefined,
    dataFolder,
    today,
    seat: seat === undefined ? null : departmentView(seat),
    contact: db === undefined ? { person: '', phone: '' } : { ...readContact(db) },
    departments: departments.map(departmentView),
    sectors: departments.flatMap(({ sectors }) => sectors),
    measures: { id, title, documentNumber, effectiveFrom },
  };
}
