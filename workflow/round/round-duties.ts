import type { ReadableDatabase } from '../../db/database.ts';
import { departmentsOn } from '../../db/queries/departments.ts';
import { type RoundEntry, readRounds } from '../../db/queries/district-rounds.ts';
import { readStudios, type StudioRecord } from '../../db/queries/studios.ts';
import { type CandidateStanding, type RoundStanding, roundDuties } from '../../policy/duties/round-duties.ts';
import type { SeatDuty } from '../../policy/duty.ts';
import { partsOf } from '../../policy/plain-date.ts';
import type { Context } from '../context.ts';
import { heldTitle } from '../held-title.ts';
import { measuresBook } from '../measures-book.ts';
import { paidOf } from './awarded-entry.ts';
import { candidateOf } from './candidate.ts';
import { type CurrentRound, findRound } from './current-round.ts';
import { averageSoFar, readSheets } from './review.ts';

/** Nothing is due for who left, failed the inspection, or lost the title the next step stands on. */
function isStruckOff({ endedOn, awardedOn, inspectionPassed }: RoundEntry, studio: StudioRecord): boolean {
  return endedOn !== null || inspectionPassed === false || heldTitle(studio, awardedOn === null ? 'in-system' : 'district') === undefined;
}

function candidatesOf(db: ReadableDatabase, current: CurrentRound, entries: readonly RoundEntry[]): readonly CandidateStanding[] {
  const sheetsOf = readSheets(db, current);
  const studios = new Map(readStudios(db, [...new Set(entries.map(({ studioId }) => studioId))]).map((studio) => [studio.id, studio]));
  return entries.flatMap((entry) => {
    const studio = studios.get(entry.studioId);
    if (studio === undefined) return [];
    const { standing: _standing, ...candidate } = candidateOf(
      db,
      studio,
      entry,
      averageSoFar(sheetsOf(entry), current.round.dropsExtremes),
    );
    return [
      {
        ...candidate,
        studio: entry.studio,
        noticeLast: entry.notice?.lastDay,
        openObjections: entry.objections.filter(({ settledOn }) => settledOn === null).length,
        struckOff: isStruckOff(entry, studio),
        grantDecidedOn: entry.grant?.decidedOn,
        grantLeft: (entry.grant?.amount ?? 0) - paidOf(entry),
      },
    ];
  });
}

/** The year's round, and of earlier ones what they left undone: plaques and grants. */
function standingsOf({ db, seat, today }: Pick<Context, 'db' | 'seat' | 'today'>): readonly RoundStanding[] {
  const { year: thisYear } = partsOf(today);
  const names = new Map(departmentsOn(db, today).map(({ id, name }) => [id, name]));
  const opened = readRounds(db).flatMap((stored): readonly RoundStanding[] => {
    const current = findRound(db, stored.year);
    if (current === undefined) return [];
    const isPresent = stored.year >= thisYear;
    const entries = current.entries.filter(({ shortlistedOn }) => isPresent || shortlistedOn !== null);
    const byBureau = isPresent ? Map.groupBy(current.entries, ({ departmentId }) => departmentId) : new Map<string, RoundEntry[]>();
    return [
      {
        year: stored.year,
        openedOn: stored.openedOn,
        bureaus: [...byBureau]
          .filter(([bureauId]) => seat.kind !== 'sector-bureau' || bureauId === seat.id)
          .map(([bureauId, own]) => ({
            name: names.get(bureauId) ?? '',
            applied: own.filter(({ endedOn, recommendedOn }) => endedOn === null || recommendedOn !== null).length,
            recommended: own.filter(({ recommendedOn }) => recommendedOn !== null).length,
          })),
        candidates: candidatesOf(db, current, entries),
      },
    ];
  });
  const begun = opened.some(({ year }) => year === thisYear);
  return begun ? opened : [...opened, { year: thisYear, bureaus: [], candidates: [] }];
}

/** What the district round asks of a department, sooner or later. A bureau answers for its own recommendations. 第十二条. */
export function roundDutiesOf(context: Pick<Context, 'db' | 'seat' | 'today'>): readonly SeatDuty[] {
  const measures = measuresBook(context.db).on(context.today);
  return standingsOf(context)
    .flatMap((round) => roundDuties(round, context.today, measures))
    .filter(({ seat }) => seat === context.seat.kind);
}
