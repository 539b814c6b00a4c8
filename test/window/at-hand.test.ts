import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { describeWith } from '../machine/require-tools.ts';
import { repository } from '../machine/runtime-folder.ts';
import { startVirtualDisplay } from '../machine/virtual-display.ts';
import { type OpenDesk, openDesk, patience } from './open-desk.ts';

describeWith(['electron'], 'the window under the hands of a clerk', () => {
  let desk: OpenDesk;

  beforeAll(async () => {
    desk = await openDesk();
    await desk.page.getByLabel('这台电脑属于哪个部门').waitFor();
  });
  afterAll(() => desk.close());

  test('Enter that chooses a word of the input method submits nothing', async () => {
    const { page } = desk;
    const keys = await desk.page.context().newCDPSession(page);
    await page.getByLabel('填报人').focus();
    await keys.send('Input.imeSetComposition', { text: 'zhou', selectionStart: 4, selectionEnd: 4 });
    await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 });
    await keys.send('Input.insertText', { text: '周' });
    expect([await page.getByLabel('填报人').inputValue(), await page.locator('.ant-form-item-explain-error').count()]).toEqual(['周', 0]);
    await page.keyboard.press('Enter');
    await page.locator('.ant-form-item-explain-error', { hasText: '请选择部门' }).waitFor();
  });

  test('no listener of the page hears an Enter that belongs to the input method', async () => {
    const heard = await desk.page.evaluate(`(() => {
      const field = document.querySelector('input[maxlength]');
      const heard = [];
      field.addEventListener('keydown', ({ key, isComposing }) => heard.push(key + (isComposing ? ' composing' : '')));
      for (const isComposing of [true, false]) field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing, bubbles: true }));
      return heard;
    })()`);
    expect(heard).toEqual(['Enter']);
  });

  test('begins with the sample when asked: fictional studios to learn the program with', async () => {
    const { page } = desk;
    await page.getByLabel('这台电脑属于哪个部门').click();
    await page.getByText('区教育局（教育）').click();
    await page.getByText('示例数据').click();
    await page.getByRole('button', { name: '开始使用' }).click();
    await page.getByText('全部工作室').waitFor();
    await expect.poll(async () => Number(await page.locator('.desk-count').first().textContent()), patience).toBeGreaterThanOrEqual(12);
  });

  test('going back leads where one came from', async () => {
    const { page } = desk;
    await page.keyboard.press('Alt+2');
    await page.locator('.studio-list-item').first().click();
    await page.getByRole('tab', { name: '申报材料与检查' }).waitFor();
    await page.goBack();
    await page.getByRole('grid', { name: '工作室' }).waitFor();
    expect(await page.evaluate('location.hash')).toBe('#/studios');
  });

  test('a second start shows the first window instead of another', async () => {
    const [locked, count] = await desk.application.evaluate(({ app, BrowserWindow }) => [
      app.hasSingleInstanceLock(),
      BrowserWindow.getAllWindows().length,
    ]);
    expect([locked, count]).toEqual([true, 1]);
  });
});

describeWith(['electron'], 'npm start', () => {
  test('opens the window with the Electron of the tests when there is no other', async () => {
    const display = await startVirtualDisplay('1366x768');
    const folder = mkdtempSync(join(tmpdir(), '名师 开始-'));
    const dataFolder = join(folder, '登记 库');
    const program = [
      join(repository, 'electron', 'start.mjs'),
      '--data',
      dataFolder,
      '--seat',
      '区教育局',
      `--user-data-dir=${join(folder, 'profile')}`,
    ];
    const { MINGSHI_SQLITE_BINDING: _binding, ...env } = process.env;
    const started = spawn(process.execPath, program, { detached: true, stdio: 'ignore', env: { ...env, DISPLAY: display.name } });
    const ended = new Promise((resolve) => started.once('exit', resolve));
    onTestFinished(async () => {
      if (started.pid !== undefined) process.kill(-started.pid, 'SIGKILL');
      await ended;
      await display.end();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    });
    // The register appears once the window's process for it runs with the right part for this Electron.
    await expect.poll(() => existsSync(join(dataFolder, 'register.sqlite')), { timeout: 20_000 }).toBe(true);
  });
});

describeWith(['electron'], 'a register that cannot be opened', () => {
  const noDatabase = 'not a database at all, '.repeat(500);
  let desk: OpenDesk | undefined;
  afterAll(() => desk?.close());

  test('is said in Chinese with what to do, and is left as it is', async () => {
    desk = await openDesk('区教育局', (dataFolder) => {
      mkdirSync(dataFolder, { recursive: true });
      writeFileSync(join(dataFolder, 'register.sqlite'), noDatabase);
    });
    const notice = desk.page.locator('.ant-alert-error');
    await notice.waitFor();
    expect(await notice.textContent()).toMatch(/^无法打开「.*register\.sqlite」.*。/u);
    expect(readFileSync(join(desk.dataFolder, 'register.sqlite'), 'utf8')).toBe(noDatabase);
  });
});
