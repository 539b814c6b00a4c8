import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { record, wholeNumber } from '../shape.ts';

/** Shares of a letter's tasks, in percent. */
interface GradeShares {
  /** Of all tasks, reached: from here on qualified. */
  readonly reached: number;
  /** Of all tasks, surpassed, when every task is reached: from here on excellent. */
  readonly surpassed: number;
}

/**
 * From when the program suggests a grade. 第十九条 names three grades and no threshold: qualified when every task is reached, excellent
 * when besides half of them are surpassed, is this program's reading. People decide.
 */
export const gradeSuggestion = parameter({
  label: '考核等次建议（办法未定，默认值）',
  unit: '%',
  shape: record<GradeShares>({ reached: ['合格须完成', wholeNumber(1, 100)], surpassed: ['优秀须超额完成', wholeNumber(0, 100)] }),
  values: { '2014-10-10': { value: { reached: 100, surpassed: 50 }, source: article(19) } },
});
