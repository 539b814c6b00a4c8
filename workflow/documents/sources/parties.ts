import type { Transaction } from '../../../db/database.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import type { StudioRecord } from '../../../db/queries/studios.ts';
import type { PlainDate } from '../../../policy/plain-date.ts';
import type { StudioLevel } from '../../../policy/seat.ts';
import { measuresBook } from '../../measures-book.ts';

/** Who and what a document of a studio names, under the names and the Measures valid on its date. */
export function parties(tx: Transaction, studio: StudioRecord, level: StudioLevel, departmentId: string, on: PlainDate) {
  const { title, documentNumber } = measuresBook(tx).on(on);
  return {
    studio: studio.name,
    sector: studio.sector.name,
    level,
    measures: { title, documentNumber },
    department: departmentsOn(tx, on).find(({ id }) => id === departmentId)?.officialName,
    lead: studio.people.find(({ role }) => role === 'lead')?.name,
    hostUnit: studio.hostUnit?.name,
  };
}
