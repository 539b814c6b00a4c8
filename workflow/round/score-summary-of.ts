import type { ReadableDatabase } from '../../db/database.ts';
import { readExperts } from '../../db/queries/district-rounds.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { ranking } from '../../policy/scoring/ranking.ts';
import { requireRound } from './current-round.ts';
import { averageSoFar, readSheets } from './review.ts';

/** The experts' sheets of a round brought together: who passed the inspection, in the order of the averages there are so far. 第十二条第三项. */
export function scoreSummaryOf(db: ReadableDatabase, year: number | undefined, act: string) {
  const current = requireRound(db, year, act);
  const { round } = current;
  const candidates = current.entries.filter(({ inspectionPassed, endedOn }) => inspectionPassed === true && endedOn === null);
  if (candidates.length === 0) {
    throw new Refusal(`无法${act}：${round.year} 年的评选还没有考察合格的工作室。请先办理「登记参评现场考察」。`, article(12, 3));
  }
  const sheetsOf = readSheets(db, current);
  const hostUnits = new Map(
    readStudios(
      db,
      candidates.map(({ studioId }) => studioId),
    ).map(({ id, hostUnit }) => [id, hostUnit?.name]),
  );
  const rows = candidates.map((entry) => {
    const sheets = sheetsOf(entry);
    return { entry, sheets, average: averageSoFar(sheets, round.dropsExtremes) };
  });
  const places = ranking(rows.flatMap(({ entry, average }) => (average === undefined ? [] : [{ candidate: entry, score: average }])));
  const placeOf = new Map(places.flatMap((ranked) => ranked.candidates.map(({ id }) => [id, ranked.place] as const)));
  return {
    roundId: round.id,
    year: round.year,
    method: round.dropsExtremes ? ('trimmed' as const) : ('all' as const),
    experts: readExperts(db, round.id).map(({ name }) => name),
    studios: rows
      .toSorted((one, other) => (placeOf.get(one.entry.id) ?? rows.length) - (placeOf.get(other.entry.id) ?? rows.length))
      .map(({ entry, sheets, average }) => ({
        id: entry.id,
        name: entry.studio,
        hostUnit: hostUnits.get(entry.studioId),
        scores: sheets.map(({ expert, total, conflict }) => ({ expert, total, conflict })),
        average,
        place: placeOf.get(entry.id),
        shortlisted: places.length === 0 ? undefined : entry.shortlistedOn !== null,
      })),
  };
}
