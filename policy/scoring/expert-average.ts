import { article } from '../article.ts';
import { Refusal } from '../refusal.ts';
import { rounded } from './score-sheet.ts';

/** One expert's sheet on one candidate, added up. */
export interface ExpertSheet {
  readonly expert: string;
  /** Out of 100; `null` while the sheet is not complete. */
  readonly total: number | null;
  /** Codes of veto items the expert found. */
  readonly vetoedBy: readonly string[];
  /** The interest the expert declared in this candidate (回避); the sheet then does not count. */
  readonly conflict?: string | undefined;
}

/** What the experts' sheets on one candidate come to. */
export interface ExpertAverage {
  /** Two decimals. */
  readonly average: number;
  /** Experts whose totals make the average. */
  readonly counted: readonly string[];
  /** Experts left out for a declared interest, with the interest. */
  readonly conflicts: readonly { readonly expert: string; readonly conflict: string }[];
  /** Left out as the lowest and the highest, when that was asked for. */
  readonly extremes: readonly string[];
  /** Experts who found a veto item; what follows from it people decide. */
  readonly vetoes: readonly { readonly expert: string; readonly codes: readonly string[] }[];
}

const place = article(12, 3);

/** Fewest totals from which a highest and a lowest can be taken away. */
export const fewestForExtremes = 3;

/**
 * The average over several experts, conflicts of interest excluded and, if so asked, without one highest and one lowest total. 第十二条
 * 第三项 asks for expert review and leaves the arithmetic open. Refuses what has no fair average: an expert twice, a sheet not complete,
 * nobody left.
 */
export function expertAverage(sheets: readonly ExpertSheet[], withoutExtremes: boolean): ExpertAverage {
  const names = sheets.map(({ expert }) => expert.trim());
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) throw new Refusal(`无法汇总专家评分：${twice.join('、')}有不止一张评分表。请保留一张。`, place);

  const impartial = sheets.filter(({ conflict }) => conflict === undefined);
  const totals = impartial.map(({ expert, total }) => {
    if (total === null) throw new Refusal(`无法汇总专家评分：${expert}的评分表没有填完。请填完后再汇总。`, place);
    return { expert, total };
  });
  if (totals.length === 0) throw new Refusal('无法汇总专家评分：没有可以计分的专家（回避的不计）。请补充专家。', place);
  if (withoutExtremes && totals.length < fewestForExtremes) {
    throw new Refusal(
      `无法汇总专家评分：去掉最高分和最低分至少需要 ${fewestForExtremes} 位专家，现有 ${totals.length} 位。请补充专家，或不去最高最低分。`,
      place,
    );
  }
  const ascending = totals.toSorted((left, right) => left.total - right.total);
  const counted = withoutExtremes ? ascending.slice(1, -1) : totals;
  return {
    average: rounded(counted.reduce((sum, { total }) => sum + total, 0) / counted.length),
    counted: totals.filter((sheet) => counted.includes(sheet)).map(({ expert }) => expert),
    conflicts: sheets.flatMap(({ expert, conflict }) => (conflict === undefined ? [] : [{ expert, conflict }])),
    extremes: totals.filter((sheet) => !counted.includes(sheet)).map(({ expert }) => expert),
    vetoes: impartial.filter(({ vetoedBy }) => vetoedBy.length > 0).map(({ expert, vetoedBy }) => ({ expert, codes: vetoedBy })),
  };
}
