import { departmentsOn } from '../../db/queries/departments.ts';
import { type RoundEntry, readCriteria, readEntries, readExperts } from '../../db/queries/district-rounds.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { Context } from '../context.ts';
import type { RoundEntryView, RoundView } from '../contract/round.ts';
import { heldTitle } from '../held-title.ts';
import { applyToRound } from '../round/apply-to-round.ts';
import { type CurrentRound, currentEntry, findRound } from '../round/current-round.ts';
import { completeReview, readSheets } from '../round/review.ts';
import { roundCommands } from '../round/round-commands.ts';
import { offeredCommands } from './offered-commands.ts';
import { roundEntryView } from './round-entry.ts';

type RankingView = Pick<RoundView, 'ranking' | 'pending' | 'tie'>;

/** The round of a year, or the latest, on one page; null while there is none. */
export function showRound({ db, seat, today }: Pick<Context, 'db' | 'seat' | 'today'>, year?: number): RoundView | null {
  const current = findRound(db, year);
  if (current === undefined) return null;
  const { round, facts, entries } = current;
  const names = new Map(departmentsOn(db, today).map(({ id, name }) => [id, name]));
  const sheetsOf = readSheets(db, current);
  const studios = new Map(entries.map(({ id, studio }) => [id, studio]));
  const offeredTo = offers({ db, seat, today }, entries);
  return {
    year: round.year,
    openedOn: round.openedOn,
    documentNumber: round.documentNumber,
    measuresId: round.measuresId,
    quota: round.quota,
    shortlisted: facts.shortlisted,
    awarded: facts.awarded,
    recommendationLimit: round.recommendationLimit,
    bureaus: [...Map.groupBy(entries, ({ departmentId }) => departmentId)].map(([id, own]) => ({
      name: names.get(id) ?? '',
      applied: own.length,
      recommended: own.filter(({ recommendedOn }) => recommendedOn !== null).length,
    })),
    dropsExtremes: round.dropsExtremes,
    criteria: readCriteria(db, round.id).map(({ code, title, points, weight }) => ({ code, title, points, weight })),
    experts: readExperts(db, round.id).map(({ name, employer, professionalTitle, declaredOn, conflicts }) => ({
      name,
      employer,
      professionalTitle,
      declaredOn,
      conflicts: conflicts.map(({ entryId, reason }) => ({ studio: studios.get(entryId) ?? '', reason })),
    })),
    entries: entries.map((entry) => ({
      ...roundEntryView(entry, names.get(entry.departmentId) ?? '', sheetsOf(entry), round.dropsExtremes),
      commands: offeredTo(entry),
    })),
    mayApply: mayApply({ db, seat, today }, current),
    ...rankingOf(db, current),
  };
}

/** What a seat may do with each entry of a round now. */
function offers(context: Pick<Context, 'db' | 'seat' | 'today'>, entries: readonly RoundEntry[]): (entry: RoundEntry) => string[] {
  const records = readStudios(context.db, [...new Set(entries.map(({ studioId }) => studioId))]);
  const offered = new Map(records.map((record) => [record.id, offeredCommands(record, context, roundCommands)]));
  return ({ id, studioId }) => (currentEntry(context.db, studioId)?.id === id ? (offered.get(studioId) ?? []).map(({ name }) => name) : []);
}

/** Studios of a seat that hold a title in the system and none of the district, and take no part yet. 第十二条第一项. */
function mayApply(context: Pick<Context, 'db' | 'seat' | 'today'>, { entries }: CurrentRound): RoundView['mayApply'] {
  if (!applyToRound.powers.includes(context.seat.kind)) return [];
  const taking = new Set(entries.filter(({ endedOn }) => endedOn === null).map(({ studioId }) => studioId));
  return readStudios(context.db)
    .filter((record) => !taking.has(record.id) && heldTitle(record, 'in-system') !== undefined)
    .filter((record) => offeredCommands(record, context, [applyToRound]).length > 0)
    .map(({ id, name }) => ({ studioId: id, studio: name }));
}

function rankingOf(db: Context['db'], current: CurrentRound): RankingView {
  try {
    const { places, selection } = completeReview(db, current, '排出名次');
    const { tied, seatsLeft } = selection;
    const [decision] = tied;
    return {
      ranking: places.map(({ place, score, candidates }) => ({ place, average: score, studios: candidates.map(({ studio }) => studio) })),
      pending: null,
      tie:
        tied.length === 0
          ? null
          : {
              studios: tied.map(({ studio }) => studio),
              places: seatsLeft,
              decided:
                decision === undefined || tied.some(({ tieChosen }) => tieChosen === null)
                  ? null
                  : {
                      chosen: tied.filter(({ tieChosen }) => tieChosen === true).map(({ studio }) => studio),
                      decidedBy: decision.tieDecidedBy ?? '',
                      reason: decision.tieReason ?? '',
                    },
            },
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ranking: [], pending: error.message, tie: null };
  }
}

/** A studio's part in every round, the latest first, for its page. */
export function studioRounds({ db, today }: Pick<Context, 'db' | 'today'>, studioId: string): RoundEntryView[] {
  const names = new Map(departmentsOn(db, today).map(({ id, name }) => [id, name]));
  return readEntries(db, { studioId })
    .toReversed()
    .flatMap((entry) => {
      const current = findRound(db, entry.year);
      if (current === undefined) return [];
      return [roundEntryView(entry, names.get(entry.departmentId) ?? '', readSheets(db, current)(entry), current.round.dropsExtremes)];
    });
}
