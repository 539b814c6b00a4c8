import { appendAudit } from '../../db/audit.ts';
import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import { departmentsOn, listSectors } from '../../db/queries/departments.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { recordChanges } from '../../db/record-changes.ts';
import { inTransaction } from '../../db/transaction.ts';
import { insertApplication, type StoredApplication, updateApplication } from '../../db/writes/import-application.ts';
import { addBatch } from '../../db/writes/import-batches.ts';
import { applicationList, compareApplications, readApplicationList } from '../../exchange/application-list.ts';
import type { ApplicationRecord } from '../../exchange/application-record.ts';
import type { ComparedRow } from '../../exchange/compare-records.ts';
import type { CellProblem, ReadRow } from '../../exchange/read-result.ts';
import { Refusal } from '../../policy/refusal.ts';
import { type ApplicationStatus, applicationStatusLabels } from '../../policy/seat.ts';
import type { Context } from '../context.ts';
import type { InputOf, OutputOf } from '../contract/contract.ts';
import type { PreviewRow } from '../contract/import.ts';
import { type GivenFile, readGivenFile } from '../files.ts';
import { measuresBook } from '../measures-book.ts';
import { registeredApplication } from './registered-application.ts';
import { rowProblems } from './row-problems.ts';

/** Steps at which a list may still change an application: afterwards the bureau has begun to decide on it. 第十一条第二项. */
const changeable: readonly ApplicationStatus[] = ['submitted', 'received', 'returned'];

type Row = ReadRow<ApplicationRecord>;

/** A row against the register, with what the workflow has to say about it. */
interface Judged {
  readonly compared: ComparedRow<ApplicationRecord>;
  readonly state: PreviewRow['state'];
  readonly warnings: readonly string[];
}

interface ReadFile {
  readonly file: GivenFile;
  readonly rows: readonly Row[];
  readonly warnings: readonly CellProblem[];
}

/** Reads and checks the file; the register is only looked at for sectors. */
async function readFile({ path, kind }: InputOf<'previewImport'>, context: Context): Promise<ReadFile> {
  if (kind !== undefined && kind !== applicationList.id) {
    throw new Refusal(`无法按「${kind}」导入：可导入的种类有 ${applicationList.id}（${applicationList.title}），请从中选择。`);
  }
  const file = readGivenFile(path);
  const { rows, warnings } = await readApplicationList(file.bytes, file.fileName);
  const sectors = listSectors(context.db);
  const measures = measuresBook(context.db);
  return {
    file,
    warnings,
    rows: rows.map((row) => ({ ...row, errors: [...row.errors, ...rowProblems(row, sectors, measures, context)] })),
  };
}

/** The rows of a file with all that is wrong with them. */
export async function readCheckedRows(request: InputOf<'previewImport'>, context: Context): Promise<readonly Row[]> {
  return (await readFile(request, context)).rows;
}

