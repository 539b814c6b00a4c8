/** Points within one band of an item: 优 12–15. A band of one value has equal ends. */
export interface Band {
  readonly label: string;
  readonly least: number;
  readonly most: number;
}

/** What every scored item has. */
interface Scored {
  readonly code: string;
  readonly title: string;
  /** Full mark, reached but never passed. */
  readonly points: number;
  /** How often the points count; once when absent. */
  readonly weight?: number | undefined;
  /** Whether an assessor may say that the item does not apply; the rest is then rescaled to 100. */
  readonly mayNotApply?: boolean | undefined;
  /** Added on top of the 100 points of the ordinary items. */
  readonly bonus?: boolean | undefined;
}

/** 分档给分: the assessor picks a band and points within it. */
export interface BandItem extends Scored {
  readonly kind: 'bands';
  readonly bands: readonly Band[];
}

/** 扣分: of the full mark, `deduct` points go for every full `step` units missing from `target`, down to zero (扣完为止). */
export interface DeductionItem extends Scored {
  readonly kind: 'deduction';
  readonly target: number;
  readonly step: number;
  readonly deduct: number;
  readonly unit: string;
}

/** One level of a counted achievement and what it multiplies its points by: 省级 × 3. */
export interface CountedLevel {
  readonly code: string;
  readonly label: string;
  readonly coefficient: number;
}

/** 计件加分: each achievement earns `each` points times the coefficient of its level, up to the full mark (封顶). */
export interface CountedItem extends Scored {
  readonly kind: 'counted';
  readonly each: number;
  readonly levels: readonly CountedLevel[];
}

/** 一票否决: no points; where it is found the whole is unqualified. */
export interface VetoItem {
  readonly kind: 'veto';
  readonly code: string;
  readonly title: string;
}

/** An item that has points. */
export type ScoredItem = BandItem | DeductionItem | CountedItem;
export type ScoreItem = ScoredItem | VetoItem;

/** From which total a grade is reached. */
export interface GradeThresholds {
  readonly excellent: number;
  readonly qualified: number;
}

/** Review criteria a department defines itself (评审细则). 第十一条. */
export interface ScoreSheet {
  readonly title: string;
  readonly items: readonly ScoreItem[];
  /** Whether bonus points may lift the total over 100; otherwise it stops there. */
  readonly bonusAbove100: boolean;
  readonly thresholds?: GradeThresholds | undefined;
}

/** The full total of the ordinary items. */
export const fullTotal = 100;

/** Decimals of scores beyond the second are dust of binary fractions; no sheet marks so finely. */
export function rounded(score: number): number {
  return Math.round((score + Number.EPSILON) * 100) / 100;
}

/** The most an item can bring to the total. */
export function weightedPoints({ points, weight }: ScoredItem): number {
  return points * (weight ?? 1);
}
