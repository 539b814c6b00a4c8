import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { wholeNumber } from '../shape.ts';

/**
 * Days given for rectification when a notice does not say otherwise. 第十九条 asks for a time limit
 * without a number: thirty days is this program's reading.
 */
export const rectificationDays = parameter({
  label: '整改期限（办法未定，默认值）',
  unit: '日',
  shape: wholeNumber(1, 366),
  values: { '2014-10-10': { value: 30, source: article(19) } },
});