function judge(db: ReadableDatabase, { rows, warnings }: ReadFile): readonly Judged[] {
  const studios = readStudios(db);
  const statuses = new Map(studios.map(({ id, application }) => [id, application?.status]));
  const compared = compareApplications(
    rows,
    studios.map((studio) => ({ recordId: studio.id, record: registeredApplication(studio) })),
  );
  const names = new Map(studios.map(({ id, name }) => [id, name]));
  return compared.map((each) => {
    const { row, recordId, state, suggestion } = each;
    const status = recordId === undefined ? undefined : statuses.get(recordId);
    const settled = state === 'changed' && (status === undefined || !changeable.includes(status));
    const remarks = [
      ...warnings.filter(({ sheet, cell }) => sheet === row.sheet && Object.values(row.cells).includes(cell)),
      ...each.warnings,
    ];
    return {
      compared: each,
      state: settled ? 'conflict' : state,
      warnings: [
        ...remarks.map(({ cell, field, message }) => [cell, field, message].filter((part) => part !== '').join(' ')),
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

/** What a file would do to the register; nothing is written. */
export async function previewImport(request: InputOf<'previewImport'>, context: Context): Promise<OutputOf<'previewImport'>> {
  const read = await readFile(request, context);
  const judged = judge(context.db, read);
  const ofRows = new Set(read.rows.flatMap(({ sheet, cells }) => Object.values(cells).map((cell) => `${sheet} ${cell}`)));
  return {
    kind: applicationList.id,
    kindLabel: applicationList.title,
    fileName: read.file.fileName,
    sha256: read.file.sha256,
    rows: judged.map(({ compared: { row, changes }, state, warnings }) => ({
      sheet: row.sheet,
      row: row.row,
      studio: row.studio,
      lead: row.record.leadName ?? row.original.leadName ?? '',
      hostUnit: row.record.hostUnit ?? row.original.hostUnit ?? '',
      state,
      changes: changes.map(({ label, before, after }) => ({ field: label, before, after })),
      errors: [...row.errors],
      warnings: [...warnings],
    })),
    warnings: read.warnings
      .filter(({ sheet, cell }) => !ofRows.has(`${sheet} ${cell}`))
      .map(({ sheet, message }) => `${sheet} ${message}`.trim()),
  };
}

/**
 * Takes a file into the register: all of it, or the clean rows only when asked. A file with any error or conflict stores nothing otherwise. One
 * transaction with its audit row; what changes nothing leaves no trace. Refuses a file that is no longer the one that was previewed.
 */
export async function applyImport(request: InputOf<'applyImport'>, context: Context): Promise<OutputOf<'applyImport'>> {
  const read = await readFile(request, context);
  if (request.sha256 !== undefined && request.sha256 !== read.file.sha256) {
    throw new Refusal(`无法导入「${read.file.fileName}」：预览之后文件被改动过。请重新预览后再导入。`);
  }
  return inTransaction(context.db, (tx) => {
    const judged = judge(tx, read);
    const count = (state: PreviewRow['state']) => judged.filter((each) => each.state === state).length;
    const errors = read.rows.flatMap((row) => row.errors);
    const counts = {
      rows: judged.length,
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      conflicts: count('conflict'),
    };
    const blocked = errors.length > 0 || counts.conflicts > 0;
    if (blocked && request.cleanRowsOnly !== true) {
      throw new Refusal(
        `无法导入「${read.file.fileName}」：有 ${errors.length} 处错误、${counts.conflicts} 处冲突，没有写入任何一行。请改正后重新导入，或选择只导入正确的行。`,
      );
    }
    const batch = counts.new + counts.changed === 0 ? null : store(tx, read.file, judged, counts, count('error'), context);
    return { kind: applicationList.id, batch, ...counts, errors };
  });
}

type Counts = Pick<OutputOf<'applyImport'>, 'rows' | 'new' | 'changed' | 'unchanged' | 'conflicts'>;

function store(tx: Transaction, file: GivenFile, judged: readonly Judged[], counts: Counts, errorCount: number, context: Context): number {
  const { seat, today, at } = context;
  const batch = addBatch(tx, {
    kind: applicationList.id,
    fileName: file.fileName,
    sha256: file.sha256,
    importedOn: today,
    departmentId: seat.id,
    rowCount: counts.rows,
    newCount: counts.new,
    changedCount: counts.changed,
    unchangedCount: counts.unchanged,
    errorCount,
  });
  const shared = { recorder: recordChanges(tx, batch.id), departmentId: seat.id, importedOn: today, fileName: file.fileName };
  const studios = new Map(readStudios(tx).map((studio) => [studio.id, studio]));
  const measures = measuresBook(tx);
  for (const { compared, state } of judged) {
    if (state !== 'new' && state !== 'changed') continue;
    const present = compared.recordId === undefined ? undefined : studios.get(compared.recordId);
    const record = { ...(present === undefined ? {} : registeredApplication(present)), ...compared.row.record };
    const application = storedApplication(tx, record, context);
    const importContext = { ...shared, measuresId: measures.on(application.appliedOn).id };
    if (present?.application === undefined || present.application === null) insertApplication(tx, importContext, application);
    else updateApplication(tx, importContext, present.id, present.application.id, application);
  }
  appendAudit(tx, {
    at,
    onDate: today,
    departmentId: seat.id,
    command: 'import',
    studioId: null,
    details: { batch: batch.number, fileName: file.fileName, sha256: file.sha256, ...counts, errorRows: errorCount },
  });
  return batch.number;
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
