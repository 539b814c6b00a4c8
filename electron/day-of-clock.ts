import type { z } from 'zod';
import { plainDateSchema } from '../workflow/contract/fields.ts';

/** The calendar day a clock on the wall of this computer shows. */
export function dayOfClock(now: Date): z.output<typeof plainDateSchema> {
  const pad = (number: number): string => String(number).padStart(2, '0');
  return plainDateSchema.parse(`${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`);
}
