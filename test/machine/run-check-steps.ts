import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.ts';
import { repository } from './runtime-folder.ts';
import type { TestCounts } from './test-counts.ts';

/** The steps of `npm run check` as package.json states them, so that the two can never differ; then the build that the window's tests open. */
export function checkSteps(folder: string = repository): string[] {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { scripts: { check: string; build: string } };
  const build = existsSync(join(folder, 'electron.vite.config.ts')) ? [scripts.build] : [];
  return [...scripts.check.split('&&').map((step) => step.trim()), ...build];
}

/**
 * Runs check steps one after the other, all of them even when one fails, and says a line for each; a failed one is followed by what it wrote.
 * @returns each step counted as one test
 */
export async function runCheckSteps(steps: readonly string[], say: (line: string) => void): Promise<TestCounts> {
  const env = {
    ...process.env,
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    PATH: [join(repository, 'node_modules', '.bin'), process.env['PATH']].join(delimiter),
  };
  let failed = 0;
  for (const step of steps) {
    const start = performance.now();
    const { code, stdout, stderr } = await runCommand('sh', ['-c', step], { cwd: repository, env });
    say(`${code === 0 ? '✓' : '✗'} check: ${step}  ${((performance.now() - start) / 1000).toFixed(1)} s`);
    if (code === 0) continue;
    failed += 1;
    say(`${stdout}${stderr}`.trimEnd());
  }
  return { passed: steps.length - failed, failed, skipped: 0 };
}
