import { article } from '../article.ts';
import type { Duty } from '../duty.ts';
import type { PlainDate } from '../plain-date.ts';

/** The present year of a studio's letter, task by task. */
export interface YearStanding {
  readonly name: string;
  /** Last day of the year of the cycle. */
  readonly yearTo: PlainDate;
  readonly tasks: readonly { readonly code: string; readonly unit: string; readonly target: number; readonly done: number }[];
}

/** 第九条: what the ledger still lacks of the year's targets is to be done by the end of the year. */
export function ledgerDuties({ name: studio, yearTo, tasks }: YearStanding): readonly Duty[] {
  const short = tasks.filter(({ target, done }) => done < target);
  if (short.length === 0) return [];
  // Targets and sums have two decimals at most; their difference is written without the dust of binary fractions.
  const missing = short.map(({ code, unit, target, done }) => `${code} 还差 ${Number((target - done).toFixed(2))} ${unit}`).join('、');
  return [{ duty: `完成本年度任务：${missing}`, studio, due: yearTo, article: article(9), action: 'record-activity' }];
}
