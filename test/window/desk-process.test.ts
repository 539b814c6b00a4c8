import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWhenStale } from '../../electron/build-when-stale.mjs';
import { idCheckCharacter } from '../../exchange/id-number.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { openWorkflow } from '../../workflow/service.ts';
import { describeWith } from '../machine/require-tools.ts';
import { repository } from '../machine/runtime-folder.ts';
import { type OpenWindow, openWindow } from '../machine/window.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';

const kills = 50;
const studios = 300;

/** A list of so many applications, large enough that its import takes a while. */
function largeList(): string {
  const heading =
    '工作室名称,领域,领办人姓名,性别,领办人身份证号,职称,资格依据,所在单位,单位性质,团队成员,培训对象,场所面积（㎡）,单位专项经费（万元）,单位推荐意见,申报日期';
  const rows = Array.from({ length: studios }, (_, index) => {
    const first17 = `42010019800${String((index % 9) + 1)}15${String(index + 1).padStart(3, '0')}`;
    const sex = (index + 1) % 2 === 1 ? '男' : '女';
    const name = `第${index + 1}号`;
    const lead = ['方予安', '陶景行', '凌若水', '司空朗', '欧阳澄'][index % 5];
    return [
      `${name}名师工作室`,
      '教育',
      lead,
      sex,
      first17 + idCheckCharacter(first17),
      '高级教师',
      '武汉市学科带头人（2019）',
      `武昌区${name}学校`,
      '事业单位',
      '李存真、周慕白、吴可期',
      '青年教师',
      80,
      5,
      '同意推荐',
      '2026-08-01',
    ].join(',');
  });
  return `\uFEFF${[heading, ...rows].join('\r\n')}\r\n`;
}

/**
 * A program without a window to speak of: it starts the built desk process as the real one does, asks for an import once the register is
 * open, and kills the process so many milliseconds later.
 */
const killer = `
  import { app, BrowserWindow, MessageChannelMain, utilityProcess } from 'electron';
  globalThis.importAndKill = ({ desk, options, path, delay }) => new Promise((resolve) => {
    const child = utilityProcess.fork(desk, [JSON.stringify(options)], { stdio: 'ignore' });
    const { port1, port2 } = new MessageChannelMain();
    let asked, answered;
    port1.on('message', ({ data }) => {
      const { i: call } = JSON.parse(data);
      if (call === '1') {
        asked = performance.now();
        port1.postMessage(JSON.stringify({ i: '2', p: { u: '/applyImport', b: { json: { path } } } }));
        if (delay !== null) setTimeout(() => process.kill(child.pid, 'SIGKILL'), delay);
      } else {
        answered = performance.now() - asked;
        if (delay === null) child.postMessage({ order: 'close' });
      }
    });
    port1.start();
    child.postMessage({ order: 'connect' }, [port2]);
    port1.postMessage(JSON.stringify({ i: '1', p: { u: '/session', b: { json: {} } } }));
    child.once('exit', () => resolve(answered ?? null));
  });
  app.whenReady().then(() => new BrowserWindow({ show: false }).loadURL('data:text/html,<title>ready</title>'));
`;

interface Order {
  readonly desk: string;
  readonly options: { readonly dataFolder: string; readonly today: string; readonly sampleWorkbook: string };
  readonly path: string;
  readonly delay: number | null;
}

