/**
 * `npm test`: everything that can be checked on this machine.
 * First the machine is made ready and the tree is checked, both at once; then every test runs. The last line counts it all.
 * `npm test -- --fetch` installs and downloads what is missing also where that is not done unasked.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { makeReady, mayFetch } from './machine/make-ready.ts';
import { checkSteps, runCheckSteps } from './machine/run-check-steps.ts';
import { repository } from './machine/runtime-folder.ts';
import { addCounts, closingLine, countTests, suitesNotRun, type TestCounts, type VitestReport } from './machine/test-counts.ts';

const say = (line: string): void => console.log(line);

const unknown = process.argv.slice(2).filter((word) => word !== '--fetch');
if (unknown.length > 0) {
  console.error(`unknown argument: ${unknown.join(' ')}\nusage: npm test [-- --fetch]    one room's tests alone: npx vitest run test/ROOM`);
  process.exit(2);
}

const fetching = mayFetch() || process.argv.includes('--fetch');
const [checks] = await Promise.all([runCheckSteps(checkSteps(), say), fetching ? makeReady(say) : undefined]);
const counts = addCounts(checks, await runTests());
say(closingLine(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;

/** Runs vitest over all tests with its output shown as it comes, and reads the numbers from the report it leaves. */
async function runTests(): Promise<TestCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'mingshi-report-'));
  const file = join(folder, 'report.json');
  try {
    const vitest = join(repository, 'node_modules', 'vitest', 'vitest.mjs');
    const child = spawn(process.execPath, [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], {
      cwd: repository,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exit) => resolve(exit ?? 1));
    });
    if (!existsSync(file)) {
      say('vitest ended before it wrote its report.');
      return { passed: 0, failed: 1, skipped: 0 };
    }
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    for (const line of suitesNotRun(report)) say(relative(repository, line));
    return countTests(report, code);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
