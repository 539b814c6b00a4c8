import type { ExpertScore, RoundCriterion } from '../../db/queries/district-rounds.ts';
import type { ScoreSheet } from '../../policy/scoring/score-sheet.ts';
import { type TotalScore, totalScore } from '../../policy/scoring/total-score.ts';

/** The one band of a criterion: an expert gives any points up to the full mark. */
const band = '得分';

/** The sheet of a round: every criterion is marked freely from nothing to its full mark, and weighted. 第十二条第三项. */
export function scoreSheetOf(year: number, criteria: readonly Omit<RoundCriterion, 'id' | 'roundId' | 'sequence'>[]): ScoreSheet {
  return {
    title: `${year} 年区级评选专家评分表`,
    items: criteria.map(({ code, title, points, weight }) => ({
      kind: 'bands',
      code,
      title,
      points,
      weight,
      bands: [{ label: band, least: 0, most: points }],
    })),
    bonusAbove100: false,
  };
}

/** What one expert's points come to. Refuses points for criteria the sheet does not have, and beyond a full mark. */
export function sheetTotal(sheet: ScoreSheet, points: Readonly<Record<string, number>>): TotalScore {
  return totalScore(
    sheet,
    Object.fromEntries(Object.entries(points).map(([code, score]) => [code, { kind: 'bands', band, points: score }] as const)),
  );
}

/** Stored scores by the codes of their criteria. */
export function pointsOf(criteria: readonly RoundCriterion[], scores: readonly ExpertScore[]): Readonly<Record<string, number>> {
  const codes = new Map(criteria.map(({ id, code }) => [id, code]));
  return Object.fromEntries(scores.map(({ criterionId, score }) => [codes.get(criterionId) ?? '', score]));
}
