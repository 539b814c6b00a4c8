import { type PlainDate, plainDateOf } from '../../policy/plain-date.ts';
import type { CellType } from '../cell-type.ts';
import { type PartialDate, readDate } from '../date-text.ts';
import { cellText } from '../raw-workbook.ts';

/** A day: written as a real date of the spreadsheet. */
export const calendarDate: CellType<PlainDate> = {
  read(cell) {
    const partial = readDate(cell);
    const date = partial === undefined ? undefined : dayOf(partial);
    if (date !== undefined) return { value: date };
    const text = cellText(cell);
    if (partial !== undefined) return { error: `日期「${text}」没有写到日：请写全年月日，如 2026-08-01。` };
    return { error: `无法识别日期「${text}」：请写成 2026-08-01 或 2026年8月1日。` };
  },
  write: (value) => ({ date: value }),
  show: (value) => value,
  numberFormat: 'yyyy-mm-dd',
  align: 'center',
  guidance: '写全年月日，如 2026-08-01。',
};

/** The day a date states, when it states one. */
export function dayOf({ year, months, day }: PartialDate): PlainDate | undefined {
  const [month] = months;
  return month === undefined || day === undefined ? undefined : plainDateOf(year, month, day);
}
