import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocumentsTogether } from '../../templates/document-kinds.ts';
import { describeWith } from '../machine/require-tools.ts';
import { validateOfficeFile } from '../machine/validate-office-file.ts';
import { type MeasuredDocuments, measureDocuments, pageNumber } from './measured-documents.ts';
import { awardListOf, letter, renewedLetter } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'together-'));
afterAll(() => rmSync(folder, { recursive: true }));

const letters = [letter, renewedLetter].map((input) => ({ kind: 'commitment-letter' as const, input }));

describe('documents as one file for printing', () => {
  it('each begin on a right-hand page and count from 1', async () => {
    const { bytes, fileName } = await makeDocumentsTogether([1, 2, 3].map((count) => ({ kind: 'award-list', input: awardListOf(count) })));
    const main = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect([main.match(/<w:type w:val="oddPage"\/>/g)?.length, main.match(/<w:pgNumType w:start="1"\/>/g)?.length]).toEqual([3, 3]);
    expect(fileName).toMatch(/^授牌名单（共3份）_\d{4}年\d{1,2}月\d{1,2}日\.docx$/);
  });

  it('are the same file each time, and one the Open XML SDK does not object to', async () => {
    const [first, again] = [await makeDocumentsTogether(letters), await makeDocumentsTogether(letters)];
    expect(Buffer.from(first.bytes).equals(again.bytes)).toBe(true);
    const file = join(folder, 'letters.docx');
    writeFileSync(file, first.bytes);
    expect(await validateOfficeFile(file)).toEqual([]);
  });

  it('may be of several kinds', async () => {
    const { fileName } = await makeDocumentsTogether([...letters, { kind: 'award-list', input: awardListOf(3) }]);
    expect(fileName).toMatch(/^文书（共3份）_/);
  });

  it('are refused as a whole when one of them may not be printed', async () => {
    await expect(makeDocumentsTogether([...letters, { kind: 'commitment-letter', input: { ...letter, lead: ' ' } }])).rejects.toThrow(
      '领办人姓名',
    );
  });
});

describeWith(['libreoffice'], 'documents as one file, as LibreOffice draws them', () => {
  let measured: MeasuredDocuments;
  beforeAll(async () => {
    const { bytes } = await makeDocumentsTogether(letters);
    measured = await measureDocuments(new Map([['together', bytes]]), folder);
  }, 120_000);

  it('number the pages of each from 1, odd ones on the right and even ones on the left', () => {
    const pages = measured.get('together') ?? [];
    const numbers = pages.map(pageNumber).map((line) => [line?.text, (line?.left ?? 0) > 105 ? 'right' : 'left']);
    const one = Array.from({ length: pages.length / 2 }, (_, index) => [`— ${index + 1} —`, index % 2 === 0 ? 'right' : 'left']);
    expect(numbers).toEqual([...one, ...one]);
  });
});
