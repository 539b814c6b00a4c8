/** A calendar day without time or zone, written `YYYY-MM-DD`. Ordered by plain string comparison. */
export type PlainDate = string & { readonly brand: 'PlainDate' };

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month (1 to 12) of a year; none in a month there is not. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

/** The day made of its three numbers, or `undefined` when there is no such day. */
export function plainDateOf(year: number, month: number, day: number): PlainDate | undefined {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1000 || year > 9999 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate;
}

/** True for the exact form `YYYY-MM-DD` of a day that exists. */
export function isPlainDate(text: string): text is PlainDate {
  const { year, month, day } = partsOf(text);
  return plainDateOf(year, month, day) === text;
}

/** The text as a plain date. Throws a RangeError for anything but `YYYY-MM-DD` of a day that exists. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`无法识别日期「${text}」：应写成 2026-08-10 的样子。`);
  return text;
}

/** The year, month (1 to 12) and day that a text written `YYYY-MM-DD` names. */
export function partsOf(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export function dayNumber(date: PlainDate): number {
  const { year, month, day } = partsOf(date);
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** The plain date of a day number, the inverse of `dayNumber`. Throws a RangeError outside the years 1000 to 9999. */
export function dateOfDayNumber(days: number): PlainDate {
  return plainDate(new Date(days * 86_400_000).toISOString().slice(0, 10));
}

/** The date so many days later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** The same day so many years later; 29 February becomes 28 February in a common year. */
export function addYears(date: PlainDate, years: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const result = plainDateOf(year + years, month, Math.min(day, daysInMonth(year + years, month)));
  if (result === undefined) throw new RangeError(`无法推算「${date}」之后 ${years} 年的日期。`);
  return result;
}

/**
 * Age in full years (周岁) on a date: one year older on the birthday itself. Someone born on 29 February
 * turns a year older on 1 March of a common year.
 */
export function fullYears(birth: PlainDate, on: PlainDate): number {
  const from = partsOf(birth);
  const to = partsOf(on);
  const birthdayPassed = to.month > from.month || (to.month === from.month && to.day >= from.day);
  return to.year - from.year - (birthdayPassed ? 0 : 1);
}

/** `2026年8月10日`: Arabic digits, full year, no leading zero (GB/T 9704 7.3.5.4). */
export function chineseDate(date: PlainDate): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}
