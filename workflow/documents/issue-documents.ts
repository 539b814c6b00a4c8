import { appendAudit } from '../../db/audit.ts';
import { canonicalJson, type JsonValue } from '../../db/canonical-json.ts';
import type { Transaction } from '../../db/database.ts';
import { filesInForce } from '../../db/queries/issued-documents.ts';
import { inTransaction } from '../../db/transaction.ts';
import { closeDocument, registerDocument } from '../../db/writes/issued-documents.ts';
import { Refusal } from '../../policy/refusal.ts';
import { documentKinds, type MadeDocument } from '../../templates/document-kinds.ts';
import type { Context } from '../context.ts';
import type { MadeDocuments } from '../contract/document.ts';
import { sha256, writeBeside } from '../files.ts';
import type { DocumentSource } from './document-source.ts';
import { type Prepared, sourceToIssue } from './prepare-document.ts';

/** A document that takes the place of one that is void. */
export interface Replacing {
  readonly id: string;
  readonly reason: string;
}

/**
 * Writes a file and enters the documents in it in the register, all in one transaction: numbers are taken, the file lies whole in its folder,
 * and the register says so, or none of it. Refuses when the register has changed since the documents were made of it.
 */
export function issueDocuments(
  prepared: readonly Prepared[],
  file: MadeDocument,
  folder: string,
  context: Context,
  replacing?: Replacing,
): MadeDocuments['files'] {
  return inTransaction(context.db, (tx) => {
    const sources = prepared.map(({ wanted, source, wordingId }) => {
      const now = sourceToIssue(tx, wanted, false);
      if (inputText(now) !== inputText(source)) {
        throw new Refusal(`无法生成《${documentKinds[wanted.kind].title}》：生成期间「${wanted.name}」的登记内容有变动。请再出具一次。`);
      }
      return { wanted, source: now, wordingId };
    });
    const path = writeBeside(folder, file.fileName, file.bytes);
    const hash = sha256(file.bytes);
    return sources.map(({ wanted, source, wordingId }) => {
      enter(tx, { wanted, source, wordingId, fileName: file.fileName, hash, replacing }, context);
      return { path, kind: wanted.kind, studio: wanted.studio?.name ?? null, number: source.number, sha256: hash };
    });
  });
}

/** Writes a draft: it takes no number and is not registered. */
export function saveDraft(prepared: readonly Prepared[], file: MadeDocument, folder: string): MadeDocuments['files'] {
  const path = writeBeside(folder, file.fileName, file.bytes);
  const hash = sha256(file.bytes);
  return prepared.map(({ wanted: { kind, studio } }) => ({ path, kind, studio: studio?.name ?? null, number: null, sha256: hash }));
}

function inputText({ input }: DocumentSource): string {
  return canonicalJson(JSON.parse(JSON.stringify(input)) as JsonValue);
}

interface Entry {
  readonly wanted: Prepared['wanted'];
  readonly source: DocumentSource;
  readonly wordingId: string | null;
  readonly fileName: string;
  readonly hash: string;
  readonly replacing: Replacing | undefined;
}

/** The same file made again is the same document; one that differs takes the place of the file before it. */
function enter(tx: Transaction, { wanted, source, wordingId, fileName, hash, replacing }: Entry, { seat, today, at }: Context): void {
  const { number, subjectId, issuedOn } = source;
  const studioId = wanted.studio?.id ?? null;
  const document = { kind: wanted.kind, studioId, subjectId, departmentId: seat.id, number };
  const before = filesInForce(tx, document);
  const known = before.some((each) => each.sha256 === hash);
  if (!known) {
    // Lists without a number are each a document of their own.
    if (number !== null || subjectId !== null) {
      for (const { id } of before) closeDocument(tx, id, 'renewed', today, '按登记内容重新生成');
    }
    registerDocument(tx, {
      ...document,
      issuedOn,
      fileName,
      sha256: hash,
      input: inputText(source),
      wordingId,
      replacesId: replacing?.id ?? null,
    });
  }
  appendAudit(tx, {
    at,
    onDate: today,
    departmentId: seat.id,
    command: replacing === undefined ? 'document' : 'reissue-document',
    studioId,
    details: {
      kind: wanted.kind,
      number,
      fileName,
      sha256: hash,
      ...(replacing === undefined ? {} : { replaces: replacing.id, reason: replacing.reason }),
    },
  });
}
