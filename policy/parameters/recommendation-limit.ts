import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { rangeOf, wholeNumber } from '../shape.ts';

/** Studios one bureau recommends to one year's round, both ends included. 第十二条第二项. */
export const recommendationLimit = parameter({
  label: '每个行业主管部门每年推荐数量',
  unit: '家',
  shape: rangeOf(wholeNumber(1, 1000)),
  values: { '2014-10-10': { value: { least: 1, most: 2 }, source: article(12, 2) } },
});
