// `npm start`: opens the window, building it first when it has to. Plain JavaScript for any Node from 20 on.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { buildWhenStale } from './build-when-stale.mjs';
import { findElectron, withoutDisplay, withoutElectron } from './find-electron.mjs';

const repository = join(import.meta.dirname, '..');

async function start() {
  const electron = findElectron(repository, process.platform, process.env);
  if (electron === null) return withoutElectron;
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
  if (!hasDisplay) return withoutDisplay;
  await buildWhenStale();
  // Chromium refuses to start as root with its own sandbox.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const window = spawn(electron.program, [...asRoot, repository, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...electron.environment },
  });
  window.once('error', (error) => {
    process.stderr.write(`无法打开窗口：${electron.program} 不能运行（${error.message}）。\n`);
    process.exitCode = 1;
  });
  window.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
  return null;
}

try {
  const problem = await start();
  if (problem !== null) {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
