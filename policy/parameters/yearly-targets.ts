import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { positiveNumber } from '../shape.ts';

/** Trained people a year, counted in person-times. 第九条第二项. */
export const trainingTarget = parameter({
  label: '每年培训',
  unit: '人次',
  shape: positiveNumber,
  values: { '2014-10-10': { value: 500, source: article(9, 2) } },
});

/** Key research topics of district level or above a year. 第九条第三项. */
export const topicTarget = parameter({
  label: '每年区级以上重点调研课题',
  unit: '项',
  shape: positiveNumber,
  values: { '2014-10-10': { value: 2, source: article(9, 3) } },
});

/** High-level trainings or academic events a year. 第九条第三项. */
export const eventTarget = parameter({
  label: '每年国内外高端培训或学术活动',
  unit: '次',
  shape: positiveNumber,
  values: { '2014-10-10': { value: 1, source: article(9, 3) } },
});

/** Innovation results a year: the lower number binds. 第九条第五项. */
export const innovationTarget = parameter({
  label: '每年创新成果',
  unit: '项',
  shape: positiveNumber,
  values: { '2014-10-10': { value: 1, source: article(9, 5) } },
});
