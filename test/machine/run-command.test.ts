import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCommand, runOrThrow } from './run-command.ts';

test('a command gives its exit code and both its outputs', async () => {
  expect(await runCommand('sh', ['-c', 'echo 名师; echo wrong >&2; exit 4'])).toEqual({ code: 4, stdout: '名师\n', stderr: 'wrong\n' });
});

test('a command that must succeed and does not is an error with its own words', async () => {
  await expect(runOrThrow('sh', ['-c', 'echo because >&2; exit 4'])).rejects.toThrow(/exit code 4:\nbecause/u);
});

test('a program that is not there is an error that names it', async () => {
  await expect(runCommand('no-such-program', [])).rejects.toThrow(/no-such-program could not be started/u);
});

test('past its time a command is ended together with what it started', async () => {
  const child = await runCommand('sh', ['-c', 'sleep 999 & echo $! >&2; wait'], { timeout: 300 }).then(
    () => undefined,
    (error: Error) => /longer than 300 ms\. (\d+)$/u.exec(error.message)?.[1],
  );
  expect(child).toBeDefined();
  // A process that has ended but was not yet waited for has no program any more.
  await expect.poll(() => existsSync(`/proc/${child}/exe`)).toBe(false);
});
