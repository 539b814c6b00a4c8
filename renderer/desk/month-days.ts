import { addDays, dayNumber, plainDate } from '../../policy/plain-date.ts';

/** The month of a day, `2026-08`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The month so many months later, or earlier when `by` is negative. */
export function movedMonth(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The days of a month in weeks from Monday to Sunday, with the days of the months around it that fill the first and the last week. */
export function monthWeeks(month: string): readonly (readonly string[])[] {
  const first = plainDate(`${month}-01`);
  // Day 0 of the count, 1970-01-01, was a Thursday.
  const afterMonday = (dayNumber(first) + 3) % 7;
  const start = addDays(first, -afterMonday);
  const weeks = [0, 1, 2, 3, 4, 5].map((week) => [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(start, week * 7 + day)));
  return weeks.filter((week) => week.some((day) => monthOf(day) === month));
}
