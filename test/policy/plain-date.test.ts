import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addYears,
  chineseDate,
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  fullYears,
  isPlainDate,
  plainDate,
  plainDateOf,
} from '../../policy/plain-date.ts';

const anyDate = fc.integer({ min: dayNumber(plainDate('1900-01-01')), max: dayNumber(plainDate('2199-12-31')) }).map(dateOfDayNumber);

describe('a plain date', () => {
  it('is a day that exists, in one spelling only', () => {
    const texts = ['2024-02-29', '2023-02-29', '2023-2-9', '2023-02-09 ', '2026-13-01', '2026-00-10', '2026-04-31', '20260810'];
    expect(texts.filter(isPlainDate)).toEqual(['2024-02-29']);
  });

  it('is refused with the text it could not read', () => {
    expect(() => plainDate('2026年8月10日')).toThrow('无法识别日期「2026年8月10日」');
  });

  it('knows leap years by the century rule', () => {
    expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
    expect(daysInMonth(2024, 13)).toBe(0);
  });

  it('is not made of fractions, nor of years outside 1000 to 9999', () => {
    expect([
      plainDateOf(2026.5, 8, 1),
      plainDateOf(2026, 8.5, 1),
      plainDateOf(2026, 8, 1.5),
      plainDateOf(2026, 0, 1),
      plainDateOf(2026, 13, 0),
      plainDateOf(2026, 8, 0),
      plainDateOf(999, 1, 1),
      plainDateOf(10_000, 1, 1),
      plainDateOf(1000, 1, 1),
      plainDateOf(9999, 12, 31),
    ]).toEqual([...Array.from({ length: 8 }, () => undefined), '1000-01-01', '9999-12-31']);
  });

  it('survives the way to a day number and back', () => {
    fc.assert(fc.property(anyDate, (date) => dateOfDayNumber(dayNumber(date)) === date));
  });

  it('is moved by days and back again', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => addDays(addDays(date, days), -days) === date),
    );
  });

  it('steps from one month and year into the next', () => {
    expect([addDays(plainDate('2026-12-31'), 1), addDays(plainDate('2024-02-28'), 1), addDays(plainDate('2024-03-01'), -1)]).toEqual([
      '2027-01-01',
      '2024-02-29',
      '2024-02-29',
    ]);
  });

  it('falls back to 28 February when a leap day is moved into a common year', () => {
    expect([1, 4, -4, -24].map((years) => addYears(plainDate('2024-02-29'), years))).toEqual([
      '2025-02-28',
      '2028-02-29',
      '2020-02-29',
      '2000-02-29',
    ]);
    expect(addYears(plainDate('1896-02-29'), 4)).toBe('1900-02-28');
  });

  it('is refused when the move leaves the years 1000 to 9999', () => {
    expect(() => addYears(plainDate('2024-01-01'), 8000)).toThrow('无法推算');
  });

  it('is written for documents without leading zeros', () => {
    expect(chineseDate(plainDate('2026-08-01'))).toBe('2026年8月1日');
  });
});

describe('age in full years', () => {
  it('grows on the birthday, not the day before', () => {
    const birth = plainDate('1972-11-20');
    expect([fullYears(birth, plainDate('2025-11-19')), fullYears(birth, plainDate('2025-11-20'))]).toEqual([52, 53]);
  });

  it('does not grow on a later day of an earlier month', () => {
    const birth = plainDate('1972-11-20');
    expect([fullYears(birth, plainDate('2025-10-25')), fullYears(birth, plainDate('2025-12-05'))]).toEqual([52, 53]);
  });

  it('grows on 1 March of a common year for someone born on 29 February', () => {
    const birth = plainDate('1972-02-29');
    expect([
      fullYears(birth, plainDate('2025-02-28')),
      fullYears(birth, plainDate('2025-03-01')),
      fullYears(birth, plainDate('2024-02-29')),
    ]).toEqual([52, 53, 52]);
  });

  it('never decreases as days pass', () => {
    fc.assert(fc.property(anyDate, anyDate, (birth, on) => fullYears(birth, addDays(on, 1)) >= fullYears(birth, on)));
  });
});
