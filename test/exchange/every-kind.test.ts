import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metaSheetName } from '../../exchange/meta-sheet.ts';
import { openWorkbook } from '../../exchange/open-workbook.ts';
import { knownKinds, recogniseKind } from '../../exchange/workbook-kinds.ts';
import { convertWithLibreOffice } from '../machine/convert-with-libreoffice.ts';
import { measurePdf } from '../machine/measure-pdf.ts';
import { describeWith } from '../machine/require-tools.ts';
import { validateOfficeFiles } from '../machine/validate-office-file.ts';
import { readBack } from './read-saved-kinds.ts';
import { sampleOfEveryKind } from './sample-of-every-kind.ts';

const samples = await sampleOfEveryKind();
const folder = mkdtempSync(join(tmpdir(), 'mingshi-kinds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const paths = samples.map(({ id, written }) => {
  const path = join(folder, `${id}.xlsx`);
  writeFileSync(path, written.bytes);
  return path;
});

test('there is a sample of every kind this program knows', () => {
  expect(samples.map(({ id }) => id).toSorted()).toEqual(knownKinds.map(({ id }) => id).toSorted());
});

describe.each(samples.map((sample) => [sample.id, sample] as const))('%s', (id, sample) => {
  const { bytes, fileName } = sample.written;

  test('says what was written, in its order, without error or warning', async () => {
    const { rows, warnings } = await sample.read(bytes, fileName);
    expect(rows.map(({ record }) => record)).toEqual(sample.records);
    expect([rows.flatMap(({ errors }) => errors), warnings]).toEqual([[], []]);
  });

  test('is recognised, by its headers too where somebody made it anew', async () => {
    expect(recogniseKind(await openWorkbook(bytes, fileName))?.id).toBe(id);
    const copy = new ExcelJS.Workbook();
    await copy.xlsx.load(bytes.slice().buffer);
    copy.removeWorksheet(metaSheetName);
    expect(recogniseKind(await openWorkbook(new Uint8Array(await copy.xlsx.writeBuffer()), fileName))?.id).toBe(id);
  });
});

describeWith(['office-validator'], 'the Open XML SDK', () => {
  test('finds no error in a workbook of any kind', async () => {
    expect(await validateOfficeFiles(paths)).toEqual({});
  });
});

describeWith(['libreoffice'], 'LibreOffice', () => {
  const endings = ['xlsx', 'xls', 'ods'] as const;
  const saved = Object.fromEntries(endings.map((ending) => [ending, mkdtempSync(join(folder, `saved-${ending}-`))]));
  beforeAll(async () => {
    for (const ending of endings) await convertWithLibreOffice(paths, ending, saved[ending] ?? '');
  });

  test.each(['UTC', 'Asia/Shanghai', 'America/New_York'])(
    'saves every kind as .xlsx, .xls and .ods and nothing in it changes, read in %s',
    async (zone) => {
      const before = await Promise.all(
        samples.map(async (sample) => [sample.id, await readBack(sample, sample.written.bytes, sample.written.fileName)] as const),
      );
      const expected: unknown = JSON.parse(JSON.stringify(Object.fromEntries(before)));
      const script = join(import.meta.dirname, 'read-saved-kinds.ts');
      const options = { env: { ...process.env, TZ: zone }, maxBuffer: 2 ** 26, encoding: 'utf8' } as const;
      const read = JSON.parse(execFileSync(process.execPath, [script, ...Object.values(saved)], options)) as readonly unknown[];
      expect(read).toHaveLength(endings.length);
      for (const [index, ending] of endings.entries()) expect([ending, read[index]]).toEqual([ending, expected]);
    },
  );

  const across = { A3: [420, 297], A4: [297, 210] } as const;

  test('draws every kind on the paper it claims, all columns on one page, its header on every page', async () => {
    const pdfs = await convertWithLibreOffice(paths, 'pdf', folder);
    for (const [index, { id, paper, upright, heading }] of samples.entries()) {
      const pages = (await measurePdf(pdfs[index] ?? '')).map((page) => ({ ...page, text: page.lines.map(({ text }) => text).join('\n') }));
      const last = pages.findIndex(({ text }) => !heading.every((word) => text.includes(word)));
      const list = pages.slice(0, last === -1 ? pages.length : last);
      expect([id, list.length > (upright === true ? 0 : 1)]).toEqual([id, true]);
      const size = upright === true ? across[paper].toReversed() : across[paper];
      for (const { width, height } of list) expect([id, Math.round(width), Math.round(height)]).toEqual([id, ...size]);
      expect([id, pages.filter(({ text }) => text.includes('###')).length]).toEqual([id, 0]);
    }
  });
});
