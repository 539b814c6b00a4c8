import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idNumberText } from '../../exchange/cell-types/id-number-text.ts';
import { idCheckCharacter, modernIdNumber, readIdNumber } from '../../exchange/id-number.ts';
import { dateOfDayNumber, dayNumber, plainDate } from '../../policy/plain-date.ts';
import { idNumberOf } from './sample-rows.ts';

const birth = fc.integer({ min: dayNumber(plainDate('1900-01-01')), max: dayNumber(plainDate('2010-12-31')) }).map(dateOfDayNumber);
const order = fc.integer({ min: 1, max: 999 });
const context = { label: '领办人身份证号', unit: undefined };
const text = (value: string) => idNumberText.read({ kind: 'text', text: value }, context);

describe('the standard', () => {
  test('gives the last character of its own example', () => {
    // GB 11643-1999, 4.2.2: 11010519491231002X and 440524188001010014.
    expect([idCheckCharacter('11010519491231002'), idCheckCharacter('44052418800101001')]).toEqual(['X', '4']);
  });

  test('lets birth and sex be read from every number', () => {
    fc.assert(
      fc.property(birth, order, (day, number) => {
        const id = idNumberOf(day.replaceAll('-', ''), number);
        expect(readIdNumber(id)).toEqual({ birthDate: day, sex: number % 2 === 1 ? 'male' : 'female' });
      }),
    );
  });

  test('notices every single wrong digit', () => {
    fc.assert(
      fc.property(birth, order, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (day, number, place, shift) => {
        const id = idNumberOf(day.replaceAll('-', ''), number);
        const wrong = id.slice(0, place) + ((Number(id[place]) + shift) % 10) + id.slice(place + 1);
        expect(readIdNumber(wrong)).toHaveProperty('fault');
      }),
    );
  });

  test('notices two neighbouring digits in the wrong order', () => {
    fc.assert(
      fc.property(birth, order, fc.integer({ min: 0, max: 15 }), (day, number, place) => {
        const id = idNumberOf(day.replaceAll('-', ''), number);
        const [one = '', other = ''] = [id[place], id[place + 1]];
        const wrong = id.slice(0, place) + other + one + id.slice(place + 2);
        fc.pre(one !== other);
        expect(readIdNumber(wrong)).toHaveProperty('fault');
      }),
    );
  });

  test.each([
    ['42010019750512004', 'form'],
    ['4201001975051200477', 'form'],
    ['002100197505120047', 'region'],
    ['420100197513120047', 'birth'],
    ['420100197502300047', 'birth'],
    ['420100198509090000', 'sequence'],
    ['420100197505120048', 'checksum'],
  ])('finds the fault of %s: %s', (id, fault) => {
    expect(readIdNumber(id)).toEqual({ fault });
  });

  test('makes 18 digits of 15', () => {
    expect(modernIdNumber('420100750512004')).toBe('420100197505120047');
  });
});

describe('a cell', () => {
  test.each([
    ['420100197505120047'],
    [' 420100197505120047'],
    ['４２０１００１９７５０５１２００４７'],
    ['420100 19750512 0047'],
    ["'420100197505120047"],
    ['420100-19750512-0047'],
  ])('%j holds the number', (value) => {
    expect(text(value)).toEqual({ value: '420100197505120047' });
  });

  test('may hold a small x', () => {
    expect(text('11010519491231002x')).toEqual({ value: '11010519491231002X' });
  });

  test('with 15 digits is modernised with a warning, as text and as a number', () => {
    expect([text('420100750512004'), idNumberText.read({ kind: 'number', number: 420_100_750_512_004 }, context)]).toEqual(
      [1, 2].map(() => ({ value: '420100197505120047', warning: expect.stringContaining('15 位') })),
    );
  });

  test('with 18 digits stored as a number is damaged and never repaired', () => {
    // The digits a spreadsheet keeps may by chance be a number with a right last character: it is an error all the same.
    expect(idNumberText.read({ kind: 'number', number: 420_100_198_509_090_000 }, context)).toEqual({
      error:
        '身份证号以数字保存，末几位已失真（现为「420100198509090000」），无法还原。请把单元格设为文本格式，按身份证重新填写 18 位号码。',
    });
  });

  test.each([
    ['4.20100198509E+17', '科学计数法'],
    ['420100198509090000', '000'],
    ['420100197505120048', '校验码'],
    ['无', '18 位'],
  ])('%j is an error that says why', (value, why) => {
    expect(text(value)).toEqual({ error: expect.stringContaining(why) });
  });
});
