import { copyFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openClient } from '../../db/sqlite-client.ts';
import { Refusal } from '../../policy/refusal.ts';
import { temporaryFolder } from './temporary-folder.ts';

const memory = { readonly: false, fileMustExist: false };

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a binary named by MINGSHI_SQLITE_BINDING is the one that is loaded', () => {
  const library = createRequire(import.meta.url).resolve('better-sqlite3');
  const prebuilt = join(dirname(library), '..', 'prebuilds', `${process.platform}-${process.arch}.node`);
  const own = join(temporaryFolder(), '自带.node');
  copyFileSync(prebuilt, own);
  vi.stubEnv('MINGSHI_SQLITE_BINDING', own);
  const client = openClient(':memory:', memory);
  expect(client.prepare('SELECT 1').pluck().get()).toBe(1);
  client.close();
  expect(process.report.getReport()).toMatchObject({ sharedObjects: expect.arrayContaining([own]) });
});

test('a binary that is not there or is none is refused, naming it', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'broken.node'), 'no binary');
  for (const name of ['missing.node', 'broken.node']) {
    vi.stubEnv('MINGSHI_SQLITE_BINDING', join(folder, name));
    expect(() => openClient(':memory:', memory)).toThrow(Refusal);
    expect(() => openClient(':memory:', memory)).toThrow(`MINGSHI_SQLITE_BINDING 指定的「${join(folder, name)}」`);
  }
});

test('without one, the prebuilt binary is loaded', () => {
  vi.stubEnv('MINGSHI_SQLITE_BINDING', '');
  openClient(':memory:', memory).close();
  expect(() => openClient(join(temporaryFolder(), 'none.sqlite'), { readonly: true, fileMustExist: true })).toThrow(
    'unable to open database file',
  );
});
