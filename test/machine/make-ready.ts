import { installPackages, isDebian, isRoot, missingPackages, refreshPackageLists } from './debian-packages.ts';
import { missingTools, tools } from './tools.ts';

/** Whether `npm test` may install and download without having been asked: on a machine for tests, or where the process is root on Debian anyway. */
export function mayFetch(): boolean {
  return process.env['CI'] === 'true' || (isRoot() && isDebian());
}

/**
 * Brings what the tests need and the machine lacks: packages first, then what is fetched or built into `.runtime/`. What is there already is left
 * alone, so that on a machine made ready before this costs nothing.
 * What cannot be brought is said and left: the suites that need it tell the rest of the story.
 * @param say takes one finished line for people
 */
export async function makeReady(say: (line: string) => void): Promise<void> {
  const missing = missingTools().filter((name) => tools[name].packages.length > 0);
  if (missing.length === 0) return;
  if (!isDebian() || process.arch !== 'x64') {
    say(`machine: ${missing.map((name) => tools[name].title).join(', ')}: can be brought to Debian on x64 only`);
    return;
  }
  const packages = await missingPackages([...new Set(missing.flatMap((name) => tools[name].packages))]);
  if (packages.length > 0) {
    const installed =
      (await step(say, 'package lists', refreshPackageLists)) &&
      (await step(say, `packages ${packages.join(' ')}`, () => installPackages(packages)));
    if (!installed) return;
  }
  // One after the other: the check steps run beside them, and there are two cores.
  for (const name of missing) {
    for (const { title, run } of tools[name].make) await step(say, title, run);
  }
}

async function step(say: (line: string) => void, what: string, work: () => Promise<void>): Promise<boolean> {
  say(`machine: ${what} …`);
  const start = performance.now();
  try {
    await work();
  } catch (error) {
    say(`machine: ${what} failed: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
  say(`machine: ${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return true;
}
