import { resolve } from 'node:path';
import { appendAudit } from '../../db/audit.ts';
import type { Transaction } from '../../db/database.ts';
import { readStudios, type StudioRecord } from '../../db/queries/studios.ts';
import { rehearse } from '../../db/rehearse.ts';
import { inTransaction } from '../../db/transaction.ts';
import { registerDocument } from '../../db/writes/sent-files.ts';
import { partsOf } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import {
  type DocumentInput,
  type DocumentKindId,
  documentKindIds,
  documentKinds,
  isDocumentKindId,
  type MadeDocument,
  makeDocument,
  makeDocumentsTogether,
} from '../../templates/document-kinds.ts';
import type { Context } from '../context.ts';
import type { InputOf, OutputOf } from '../contract/contract.ts';
import type { DocumentKindView, MadeDocuments } from '../contract/document.ts';
import { sha256, writeBeside } from '../files.ts';
import { hasPower, requirePower } from '../powers.ts';
import type { DocumentSource } from './document-source.ts';
import { documentSources } from './sources/document-sources.ts';

/** One document to be made: of a studio, or of a year. */
interface Wanted {
  readonly studio: StudioRecord | null;
  /** What it is called when it is refused. */
  readonly name: string;
  readonly source: (tx: Transaction) => DocumentSource;
}

function kindNamed(id: string): DocumentKindId {
  if (isDocumentKindId(id)) return id;
  const known = Object.values(documentKinds).map((kind) => `${kind.id}（${kind.title}）`);
  throw new Refusal(`无法生成文书「${id}」：没有这种文书。可生成的有 ${known.join('、')}。`);
}

/** Kinds of documents this seat may issue. */
export function listDocumentKinds({ seat }: Context): DocumentKindView[] {
  return documentKindIds.flatMap((id) => {
    const { title, issuers } = documentKinds[id];
    return issuers.includes(seat.kind) ? [{ id, title, perStudio: documentSources[id].scope === 'studio', who: seat.name }] : [];
  });
}

function wantedOf(id: DocumentKindId, studioIds: readonly string[] | undefined, year: number, context: Context): readonly Wanted[] {
  const { title, issuers } = documentKinds[id];
  const sources = documentSources[id];
  if (sources.scope === 'year') {
    if (!issuers.includes(context.seat.kind))
      throw new Refusal(`无法生成《${title}》：${context.seat.name}没有这项职权。`, sources.article);
    return sources.documents(context.db, year, studioIds, context).map((each) => ({ ...each, studio: null }));
  }
  const empowered = { title: `生成《${title}》`, powers: issuers, article: sources.article };
  const studios = readStudios(context.db, studioIds);
  const chosen =
    studioIds === undefined
      ? rehearse(context.db, (tx) =>
          studios.filter((studio) => hasPower(empowered, studio, context.seat) && sources.candidates(tx, studio, context.seat)),
        )
      : studios;
  return chosen.map((studio) => ({
    studio,
    name: studio.name,
    source(tx) {
      requirePower(empowered, studio, context.seat);
      return sources.source(tx, studio, context);
    },
  }));
}

/** What the register gives may have holes; the kind's own reading names them and refuses. */
function made(id: DocumentKindId, { input }: DocumentSource, draft: boolean): Promise<MadeDocument> {
  return makeDocument(id, input as unknown as DocumentInput<DocumentKindId>, { draft });
}

/** A document as it would be made now. Nothing is registered, no number is used up. */
export async function previewDocument(request: InputOf<'previewDocument'>, context: Context): Promise<OutputOf<'previewDocument'>> {
  const id = kindNamed(request.kind);
  const studioIds = request.studioId === undefined ? undefined : [request.studioId];
  const [wanted] = wantedOf(id, studioIds, request.year ?? partsOf(context.today).year, context);
  if (wanted === undefined) throw new Refusal(`无法预览《${documentKinds[id].title}》：没有可以出具的工作室。`);
  return made(id, rehearse(context.db, wanted.source), request.draft ?? false);
}

/**
 * Makes documents into a folder and enters them in the register of issued documents. A studio whose document cannot be made is refused by name and the
 * others go on. Drafts bear a watermark, take no number and are not registered.
 */
export async function makeDocuments(request: InputOf<'makeDocuments'>, context: Context): Promise<MadeDocuments> {
  const id = kindNamed(request.kind);
  const draft = request.draft ?? false;
  const folder = resolve(request.folder);
  const refused: MadeDocuments['refused'] = [];
  const ready: Ready[] = [];
  for (const wanted of wantedOf(id, request.studioIds, request.year ?? partsOf(context.today).year, context)) {
    try {
      // Made first without writing anything, so that a document that is refused takes no number.
      const rehearsed = rehearse(context.db, wanted.source);
      const trial = await made(id, rehearsed, draft);
      const source = draft ? rehearsed : inTransaction(context.db, wanted.source);
      ready.push({ wanted, source, document: draft ? trial : await made(id, source, draft) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ studio: wanted.name, reason: error.message });
    }
  }
  const together = request.oneFile === true && ready.length > 0 ? await saveTogether(id, ready, folder, draft) : undefined;
  const files = ready.map(({ wanted, source, document }) => {
    const { fileName, bytes } = together?.document ?? document;
    const path = together?.path ?? writeBeside(folder, fileName, bytes);
    const file = { fileName, hash: sha256(bytes) };
    if (!draft) issue(id, wanted, source, file, context);
    return { path, kind: id, studio: wanted.studio?.name ?? null, number: draft ? null : source.number, sha256: file.hash };
  });
  return { files, refused };
}

/** A document that can be made, as it will be. */
interface Ready {
  readonly wanted: Wanted;
  readonly source: DocumentSource;
  readonly document: MadeDocument;
}

/** All of them as one file for printing. */
async function saveTogether(
  id: DocumentKindId,
  ready: readonly Ready[],
  folder: string,
  draft: boolean,
): Promise<{ readonly document: MadeDocument; readonly path: string }> {
  const inputs = ready.map(({ source }) => source.input as unknown as DocumentInput<DocumentKindId>);
  const document = await makeDocumentsTogether(id, inputs, { draft });
  return { document, path: writeBeside(folder, document.fileName, document.bytes) };
}

function issue(
  id: DocumentKindId,
  { studio }: Wanted,
  source: DocumentSource,
  file: { readonly fileName: string; readonly hash: string },
  context: Context,
): void {
  const departmentId = context.seat.id;
  inTransaction(context.db, (tx) => {
    registerDocument(tx, {
      kind: id,
      studioId: studio?.id ?? null,
      subjectId: source.subjectId,
      departmentId,
      number: source.number,
      issuedOn: source.issuedOn,
      fileName: file.fileName,
      sha256: file.hash,
    });
    appendAudit(tx, {
      at: context.at,
      onDate: context.today,
      departmentId,
      command: 'document',
      studioId: studio?.id ?? null,
      details: { kind: id, number: source.number, fileName: file.fileName, sha256: file.hash },
    });
  });
}
