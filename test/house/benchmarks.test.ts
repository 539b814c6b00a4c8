import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { requireSameCells } from '../../bench/filing.ts';
import { registerWith, requireEveryRow } from '../../bench/import.ts';
import { applicationList } from '../../bench/import-list.ts';
import { requireSameLetter } from '../../bench/letters.ts';

const folder = mkdtempSync(join(tmpdir(), 'benchmarks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the letters compared print the same', async () => {
  await expect(requireSameLetter()).resolves.toBeUndefined();
});

test('the filing workbooks compared have the same cells', async () => {
  await expect(requireSameCells(folder)).resolves.toBeUndefined();
});

test('every row of the list compared is read, and previewed as what it is', async () => {
  const register = await registerWith(60, folder);
  const path = join(folder, '新表.xlsx');
  writeFileSync(path, await applicationList(120, 'later'));
  await expect(requireEveryRow(register, path, 120, 60)).resolves.toBeUndefined();
  await expect(requireEveryRow(register, path, 120, 50)).rejects.toThrow('finds');
});
