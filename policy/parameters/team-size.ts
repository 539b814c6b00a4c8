import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { rangeOf, wholeNumber } from '../shape.ts';

/** Members beside the lead, both ends included. 第三条. */
export const teamSize = parameter({
  label: '团队成员人数',
  unit: '人',
  shape: rangeOf(wholeNumber(1, 100)),
  values: { '2014-10-10': { value: { least: 3, most: 5 }, source: article(3) } },
});
