import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A screen that exists in memory only. `name` is what DISPLAY is set to; `end` ends it. */
export type VirtualDisplay = { readonly name: string; readonly end: () => Promise<void> };

/**
 * Starts an X server without a screen on the first free display number, whether DISPLAY is set or not: a window under test must neither
 * appear on somebody's desk nor need one.
 * @param size width × height in pixels, e.g. `1920x1080`
 * @throws Error when Xvfb is not installed or says no display number within ten seconds.
 */
export async function startVirtualDisplay(size: string): Promise<VirtualDisplay> {
  const xvfb = ['Xvfb', '-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset'];
  // When a test worker is killed nothing of it can clean up. The kernel then ends the server, and every window ends with its server.
  const server = spawn('/usr/bin/setpriv', ['--pdeathsig', 'KILL', ...xvfb], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const number = server.stdio[3] as Readable;
  let words = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (words += text));
  const name = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      server.kill('SIGKILL');
      reject(new Error(`Xvfb gave no display within ten seconds. ${words.trim()}`));
    }, 10_000);
    let digits = '';
    number.setEncoding('utf8').on('data', (text: string) => {
      digits += text;
      if (!digits.endsWith('\n')) return;
      clearTimeout(timer);
      resolve(`:${digits.trim()}`);
    });
    server.once('error', (error) => {
      clearTimeout(timer);
      reject(new Error(`Xvfb could not be started: ${error.message}`, { cause: error }));
    });
    server.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Xvfb ended with exit code ${code} before it gave a display. ${words.trim()}`));
    });
  });
  return {
    name,
    end: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
}
