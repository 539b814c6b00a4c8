import type { CommandDescription } from '../../workflow/contract/command.ts';
import type { DutyView, ExportKind } from '../../workflow/contract/contract.ts';
import type { StudioRow } from '../../workflow/contract/studio.ts';
import type { Place } from '../frame/place.ts';
import { courseSteps } from '../round/round-course.ts';

/**
 * Where a duty is done: the workbook that is sent; the command on its studio; the step of the round; the department's own affairs. A name that is not one studio's
 * alone leads to the list of studios.
 */
export function dutyPlace(
  { studio, action }: Pick<DutyView, 'studio' | 'action'>,
  studios: readonly Pick<StudioRow, 'id' | 'name'>[],
  commands: readonly Pick<CommandDescription, 'name' | 'scope'>[],
  exports: readonly Pick<ExportKind, 'id'>[],
): Place {
  if (exports.some(({ id }) => id === action)) return { screen: 'exchange', kind: action };
  const step = courseSteps.find(({ ofRound, ofStudio }) => ofRound.includes(action) || ofStudio.includes(action));
  const [named, ...others] = studios.filter(({ name }) => name === studio);
  if (named !== undefined && others.length === 0) {
    return step === undefined
      ? { screen: 'studio', studioId: named.id, command: action }
      : { screen: 'round', step: step.key, command: action, studioId: named.id };
  }
  const ofDesk = commands.some(({ name, scope }) => name === action && scope === 'desk');
  if (step !== undefined) return { screen: 'round', step: step.key, ...(ofDesk ? { command: action } : {}) };
  return ofDesk ? { screen: 'affairs', command: action } : { screen: 'studios' };
}
