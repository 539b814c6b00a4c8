import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { faultLogPath, logFault } from '../../electron/fault-log.ts';

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), '名师 工作室-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('keeps every fault with when, where and its causes, a line each', () => {
  const path = faultLogPath(dataFolder());
  logFault(path, '2026-08-10T01:02:03.000Z', 'applyImport', new Error('outer', { cause: new Error('inner') }));
  logFault(path, '2026-08-10T01:02:04.000Z', 'session', 'no error at all');
  const lines = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { at: string; where: string; fault: string });
  expect(lines.map(({ at, where }) => `${at} ${where}`)).toEqual([
    '2026-08-10T01:02:03.000Z applyImport',
    '2026-08-10T01:02:04.000Z session',
  ]);
  expect(lines[0]?.fault).toMatch(/outer[^]*原因：Error: inner/u);
});

test('says a fault aloud when it cannot be written', () => {
  const folder = dataFolder();
  writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
  const aloud = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => aloud.mockRestore());
  logFault(faultLogPath(folder), '2026-08-10T01:02:03.000Z', 'session', new Error('lost?'));
  expect(aloud.mock.calls.flat().map(String).join(' ')).toMatch(/lost\?/u);
});
