import { resolve } from 'node:path';
import { partsOf } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { type DocumentOfBundle, documentKinds, makeDocumentsTogether } from '../../templates/document-kinds.ts';
import type { Context } from '../context.ts';
import type { InputOf, OutputOf } from '../contract/contract.ts';
import type { MadeDocuments } from '../contract/document.ts';
import { issueDocuments, saveDraft } from './issue-documents.ts';
import { appearanceOf, type Prepared, prepareDocument, prepareTogether } from './prepare-document.ts';
import { kindNamed, type Wanted, wantedOf } from './wanted-documents.ts';

/** A document as it would be made now. Nothing is registered, no number is used up. */
export async function previewDocument(request: InputOf<'previewDocument'>, context: Context): Promise<OutputOf<'previewDocument'>> {
  const kind = kindNamed(request.kind);
  const studioIds = request.studioId === undefined ? undefined : [request.studioId];
  const all = wantedOf(kind, studioIds, request.year ?? partsOf(context.today).year, context);
  const { which = 1 } = request;
  const wanted = all[which - 1];
  if (wanted === undefined && which > 1) {
    throw new Refusal(`无法预览《${documentKinds[kind].title}》：一共${all.length}份，没有第${which}份。请选 1 至 ${all.length}。`);
  }
  if (wanted === undefined) throw new Refusal(`无法预览《${documentKinds[kind].title}》：没有可以出具的工作室。请先选择工作室。`);
  const { document, source } = await prepareDocument(wanted, context, request.draft ?? false);
  const { copies } = source.input;
  return { ...document, copies: typeof copies === 'number' ? copies : 1, count: all.length };
}

/** Documents of one kind into a folder: as `makeWanted`. */
export async function makeDocuments(request: InputOf<'makeDocuments'>, context: Context): Promise<MadeDocuments> {
  const wanted = wantedOf(kindNamed(request.kind), request.studioIds, request.year ?? partsOf(context.today).year, context);
  const { files, refused } = await makeWanted(wanted, request, context);
  return { files, refused: refused.map(({ kind: _one, ...each }) => each) };
}

/** Where documents go and how. */
export interface Making {
  readonly folder: string;
  /** One file for printing instead of one a document. */
  readonly oneFile?: boolean | undefined;
  readonly draft?: boolean | undefined;
}

/** What looks on while documents are made: hears of each, and may end the work between two. */
export interface Watch {
  readonly onNext: (done: number, name: string) => Promise<void>;
  readonly cancelled: () => boolean;
}

const nobody: Watch = { onNext: () => Promise.resolve(), cancelled: () => false };

/** What came of it. After a cancel, `files` are those that lie whole in the folder. */
export interface MadeWanted {
  readonly files: MadeDocuments['files'];
  readonly refused: { readonly kind: string; readonly studio: string; readonly reason: string }[];
}

/**
 * Makes documents into a folder and enters them in the register of issued documents. One that cannot be made is refused by name and the
 * others go on. Drafts bear a watermark, take no number and are not registered.
 */
export async function makeWanted(wanted: readonly Wanted[], making: Making, context: Context, watch = nobody): Promise<MadeWanted> {
  const draft = making.draft ?? false;
  const folder = resolve(making.folder);
  const files: MadeDocuments['files'] = [];
  const refused: MadeWanted['refused'] = [];
  const fitForOneFile: Wanted[] = [];
  for (const [index, each] of wanted.entries()) {
    await watch.onNext(index, `${documentKinds[each.kind].title} ${each.name}`);
    if (watch.cancelled()) return { files, refused };
    try {
      const prepared = await prepareDocument(each, context, draft);
      if (making.oneFile === true) fitForOneFile.push(each);
      else files.push(...save([prepared], prepared.document, folder, draft, context));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ kind: each.kind, studio: each.name, reason: error.message });
    }
  }
  await watch.onNext(wanted.length, '');
  if (watch.cancelled()) return { files, refused };
  if (fitForOneFile.length > 0) files.push(...(await saveTogether(fitForOneFile, folder, draft, context)));
  return { files, refused };
}

function save(
  prepared: readonly Prepared[],
  file: Prepared['document'],
  folder: string,
  draft: boolean,
  context: Context,
): MadeDocuments['files'] {
  return draft ? saveDraft(prepared, file, folder) : issueDocuments(prepared, file, folder, context);
}

/** All of them as one file for printing. */
async function saveTogether(wanted: readonly Wanted[], folder: string, draft: boolean, context: Context): Promise<MadeDocuments['files']> {
  const prepared = await prepareTogether(wanted, context, draft);
  const custom = prepared.find(({ wordingId }) => wordingId !== null);
  if (custom !== undefined) {
    throw new Refusal(
      `无法合成一个文件：《${documentKinds[custom.wanted.kind].title}》用的是自定义文本，不同的版式不能合在一起。请不选「合成一个文件」，逐份保存。`,
    );
  }
  const documents = prepared.map(({ wanted: { kind }, source }) => ({ kind, input: source.input as unknown as DocumentOfBundle['input'] }));
  const file = await makeDocumentsTogether(documents, appearanceOf(context, draft));
  return save(prepared, file, folder, draft, context);
}
