import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { electronRuntime } from './electron-runtime.ts';
import { repository } from './runtime-folder.ts';
import { sqliteBinding } from './sqlite-binding.ts';
import { startVirtualDisplay } from './virtual-display.ts';

type WindowOptions = {
  /** Where the program keeps its register: `--data`. */
  readonly dataFolder: string;
  /** The department this computer belongs to, e.g. `区教育局`: `--seat`. Left out, the program asks as on a first start. */
  readonly seat?: string;
  /** The day it is for the program, `YYYY-MM-DD`: `--today`. */
  readonly today?: string;
  /** Further arguments of the program. */
  readonly arguments?: readonly string[];
  /** The folder with the program's package.json; the built program of this repository when left out. */
  readonly program?: string;
  /** The screen's size in pixels, `1920x1080` when left out. */
  readonly screen?: string;
  /** How long the program may take to end, in ms, before it is ended by force; ten seconds when left out. */
  readonly patience?: number;
  /** Environment variables on top of this process's own. */
  readonly env?: Readonly<Record<string, string>>;
};

/** The program as it runs: its first window's page, Playwright's handle on the main process, what it wrote to stderr, and its end. */
export type OpenWindow = {
  readonly page: Page;
  readonly application: ElectronApplication;
  /** Everything the program has written so far, both streams, for a message when a test fails. */
  readonly output: () => string;
  /** Ends the program as its user would, then the display. A program that does not end in time is ended by force. */
  readonly close: () => Promise<void>;
};

/** Chromium calls home for updates, lists and field trials of its own accord; the program has no network, so neither has its test. */
const offline = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** There is no GPU under Xvfb, and a container's /dev/shm is often too small for Chromium. As root Chromium starts only without its own sandbox. */
const underXvfb = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--force-color-profile=srgb'];

/**
 * Starts the built program in the tests' Electron on a display of its own and waits for its first window.
 * Nothing of it outlives `close`: neither the processes nor the profile Chromium writes.
 * @throws Error with the program's own output when it ends or shows no window within half a minute.
 */
export async function openWindow(options: WindowOptions): Promise<OpenWindow> {
  const display = await startVirtualDisplay(options.screen ?? '1920x1080');
  const profile = await mkdtemp(join(tmpdir(), 'mingshi-window-'));
  let output = '';
  let application: ElectronApplication | undefined;
  const close = async (): Promise<void> => {
    if (application !== undefined) await endApplication(application, options.patience ?? 10_000);
    await display.end();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    application = await _electron.launch({
      executablePath: electronRuntime.program,
      args: [
        ...underXvfb,
        ...offline,
        `--user-data-dir=${profile}`,
        options.program ?? repository,
        '--data',
        options.dataFolder,
        ...(options.seat === undefined ? [] : ['--seat', options.seat]),
        ...(options.today === undefined ? [] : ['--today', options.today]),
        ...(options.arguments ?? []),
      ],
      env: {
        ...definedOnly(process.env),
        // Without a session bus Chromium tries to start one, and says so at length.
        DBUS_SESSION_BUS_ADDRESS: 'disabled:',
        // The language of the computers the program is for; Chromium on Linux takes it from here.
        LANGUAGE: 'zh_CN',
        MINGSHI_SQLITE_BINDING: sqliteBinding(),
        ...options.env,
        DISPLAY: display.name,
      },
      timeout: 30_000,
    });
    const child = application.process();
    child.stdout?.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (output += text.toString()));
    const page = await application.firstWindow({ timeout: 30_000 });
    await page.waitForLoadState('domcontentloaded');
    return { page, application, output: () => output, close };
  } catch (error) {
    await close();
    // Until Playwright has the program in hand it keeps the program's words to itself, and tells them in its own message.
    const words = output === '' && error instanceof Error ? error.message : output;
    throw new Error(`The program showed no window. It said:\n${words.trim()}`, { cause: error });
  }
}

async function endApplication(application: ElectronApplication, patience: number): Promise<void> {
  const child = application.process();
  const ended = new Promise<'ended'>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve('ended');
    else child.once('exit', () => resolve('ended'));
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), patience);
  });
  const closing = application.close().catch((error: unknown) => error);
  if ((await Promise.race([ended, late])) === 'late' && child.pid !== undefined) {
    // Playwright starts the program as the leader of a process group, so this reaches its helpers too.
    process.kill(-child.pid, 'SIGKILL');
  }
  clearTimeout(timer);
  await closing;
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
