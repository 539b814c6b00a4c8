import type { ReadableDatabase } from '../../db/database.ts';
import { readLetters } from '../../db/queries/commitment-letters.ts';
import { readFilings } from '../../db/queries/filings.ts';
import { readSteps } from '../../db/queries/history.ts';
import { numberOfEnding } from '../../db/queries/revocations.ts';
import { readStudios, type StudioRecord } from '../../db/queries/studios.ts';
import type { FilingEntry, FilingRecord } from '../../exchange/filing-record.ts';
import { partsOf } from '../../policy/plain-date.ts';
import type { Context } from '../context.ts';
import { knownFields } from './known-fields.ts';

/** What the register says of a studio in the words of a filing list; what is not known is absent. */
export function registeredFiling(db: ReadableDatabase, studio: StudioRecord): Partial<FilingRecord> {
  const lead = studio.people.find(({ role }) => role === 'lead');
  const titles = studio.designations.filter(({ level }) => level === 'in-system');
  const title = titles.find(({ endedOn }) => endedOn === null) ?? titles.at(-1);
  const letter = readLetters(db, studio.id).at(-1);
  const meeting =
    studio.application === null ? undefined : readSteps(db, studio.application.id).findLast(({ status }) => status === 'approved');
  const minutes = meeting?.details['minutes'];
  const filings = title === undefined ? [] : readFilings(db, studio.id).filter(({ designationId }) => designationId === title.id);
  return knownFields<FilingRecord>({
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
      .map(({ name, sex, birthDate, professionalTitle }) => ({ name, ...knownFields({ sex, birthDate, title: professionalTitle }) })),
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
    sentOn: title?.filedOn,
    endedOn: title?.endedOn,
    endKind: title?.endKind,
    endNumber: title === undefined ? undefined : numberOfEnding(db, title.id),
    endReason: title?.endReason,
    filingNumber: title?.filingNumber,
    filedOn: filings.find(({ answer }) => answer === 'acknowledged')?.answeredOn,
    // What came by file and has no place of its own in the register of the receiver.
    ...filings.at(-1)?.stated,
  });
}

/** The in-system studios this seat named in a year, as they are filed; those whose title has ended since they were sent say so. 第十一条第三项. */
export function filingEntries({ db, seat, today }: Context, year: number): readonly FilingEntry[] {
  return readStudios(db)
    .filter(({ designations }) =>
      designations.some(
        ({ level, endedOn, filedOn, departmentId, namedOn }) =>
          level === 'in-system' && (endedOn === null || filedOn !== null) && departmentId === seat.id && partsOf(namedOn).year === year,
      ),
    )
    .map((studio) => ({ recordId: studio.id, record: { sentOn: today, ...registeredFiling(db, studio) } }));
}
