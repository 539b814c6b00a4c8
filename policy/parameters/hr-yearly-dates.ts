import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { dayOfYear, record } from '../shape.ts';

/** Last days, MM-DD, of what the HR bureau does every year. */
interface YearlyDates {
  readonly plan: string;
  readonly supervision: string;
  readonly review: string;
}

/**
 * By when the HR bureau has its plan (年初), its supervision (年中) and its review (年底). 第十六条 names no days: the end of January,
 * of June and of December are this program's reading.
 */
export const hrYearlyDates = parameter({
  label: '区人力资源局年度工作时间（办法未定，默认值）',
  unit: '',
  shape: record<YearlyDates>({ plan: ['年初方案', dayOfYear], supervision: ['年中督查', dayOfYear], review: ['年底评审考核', dayOfYear] }),
  values: { '2014-10-10': { value: { plan: '01-31', supervision: '06-30', review: '12-31' }, source: article(16) } },
});
