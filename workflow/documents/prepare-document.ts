import type { Transaction } from '../../db/database.ts';
import { wordingInForce } from '../../db/queries/custom-wordings.ts';
import { rehearse } from '../../db/rehearse.ts';
import {
  type DocumentInput,
  type DocumentKindId,
  type DocumentOptions,
  type MadeDocument,
  makeDocument,
  makeDocumentIn,
} from '../../templates/document-kinds.ts';
import type { Context } from '../context.ts';
import { fontsOf, readDocumentSettings } from './document-settings.ts';
import type { DocumentSource } from './document-source.ts';
import { presentSource, refuseVoidNumber } from './present-source.ts';
import type { Wanted } from './wanted-documents.ts';

/** A document that can be made, as it will be. */
export interface Prepared {
  readonly wanted: Wanted;
  readonly source: DocumentSource;
  readonly document: MadeDocument;
  /** The custom wording it is in; null for the built-in one. */
  readonly wordingId: string | null;
}

/** Makes a document of what the register would hold, without writing to it: one that is refused takes no number. */
export async function prepareDocument(wanted: Wanted, context: Context, draft: boolean): Promise<Prepared> {
  const source = rehearse(context.db, (tx) => sourceToIssue(tx, wanted, draft));
  return { wanted, source, ...(await makeOf(wanted.kind, source, context, draft)) };
}

/** As `prepareDocument`, for documents that will be issued in one go: each takes its number after the one before. */
export async function prepareTogether(wanted: readonly Wanted[], context: Context, draft: boolean): Promise<readonly Prepared[]> {
  const sources = rehearse(context.db, (tx) => wanted.map((each) => ({ wanted: each, source: sourceToIssue(tx, each, draft) })));
  const prepared: Prepared[] = [];
  for (const each of sources) prepared.push({ ...each, ...(await makeOf(each.wanted.kind, each.source, context, draft)) });
  return prepared;
}

/** A draft in a wording that is not in use yet. */
export function prepareInWording(wanted: Wanted, wording: Uint8Array, context: Context): Promise<MadeDocument> {
  const { input } = rehearse(context.db, (tx) => sourceToIssue(tx, wanted, true));
  return makeDocumentIn(wording, wanted.kind, input as unknown as DocumentInput<DocumentKindId>, appearanceOf(context, true));
}

/** What a document is made from, once its number may be used. */
export function sourceToIssue(tx: Transaction, wanted: Wanted, draft: boolean): DocumentSource {
  const source = presentSource(tx, wanted);
  if (!draft) refuseVoidNumber(tx, wanted, source);
  return source;
}

/** How this seat's documents look. */
export function appearanceOf({ db, seat }: Context, draft: boolean): DocumentOptions {
  return { draft, fonts: fontsOf(readDocumentSettings(db, seat)) };
}

/** What the register gives may have holes; the kind's own reading names them and refuses. In the seat's own wording where it has one. */
async function makeOf(
  kind: DocumentKindId,
  { input: given }: DocumentSource,
  context: Context,
  draft: boolean,
): Promise<Pick<Prepared, 'document' | 'wordingId'>> {
  const input = given as unknown as DocumentInput<DocumentKindId>;
  const options = appearanceOf(context, draft);
  const custom = wordingInForce(context.db, context.seat.id, kind);
  if (custom === undefined) return { document: await makeDocument(kind, input, options), wordingId: null };
  return { document: await makeDocumentIn(Buffer.from(custom.content, 'base64'), kind, input, options), wordingId: custom.id };
}
