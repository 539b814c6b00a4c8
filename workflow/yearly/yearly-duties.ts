import { listSectors } from '../../db/queries/departments.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { firstActOn, readYearlyActs } from '../../db/queries/yearly-acts.ts';
import { hrYearlyDuties, newStudioDuties } from '../../policy/duties/yearly-duties.ts';
import type { SeatDuty } from '../../policy/duty.ts';
import type { Measures } from '../../policy/measures.ts';
import { partsOf } from '../../policy/plain-date.ts';
import type { Context } from '../context.ts';

/** What a year asks of a department: a new studio of each of a bureau's sectors, the three dates of the HR bureau. 第十五条, 第十六条. */
export function yearlyDutiesOf(
  { db, seat, today }: Pick<Context, 'db' | 'seat' | 'today'>,
  studios: readonly StudioRecord[],
  measures: Measures,
): readonly SeatDuty[] {
  if (seat.kind === 'hr-bureau') return hrYearlyDuties(readYearlyActs(db), firstActOn(db) ?? today, today, measures);
  if (seat.kind !== 'sector-bureau') return [];
  const { year } = partsOf(today);
  const sectors = listSectors(db).filter(({ bureauId }) => bureauId === seat.id);
  const namedIn = (sector: string) =>
    studios.filter(
      (studio) =>
        studio.sector.name === sector &&
        studio.designations.some(({ level, namedOn }) => level === 'in-system' && partsOf(namedOn).year === year),
    ).length;
  return newStudioDuties(
    sectors.map(({ name }) => ({ sector: name, namedThisYear: namedIn(name) })),
    today,
    measures,
  );
}
