import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { wholeNumber } from '../shape.ts';

/** Length of a construction cycle, and of a commitment letter. 第十九条. */
export const cycleYears = parameter({
  label: '建设周期',
  unit: '年',
  shape: wholeNumber(1, 10),
  values: { '2014-10-10': { value: 2, source: article(19) } },
});
