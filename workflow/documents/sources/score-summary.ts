import type { Transaction } from '../../../db/database.ts';
import { readExperts } from '../../../db/queries/district-rounds.ts';
import { readStudios } from '../../../db/queries/studios.ts';
import { article } from '../../../policy/article.ts';
import { Refusal } from '../../../policy/refusal.ts';
import { ranking } from '../../../policy/scoring/ranking.ts';
import type { Context } from '../../context.ts';
import { requireRound } from '../../round/current-round.ts';
import { averageSoFar, readSheets } from '../../round/review.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';

const place = article(12, 3);

/** 专家评分汇总表 of a year's round: who passed the inspection, in the order of the averages there are so far. 第十二条第三项. */
export const scoreSummarySources: YearSources = {
  scope: 'year',
  article: place,
  documents: (_db, year, _only, context) => [{ name: `${year}年度`, source: (tx) => sourceOf(tx, year, context) }],
};

function sourceOf(tx: Transaction, year: number, { seat, today }: Context): DocumentSource {
  const current = requireRound(tx, year, '生成《专家评分汇总表》');
  const { round } = current;
  const candidates = current.entries.filter(({ inspectionPassed, endedOn }) => inspectionPassed === true && endedOn === null);
  if (candidates.length === 0) {
    throw new Refusal(`无法生成《专家评分汇总表》：${year} 年的评选还没有考察合格的工作室。请先办理「登记参评现场考察」。`, place);
  }
  const sheetsOf = readSheets(tx, current);
  const hostUnits = new Map(
    readStudios(
      tx,
      candidates.map(({ studioId }) => studioId),
    ).map(({ id, hostUnit }) => [id, hostUnit?.name]),
  );
  const rows = candidates.map((entry) => {
    const sheets = sheetsOf(entry);
    return { entry, sheets, average: averageSoFar(sheets, round.dropsExtremes) };
  });
  const places = ranking(rows.flatMap(({ entry, average }) => (average === undefined ? [] : [{ candidate: entry, score: average }])));
  const placeOf = new Map(places.flatMap((ranked) => ranked.candidates.map(({ id }) => [id, ranked.place] as const)));
  const input = {
    period: `${year}年度`,
    department: seat.officialName,
    method: round.dropsExtremes ? 'trimmed' : 'all',
    experts: readExperts(tx, round.id).map(({ name }) => ({ name })),
    studios: rows
      .toSorted((one, other) => (placeOf.get(one.entry.id) ?? rows.length) - (placeOf.get(other.entry.id) ?? rows.length))
      .map(({ entry, sheets, average }) => ({
        name: entry.studio,
        hostUnit: hostUnits.get(entry.studioId),
        scores: sheets.map(({ expert, total, conflict }) => ({ expert, total, conflict })),
        average,
        place: placeOf.get(entry.id),
        ...(places.length === 0 ? {} : { shortlisted: entry.shortlistedOn === null ? 'no' : 'yes' }),
      })),
    printedOn: today,
  };
  return { input, number: null, subjectId: round.id, issuedOn: today };
}
