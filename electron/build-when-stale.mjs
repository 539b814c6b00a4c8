// Builds the window into dist/ when it is missing or older than its sources. Plain JavaScript for any Node from 20 on.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';

const repository = join(import.meta.dirname, '..');
const stamp = join(repository, 'dist', 'built');
const lock = join(repository, 'dist.lock');

/** Everything the build reads. */
const sources = [
  'policy',
  'db',
  'templates',
  'exchange',
  'workflow',
  'electron',
  'renderer',
  'electron.vite.config.ts',
  'package-lock.json',
];

/** A build takes some seconds; one that has lasted this long was ended from outside, in milliseconds. */
const longestBuild = 180_000;

/** @returns {boolean} whether a source is newer than the last build, or there was none */
function isStale() {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return sources.some((source) => isNewer(join(repository, source), built));
}

function isNewer(path, than) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs > than;
  return readdirSync(path).some((name) => isNewer(join(path, name), than));
}

/** Two programs that start at once build once. */
async function withLock(work) {
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && since < Date.now() - longestBuild) rmdirSync(lock);
    else await setTimeout(200);
  }
  try {
    work();
  } finally {
    rmdirSync(lock);
  }
}

function build() {
  const begun = new Date();
  process.stderr.write('正在构建窗口程序……\n');
  const command = join(repository, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'build', '--logLevel', 'warn'], {
    cwd: repository,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`无法构建窗口程序。请先运行 npm ci，再试一次。\n${stdout}${stderr}`);
  writeFileSync(stamp, '');
  // Dated at the beginning: a source that changed meanwhile is built next time.
  utimesSync(stamp, begun, begun);
}

/**
 * Builds what is missing or stale.
 * @returns {Promise<void>}
 * @throws Error in Chinese with the builder's own words when it fails
 */
export async function buildWhenStale() {
  if (!isStale()) return;
  await withLock(() => {
    if (isStale()) build();
  });
}
