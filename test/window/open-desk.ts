import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { buildWhenStale } from '../../electron/build-when-stale.mjs';
import { repository } from '../machine/runtime-folder.ts';
import { openWindow } from '../machine/window.ts';

/** How long a test looks again for what the screen is about to say, on however busy a machine. Milliseconds. */
export const patience = { timeout: 20_000 };

/** The program on an empty data folder, as a test holds it. */
export interface OpenDesk {
  readonly page: Page;
  readonly application: ElectronApplication;
  /** A folder of the test's own for files that go in and out; its name has Chinese and blanks in it. */
  readonly folder: string;
  readonly dataFolder: string;
  /** What the page complained about: errors, warnings, and everything its content security policy turned away. */
  readonly complaints: readonly string[];
  /** Answers the next dialogs as a person would: the file or folder to open, and the folder to save into under the name suggested. */
  readonly answerDialogs: (answers: { readonly open?: string; readonly saveInto?: string }) => Promise<void>;
  /** Takes a picture of the window, and keeps it in `docs/pictures/` when `MINGSHI_PICTURES` is set. */
  readonly picture: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const pictures = join(repository, 'docs', 'pictures');

/**
 * Builds the program when it is stale and opens it, 1366 × 768 on 10 August 2026 or `today`, with the seat of `seat` or none. `prepare` may
 * put something into the data folder before the program sees it; a `dataFolder` that is given is the caller's to keep and remove.
 */
export async function openDesk(
  seat?: string,
  prepare?: (dataFolder: string) => void | Promise<void>,
  given: { readonly today?: string; readonly dataFolder?: string } = {},
): Promise<OpenDesk> {
  await buildWhenStale();
  const folder = await mkdtemp(join(tmpdir(), '名师 工作室-'));
  const dataFolder = given.dataFolder ?? join(folder, '登记 库');
  await prepare?.(dataFolder);
  const { page, application, close } = await openWindow({
    dataFolder,
    today: given.today ?? '2026-08-10',
    screen: '1366x768',
    ...(seat === undefined ? {} : { seat }),
  });
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return {
    page,
    application,
    folder,
    dataFolder,
    complaints,
    answerDialogs: (answers) => answerDialogs(application, answers),
    picture: async (name) => {
      const taken = join(folder, `${name}.png`);
      await page.screenshot({ path: taken });
      if (process.env['MINGSHI_PICTURES'] === undefined) return;
      await mkdir(pictures, { recursive: true });
      await copyFile(taken, join(pictures, `window-${name}.png`));
    },
    close: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The system's own dialogs cannot be driven from a test: their answers are given in their place, in the real main process. */
async function answerDialogs(
  application: ElectronApplication,
  answers: { readonly open?: string; readonly saveInto?: string },
): Promise<void> {
  await application.evaluate(
    ({ dialog }, { open, saveInto }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: open === null, filePaths: open === null ? [] : [open] });
      dialog.showSaveDialog = (...call: unknown[]) => {
        const { defaultPath } = call.at(-1) as { defaultPath: string };
        return Promise.resolve({ canceled: saveInto === null, filePath: saveInto === null ? '' : `${saveInto}/${defaultPath}` });
      };
    },
    { open: answers.open ?? null, saveInto: answers.saveInto ?? null },
  );
}
