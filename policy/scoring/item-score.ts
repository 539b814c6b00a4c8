import { article } from '../article.ts';
import { Refusal } from '../refusal.ts';
import { type BandItem, type CountedItem, type DeductionItem, rounded, type ScoredItem } from './score-sheet.ts';

/** One achievement an assessor counted: what it is, and its level by code. */
export interface Achievement {
  readonly name: string;
  readonly level: string;
}

/** What an assessor entered for an item. */
export type Answer =
  | { readonly kind: 'bands'; readonly band: string; readonly points: number }
  | { readonly kind: 'deduction'; readonly actual: number }
  | { readonly kind: 'counted'; readonly achievements: readonly Achievement[] }
  | { readonly kind: 'veto'; readonly found: boolean }
  | { readonly kind: 'not-applicable' };

/** Leaves the criteria to each bureau; what the experts of 第十二条第三项 give is checked before it is added up. */
export const scoringPlace = article(11);

function refuse(item: ScoredItem, why: string): never {
  throw new Refusal(`无法计分：项目 ${item.code}「${item.title}」${why}。请改正后重新填写。`, scoringPlace);
}

function bandScore(item: BandItem, label: string, points: number): number {
  const band = item.bands.find((candidate) => candidate.label === label);
  if (band === undefined) return refuse(item, `没有「${label}」这一档，可选 ${item.bands.map((each) => each.label).join('、')}`);
  if (!(points >= band.least && points <= band.most))
    refuse(item, `「${label}」应在 ${band.least} 至 ${band.most} 分之间，填的是 ${points}`);
  return points;
}

function deductionScore(item: DeductionItem, actual: number): number {
  if (!(actual >= 0)) refuse(item, `完成数应是不小于 0 的数，填的是 ${actual}`);
  const missing = Math.max(0, rounded(item.target - actual));
  // Only full steps count: 每少 10 人扣 1 分 takes nothing for 9. The margin is for binary fractions: 0.3 is three steps of 0.1.
  const steps = Math.floor(missing / item.step + 1e-9);
  return Math.max(0, item.points - steps * item.deduct);
}

/** The same achievement counts once, at its highest level (同一成果取最高一次). */
function countedScore(item: CountedItem, achievements: readonly Achievement[]): number {
  const coefficients = new Map(item.levels.map(({ code, coefficient }) => [code, coefficient]));
  const best = new Map<string, number>();
  for (const { name, level } of achievements) {
    const coefficient = coefficients.get(level);
    if (coefficient === undefined) refuse(item, `「${name}」的级别「${level}」不在表中，可选 ${[...coefficients.keys()].join('、')}`);
    else best.set(name.trim(), Math.max(coefficient, best.get(name.trim()) ?? 0));
  }
  const earned = [...best.values()].reduce((sum, coefficient) => sum + item.each * coefficient, 0);
  return Math.min(item.points, earned);
}

/**
 * The points of one item before its weight, or `null` when it does not apply. Refuses an answer that does not fit the item: points outside
 * the band, an unknown level, 不适用 where the sheet does not allow it.
 */
export function itemScore(item: ScoredItem, answer: Answer): number | null {
  if (answer.kind === 'not-applicable') {
    return item.mayNotApply === true ? null : refuse(item, '不能填不适用');
  }
  if (item.kind === 'bands' && answer.kind === 'bands') return rounded(bandScore(item, answer.band, answer.points));
  if (item.kind === 'deduction' && answer.kind === 'deduction') return rounded(deductionScore(item, answer.actual));
  if (item.kind === 'counted' && answer.kind === 'counted') return rounded(countedScore(item, answer.achievements));
  return refuse(item, '填写的内容与评分方法不符');
}
