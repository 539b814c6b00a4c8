import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const program = fileURLToPath(new URL('crash-child.ts', import.meta.url));

/** A process running `crash-child.ts`. */
export interface Child {
  readonly process: ChildProcess;
  /** The complete lines it has said so far. */
  lines(): readonly string[];
  /** Resolves when it has said so many lines, or has ended. */
  said(count: number): Promise<void>;
  /** Kills it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Resolves with what it wrote to its standard error when it has ended by itself or by a kill. */
  ended: Promise<string>;
}

/** Starts `crash-child.ts` in a mode; it is gone at the end of the test. */
export function startChild(mode: string, folder: string, options: SpawnOptions = {}): Child {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, mode, folder], {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Spares each of the many starts a good part of the loading.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'mingshi-compile-cache') },
  });
  let output = '';
  let errors = '';
  let notify = () => undefined as void;
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    notify();
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = once(child, 'close').then(() => {
    notify();
    return errors;
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = () => output.split('\n').slice(0, -1);
  return {
    process: child,
    lines,
    ended,
    async said(count) {
      while (lines().length < count && child.exitCode === null && child.signalCode === null) {
        await new Promise<void>((resolve) => {
          notify = resolve;
        });
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
