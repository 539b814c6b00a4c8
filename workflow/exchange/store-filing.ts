import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import { newId } from '../../db/new-id.ts';
import { listSectors } from '../../db/queries/departments.ts';
import type { Filing } from '../../db/queries/filings.ts';
import { readStudios, type StudioRecord } from '../../db/queries/studios.ts';
import { recordChanges } from '../../db/record-changes.ts';
import { type FiledBefore, type FiledStudio, storeFiledStudio } from '../../db/writes/filed-studio.ts';
import type { FilingRecord } from '../../exchange/filing-record.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { registeredFiling } from './filing-entries.ts';
import { filedBefore } from './filing-standing.ts';
import type { JudgedRow, StoredFile } from './incoming.ts';
import { knownFields } from './known-fields.ts';

/** Of a filing, what the HR bureau's register has no place of its own for. */
const statedFields = ['meetingOn', 'minutesNumber', 'letterNumber', 'cycleFrom', 'cycleTo'] as const;

/** Enters the studios of a filing list and their filings; what was acknowledged stays sent on its day. 第十一条第三项. */
export function storeFiling(tx: Transaction, rows: readonly JudgedRow<FilingRecord>[], file: StoredFile): void {
  const recorder = recordChanges(tx, file.id);
  const matched = rows.flatMap(({ recordId }) => recordId ?? []);
  const studios = new Map(readStudios(tx, matched).map((studio) => [studio.id, studio]));
  for (const { row, recordId } of rows) {
    const present = recordId === undefined ? undefined : studios.get(recordId);
    const acknowledged = present === undefined ? undefined : acknowledgedFiling(tx, present);
    const record = { ...(present === undefined ? {} : registeredFiling(tx, present)), ...row.record };
    const filed = filedStudio(tx, { ...record, sentOn: acknowledged?.sentOn ?? record.sentOn }, file.writtenOn);
    // The same studio has the same id at every seat.
    storeFiledStudio(tx, recorder, filed, present === undefined ? { id: row.recordId ?? newId() } : placeOf(tx, present));
  }
}

function acknowledgedFiling(db: ReadableDatabase, studio: StudioRecord): Filing | undefined {
  const { last } = filedBefore(db, studio);
  return last?.answer === 'acknowledged' ? last : undefined;
}

function placeOf(tx: Transaction, studio: StudioRecord): FiledBefore {
  const { title, last } = filedBefore(tx, studio);
  const anew = last === undefined || last.answer === 'returned';
  return { studioId: studio.id, designationId: title?.id, filingId: anew ? undefined : last.id };
}

function filedStudio(
  db: ReadableDatabase,
  record: { readonly [Key in keyof FilingRecord]?: FilingRecord[Key] | undefined },
  writtenOn: PlainDate,
): FiledStudio {
  const { sector, studioName, leadName, leadIdNumber, namedOn, sentOn: sent } = record;
  const known = listSectors(db).find(({ name }) => name === sector);
  if (
    known === undefined ||
    studioName === undefined ||
    leadName === undefined ||
    leadIdNumber === undefined ||
    namedOn === undefined ||
    sent === undefined
  ) {
    throw new Error(`a filing without sector, studio, lead or dates passed the checks: ${JSON.stringify(record)}`);
  }
  const { hostUnit, hostUnitKind, members, trainingAudience, area, dedicatedFunds, namingDocument } = record;
  return {
    name: studioName,
    sectorId: known.id,
    bureauId: known.bureauId,
    lead: {
      name: leadName,
      idNumber: leadIdNumber,
      ...knownFields({
        sex: record.leadSex,
        birthDate: record.leadBirthDate,
        professionalTitle: record.leadTitle,
        phone: record.leadPhone,
      }),
    },
    ...(hostUnit === undefined ? {} : { hostUnit: { name: hostUnit, ...knownFields({ kind: hostUnitKind }) } }),
    ...(members === undefined
      ? {}
      : {
          members: members.map(({ name, sex, birthDate, title }) => ({
            name,
            ...knownFields({ sex, birthDate, professionalTitle: title }),
          })),
        }),
    ...knownFields({ trainingAudience, area, dedicatedFunds, namingDocument }),
    namedOn,
    sentOn: sent,
    ...knownFields({ ending: endingOf(record) }),
    writtenOn,
    stated: Object.fromEntries(statedFields.flatMap((field) => (record[field] === undefined ? [] : [[field, record[field]]]))),
  };
}

function endingOf({ endedOn, endKind, endNumber, endReason }: Parameters<typeof filedStudio>[1]): FiledStudio['ending'] {
  if (endedOn === undefined || endKind === undefined || endNumber === undefined || endReason === undefined) return undefined;
  return { endedOn, endKind, number: endNumber, endReason };
}
