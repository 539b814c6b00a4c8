import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { wholeNumber } from '../shape.ts';

/** District studios of one year's round, at most. 第十二条. */
export const districtQuota = parameter({
  label: '区级名师工作室每年评定数量上限',
  unit: '家',
  shape: wholeNumber(1, 1000),
  values: { '2014-10-10': { value: 5, source: article(12) } },
});
