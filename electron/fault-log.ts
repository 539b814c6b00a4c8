import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where faults of the program are written for the people who mend it. */
export function faultLogPath(dataFolder: string): string {
  return join(dataFolder, 'logs', 'desk.log');
}

/**
 * Appends one fault, a line of JSON: when, where, and what was thrown with its causes. A fault is never lost silently: when even the
 * log cannot be written, it goes to standard error.
 */
export function logFault(path: string, at: string, where: string, fault: unknown): void {
  const line = JSON.stringify({ at, where, fault: describe(fault) });
  try {
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, `${line}\n`);
  } catch (unwritable) {
    console.error(line, unwritable);
  }
}

function describe(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const cause = fault.cause === undefined ? '' : `\n原因：${describe(fault.cause)}`;
  return `${fault.stack ?? fault.message}${cause}`;
}
