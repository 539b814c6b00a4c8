import type { ReadableDatabase } from '../../db/database.ts';
import { readLetters } from '../../db/queries/commitment-letters.ts';
import { readSteps } from '../../db/queries/history.ts';
import { readStudios, type StudioRecord } from '../../db/queries/studios.ts';
import type { FilingEntry, FilingRecord } from '../../exchange/filing-record.ts';
import { partsOf } from '../../policy/plain-date.ts';
import type { Context } from '../context.ts';

type Known<Fields> = { -readonly [Name in keyof Fields]?: Fields[Name] | null | undefined };

/** The same record without what is not known: absent, not null. */
function known<Fields>(fields: Known<Fields>): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as Partial<Fields>;
}

function filingRecord(db: ReadableDatabase, studio: StudioRecord): Partial<FilingRecord> {
  const lead = studio.people.find(({ role }) => role === 'lead');
  const title = studio.designations.find(({ level, endedOn }) => level === 'in-system' && endedOn === null);
  const letter = readLetters(db, studio.id).at(-1);
  const meeting =
    studio.application === null ? undefined : readSteps(db, studio.application.id).findLast(({ status }) => status === 'approved');
  const minutes = meeting?.details['minutes'];
  return known<FilingRecord>({
    sector: studio.sector.name,
    studioName: studio.name,
    leadName: lead?.name,
    leadSex: lead?.sex,
    leadBirthDate: lead?.birthDate,
    leadIdNumber: lead?.idNumber,
    leadTitle: lead?.professionalTitle,
    leadPhone: lead?.phone,
    hostUnit: studio.hostUnit?.name,
    hostUnitKind: studio.hostUnit?.kind,
    members: studio.people
      .filter(({ role }) => role === 'member')
      .map(({ name, sex, birthDate, professionalTitle }) => ({ name, ...known({ sex, birthDate, title: professionalTitle }) })),
    trainingAudience: studio.trainingAudience,
    area: studio.area,
    dedicatedFunds: studio.dedicatedFunds,
    namingDocument: title?.documentNumber,
    namedOn: title?.namedOn,
    meetingOn: meeting?.onDate,
    minutesNumber: typeof minutes === 'string' ? minutes : undefined,
    letterNumber: letter?.number,
    cycleFrom: letter?.cycleFrom,
    cycleTo: letter?.cycleTo,
    filingNumber: title?.filingNumber,
    remarks: studio.remarks,
  });
}

/** The in-system studios this seat named in a year and that still hold their title, as they are filed. 第十一条第三项. */
export function filingEntries({ db, seat }: Context, year: number): readonly FilingEntry[] {
  return readStudios(db)
    .filter(({ designations }) =>
      designations.some(
        ({ level, endedOn, departmentId, namedOn }) =>
          level === 'in-system' && endedOn === null && departmentId === seat.id && partsOf(namedOn).year === year,
      ),
    )
    .map((studio) => ({ recordId: studio.id, record: filingRecord(db, studio) }));
}
