import { Refusal } from '../../policy/refusal.ts';
import { commandNamed } from '../../workflow/commands.ts';
import type { StudioRow } from '../../workflow/contract/studio.ts';
import { requireNone } from '../workflow/invariants/invariant.ts';
import type { Dice } from '../workflow/model/dice.ts';
import { faultsOfRefusal } from '../workflow/model/faults-of-refusal.ts';
import { answersTo } from './answers.ts';
import type { NewPerson } from './people.ts';
import type { District, Seat } from './seats.ts';
import { count, type Tally } from './tally.ts';

/** Somebody at a desk, who tries what is to be done. */
export interface Clerk {
  /** Tries an act, and answers whether it was done; a refusal must say what to do. */
  readonly attempt: (command: string, studio?: StudioRow, answers?: Readonly<Record<string, unknown>>) => Promise<boolean>;
  /** Goes through the duties of the seat. */
  readonly workOff: () => Promise<void>;
}

/** Where an act that is refused leads to another. */
const otherwise: Readonly<Record<string, string>> = { accept: 'return', 'pay-grant': 'record-expense', 'record-expense': 'record-income' };

/** What is meant by the duties that lead to the page of a studio, by how they begin. */
const meant: readonly (readonly [duty: string, command: string])[] = [
  ['周期性考核', 'record-periodic-assessment'],
  ['整改', 'record-rectification-report'],
];

/** Duties that are done with more than one act, or by files, elsewhere. */
const elsewhere = new Set([
  'recommend',
  'record-expert-scores',
  'shortlist',
  'receive',
  'name-studio',
  'record-activity',
  'assessment-approval',
]);

export function clerkAt(seat: Seat, district: District, dice: Dice, newPerson: NewPerson, tally: Tally): Clerk {
  const { workflow } = seat;

  async function attempt(command: string, studio?: StudioRow, answers?: Readonly<Record<string, unknown>>): Promise<boolean> {
    const page = () => workflow.showStudio({ studioId: studio?.id ?? '' });
    const given = answers ?? (await answersTo(command, { dice, today: district.today(), newPerson, studio, page }));
    try {
      const aboutStudio = studio !== undefined && commandNamed(command).scope === 'studio';
      await workflow.runCommand({ command, answers: given, ...(aboutStudio ? { studioId: studio.id } : {}) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      requireNone(faultsOfRefusal(error));
      tally.refusedActs += 1;
      return false;
    }
    tally.acts += 1;
    count(tally, command);
    return true;
  }

  return {
    attempt,
    async workOff() {
      const studios = new Map((await workflow.listStudios({})).map((studio) => [studio.name, studio]));
      const duties = await workflow.listDuties({ days: 20 });
      const inOrder = duties.toSorted((a, b) =>
        `${a.due} ${a.studio ?? ''} ${a.action}` < `${b.due} ${b.studio ?? ''} ${b.action}` ? -1 : 1,
      );
      for (const { duty, action: named, studio: name } of inOrder) {
        const action = named === 'studio' ? (meant.find(([beginning]) => duty.startsWith(beginning))?.[1] ?? named) : named;
        const studio = name === null ? undefined : studios.get(name);
        if (elsewhere.has(action) || action === 'studio' || (name !== null && studio === undefined) || !dice.percent(70)) continue;
        if (action === 'name' && studio === undefined) continue;
        if (await attempt(action, studio)) continue;
        // Who failed the inspection is not named.
        if (action === 'decide' && (await attempt(action, studio, { minutes: '党纪另册', decision: 'reject', opinion: '考察未通过' })))
          continue;
        const other = otherwise[action];
        if (other !== undefined) await attempt(other, studio);
      }
    },
  };
}
