import { article } from '../article.ts';
import { parameter } from '../parameter.ts';

/** Upper age of a lead in full years, the age itself included: in general, and as a special case. 第五条第四项. */
export const leadAgeLimit = parameter({
  label: '领办人年龄上限',
  unit: '周岁',
  values: {
    '2014-10-10': { value: { male: { general: 57, special: 60 }, female: { general: 52, special: 55 } }, source: article(5, 4) },
  },
});
