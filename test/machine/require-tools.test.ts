import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { repository, runtimeFolder } from './runtime-folder.ts';
import { countTests, suitesNotRun, type TestCounts, type VitestReport } from './test-counts.ts';

/** A suite of two tests that needs poppler, and one test beside it that needs nothing. */
const suite = `
  import { expect, test } from 'vitest';
  import { describeWith } from ${JSON.stringify(join(import.meta.dirname, 'require-tools.ts'))};
  test('needs nothing', () => { expect(1).toBe(1); });
  describeWith(['poppler'], 'pictures', () => {
    test('one', () => { expect(1).toBe(1); });
    test('two', () => { expect(1).toBe(1); });
  });
`;

describe('a suite that needs a tool', () => {
  let folder: string;

  beforeAll(async () => {
    // Inside the repository, so that the suite finds vitest.
    await mkdir(runtimeFolder, { recursive: true });
    folder = await mkdtemp(join(runtimeFolder, 'proof-'));
    await writeFile(join(folder, 'suite.test.ts'), suite);
    await writeFile(join(folder, 'pdftoppm'), '#!/bin/sh\n', { mode: 0o755 });
  });

  afterAll(() => rm(folder, { recursive: true }));

  /** Runs the suite in a vitest of its own, on a machine where a program is found only in the folders named. */
  async function run(path: string, ci: 'true' | 'false'): Promise<{ code: number; counts: TestCounts; lines: string[] }> {
    const file = join(folder, 'report.json');
    const vitest = join(repository, 'node_modules', 'vitest', 'vitest.mjs');
    const { code } = await runCommand(process.execPath, [vitest, 'run', '--root', folder, '--reporter=json', `--outputFile=${file}`], {
      cwd: folder,
      env: { PATH: path, CI: ci },
      timeout: 60_000,
    });
    const report = JSON.parse(await readFile(file, 'utf8')) as VitestReport;
    return { code, counts: countTests(report, code), lines: suitesNotRun(report) };
  }

  test('runs when the tool is there', async () => {
    expect(await run(folder, 'false')).toEqual({ code: 0, counts: { passed: 3, failed: 0, skipped: 0 }, lines: [] });
  });

  test('is skipped and says which command brings the tool when it is missing', async () => {
    expect(await run('/nowhere', 'false')).toEqual({
      code: 0,
      counts: { passed: 1, failed: 0, skipped: 2 },
      lines: [`${join(folder, 'suite.test.ts')}: pictures (not run: poppler (pdftoppm) missing; this brings it: npm test -- --fetch)`],
    });
  });

  test('fails under CI=true when the tool is missing', async () => {
    expect(await run('/nowhere', 'true')).toMatchObject({ code: 1, counts: { passed: 1, failed: 1, skipped: 0 } });
  });
});
