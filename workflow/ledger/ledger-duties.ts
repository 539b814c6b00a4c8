import type { ReadableDatabase } from '../../db/database.ts';
import { cycleYearSpans, sumsByTask } from '../../db/queries/activity-ledger.ts';
import type { Assessment } from '../../db/queries/assessments.ts';
import type { CommitmentLetter } from '../../db/queries/commitment-letters.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { ledgerDuties } from '../../policy/duties/ledger-duties.ts';
import type { Duty } from '../../policy/duty.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { mayAct } from '../../policy/powers.ts';
import type { SeatKind } from '../../policy/seat.ts';
import { actingLevel } from '../act-of.ts';
import { heldTitle } from '../held-title.ts';

/** What the ledger still lacks of the present year of the letters a department of a kind looks after; nothing once the year is assessed. */
export function ledgerDutiesOf(
  db: ReadableDatabase,
  studios: readonly StudioRecord[],
  { letters, assessments }: { readonly letters: readonly CommitmentLetter[]; readonly assessments: readonly Assessment[] },
  kind: SeatKind,
  today: PlainDate,
): readonly Duty[] {
  const level = actingLevel('record-activity', kind);
  if (!mayAct(kind, 'record-activity', level)) return [];
  const names = new Map(studios.filter((studio) => heldTitle(studio, level) !== undefined).map(({ id, name }) => [id, name]));
  const assessed = new Set(assessments.map(({ letterId, cycleYear }) => `${letterId} ${cycleYear}`));
  const years = letters
    .filter((letter) => letter.level === level && letter.signedOn !== null)
    .flatMap((letter) => {
      const name = names.get(letter.studioId);
      const spans = cycleYearSpans(letter);
      const year = spans.findIndex(({ from, to }) => from <= today && today <= to);
      const span = spans[year];
      return name === undefined || span === undefined || assessed.has(`${letter.id} ${year + 1}`) ? [] : [{ name, letter, span }];
    });
  const sums = sumsByTask(
    db,
    years.map(({ letter: { id: letterId }, span }) => ({ letterId, ...span })),
  );
  return years.flatMap(({ name, letter, span }) =>
    ledgerDuties({
      name,
      yearTo: span.to,
      tasks: letter.tasks.map(({ id, code, unit, yearlyTarget }) => ({ code, unit, target: yearlyTarget, done: sums.get(id) ?? 0 })),
    }),
  );
}
