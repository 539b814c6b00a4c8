import { rounded } from '../../policy/scoring/score-sheet.ts';

type Numbers = Readonly<Record<string, number | null | undefined>>;

/** What points come to, each as often as its criterion weighs; what is not filled in yet counts nothing. */
export function sheetTotal(criteria: readonly { readonly code: string; readonly weight: number }[], points: Numbers): number {
  return rounded(criteria.reduce((sum, { code, weight }) => sum + (points[code] ?? 0) * weight, 0));
}

/** The full total of a sheet that is being written: full marks by weight, without bonus items. */
export function fullMarks(points: Numbers, weights: Numbers, bonus: Readonly<Record<string, string | undefined>>): number {
  const ordinary = Object.keys(points).filter((code) => bonus[code] === undefined);
  return sheetTotal(
    ordinary.map((code) => ({ code, weight: weights[code] ?? 1 })),
    points,
  );
}
