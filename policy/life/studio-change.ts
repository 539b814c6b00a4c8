import { powers } from '../powers.ts';
import type { LifeEvent } from './life-event.ts';

/** What a line in the trail of a studio's record comes from: something that happened, or a correction of what was written wrongly. */
export const studioChanges = [
  'change-lead',
  'change-members',
  'change-host-unit',
  'rename-studio',
  'lead-retires',
  'lead-dies',
  'correction',
] as const satisfies readonly (LifeEvent | 'correction')[];
export type StudioChange = (typeof studioChanges)[number];

/** What people call it. */
export function studioChangeLabel(change: StudioChange): string {
  return powers[change === 'correction' ? 'correct-record' : change].title;
}
