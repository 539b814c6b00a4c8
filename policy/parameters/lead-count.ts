import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { wholeNumber } from '../shape.ts';

/** How many leads a studio has. 第三条. */
export const leadCount = parameter({
  label: '领办人人数',
  unit: '人',
  shape: wholeNumber(1, 10),
  values: { '2014-10-10': { value: 1, source: article(3) } },
});
