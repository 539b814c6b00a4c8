import type { PlainDate } from '../../policy/plain-date.ts';
import type { CellType } from '../cell-type.ts';
import { type PartialDate, readDate } from '../date-text.ts';
import { cellText } from '../raw-workbook.ts';
import { dayOf } from './calendar-date.ts';

/** A birth, often only the year and month: the ID number completes it. */
export const birthDate: CellType<PartialDate> = {
  read(cell) {
    const partial = readDate(cell);
    if (partial !== undefined && partial.year >= 1900) return { value: partial };
    return { error: `无法识别出生年月「${cellText(cell)}」：请写成 1975-05 或 1975年5月12日，年份写四位。` };
  },
  write(value) {
    const day = dayOf(value);
    return day === undefined ? birthText(value) : { date: day };
  },
  show: birthText,
  numberFormat: 'yyyy-mm-dd',
  align: 'center',
  guidance: '年月或年月日，如 1975-05 或 1975-05-12，以身份证为准。',
};

/** `1975-05-12`, or `1975-05` when the day is not stated. */
export function birthText(value: PartialDate): string {
  return dayOf(value) ?? value.months.map((month) => `${value.year}-${String(month).padStart(2, '0')}`).join(' 或 ');
}

/** True when a birth as written does not contradict the whole date. */
export function birthMatches(value: PartialDate, date: PlainDate): boolean {
  const sameMonth = value.months.some((month) => date.startsWith(`${value.year}-${String(month).padStart(2, '0')}-`));
  return sameMonth && (value.day === undefined || value.day === Number(date.slice(8, 10)));
}
