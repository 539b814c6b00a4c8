import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWhenStale } from '../../electron/build-when-stale.mjs';
import { plainDate } from '../../policy/plain-date.ts';
import { openWorkflow } from '../../workflow/service.ts';
import { endlessRecord, odsOf, odsRow, wholeSheetLink, xlsOf, xlsWithRecords } from '../exchange/heavy-books.ts';
import { describeWith } from '../machine/require-tools.ts';
import { repository } from '../machine/runtime-folder.ts';
import { type OpenWindow, openWindow } from '../machine/window.ts';

/** A program without a window to speak of: it starts the built desk process as the real one does, and asks it for one preview after the other. */
const asker = `
  import { app, BrowserWindow, MessageChannelMain, utilityProcess } from 'electron';
  globalThis.previewEach = ({ desk, options, paths }) => new Promise((resolve) => {
    const child = utilityProcess.fork(desk, [JSON.stringify(options)], { stdio: 'ignore' });
    const { port1, port2 } = new MessageChannelMain();
    const answers = [];
    const ask = () => port1.postMessage(JSON.stringify({ i: String(answers.length + 1), p: { u: '/previewImport', b: { json: { path: paths[answers.length] } } } }));
    port1.on('message', ({ data }) => {
      answers.push(data);
      if (answers.length < paths.length) ask();
      else child.postMessage({ order: 'close' });
    });
    port1.start();
    child.postMessage({ order: 'connect' }, [port2]);
    ask();
    child.once('exit', (code) => resolve({ answers, code }));
  });
  app.whenReady().then(() => new BrowserWindow({ show: false }).loadURL('data:text/html,<title>ready</title>'));
`;

interface Order {
  readonly desk: string;
  readonly options: { readonly dataFolder: string; readonly today: string; readonly sampleWorkbook: string };
  readonly paths: readonly string[];
}

describeWith(['electron'], 'the built process that owns the register', () => {
  let folder: string;
  let opened: OpenWindow;

  beforeAll(async () => {
    await buildWhenStale();
    folder = mkdtempSync(join(tmpdir(), '名师 来件-'));
    const { workflow, close } = openWorkflow({
      dataFolder: join(folder, 'data'),
      sampleWorkbook: 'none',
      today: () => plainDate('2026-08-10'),
      now: () => '2026-08-10T01:00:00.000Z',
    });
    await workflow.initialise({ seat: '区教育局' });
    close();
    const program = join(folder, 'program');
    mkdirSync(program);
    writeFileSync(join(program, 'package.json'), JSON.stringify({ name: 'asker', type: 'module', main: 'main.mjs' }));
    writeFileSync(join(program, 'main.mjs'), asker);
    opened = await openWindow({ program, dataFolder: folder });
  });
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true });
  });

  test('outlives files that no reader comes to an end with, and reads the next one', { timeout: 180_000 }, async () => {
    const tooMuch = '超出了允许的时间或内存';
    const files: readonly (readonly [name: string, bytes: Uint8Array, answer: string])[] = [
      ['无尽.xls', xlsWithRecords(endlessRecord), tooMuch],
      ['超链接.et', xlsWithRecords(wholeSheetLink, wholeSheetLink), tooMuch],
      ['引号.csv', new Uint8Array(40 << 20).fill(0x22), tooMuch],
      ['百万行.ods', odsOf(odsRow(1_048_576, 1)), '后另存'],
      ['平常.xls', xlsOf(5, 5), '识别为'],
    ];
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    const order: Order = {
      desk: join(repository, 'dist', 'main', 'desk-process.js'),
      options: { dataFolder: join(folder, 'data'), today: '2026-08-10', sampleWorkbook: 'none' },
      paths: files.map(([name]) => join(folder, name)),
    };
    const { answers, code } = await opened.application.evaluate(
      (_electron, given) =>
        (globalThis as unknown as { previewEach: (order: Order) => Promise<{ answers: readonly string[]; code: number }> }).previewEach(
          given,
        ),
      order,
    );
    for (const [index, [name, , answer]] of files.entries()) {
      expect(answers[index]).toContain(`「${name}」`);
      expect(answers[index]).toContain(answer);
    }
    expect(code).toBe(0);
  });
});
