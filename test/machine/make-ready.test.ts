import { afterEach, describe, expect, test, vi } from 'vitest';
import { isDebian, isRoot, missingPackages } from './debian-packages.ts';
import { makeReady, mayFetch } from './make-ready.ts';
import { missingTools } from './tools.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a machine for tests may fetch without being asked', () => {
  vi.stubEnv('CI', 'true');
  expect(mayFetch()).toBe(true);
});

test('elsewhere only root on Debian may', () => {
  vi.stubEnv('CI', '');
  expect(mayFetch()).toBe(isRoot() && isDebian());
});

describe.runIf(isDebian())('on Debian', () => {
  test('a package that is not installed is told from one that is, and one nobody knows is missing too', async () => {
    expect(await missingPackages(['dpkg', 'no-such-package-at-all', 'libc6'])).toEqual(['no-such-package-at-all']);
  });
});

describe.runIf(missingTools().length === 0)('on a machine that has everything', () => {
  test('making ready does nothing and says nothing', async () => {
    const lines: string[] = [];
    await makeReady((line) => lines.push(line));
    expect(lines).toEqual([]);
  });
});
