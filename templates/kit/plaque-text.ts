import { chineseNumber } from '../../policy/article.ts';
import { type PlainDate, partsOf } from '../../policy/plain-date.ts';
import { date, text } from './fields.ts';

/** What is cut into a plaque: the honour and the studio that has it, the body that awards it, and when. */
export const plaqueFields = {
  name: text('工作室名称'),
  lead: text('领办人姓名'),
  honour: text('授予的称号'),
  body: text('落款单位'),
  namedOn: date('命名日期'),
};

/** 二〇二六年八月: a day as plaques say it, without the day of the month. */
export function plaqueDate(day: PlainDate): string {
  const { year, month } = partsOf(day);
  const digits = Array.from(String(year), (digit) => (digit === '0' ? '〇' : chineseNumber(Number(digit))));
  return `${digits.join('')}年${chineseNumber(month)}月`;
}
