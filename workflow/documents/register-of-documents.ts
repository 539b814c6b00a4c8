import { join, parse, resolve } from 'node:path';
import { appendAudit } from '../../db/audit.ts';
import { dataFolderOf } from '../../db/data-folder-of.ts';
import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import { type IssuedDocument, readDocumentScans, readIssuedDocuments } from '../../db/queries/issued-documents.ts';
import { rehearse } from '../../db/rehearse.ts';
import { inTransaction } from '../../db/transaction.ts';
import { addDocumentScan, closeDocument } from '../../db/writes/issued-documents.ts';
import { type PlainDate, partsOf } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { documentKinds, isDocumentKindId } from '../../templates/document-kinds.ts';
import type { Context } from '../context.ts';
import type { InputOf } from '../contract/contract.ts';
import type { IssuedDocumentView, MadeDocuments } from '../contract/document.ts';
import { assignNumber, assignNumberAfter } from '../document-number.ts';
import { readGivenFile, writeWholeFile } from '../files.ts';
import type { DocumentSource } from './document-source.ts';
import { issueDocuments } from './issue-documents.ts';
import { isNumberedDocument } from './numbered-documents.ts';
import { prepareDocument } from './prepare-document.ts';
import { presentSource, withNumber } from './present-source.ts';
import { kindNamed, type Wanted, wantedOf } from './wanted-documents.ts';

const statusLabels = { 'in-force': '有效', renewed: '已有新文件', void: '已作废' } as const;

/** What signed paper comes back as. */
const scanExtensions = ['.pdf', '.ofd', '.jpg', '.jpeg', '.png', '.tif', '.tiff', '.bmp'];

/** The register of issued documents as people see it, the latest first. */
export function listIssuedDocuments({ db, seat }: Context): IssuedDocumentView[] {
  const documents = readIssuedDocuments(db);
  const followed = new Set(documents.map(({ replacesId }) => replacesId));
  const scans = Map.groupBy(readDocumentScans(db), ({ documentId }) => documentId);
  return documents.map((document) => {
    const { id, kind, studio, number, issuedOn, fileName, sha256, closed, closedOn, closedReason, replacesNumber, wordingId } = document;
    const status = closed ?? 'in-force';
    return {
      id,
      kind,
      kindTitle: titleOf(kind),
      studio,
      number,
      issuedOn,
      fileName,
      sha256,
      customWording: wordingId !== null,
      status,
      statusLabel: statusLabels[status],
      closedOn,
      reason: closedReason,
      replaces: replacesNumber,
      own: document.departmentId === seat.id,
      followed: followed.has(id),
      scans: (scans.get(id) ?? []).map(({ name, sha256: hash, addedOn }) => ({ name, sha256: hash, addedOn })),
    };
  });
}

/** Declares a document void, with the reason. Its number stays used. Refuses another department's, and one that is no longer in force. */
export function voidDocument({ documentId, reason }: InputOf<'voidDocument'>, context: Context): IssuedDocumentView {
  inTransaction(context.db, (tx) => {
    const document = ownDocument(tx, documentId, '作废', context);
    if (document.closed !== null) throw new Refusal(`无法作废${nameOf(document)}：它${endOf(document)}。请选同一文书最近的一份。`);
    closeDocument(tx, documentId, 'void', context.today, reason);
    log(tx, 'void-document', document, { reason }, context);
  });
  return viewOf(documentId, context);
}

/**
 * Makes a document anew in place of one that then is void: with what it said, or with what the register says now; a numbered one under a new
 * number. Later documents that cite the old number cite the new one.
 */
export async function reissueDocument(
  { documentId, reason, content, folder }: InputOf<'reissueDocument'>,
  context: Context,
): Promise<MadeDocuments> {
  const document = ownDocument(context.db, documentId, '重新出具', context);
  if (document.closed === 'renewed') {
    throw new Refusal(`无法重新出具${nameOf(document)}：它${endOf(document)}。请选同一文书最近的一份。`);
  }
  const follower = readIssuedDocuments(context.db).find(({ replacesId }) => replacesId === documentId);
  if (follower !== undefined) throw new Refusal(`无法重新出具${nameOf(document)}：已另出具${nameOf(follower)}。请对那一份办理。`);
  const before = content === 'same' ? asIssued(document) : fromTheRegister(document, context);
  const wanted: Wanted = {
    ...before,
    source(tx) {
      const { input, number, ...rest } = before.source(tx);
      if (document.closed === null) closeDocument(tx, documentId, 'void', context.today, reason);
      const next = number === null ? null : nextNumber(tx, document, { number, on: rest.issuedOn }, context);
      return { ...rest, number: next, input: number === null || next === null ? input : withNumber(input, number, next) };
    },
  };
  const prepared = await prepareDocument(wanted, context, false);
  const files = issueDocuments([prepared], prepared.document, resolve(folder), context, { id: documentId, reason });
  return { files, refused: [] };
}

