import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocumentsTogether } from '../../templates/document-kinds.ts';
import { describeWith } from '../machine/require-tools.ts';
import { validateOfficeFile } from '../machine/validate-office-file.ts';
import { type MeasuredDocuments, measureDocuments, pageNumber } from './measured-documents.ts';
import { letter, plaqueListOf, renewedLetter } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'together-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('documents as one file for printing', () => {
  it('each begin on a right-hand page and count from 1', async () => {
    const { bytes, fileName } = await makeDocumentsTogether('plaque-list', [plaqueListOf(1), plaqueListOf(2), plaqueListOf(3)]);
    const main = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect([main.match(/<w:type w:val="oddPage"\/>/g)?.length, main.match(/<w:pgNumType w:start="1"\/>/g)?.length]).toEqual([3, 3]);
    expect(fileName).toMatch(/^授牌名单（共3份）_\d{4}年\d{1,2}月\d{1,2}日\.docx$/);
  });

  it('are the same file each time, and one the Open XML SDK does not object to', async () => {
    const [first, again] = [
      await makeDocumentsTogether('commitment-letter', [letter, renewedLetter]),
      await makeDocumentsTogether('commitment-letter', [letter, renewedLetter]),
    ];
    expect(Buffer.from(first.bytes).equals(again.bytes)).toBe(true);
    const file = join(folder, 'letters.docx');
    writeFileSync(file, first.bytes);
    expect(await validateOfficeFile(file)).toEqual([]);
  });

  it('are refused as a whole when one of them may not be printed', async () => {
    await expect(makeDocumentsTogether('commitment-letter', [letter, { ...letter, lead: ' ' }])).rejects.toThrow('领办人姓名');
  });
});

describeWith(['libreoffice'], 'documents as one file, as LibreOffice draws them', () => {
  let measured: MeasuredDocuments;
  beforeAll(async () => {
    const { bytes } = await makeDocumentsTogether('commitment-letter', [letter, renewedLetter]);
    measured = await measureDocuments(new Map([['together', bytes]]), folder);
  }, 120_000);

  it('number the pages of each from 1, odd ones on the right and even ones on the left', () => {
    const pages = measured.get('together') ?? [];
    const numbers = pages.map(pageNumber).map((line) => [line?.text, (line?.left ?? 0) > 105 ? 'right' : 'left']);
    const one = Array.from({ length: pages.length / 2 }, (_, index) => [`— ${index + 1} —`, index % 2 === 0 ? 'right' : 'left']);
    expect(numbers).toEqual([...one, ...one]);
  });
});
