import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { rangeOf, wholeNumber } from '../shape.ts';

/** First and last month of the yearly district round: the third quarter. 第十二条. */
export const roundMonths = parameter({
  label: '区级评选月份',
  unit: '月',
  shape: rangeOf(wholeNumber(1, 12)),
  values: { '2014-10-10': { value: { least: 7, most: 9 }, source: article(12) } },
});
