import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { plainDateSchema } from '../workflow/contract/fields.ts';
import { usualDataFolder } from './usual-data-folder.ts';

/** How the program was asked to start. What is absent is decided by the register or by the clock. */
export interface LaunchOptions {
  /** Folder of the register, absolute. */
  readonly dataFolder: string;
  /** The day it is for the program; the clock's when absent. */
  readonly today?: z.output<typeof plainDateSchema>;
  /** The department this computer belongs to, for a register that has none yet. */
  readonly seat?: string;
}

/** Where the program starts from: its arguments after the program's own, the environment, the system, and the folder one stands in. */
interface LaunchSituation {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly workingFolder: string;
}

/**
 * Reads `--data DIR --today DATE --seat NAME`, else `MINGSHI_DATA` and `MINGSHI_TODAY`; without either the register lies in the
 * user's own folder. Other arguments are Chromium's and are left alone.
 * @throws Error in Chinese for a day that does not exist.
 */
export function readLaunchOptions(situation: LaunchSituation): LaunchOptions {
  const { values } = parseArgs({
    args: [...situation.arguments],
    options: { data: { type: 'string' }, today: { type: 'string' }, seat: { type: 'string' } },
    strict: false,
  });
  const folder = textOf(values.data) ?? textOf(situation.environment['MINGSHI_DATA']);
  const seat = textOf(values.seat);
  const day = textOf(values.today) ?? textOf(situation.environment['MINGSHI_TODAY']);
  const today = plainDateSchema.optional().safeParse(day);
  if (!today.success) {
    throw new Error(`无法启动：日期「${day}」不存在或写法不对。请写成 2026-08-10 的样子（--today 或 MINGSHI_TODAY）。`);
  }
  return {
    dataFolder:
      folder === undefined ? usualDataFolder(situation.platform, situation.environment) : resolve(situation.workingFolder, folder),
    ...(today.data === undefined ? {} : { today: today.data }),
    ...(seat === undefined ? {} : { seat }),
  };
}

function textOf(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
