import { describe, expect, test } from 'vitest';
import { notRunMark } from './test-counts.ts';
import { missingTools, type ToolName, tools } from './tools.ts';

/**
 * `describe` for tests that need more than `npm ci` brings.
 * With every tool here it is `describe`. With one missing the suite is skipped, and its title says what is missing and which one command brings it;
 * under `CI=true` it fails instead, because a check that did not run has proved nothing.
 */
export function describeWith(names: readonly ToolName[], title: string, body: () => void): void {
  const missing = missingTools(names);
  const what = missing.map((name) => tools[name].title).join(' and ');
  const command = [...new Set(missing.map((name) => tools[name].mend))].join(' && ');
  const reason = missing.length === 0 ? '' : ` (${notRunMark}${what} missing; this brings it: ${command})`;
  const mustRun = process.env['CI'] === 'true';
  describe.skipIf(missing.length > 0 && !mustRun)(`${title}${reason}`, () => {
    if (missing.length > 0 && mustRun) failFor(missing);
    else body();
  });
}

function failFor(missing: readonly ToolName[]): void {
  test('has the tools it needs', () => {
    expect(missing).toEqual([]);
  });
}
