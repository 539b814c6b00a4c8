import type { Grade } from '../grade.ts';
import { Refusal } from '../refusal.ts';
import { type Answer, itemScore, scoringPlace } from './item-score.ts';
import { fullTotal, rounded, type ScoredItem, type ScoreSheet, weightedPoints } from './score-sheet.ts';

/** Answers by item code. */
export type Answers = Readonly<Record<string, Answer>>;

/** What one column of a filled sheet comes to. */
export interface TotalScore {
  /** Points of each scored item before its weight; `null` does not apply, an item without answer is absent. */
  readonly items: Readonly<Record<string, number | null>>;
  /** Codes without an answer. */
  readonly missing: readonly string[];
  /** Codes of the veto items that were found. */
  readonly vetoedBy: readonly string[];
  /** Out of 100, two decimals; `null` while something is missing, or when no ordinary item applies. */
  readonly total: number | null;
  /** A veto is unqualified, with or without points; otherwise by the sheet's thresholds, `null` without total or thresholds. */
  readonly grade: Grade | null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The total of the items that were scored: ordinary ones rescaled to 100 over those that apply, bonus ones added on top. */
function totalOf(scored: readonly { readonly item: ScoredItem; readonly score: number }[], bonusAbove100: boolean): number | null {
  const ordinary = scored.filter(({ item }) => item.bonus !== true);
  const bonus = scored.filter(({ item }) => item.bonus === true);
  const full = sum(ordinary.map(({ item }) => weightedPoints(item)));
  if (full === 0) return null;
  const earned = (of: typeof scored) => sum(of.map(({ item, score }) => score * (item.weight ?? 1)));
  const total = (earned(ordinary) / full) * fullTotal + earned(bonus);
  return rounded(bonusAbove100 ? total : Math.min(fullTotal, total));
}

function gradeOf(total: number | null, vetoed: boolean, { thresholds }: ScoreSheet): Grade | null {
  if (vetoed) return 'unqualified';
  if (thresholds === undefined || total === null) return null;
  if (total < thresholds.qualified) return 'unqualified';
  return total < thresholds.excellent ? 'qualified' : 'excellent';
}

/** Adds up one column of a sheet. Refuses answers to items the sheet does not have and answers that do not fit theirs. */
export function totalScore(sheet: ScoreSheet, answers: Answers): TotalScore {
  const codes = new Set(sheet.items.map(({ code }) => code));
  const unknown = Object.keys(answers).filter((code) => !codes.has(code));
  if (unknown.length > 0)
    throw new Refusal(`无法计分：评分表《${sheet.title}》没有编号为 ${unknown.join('、')} 的项目。请改正编号。`, scoringPlace);
  const items: Record<string, number | null> = {};
  const scored: { item: ScoredItem; score: number }[] = [];
  const missing: string[] = [];
  const vetoedBy: string[] = [];
  for (const item of sheet.items) {
    const answer = Object.hasOwn(answers, item.code) ? answers[item.code] : undefined;
    if (answer === undefined) {
      missing.push(item.code);
    } else if (item.kind === 'veto') {
      if (answer.kind !== 'veto')
        throw new Refusal(`无法计分：项目 ${item.code}「${item.title}」只填是或否。请改正后重新填写。`, scoringPlace);
      if (answer.found) vetoedBy.push(item.code);
    } else {
      const score = itemScore(item, answer);
      items[item.code] = score;
      if (score !== null) scored.push({ item, score });
    }
  }
  const total = missing.length > 0 ? null : totalOf(scored, sheet.bonusAbove100);
  return { items, missing, vetoedBy, total, grade: gradeOf(total, vetoedBy.length > 0, sheet) };
}

/** The three columns of a filled sheet: the studio's own, the assessors', and what was approved. */
export const scoreColumns = ['self', 'assessor', 'approved'] as const;
export type ScoreColumn = (typeof scoreColumns)[number];
export const scoreColumnLabels: Readonly<Record<ScoreColumn, string>> = { self: '自评', assessor: '考评', approved: '审定' };

/** Adds up the three columns. The approved one counts; the others are shown beside it, and none fills another's gap. */
export function threeColumnScore(
  sheet: ScoreSheet,
  columns: Readonly<Record<ScoreColumn, Answers>>,
): Readonly<Record<ScoreColumn, TotalScore>> {
  return {
    self: totalScore(sheet, columns.self),
    assessor: totalScore(sheet, columns.assessor),
    approved: totalScore(sheet, columns.approved),
  };
}
