import { resolve } from 'node:path';
import { appendAudit } from '../../db/audit.ts';
import type { Transaction } from '../../db/database.ts';
import { rehearse } from '../../db/rehearse.ts';
import { inTransaction } from '../../db/transaction.ts';
import { addBatch } from '../../db/writes/import-batches.ts';
import { writeErrorReport as markErrors } from '../../exchange/error-report.ts';
import { openWorkbook } from '../../exchange/open-workbook.ts';
import { recogniseKind } from '../../exchange/workbook-kinds.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { Context } from '../context.ts';
import type { InputOf, OutputOf } from '../contract/contract.ts';
import type { PreviewRow } from '../contract/import.ts';
import { type GivenFile, readGivenFile, writeWholeFile } from '../files.ts';
import { type Incoming, type OpenedImport, remarkLine } from './incoming.ts';
import { incomingApplications } from './incoming-applications.ts';
import { incomingKinds } from './incoming-kinds.ts';

interface OpenedFile extends OpenedImport {
  readonly file: GivenFile;
  readonly incoming: Incoming;
}

/** Reads a file as the kind asked for, or as what it is. Refuses what no seat imports, and what this one does not. */
async function openFile({ path, kind }: InputOf<'previewImport'>, context: Context): Promise<OpenedFile> {
  const known = incomingKinds.map(({ id, title }) => `${id}（${title}）`).join('、');
  if (kind !== undefined && !incomingKinds.some(({ id }) => id === kind))
    throw new Refusal(`无法按「${kind}」导入：可导入的种类有 ${known}，请从中选择。`);
  const file = readGivenFile(path);
  const workbook = await openWorkbook(file.bytes, file.fileName);
  const recognised = kind === undefined ? recogniseKind(workbook) : undefined;
  // Nothing recognised is read as the usual list, which says what it expects.
  const wanted = kind ?? recognised?.id ?? incomingApplications.id;
  const incoming = incomingKinds.find(({ id }) => id === wanted);
  if (incoming === undefined) {
    throw new Refusal(
      `无法导入「${file.fileName}」：这是一份「${recognised?.title ?? wanted}」，不在数据交换中导入。可导入的种类有 ${known}，请核对文件。`,
    );
  }
  if (!incoming.receivers.includes(context.seat.kind)) {
    throw new Refusal(`无法导入「${file.fileName}」：「${incoming.title}」不由${context.seat.name}导入。请核对文件，或转送收件的部门。`);
  }
  return { file, incoming, ...incoming.open(workbook, file.fileName, context) };
}

/** What a file would do to the register; nothing is written. */
export async function previewImport(request: InputOf<'previewImport'>, context: Context): Promise<OutputOf<'previewImport'>> {
  const { file, incoming, judge, warnings } = await openFile(request, context);
  const { rows } = rehearse(context.db, judge);
  const ofRows = new Set(rows.flatMap((row) => row.warnings));
  return {
    kind: incoming.id,
    kindLabel: incoming.title,
    fileName: file.fileName,
    sha256: file.sha256,
    rows: [...rows],
    warnings: warnings.filter((remark) => !ofRows.has(remarkLine(remark))).map(({ sheet, message }) => `${sheet} ${message}`.trim()),
  };
}

/** Writes the sender's own workbook with its errors marked, to be sent back, mended and imported again. */
export async function writeErrorReport(request: InputOf<'writeErrorReport'>, context: Context): Promise<OutputOf<'writeErrorReport'>> {
  const { file, judge } = await openFile(request, context);
  const errors = rehearse(context.db, judge).rows.flatMap((row) => row.errors);
  writeWholeFile(resolve(request.target), (await markErrors(file.bytes, errors, file.fileName)).bytes);
  return { path: resolve(request.target), errors: errors.length };
}

/**
 * Takes a file into the register: all of it, or the clean rows only when asked. A file with any error or conflict stores nothing otherwise. One
 * transaction with its audit row; what changes nothing leaves no trace. Refuses a file that is no longer the one that was previewed.
 */
export async function applyImport(request: InputOf<'applyImport'>, context: Context): Promise<OutputOf<'applyImport'>> {
  const { file, incoming, judge } = await openFile(request, context);
  if (request.sha256 !== undefined && request.sha256 !== file.sha256) {
    throw new Refusal(`无法导入「${file.fileName}」：预览之后文件被改动过。请重新预览后再导入。`);
  }
  return inTransaction(context.db, (tx) => {
    const { rows, store } = judge(tx);
    const count = (state: PreviewRow['state']) => rows.filter((each) => each.state === state).length;
    const errors = rows.flatMap((row) => row.errors);
    const counts = {
      rows: rows.length,
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      conflicts: count('conflict'),
    };
    const blocked = errors.length > 0 || counts.conflicts > 0;
    if (blocked && request.cleanRowsOnly !== true) {
      throw new Refusal(
        `无法导入「${file.fileName}」：有 ${errors.length} 处错误、${counts.conflicts} 处冲突，没有写入任何一行。请改正后重新导入，或选择只导入正确的行。`,
      );
    }
    if (counts.new + counts.changed === 0) return { kind: incoming.id, batch: null, ...counts, errors };
    const batch = addLoggedBatch(tx, file, incoming.id, { ...counts, errorRows: count('error') }, context);
    store(tx, { ...batch, fileName: file.fileName });
    return { kind: incoming.id, batch: batch.number, ...counts, errors };
  });
}

type Counts = Pick<OutputOf<'applyImport'>, 'rows' | 'new' | 'changed' | 'unchanged' | 'conflicts'> & { readonly errorRows: number };

function addLoggedBatch(tx: Transaction, { fileName, sha256 }: GivenFile, kind: string, counts: Counts, { seat, today, at }: Context) {
  const batch = addBatch(tx, {
    kind,
    fileName,
    sha256,
    importedOn: today,
    departmentId: seat.id,
    rowCount: counts.rows,
    newCount: counts.new,
    changedCount: counts.changed,
    unchangedCount: counts.unchanged,
    errorCount: counts.errorRows,
  });
  const details = { batch: batch.number, kind, fileName, sha256, ...counts };
  appendAudit(tx, { at, onDate: today, departmentId: seat.id, command: 'import', studioId: null, details });
  return batch;
}
