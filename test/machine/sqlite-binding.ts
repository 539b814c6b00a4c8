import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runOrThrow } from './run-command.ts';
import { repository, runtimeFolder } from './runtime-folder.ts';

const packages = join(repository, 'node_modules');
const sources = join(packages, 'better-sqlite3');
const bridge = join(import.meta.dirname, 'node-api-9.h');

const optimised = ['-O2', '-fPIC', '-DNDEBUG', '-fvisibility=hidden', '-w'];
const asBridge = [
  '-std=c++20',
  '-fno-exceptions',
  '-fvisibility-inlines-hidden',
  '-DNAPI_VERSION=9',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  '-DBUILDING_NODE_EXTENSION',
];

/**
 * The better-sqlite3 addon that loads in the tests' Electron. The shipped addon needs Node-API 10 and crashes there.
 * The program takes it when the environment variable `MINGSHI_SQLITE_BINDING` names it; node_modules keeps the shipped one untouched.
 */
export function sqliteBinding(): string {
  return join(runtimeFolder, `better-sqlite3-${recipe().slice(0, 12)}`, 'better_sqlite3.node');
}

/** Whether the addon for the present sources and settings has been compiled. */
export function hasSqliteBinding(): boolean {
  return existsSync(sqliteBinding());
}

/**
 * Compiles the addon from the sources in the better-sqlite3 package with plain `g++`, or leaves it when it is there. About a minute on two cores, no network.
 * @throws Error with the compiler's words when it fails.
 */
export async function makeSqliteBinding(): Promise<void> {
  if (hasSqliteBinding()) return;
  await mkdir(runtimeFolder, { recursive: true });
  const work = await mkdtemp(join(runtimeFolder, 'making-sqlite-'));
  try {
    const sqlite = join(sources, 'deps', 'sqlite3');
    const headers = [join(packages, 'node-addon-api'), join(packages, 'node-api-headers', 'include'), sqlite].map((path) => `-I${path}`);
    await Promise.all([
      runOrThrow('gcc', [...optimised, '-std=c99', ...sqliteSettings(), '-c', join(sqlite, 'sqlite3.c'), '-o', 'sqlite3.o'], { cwd: work }),
      runOrThrow(
        'g++',
        [
          ...optimised,
          ...asBridge,
          ...sqliteSettings(),
          ...headers,
          '-include',
          bridge,
          '-c',
          join(sources, 'src', 'better_sqlite3.cpp'),
          '-o',
          'addon.o',
        ],
        { cwd: work },
      ),
    ]);
    await runOrThrow(
      'g++',
      ['-shared', '-Wl,-Bsymbolic', 'addon.o', 'sqlite3.o', '-ldl', '-lpthread', '-lm', '-o', 'better_sqlite3.node'],
      { cwd: work },
    );
    const made = join(work, 'made');
    await mkdir(made);
    await rename(join(work, 'better_sqlite3.node'), join(made, 'better_sqlite3.node'));
    if (!hasSqliteBinding()) await rename(made, dirname(sqliteBinding()));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** SQLite's compile-time settings as the package states them, so that the tests' SQLite is the shipped one. */
function sqliteSettings(): string[] {
  const stated = readFileSync(join(sources, 'deps', 'defines.gypi'), 'utf8');
  return [...stated.matchAll(/^\s*'([A-Z0-9_]+(?:=-?\w+)?)',$/gmu)].map(([, setting]) => `-D${setting}`);
}

/** Everything that decides what the compiler makes. The packages' sources are known by their locked versions. */
function recipe(): string {
  const versions = ['better-sqlite3', 'node-addon-api', 'node-api-headers'].map((name) =>
    readFileSync(join(packages, name, 'package.json'), 'utf8'),
  );
  return createHash('sha256')
    .update(JSON.stringify([versions, optimised, asBridge, sqliteSettings()]))
    .update(readFileSync(bridge))
    .digest('hex');
}