/** Keeps a scan of signed paper in the data folder under a name made of its bytes, and enters it with the document. */
export function attachScan({ documentId, path }: InputOf<'attachScan'>, context: Context): IssuedDocumentView {
  const { fileName, bytes, sha256 } = readGivenFile(path);
  const extension = parse(fileName).ext.toLowerCase();
  if (!scanExtensions.includes(extension)) {
    throw new Refusal(`无法存入「${fileName}」：它不是扫描件。请选择 PDF、OFD 或图片（jpg、png、tif、bmp）。`);
  }
  inTransaction(context.db, (tx) => {
    const document = ownDocument(tx, documentId, '存入扫描件', context);
    const kept = `scans/${documentId}/${sha256}${extension}`;
    writeWholeFile(join(dataFolderOf(tx), kept), bytes);
    addDocumentScan(tx, { documentId, name: fileName, path: kept, sha256, addedOn: context.today });
    log(tx, 'attach-scan', document, { fileName, scan: sha256 }, context);
  });
  return viewOf(documentId, context);
}

function titleOf(kind: string): string {
  return isDocumentKindId(kind) ? documentKinds[kind].title : kind;
}

function nameOf({ kind, number, studio }: IssuedDocument): string {
  return `《${titleOf(kind)}》${number ?? studio ?? ''}`;
}

function endOf({ closed, closedOn, closedReason }: IssuedDocument): string {
  return `已于 ${closedOn ?? ''} ${closed === 'void' ? '作废' : '由新文件代替'}（${closedReason ?? ''}）`;
}

function ownDocument(db: ReadableDatabase, id: string, act: string, { seat }: Context): IssuedDocument {
  const document = readIssuedDocuments(db).find((each) => each.id === id);
  if (document === undefined) throw new Refusal(`无法${act}：登记中没有这份文书。请重新选择。`);
  if (document.departmentId !== seat.id) throw new Refusal(`无法${act}${nameOf(document)}：它由其他部门出具，请由出具的部门办理。`);
  return document;
}

function viewOf(id: string, context: Context): IssuedDocumentView {
  const view = listIssuedDocuments(context).find((each) => each.id === id);
  if (view === undefined) throw new Error(`no issued document ${id}`);
  return view;
}

function log(
  tx: Transaction,
  command: string,
  { id, number, studioId }: IssuedDocument,
  details: Readonly<Record<string, string>>,
  { at, today, seat }: Context,
): void {
  appendAudit(tx, { at, onDate: today, departmentId: seat.id, command, studioId, details: { document: id, number, ...details } });
}

/** What the document said when it was issued. */
function asIssued(document: IssuedDocument): Wanted {
  const { input, number, subjectId, issuedOn, studioId, studio } = document;
  if (input === null) {
    throw new Refusal(`无法按原内容重新出具${nameOf(document)}：它出具时程序还没有保存内容。请选「按现在的登记内容」。`);
  }
  const source: DocumentSource = { input: JSON.parse(input) as DocumentSource['input'], number, subjectId, issuedOn };
  return {
    kind: kindNamed(document.kind),
    studio: studioId === null || studio === null ? null : { id: studioId, name: studio },
    name: studio ?? '',
    source: () => source,
  };
}

/** The same document as the register has it now. */
function fromTheRegister(document: IssuedDocument, context: Context): Wanted {
  const studioIds = document.studioId === null ? undefined : [document.studioId];
  const candidates = wantedOf(kindNamed(document.kind), studioIds, partsOf(document.issuedOn).year, context);
  const found = candidates.find((wanted) =>
    rehearse(context.db, (tx) => {
      const { subjectId, number } = presentSource(tx, wanted);
      return subjectId === document.subjectId && number === document.number;
    }),
  );
  if (found === undefined) {
    throw new Refusal(`无法按现在的登记内容重新出具${nameOf(document)}：登记中已找不到它所写的事项。请选「按原内容」，或只作废。`);
  }
  return { ...found, source: (tx) => presentSource(tx, found) };
}

/** The year in a number is that of the day the document bears, whichever day it is made anew (GB/T 9704-2012 7.2.5). */
function nextNumber(
  tx: Transaction,
  { kind, studio }: IssuedDocument,
  { number, on }: { readonly number: string; readonly on: PlainDate },
  { seat }: Context,
): string {
  const about = `${studio ?? titleOf(kind)}（代替 ${number}）`;
  if (isNumberedDocument(kind)) return assignNumber(tx, undefined, seat, on, { document: kind, about });
  return assignNumberAfter(tx, number, on, `${titleOf(kind)} ${about}`);
}
