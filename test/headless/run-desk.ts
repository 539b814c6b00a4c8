import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { runDesk as runLine } from '../../electron/headless/run-desk.ts';

const root = resolve(import.meta.dirname, '../..');

/** What a run of the command left: exit code, and both outputs as text. */
export interface DeskRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process: the same as the program, without its start. */
export async function runDesk(...line: readonly string[]): Promise<DeskRun> {
  const said = { stdout: '', stderr: '' };
  const into = (name: keyof typeof said) => ({ write: (text: string) => (said[name] += text) });
  const code = await runLine(line, { stdout: into('stdout'), stderr: into('stderr') });
  return { code, ...said };
}

/** Runs `desk` as a process of its own, as people and other programs do. */
export function runDeskProcess(...line: readonly string[]): Promise<DeskRun> {
  return new Promise((settle) => {
    execFile(process.execPath, ['electron/desk.mjs', ...line], { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      settle({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr });
    });
  });
}

/** The JSON a run printed. Throws when anything else stands on standard output. */
export function jsonOf<Shape>(run: DeskRun): Shape {
  return JSON.parse(run.stdout) as Shape;
}
