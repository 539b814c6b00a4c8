import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { birthDate, birthMatches } from '../../exchange/cell-types/birth-date.ts';
import { calendarDate } from '../../exchange/cell-types/calendar-date.ts';
import { dateOfSerial, dateOfText, readDate } from '../../exchange/date-text.ts';
import { dateOfDayNumber, dayNumber, partsOf, plainDate } from '../../policy/plain-date.ts';

const day = fc.integer({ min: dayNumber(plainDate('1930-01-01')), max: dayNumber(plainDate('2099-12-31')) }).map(dateOfDayNumber);
const context = { label: '申报日期', unit: undefined };
const toFullWidth = (text: string) => text.replaceAll(/[!-~]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

describe('a whole date', () => {
  test.each([
    '1972-05-12',
    '1972-5-12',
    '1972/5/12',
    '1972.5.12',
    '1972.05.12',
    '1972年5月12日',
    '1972年05月12号',
    '1972 年 5 月 12 日',
    '19720512',
    '１９７２．５．１２',
    '1972-05-12 00:00:00',
    '1972-05-12T08:30:00',
    '1972年5月12日 星期五',
    '1972年5月12日（周五）',
    '1972。5。12',
    '1972、5、12',
  ])('is read from %s', (text) => {
    expect(dateOfText(text)).toEqual({ year: 1972, months: [5], day: 12 });
  });

  test('is read from any day written in any of these ways', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('-', '/', '.', '年'), fc.boolean(), fc.boolean(), (date, separator, padded, fullWidth) => {
        const { year, month, day: number } = partsOf(date);
        const digits = (value: number) => (padded ? String(value).padStart(2, '0') : String(value));
        const plain =
          separator === '年' ? `${year}年${digits(month)}月${digits(number)}日` : [year, digits(month), digits(number)].join(separator);
        expect(dateOfText(fullWidth ? toFullWidth(plain) : plain)).toEqual({ year, months: [month], day: number });
      }),
    );
  });

  test.each(['1972-13-01', '1972-02-30', '72.5.12', '一九七二年五月', '5月12日', '1972', '不详', '1972-5-12-1', '2026年8月32日'])(
    'is not read from %s',
    (text) => {
      expect(dateOfText(text)).toBeUndefined();
    },
  );
});

describe('a year and month', () => {
  test.each(['1972.5', '1972-05', '1972/5', '1972年5月', '1972年05月', '197205', '１９７２．５', '1972年5月生', ' 1972 . 5 '])(
    'is read from %s',
    (text) => {
      expect(dateOfText(text)).toEqual({ year: 1972, months: [5] });
    },
  );

  test('keeps October apart from January in text', () => {
    expect([dateOfText('1972.1'), dateOfText('1972.10')]).toEqual([
      { year: 1972, months: [1] },
      { year: 1972, months: [10] },
    ]);
  });

  test('typed as a number may be January or October: the last zero is lost', () => {
    expect([readDate({ kind: 'number', number: 1972.1 }), readDate({ kind: 'number', number: 1972.5 })]).toEqual([
      { year: 1972, months: [1, 10] },
      { year: 1972, months: [5] },
    ]);
  });

  test('is enough for a birth and not for a date of application', () => {
    const cell = { kind: 'text', text: '1972.5' } as const;
    expect([birthDate.read(cell, context), calendarDate.read(cell, context)]).toEqual([
      { value: { year: 1972, months: [5] } },
      { error: '日期「1972.5」没有写到日：请写全年月日，如 2026-08-01。' },
    ]);
  });

  test.each([
    ['1972-05-12', true],
    ['1972-05-31', true],
    ['1972-06-12', false],
    ['1973-05-12', false],
  ])('agrees with the day %s: %s', (date, agrees) => {
    expect(birthMatches({ year: 1972, months: [5] }, plainDate(date))).toBe(agrees);
  });
});

describe('a serial number', () => {
  test('is a day by counting alone', () => {
    fc.assert(
      fc.property(day, fc.double({ min: 0, max: 0.999, noNaN: true }), (date, time) => {
        expect(dateOfSerial(dayNumber(date) + 25_569 + time)).toBe(date);
      }),
    );
  });

  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, undefined],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [46_235, '2026-08-01'],
    [46_234.999_999_9, '2026-08-01'],
    [0, undefined],
    [2_958_466, undefined],
  ])('%d is %s', (serial, date) => {
    expect(dateOfSerial(serial)).toBe(date);
  });

  test('is told from a date written in digits', () => {
    expect([26_039, 19_720_512, 197_205].map((number) => readDate({ kind: 'number', number }))).toEqual([
      { year: 1971, months: [4], day: 16 },
      { year: 1972, months: [5], day: 12 },
      { year: 1972, months: [5] },
    ]);
  });

  test.each([9999, 80_000, 72.5, -1])('%d is no date', (number) => {
    expect(readDate({ kind: 'number', number })).toBeUndefined();
  });
});
