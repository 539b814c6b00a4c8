import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readApplicationList } from '../../exchange/application-list.ts';
import { writeErrorReport } from '../../exchange/error-report.ts';
import { readFiling } from '../../exchange/read-filing.ts';
import { writeApplicationListTemplate } from '../../exchange/write-application-list-template.ts';
import { writeFiling } from '../../exchange/write-filing.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { makeSampleWorkbook, samplePath } from '../fixtures/make-sample-workbook.ts';
import { filingHeader, sampleFiling } from './sample-filing.ts';
import { sampleOfEveryKind } from './sample-of-every-kind.ts';

/** Reads and writes in the time zone of this process: the records read, and the SHA-256 of every file written. */
export async function readInThisZone(): Promise<{ readonly read: unknown; readonly written: readonly string[] }> {
  const fixture = readFileSync(join(import.meta.dirname, '../fixtures/2026年武昌区教育系统名师工作室申报汇总表（区教育局）.xlsx'));
  const sample = readFileSync(samplePath);
  const lists = [await readApplicationList(fixture, '申报.xlsx'), await readApplicationList(sample, '样例.xlsx')];
  const filing = await writeFiling(sampleFiling, filingHeader);
  const template = await writeApplicationListTemplate({
    year: 2026,
    department: '区教育局',
    sector: '教育',
    sectors: ['教育'],
    date: plainDate('2026-08-01'),
    measuresId: 'wuchang-2014',
  });
  const report = await writeErrorReport(sample, lists[1]?.rows.flatMap(({ errors }) => errors) ?? [], '样例.xlsx');
  const kinds = await sampleOfEveryKind();
  const written = [filing.bytes, template.bytes, report.bytes, await makeSampleWorkbook(), ...kinds.map((kind) => kind.written.bytes)].map(
    (bytes) => createHash('sha256').update(bytes).digest('hex'),
  );
  const everyKind = await Promise.all(kinds.map((kind) => kind.read(kind.written.bytes, kind.written.fileName)));
  const read = { lists, filing: await readFiling(filing.bytes, filing.fileName), everyKind };
  return { read, written };
}

if (import.meta.main) process.stdout.write(JSON.stringify({ zone: process.env['TZ'], ...(await readInThisZone()) }));
