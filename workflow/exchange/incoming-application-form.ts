import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import { readStudios, type TeamPerson } from '../../db/queries/studios.ts';
import { recordChanges } from '../../db/record-changes.ts';
import { describeMembers } from '../../db/writes/import-application.ts';
import { applicationForm, type FormRecord, readOpenedForm } from '../../exchange/application-form.ts';
import type { FilingMember } from '../../exchange/filing-record.ts';
import type { ReadResult } from '../../exchange/read-result.ts';
import { sexLabels } from '../../policy/qualification.ts';
import type { Context } from '../context.ts';
import { type ImportBatch, incoming, type JudgedRow } from './incoming.ts';
import { incomingApplications, judgeApplications, storeApplications } from './incoming-applications.ts';

/** 申报表 of one studio, as a bureau takes it into its register: as a row of a list, and what it says of each member. 第十一条第一项. */
export const incomingApplicationForm = incoming({
  kind: applicationForm,
  receivers: incomingApplications.receivers,
  read: readOpenedForm,
  about: ({ record, original }) => ({
    lead: record.leadName ?? original.leadName ?? '',
    hostUnit: record.hostUnit ?? original.hostUnit ?? '',
  }),
  judge,
  store,
});

function judge(db: ReadableDatabase, read: ReadResult<'application-form', FormRecord>, context: Context): readonly JudgedRow<FormRecord>[] {
  return judgeApplications(db, read, context).map((judged): JudgedRow<FormRecord> => {
    const [row] = read.rows;
    const details = row?.record.memberDetails;
    const changes = [...judged.changes, ...memberChanges(db, judged.recordId, details)];
    // What is said of a member alone changes an application too.
    const state = judged.state === 'unchanged' && changes.length > 0 ? 'changed' : judged.state;
    return {
      ...judged,
      row: { ...judged.row, record: { ...judged.row.record, ...(details === undefined ? {} : { memberDetails: details }) } },
      state,
      changes,
    };
  });
}

/** What the form says of members the register has, and has otherwise. */
function memberChanges(
  db: ReadableDatabase,
  studioId: string | undefined,
  details: readonly FilingMember[] = [],
): JudgedRow<FormRecord>['changes'] {
  const [studio] = studioId === undefined ? [] : readStudios(db, [studioId]);
  return details.flatMap((member) => {
    const present = studio?.people.find(({ role, name }) => role === 'member' && name === member.name);
    if (present === undefined) return [];
    const before = describe(registered(present));
    const after = describe({ ...registered(present), ...member });
    return before === after ? [] : [{ label: `团队成员${member.name}`, before, after }];
  });
}

function registered({ name, sex, birthDate, professionalTitle }: TeamPerson): FilingMember {
  return {
    name,
    ...(sex === null ? {} : { sex }),
    ...(birthDate === null ? {} : { birthDate }),
    ...(professionalTitle === null ? {} : { title: professionalTitle }),
  };
}

function describe({ sex, birthDate, title }: FilingMember): string {
  return [sex === undefined ? '' : sexLabels[sex], birthDate ?? '', title ?? ''].filter((text) => text !== '').join('，');
}

function store(tx: Transaction, rows: readonly JudgedRow<FormRecord>[], batch: ImportBatch, context: Context): void {
  storeApplications(tx, rows, batch, context);
  const recorder = recordChanges(tx, batch.id);
  for (const { row, recordId } of rows) {
    const details = row.record.memberDetails ?? [];
    const studio = readStudios(tx).find(({ id, name }) => (recordId === undefined ? name === row.record.studioName : id === recordId));
    if (studio !== undefined) describeMembers(recorder, studio.people, details);
  }
}
