import type { Transaction } from '../../db/database.ts';
import { readStudios, type StudioRecord } from '../../db/queries/studios.ts';
import { rehearse } from '../../db/rehearse.ts';
import { Refusal } from '../../policy/refusal.ts';
import { seatKindLabels } from '../../policy/seat.ts';
import { type DocumentKindId, documentKindIds, documentKinds, isDocumentKindId } from '../../templates/document-kinds.ts';
import type { Context } from '../context.ts';
import type { DocumentKindView } from '../contract/document.ts';
import { hasPower, requirePower } from '../powers.ts';
import type { DocumentSource } from './document-source.ts';
import { documentSources } from './sources/document-sources.ts';

/** One document to be made: of a studio, or of a year. */
export interface Wanted {
  readonly kind: DocumentKindId;
  readonly studio: Pick<StudioRecord, 'id' | 'name'> | null;
  /** What it is called when it is refused. */
  readonly name: string;
  readonly source: (tx: Transaction) => DocumentSource;
}

/** The kind of an id. Refuses one there is not, naming those there are. */
export function kindNamed(id: string): DocumentKindId {
  if (isDocumentKindId(id)) return id;
  const known = Object.values(documentKinds).map((kind) => `${kind.id}（${kind.title}）`);
  throw new Refusal(`无法生成文书「${id}」：没有这种文书。可生成的有 ${known.join('、')}，请从中选择。`);
}

/** Kinds of documents this seat may issue. */
export function listDocumentKinds({ seat }: Context): DocumentKindView[] {
  return documentKindIds.flatMap((id) => (documentKinds[id].issuers.includes(seat.kind) ? [viewOf(id, seat.name)] : []));
}

/** Every kind of document, with the kinds of departments that may issue it. */
export function allDocumentKinds(): DocumentKindView[] {
  return documentKindIds.map((id) => viewOf(id, documentKinds[id].issuers.map((kind) => seatKindLabels[kind]).join('、')));
}

function viewOf(id: DocumentKindId, who: string): DocumentKindView {
  return { id, title: documentKinds[id].title, perStudio: documentSources[id].scope === 'studio', who };
}

/**
 * The documents of one kind for these studios, or for all it can be made for, or of a year. Refuses a kind that is another department's;
 * a studio it cannot be made for is refused later, by its own source.
 */
export function wantedOf(
  kind: DocumentKindId,
  studioIds: readonly string[] | undefined,
  year: number,
  context: Context,
): readonly Wanted[] {
  const { title, issuers } = documentKinds[kind];
  const sources = documentSources[kind];
  if (sources.scope === 'year') {
    if (!issuers.includes(context.seat.kind)) {
      throw new Refusal(`无法生成《${title}》：${context.seat.name}没有这项职权。请由有职权的部门办理。`, sources.article);
    }
    return sources.documents(context.db, year, studioIds, context).map((each) => ({ ...each, kind, studio: null }));
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
    kind,
    studio,
    name: studio.name,
    source(tx) {
      requirePower(empowered, studio, context.seat);
      return sources.source(tx, studio, context, year);
    },
  }));
}
