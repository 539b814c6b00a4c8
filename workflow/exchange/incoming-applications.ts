import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import { departmentsOn, listSectors } from '../../db/queries/departments.ts';
import { readRegisteredApplications } from '../../db/queries/registered-applications.ts';
import { recordChanges } from '../../db/record-changes.ts';
import { insertApplication, type StoredApplication, updateApplication } from '../../db/writes/import-application.ts';
import { applicationList, compareApplications } from '../../exchange/application-list.ts';
import type { ApplicationRecord } from '../../exchange/application-record.ts';
import type { ReadResult } from '../../exchange/read-result.ts';
import { readOpened } from '../../exchange/read-workbook.ts';
import { type ApplicationStatus, applicationStatusLabels } from '../../policy/seat.ts';
import type { Context } from '../context.ts';
import { measuresBook } from '../measures-book.ts';
import { applicationProblems } from './application-problems.ts';
import { type ImportBatch, incoming, type JudgedRow, judgedRow, remarkLine, remarksByRow } from './incoming.ts';
import { registeredApplication } from './registered-application.ts';
import { idsMeant } from './studios-meant.ts';

/** Steps at which a list may still change an application: afterwards the bureau has begun to decide on it. 第十一条第二项. */
const changeable: readonly ApplicationStatus[] = ['submitted', 'received', 'returned'];

/** 申报汇总表, as a bureau takes it into its register. 第十一条第一项. */
export const incomingApplications = incoming({
  kind: applicationList,
  // Whoever else imports one is told row by row whose business it is.
  receivers: ['sector-bureau', 'hr-bureau', 'leading-group-office'],
  read: (workbook, fileName) => readOpened(applicationList, workbook, fileName),
  about: ({ record, original }) => ({
    lead: record.leadName ?? original.leadName ?? '',
    hostUnit: record.hostUnit ?? original.hostUnit ?? '',
  }),
  judge: judgeApplications,
  store: storeApplications,
});

/** Sets applications against the register as this seat may take them on this day. */
export function judgeApplications(
  db: ReadableDatabase,
  { rows, warnings }: Pick<ReadResult<string, ApplicationRecord>, 'rows' | 'warnings'>,
  context: Context,
): readonly JudgedRow<ApplicationRecord>[] {
  const sectors = listSectors(db);
  const measures = measuresBook(db);
  const studios = readRegisteredApplications(db, idsMeant(db, rows));
  const statuses = new Map(studios.map(({ studioId, application }) => [studioId, application?.status]));
  const compared = compareApplications(
    rows.map((row) => {
      const problems = applicationProblems(row, sectors, measures, context);
      return problems.length === 0 ? row : { ...row, errors: [...row.errors, ...problems] };
    }),
    studios.map((studio) => ({ recordId: studio.studioId, record: registeredApplication(studio) })),
  );
  const names = new Map(studios.map(({ studioId, studioName }) => [studioId, studioName]));
  const remarksOf = remarksByRow<ApplicationRecord>(warnings);
  return compared.map((each) => {
    const { row, recordId, state, suggestion } = each;
    const status = recordId === undefined ? undefined : statuses.get(recordId);
    const settled = state === 'changed' && (status === undefined || !changeable.includes(status));
    const remarks = [...remarksOf(row), ...each.warnings];
    return {
      ...judgedRow(each),
      state: settled ? 'conflict' : state,
      warnings: [
        ...remarks.map(remarkLine),
        ...(settled && status !== undefined
          ? [`「${row.studio}」${applicationStatusLabels[status]}，不能再用汇总表改动：请退回申报后重新导入，或逐项更正。`]
          : []),
        ...(suggestion === undefined
          ? []
          : [`登记库中有同名同单位的「${names.get(suggestion) ?? ''}」，身份证号不同：请确认不是同一个工作室。`]),
      ],
    };
  });
}

/** Stores applications that are new or changed, under a batch. */
export function storeApplications(
  tx: Transaction,
  rows: readonly JudgedRow<ApplicationRecord>[],
  batch: ImportBatch,
  context: Context,
): void {
  const { seat, today } = context;
  const shared = { recorder: recordChanges(tx, batch.id), departmentId: seat.id, importedOn: today, fileName: batch.fileName };
  const matched = rows.flatMap(({ recordId }) => recordId ?? []);
  const studios = new Map(readRegisteredApplications(tx, matched).map((studio) => [studio.studioId, studio]));
  const measures = measuresBook(tx);
  for (const { row, recordId } of rows) {
    const present = recordId === undefined ? undefined : studios.get(recordId);
    const record = { ...(present === undefined ? {} : registeredApplication(present)), ...row.record };
    const application = storedApplication(tx, record, context);
    const importContext = { ...shared, measuresId: measures.on(application.appliedOn).id };
    if (present?.application === undefined) insertApplication(tx, importContext, application);
    else updateApplication(tx, importContext, present.studioId, present.application.id, application);
  }
}

/** A record as the register stores it. A list of a bureau that names no sector means the bureau's own. */
function storedApplication(db: ReadableDatabase, record: Partial<ApplicationRecord>, { seat, today }: Context): StoredApplication {
  const [own] = departmentsOn(db, today).find(({ id }) => id === seat.id)?.sectors ?? [];
  const sector = listSectors(db).find(({ name }) => name === (record.sector ?? own));
  if (sector === undefined || record.studioName === undefined || record.leadName === undefined || record.appliedOn === undefined) {
    throw new Error(`a row without sector, studio, lead or application date passed the checks: ${JSON.stringify(record)}`);
  }
  return {
    studioName: record.studioName,
    sectorId: sector.id,
    leadName: record.leadName,
    leadSex: record.leadSex ?? null,
    leadBirthDate: record.leadBirthDate ?? null,
    leadIdNumber: record.leadIdNumber ?? null,
    leadTitle: record.leadTitle ?? null,
    leadPhone: record.leadPhone ?? null,
    leadQualifications: record.leadQualifications ?? [],
    leadUnclearClaims: record.leadUnclearClaims ?? [],
    hostUnit: record.hostUnit ?? null,
    hostUnitKind: record.hostUnitKind ?? null,
    members: record.members ?? [],
    traineeCount: record.traineeCount ?? null,
    trainingAudience: record.trainingAudience ?? null,
    area: record.area ?? null,
    dedicatedFunds: record.dedicatedFunds ?? null,
    unitOpinion: record.unitOpinion ?? null,
    appliedOn: record.appliedOn,
    remarks: record.remarks ?? null,
  };
}
