import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { wholeNumber } from '../shape.ts';

/** Upper age of a member in full years; 以下 includes the number. 第六条第一项. */
export const memberAgeLimit = parameter({
  label: '团队成员年龄上限',
  unit: '周岁',
  shape: wholeNumber(18, 120),
  values: { '2014-10-10': { value: 45, source: article(6, 1) } },
});
