import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { wholeNumber } from '../shape.ts';

/**
 * Years a studio waits after a revocation before it applies again. The text says nothing of waiting: none is this program's reading;
 * elsewhere it is up to six years.
 */
export const reapplicationYears = parameter({
  label: '撤销后再次申报须间隔（办法未定，默认值）',
  unit: '年',
  shape: wholeNumber(0, 50),
  values: { '2014-10-10': { value: 0, source: article(19) } },
});
