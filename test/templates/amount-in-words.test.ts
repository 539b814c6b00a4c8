import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountInWords, amountText } from '../../templates/kit/amount-in-words.ts';

test.each([
  [0, '人民币零元整'],
  [1, '人民币壹分'],
  [10, '人民币壹角整'],
  [105, '人民币壹元零伍分'],
  [150, '人民币壹元伍角整'],
  [1000_00, '人民币壹仟元整'],
  [1010_53, '人民币壹仟零壹拾元零伍角叁分'],
  [1409_50, '人民币壹仟肆佰零玖元伍角整'],
  [6007_14, '人民币陆仟零柒元壹角肆分'],
  [16409_02, '人民币壹万陆仟肆佰零玖元零贰分'],
  [50_000_00, '人民币伍万元整'],
  [50_050_00, '人民币伍万零伍拾元整'],
  [107_000_53, '人民币壹拾万柒仟元零伍角叁分'],
  [100_001_000_00, '人民币壹亿零壹仟元整'],
  [100_050_000_00, '人民币壹亿零伍万元整'],
])('%i fen are %s', (amount, words) => {
  expect(amountInWords(amount)).toBe(words);
});

test.each([-1, 0.5, Number.NaN, 1e14])('%s fen cannot be written', (amount) => {
  expect(() => amountInWords(amount)).toThrow(RangeError);
});

test('figures stand beside the words', () => {
  expect(amountText(20_000_50)).toBe('20000.50元（大写：人民币贰万元伍角整）'.replace('元伍角', '元零伍角'));
});

const digits = '零壹贰叁肆伍陆柒捌玖';
const units = { 拾: 10, 佰: 100, 仟: 1000 } as const;

/** Reads the words back: an independent, slower way round. */
function fenOf(words: string): number {
  let total = 0;
  let group = 0;
  let digit = 0;
  for (const character of words.replace('人民币', '').replace('整', '')) {
    if (digits.includes(character)) digit = digits.indexOf(character);
    else if (character in units) {
      group += digit * units[character as keyof typeof units];
      digit = 0;
    } else if (character === '万' || character === '亿') {
      total += (group + digit) * (character === '万' ? 1e4 : 1e8);
      group = 0;
      digit = 0;
    } else if (character === '元') {
      total = (total + group + digit) * 100;
      group = 0;
      digit = 0;
    } else {
      total += digit * (character === '角' ? 10 : 1);
      digit = 0;
    }
  }
  return total;
}

test('the words say the amount, with never two 零 in a row', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.maxSafeInteger().filter((amount) => amount >= 0 && amount < 1e14),
      ),
      (amount) => {
        const words = amountInWords(amount);
        expect(fenOf(words)).toBe(amount);
        expect(words).not.toMatch(/零零|零元零|零万|零亿/);
      },
    ),
  );
});
