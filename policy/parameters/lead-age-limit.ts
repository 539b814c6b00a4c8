import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { keeping, record, wholeNumber } from '../shape.ts';

const years = wholeNumber(18, 120);
const limits = keeping(
  record<{ general: number; special: number }>({ general: ['一般上限', years], special: ['特殊情况上限', years] }),
  ({ general, special }) => general <= special,
  '的一般上限不能大于特殊情况上限',
);

/** Upper age of a lead in full years, the age itself included: in general, and as a special case. 第五条第四项. */
export const leadAgeLimit = parameter({
  label: '领办人年龄上限',
  unit: '周岁',
  shape: record({ male: ['男', limits], female: ['女', limits] }),
  values: {
    '2014-10-10': { value: { male: { general: 57, special: 60 }, female: { general: 52, special: 55 } }, source: article(5, 4) },
  },
});