describeWith(['electron'], 'the process that owns the register, killed during an import', () => {
  let folder: string;
  let empty: string;
  let list: string;
  let opened: OpenWindow;

  beforeAll(async () => {
    await buildWhenStale();
    folder = mkdtempSync(join(tmpdir(), '名师 断电-'));
    empty = join(folder, 'empty');
    list = join(folder, '申报汇总表.csv');
    writeFileSync(list, largeList());
    const { workflow, close } = open(empty);
    await workflow.initialise({ seat: '区教育局' });
    close();
    const program = join(folder, 'program');
    mkdirSync(program);
    writeFileSync(join(program, 'package.json'), JSON.stringify({ name: 'killer', type: 'module', main: 'main.mjs' }));
    writeFileSync(join(program, 'main.mjs'), killer);
    opened = await openWindow({ program, dataFolder: folder });
  });
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true });
  });

  function open(dataFolder: string) {
    return openWorkflow({
      dataFolder,
      sampleWorkbook: 'none',
      today: () => plainDate('2026-08-10'),
      now: () => new Date().toISOString(),
    });
  }

  /** Imports into a fresh register and kills after `delay` milliseconds; the time the import took when it was answered. */
  function importAndKill(name: string, delay: number | null): Promise<number | null> {
    const dataFolder = join(folder, name);
    cpSync(empty, dataFolder, { recursive: true });
    const order: Order = {
      desk: join(repository, 'dist', 'main', 'desk-process.js'),
      options: { dataFolder, today: '2026-08-10', sampleWorkbook: 'none' },
      path: list,
      delay,
    };
    return opened.application.evaluate(
      (_electron, given) => (globalThis as unknown as { importAndKill: (order: Order) => Promise<number | null> }).importAndKill(given),
      order,
    );
  }

  /** What a register holds after what happened to it: opened as the next start opens it. */
  async function contentOf(name: string) {
    const { workflow, close } = open(join(folder, name));
    try {
      const { database, audit } = await workflow.verify({});
      const batches = await workflow.listImports({});
      const stored = await workflow.listStudios({});
      return { database, broken: audit.firstBroken, batches: batches.length, studios: stored.length };
    } finally {
      close();
    }
  }

  const whole = { database: 'ok', broken: null };

  test(`leaves the register whole and without half a batch, ${kills} times`, { timeout: 300_000 }, async () => {
    const times: number[] = [];
    for (const name of ['undisturbed', 'undisturbed twice', 'undisturbed thrice']) {
      times.push((await importAndKill(name, null)) ?? 0);
      expect(await contentOf(name)).toEqual({ ...whole, batches: 1, studios });
    }
    const quickest = Math.min(...times);
    let before = 0;
    for (let round = 0; round < kills; round += 1) {
      const name = `round-${round}`;
      const answered = await importAndKill(name, ((round + 0.5) / kills) * quickest);
      const content = await contentOf(name);
      if (content.batches === 0) before += 1;
      expect(content).toEqual(content.batches === 0 ? { ...whole, batches: 0, studios: 0 } : { ...whole, batches: 1, studios });
      // What was answered was stored: no promise is broken by pulling the plug.
      expect(answered === null || content.batches === 1).toBe(true);
      rmSync(join(folder, name), { recursive: true });
    }
    // The kills fell into the import, not after it.
    expect(before).toBeGreaterThan(kills / 3);
  });

  test('the next import into a register that was cut off goes through', async () => {
    await importAndKill('again', 60);
    const { workflow, close } = open(join(folder, 'again'));
    const { new: stored, unchanged } = await workflow.applyImport({ path: list });
    close();
    expect(stored + unchanged).toBe(studios);
  });
});

describeWith(['electron'], 'a window whose register process ends unasked', () => {
  let desk: OpenDesk;

  beforeAll(async () => {
    desk = await openDesk('区教育局');
    await desk.page.getByText('登记库是空的').waitFor();
  });
  afterAll(() => desk.close());

  async function kill(): Promise<number> {
    const pids = await desk.application.evaluate(({ app }) =>
      app
        .getAppMetrics()
        .filter(({ type, name, serviceName }) => type === 'Utility' && [name, serviceName].includes('mingshi-desk'))
        .map(({ pid }) => pid),
    );
    const [pid] = pids;
    if (pid === undefined || pids.length !== 1) throw new Error(`expected one register process, found ${pids.length}`);
    process.kill(pid, 'SIGKILL');
    return pid;
  }

  test('says so, starts it again by itself, and goes on where it was', async () => {
    const { page } = desk;
    const first = await kill();
    await page.getByText('登记库进程刚才意外停止，已重新启动').waitFor();
    await page.getByRole('button', { name: '知道了' }).click();
    await page.getByRole('menuitem', { name: '工作室' }).click();
    await page.getByText('没有符合条件的工作室').waitFor();
    expect(await kill()).not.toBe(first);
    expect(readFileSync(join(desk.dataFolder, 'logs', 'desk.log'), 'utf8')).toMatch(/"where":"desk-process","fault":"Ended unasked/u);
  });

  test('after one end too many within a minute it stops trying and says what to do', async () => {
    const { page } = desk;
    for (let more = 0; more < 2; more += 1) {
      await page.getByText('登记库进程刚才意外停止，已重新启动').waitFor();
      await page.waitForTimeout(500);
      await kill();
    }
    const notice = page.getByText('无法继续：登记库进程一再意外停止');
    await notice.waitFor();
    expect(await notice.textContent()).toContain(join(desk.dataFolder, 'logs', 'desk.log'));
    expect(existsSync(join(desk.dataFolder, 'register.sqlite'))).toBe(true);
  });
});
