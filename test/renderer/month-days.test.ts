import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthOf, monthWeeks, movedMonth } from '../../renderer/desk/month-days.ts';

test('weeks begin on Monday and hold the whole month: August 2026 begins on a Saturday', () => {
  const weeks = monthWeeks('2026-08');
  expect([weeks.length, weeks[0]?.[0], weeks[0]?.[5], weeks.at(-1)?.[0], weeks.at(-1)?.[6]]).toEqual([
    6,
    '2026-07-27',
    '2026-08-01',
    '2026-08-31',
    '2026-09-06',
  ]);
});

test('February 2027 needs four weeks and no more', () => {
  expect(monthWeeks('2027-02').map(([monday]) => monday)).toEqual(['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22']);
});

const month = fc.tuple(fc.integer({ min: 2014, max: 2099 }), fc.integer({ min: 1, max: 12 })).map(([year, number]) => {
  return `${year}-${String(number).padStart(2, '0')}`;
});

test('moving on and back leads to the same month', () => {
  fc.assert(
    fc.property(month, fc.integer({ min: 0, max: 40 }), (from, by) => {
      expect(movedMonth(movedMonth(from, by), -by)).toBe(from);
    }),
  );
});

test('every week of a month has seven days, and every day of the month is there once', () => {
  fc.assert(
    fc.property(month, (of) => {
      const weeks = monthWeeks(of);
      const days = weeks.flat().filter((day) => monthOf(day) === of);
      expect(weeks.every((week) => week.length === 7)).toBe(true);
      expect(new Set(days).size).toBe(days.length);
      expect(days[0]).toBe(`${of}-01`);
    }),
  );
});

test('December is followed by January of the next year', () => {
  expect([movedMonth('2026-12', 1), movedMonth('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
});
