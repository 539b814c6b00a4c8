import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Runs the headless entry as if on a Node of the given version. Returns what it said on standard error, and its exit code. */
function runAs(version: string): { readonly code: number; readonly said: string } {
  const pretend = `data:text/javascript,Object.defineProperty(process,'version',{value:'${version}'})`;
  try {
    execFileSync(process.execPath, ['--import', pretend, 'electron/desk.mjs', '--help'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    return { code: 0, said: '' };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    return { code: status, said: stderr };
  }
}

describe('the headless entry on a Node too old for the database', () => {
  it('says which Node is needed and what to run, instead of crashing', () => {
    expect(runAs('v20.20.2')).toEqual({ code: 3, said: expect.stringMatching(/v20\.20\.2 太旧.*22\.14.*npm ci/u) as string });
  });

  it('draws the line at 22.14', () => {
    expect([runAs('v22.13.1').code, runAs('v22.14.0').code]).toEqual([3, 0]);
  });
});
