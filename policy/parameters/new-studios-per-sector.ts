import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { wholeNumber } from '../shape.ts';

/** Studios each sector newly names a year, at least. 第十五条. */
export const newStudiosPerSector = parameter({
  label: '每个系统每年新建数量下限',
  unit: '家',
  shape: wholeNumber(1, 100),
  values: { '2014-10-10': { value: 1, source: article(15) } },
});
