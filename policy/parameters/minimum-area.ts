import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { positiveNumber } from '../shape.ts';

/** Floor area a studio generally has at least, in square metres. 第七条第一项. */
export const minimumArea = parameter({
  label: '场所面积下限',
  unit: '平方米',
  shape: positiveNumber,
  values: { '2014-10-10': { value: 50, source: article(7, 1) } },
});
