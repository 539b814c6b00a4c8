import { article } from '../article.ts';
import { parameter } from '../parameter.ts';
import { oneOf, record, wholeNumber } from '../shape.ts';

/** Length of the public notice. 第十二条第四项. */
export const publicNoticeDays = parameter({
  label: '公示期',
  unit: '天',
  shape: wholeNumber(1, 60),
  values: { '2014-10-10': { value: 5, source: article(12, 4) } },
});

/** Which days count towards a public notice, and whether the day of posting is one of them. */
interface NoticeCounting {
  readonly days: 'calendar' | 'working';
  readonly postingDay: 'excluded' | 'included';
}

/**
 * How the days of the notice are counted. The text says "5 天" and no more. Our reading is the ordinary rule for terms: calendar days,
 * the day of posting not counted. Departments that count working days, or the day of posting, say so here.
 */
export const publicNoticeCounting = parameter({
  label: '公示期计算方法（办法未定，默认值）',
  unit: '',
  shape: record<NoticeCounting>({
    days: ['日数', oneOf({ calendar: '自然日', working: '工作日' })],
    postingDay: ['张贴当日', oneOf({ excluded: '不计入', included: '计入' })],
  }),
  values: { '2014-10-10': { value: { days: 'calendar', postingDay: 'excluded' }, source: article(12, 4) } },
});
