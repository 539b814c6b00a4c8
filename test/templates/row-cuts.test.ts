import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asWorkedOut, type DocumentKind, readInput } from '../../templates/document-kind.ts';
import { documentKindIds, documentKinds } from '../../templates/document-kinds.ts';
import type { DocumentContent } from '../../templates/kit/document-content.ts';
import { settleImprint } from '../../templates/kit/imprint-place.ts';
import { packDocument } from '../../templates/kit/pack-document.ts';
import { usualFonts } from '../../templates/kit/typefaces.ts';
import { describeWith } from '../machine/require-tools.ts';
import { type MeasuredDocuments, measureDocuments } from './measured-documents.ts';
import { rowCuts } from './row-cuts.ts';
import { samplesOfKinds } from './samples-of-kinds.ts';

/** The samples of every kind that has a table over several pages, as they are set. */
const samples = documentKindIds.flatMap((id) =>
  Object.entries(samplesOfKinds[id]).flatMap(([name, input]) => {
    const kind = documentKinds[id] as unknown as DocumentKind;
    const content = kind.compose(readInput(kind, input), asWorkedOut);
    return content.blocks.some((block) => block.kind === 'table') ? [{ name: `${id}-${name}`, content }] : [];
  }),
);

/** The blocks as they are laid out, with what the imprint breaks. */
function laidOut(content: DocumentContent): Pick<DocumentContent, 'blocks'> {
  return content.imprint === undefined ? content : settleImprint(content, content.imprint);
}

describeWith(['libreoffice', 'poppler'], 'tables as LibreOffice draws them', () => {
  let folder: string;
  let documents: MeasuredDocuments;
  const long = samples.find(({ name }) => name === 'meeting-paper-long');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingshi-rows-'));
    const made = new Map<string, Uint8Array>();
    const pack = (content: DocumentContent) => packDocument(content, { fonts: usualFonts, draft: false });
    for (const { name, content } of samples) made.set(name, await pack(content));
    if (long === undefined) throw new Error('no long meeting paper');
    const parts = unzipSync(await pack(long.content));
    const main = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replaceAll('<w:cantSplit/>', '');
    made.set('cut', zipSync({ ...parts, 'word/document.xml': strToU8(main) }));
    documents = await measureDocuments(made, folder);
  }, 300_000);

  afterAll(() => rm(folder, { recursive: true }));

  test('no row of any kind is cut by a page end', () => {
    expect(
      samples.flatMap(({ name, content }) => rowCuts(laidOut(content), documents.get(name) ?? []).map((fault) => `${name} ${fault}`)),
    ).toEqual([]);
  });

  test('rows that may split are found out', () => {
    expect(rowCuts(laidOut(long?.content ?? ({ blocks: [] } as never)), documents.get('cut') ?? [])).not.toEqual([]);
  });
});
