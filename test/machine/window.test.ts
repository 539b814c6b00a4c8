import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from './require-tools.ts';
import { openWindow } from './window.ts';

/** The command lines of the living processes that mention a text. */
async function processesWith(text: string): Promise<string[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  // A process may end while the list is read; then it is not among the living.
  const lines = await Promise.all(numbers.map((number) => readFile(`/proc/${number}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes(text));
}

describeWith(['electron'], 'a window under test', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingshi-program-'));
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'program', type: 'module', main: 'main.js' }));
  });

  afterAll(() => rm(folder, { recursive: true }));

  test('speaks Chinese, and leaves no process and no profile behind when it is closed', async () => {
    const show = `
      import { app, BrowserWindow } from 'electron';
      app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html;charset=utf-8,名师'));
    `;
    await writeFile(join(folder, 'main.js'), show);
    const opened = await openWindow({ program: folder, dataFolder: join(folder, 'data') });
    const profile = await opened.application.evaluate(({ app }) => app.getPath('userData'));
    expect(await opened.page.textContent('body')).toBe('名师');
    expect(await opened.page.evaluate('navigator.language')).toBe('zh-CN');
    expect(await processesWith(profile)).not.toEqual([]);
    await opened.close();
    expect(await processesWith(profile)).toEqual([]);
    await expect(readdir(profile)).rejects.toThrow(/ENOENT/u);
  });

  test('is ended by force when the program will not end', async () => {
    const stay = `
      import { app, BrowserWindow } from 'electron';
      app.on('before-quit', (event) => event.preventDefault());
      app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,stays'));
    `;
    await writeFile(join(folder, 'main.js'), stay);
    const opened = await openWindow({ program: folder, dataFolder: join(folder, 'data'), patience: 1000 });
    const profile = await opened.application.evaluate(({ app }) => app.getPath('userData'));
    await opened.close();
    expect(await processesWith(profile)).toEqual([]);
  });

  test('that never comes is an error with the words of the program', async () => {
    await writeFile(join(folder, 'main.js'), "throw new Error('the register is damaged');");
    await expect(openWindow({ program: folder, dataFolder: join(folder, 'data') })).rejects.toThrow(/the register is damaged/u);
    expect(await processesWith(`${folder}/data`)).toEqual([]);
  });
});
