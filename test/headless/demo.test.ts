import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertWithLibreOffice } from '../machine/convert-with-libreoffice.ts';
import { describeWith } from '../machine/require-tools.ts';
import { validateOfficeFiles } from '../machine/validate-office-file.ts';
import { jsonOf, runDesk } from './run-desk.ts';

interface Demonstrated {
  readonly studios: number;
  readonly documents: readonly string[];
  readonly workbooks: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
let made: Demonstrated;
beforeAll(async () => {
  const run = await runDesk('demo', '--out', join(folder, 'out'), '--json');
  if (run.code !== 0) throw new Error(run.stderr);
  made = jsonOf<Demonstrated>(run);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('desk demo', () => {
  it('leaves at least one of each document, the filing workbook and an error report', () => {
    expect(made.studios).toBeGreaterThanOrEqual(12);
    for (const kind of ['任务承诺书', '整改通知书', '授牌名单']) expect(made.documents.some((path) => path.includes(kind))).toBe(true);
    for (const kind of ['备案汇总表', '标出错误']) expect(made.workbooks.some((path) => path.includes(kind))).toBe(true);
  });

  it('can be repeated in the same folder, with the same documents to the byte', async () => {
    const again = await runDesk('demo', '--out', join(folder, 'out'), '--json');
    expect([again.code, jsonOf<Demonstrated>(again)]).toEqual([0, made]);
  }, 120_000);

  it('makes nothing the Open XML SDK objects to', async () => {
    const errors = await validateOfficeFiles([...made.documents, ...made.workbooks]);
    expect(Object.values(errors).flat()).toEqual([]);
  }, 120_000);
});

describeWith(['libreoffice'], 'desk demo in LibreOffice', () => {
  it('every document and workbook converts to PDF', async () => {
    const files = [...made.documents, ...made.workbooks];
    const converted = await convertWithLibreOffice(files, 'pdf', join(folder, 'pdf'));
    expect(converted).toHaveLength(files.length);
  }, 300_000);
});
