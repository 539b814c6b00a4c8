import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSteps, runCheckSteps } from './run-check-steps.ts';
import { repository } from './runtime-folder.ts';

test('the steps are those of npm run check, and the build when there is something to build', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mingshi-steps-'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ scripts: { check: 'one . && two -p x', build: 'three' } }));
  expect(checkSteps(folder)).toEqual(['one .', 'two -p x']);
  await writeFile(join(folder, 'electron.vite.config.ts'), '');
  expect(checkSteps(folder)).toEqual(['one .', 'two -p x', 'three']);
  await rm(folder, { recursive: true });
});

test('this repository has a step for format, lint, types and dead code', () => {
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { scripts: { check: string } };
  expect(checkSteps().slice(0, 5).join(' && ')).toBe(scripts.check);
});

test('a failed step is counted, shown with what it wrote, and does not keep the next one from running', async () => {
  const lines: string[] = [];
  const counts = await runCheckSteps(['true', 'echo why; exit 3', 'true'], (line) => lines.push(line));
  expect(counts).toEqual({ passed: 2, failed: 1, skipped: 0 });
  expect(lines.map((line) => line.replace(/ {2}[\d.]+ s$/u, ''))).toEqual([
    '✓ check: true',
    '✗ check: echo why; exit 3',
    'why',
    '✓ check: true',
  ]);
});
