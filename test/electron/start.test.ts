import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { repository } from '../machine/runtime-folder.ts';

/** Runs `npm start`'s own program with an Electron folder and a screen, or without. */
function start(electronFolder: string, display: string) {
  const { status, stderr } = spawnSync(process.execPath, [join(repository, 'electron', 'start.mjs')], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ELECTRON_OVERRIDE_DIST_PATH: electronFolder, DISPLAY: display },
  });
  return { status, stderr };
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingshi-electron-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('without an Electron binary says in Chinese where to get one, in every way there is', () => {
  const { status, stderr } = start(emptyFolder(), ':0');
  expect(status).toBe(1);
  for (const way of [
    '无法打开窗口',
    'npx install-electron',
    'ELECTRON_MIRROR',
    'ELECTRON_OVERRIDE_DIST_PATH',
    'npm test',
    '.runtime/',
    'npm run desk',
  ]) {
    expect(stderr).toContain(way);
  }
});

test.runIf(process.platform === 'linux')('without a screen says what to do instead', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'electron'), '#!/bin/sh\nexit 7\n');
  chmodSync(join(folder, 'electron'), 0o755);
  const { status, stderr } = start(folder, '');
  expect(status).toBe(1);
  expect(stderr).toMatch(/没有图形界面[^]*xvfb-run[^]*npm run desk[^]*ELECTRON_MIRROR/u);
});
