import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DocumentKind, readInput } from '../../templates/document-kind.ts';
import { documentKindIds, documentKinds } from '../../templates/document-kinds.ts';
import { usualFonts } from '../../templates/kit/typefaces.ts';
import { blankWording } from '../../templates/wording/blank-wording.ts';
import { wordingFaults } from '../../templates/wording/check-wording.ts';
import { fillWording } from '../../templates/wording/fill-wording.ts';
import { convertWithLibreOffice } from '../machine/convert-with-libreoffice.ts';
import { describeWith } from '../machine/require-tools.ts';
import { validateOfficeFiles } from '../machine/validate-office-file.ts';
import { partOf } from './document-text.ts';
import { samplesOfKinds } from './samples-of-kinds.ts';

const issuer = '武汉市武昌区教育局';

/** Every kind as a wording, filled in with its usual sample, and the same saved by LibreOffice in between. */
const cases = documentKindIds.map((id) => ({ id, kind: documentKinds[id] as unknown as DocumentKind, input: samplesOfKinds[id].usual }));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wording-'));
  mkdirSync(join(folder, 'saved'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function kept(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const fill = (kind: DocumentKind, wording: Uint8Array, input: unknown, draft = false): Promise<Uint8Array> =>
  fillWording(kind, wording, readInput(kind, input), { fonts: usualFonts, draft });

/** What a document prints; a text box is written a second time for programs of before 2010. */
function text(docx: Uint8Array): string {
  const main = partOf(docx, 'word/document.xml').replace(/<mc:Fallback>.*?<\/mc:Fallback>/gsu, '');
  return Array.from(main.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu), ([, each = '']) => each).join('');
}

describeWith(['office-validator'], 'custom wording as the Open XML validator sees it', () => {
  test('every export and filled document is without an error, and so are a guide and a draft', async () => {
    const paths: string[] = [];
    for (const { id, kind, input } of cases) {
      const { wording, guide } = await blankWording(kind, issuer, usualFonts);
      paths.push(kept(`${id}.docx`, wording), kept(`${id}-filled.docx`, await fill(kind, wording, input)));
      if (id === 'naming-decision')
        paths.push(kept(`${id}-guide.docx`, guide), kept(`${id}-draft.docx`, await fill(kind, wording, input, true)));
    }
    expect(await validateOfficeFiles(paths)).toEqual({});
  }, 240_000);
});

describeWith(['libreoffice'], 'custom wording that LibreOffice opened and saved', () => {
  test('is accepted for every kind and filled with the same text, no field lost', async () => {
    const wordings = await Promise.all(cases.map(({ kind }) => blankWording(kind, issuer, usualFonts)));
    const paths = cases.map(({ id }, index) => kept(`${id}-out.docx`, wordings[index]?.wording ?? new Uint8Array()));
    const saved = await convertWithLibreOffice(paths, 'docx', join(folder, 'saved'));
    for (const [index, { id, kind, input }] of cases.entries()) {
      const own = wordings[index]?.wording ?? new Uint8Array();
      const back = readFileSync(saved[index] ?? '');
      expect({ id, faults: wordingFaults(kind, issuer, back, `${id}.docx`) }).toEqual({ id, faults: [] });
      expect({ id, text: text(await fill(kind, back, input)) }).toEqual({ id, text: text(await fill(kind, own, input)) });
    }
  }, 240_000);
});
