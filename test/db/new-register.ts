import { onTestFinished } from 'vitest';
import { createRegister, type WritableRegister } from '../../db/open-register.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The instant the tests' registers are opened at. */
export const openedAt = '2026-08-10T01:30:00.000Z';

/** A new register in a folder of its own, closed and removed after the test. */
export function newRegister(): WritableRegister {
  const register = createRegister(temporaryFolder(), openedAt);
  onTestFinished(() => register.close());
  return register;
}
