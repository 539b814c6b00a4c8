import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moneyAmount } from '../../exchange/cell-types/money-amount.ts';

const read = (text: string, unit: string | undefined) => moneyAmount.read({ kind: 'text', text }, { label: '单位专项经费', unit });

describe('in a column of 万元', () => {
  test.each([
    ['5', 5_000_000],
    ['3.0', 3_000_000],
    ['５', 5_000_000],
    ['5万', 5_000_000],
    ['4万元', 4_000_000],
    ['4 万元整', 4_000_000],
    ['50,000元', 5_000_000],
    ['￥50000元', 5_000_000],
    ['0', 0],
    ['0.5', 500_000],
    ['1.234567', 1_234_567],
    ['人民币5万元', 5_000_000],
  ])('%s is %d fen', (text, fen) => {
    expect(read(text, '万元').value).toBe(fen);
  });

  test('a number is read as it is typed, without a rounding of its own', () => {
    expect([0.1 + 0.2, 1.005, 5].map((number) => moneyAmount.read({ kind: 'number', number }, { label: '', unit: '万元' }).value)).toEqual([
      300_000, 1_005_000, 5_000_000,
    ]);
  });

  test.each([
    ['999.9', undefined],
    ['1000', expect.stringContaining('像是把元写进了万元栏')],
    ['50000', expect.stringContaining('像是把元写进了万元栏')],
    ['1000万元', undefined],
  ])('%s is warned about: %s', (text, warning) => {
    expect(read(text, '万元').warning).toEqual(warning);
  });
});

test('a column of 元 takes yuan, and a unit written beside the number wins over the header', () => {
  expect([read('50000', '元').value, read('50,000.50', '元').value, read('5万', '元').value]).toEqual([5_000_000, 5_000_050, 5_000_000]);
});

test('without any unit an amount is an error and not a guess', () => {
  expect([read('5', undefined), read('5万', undefined).value]).toEqual([{ error: expect.stringContaining('没有写明单位') }, 5_000_000]);
});

test.each(['约5万', '5-8万', '5万2千', '-5', '5,00', '五万', '5万以上', '5..0', '待定', '1e5'])('%s is an error, never nought', (text) => {
  expect(read(text, '万元')).toEqual({ error: expect.stringContaining('无法识别金额') });
});

test('a currency sign in a column of 万元 leaves the unit open', () => {
  expect([read('￥50000', '万元'), read('￥50000', '元').value]).toEqual([
    { error: expect.stringContaining('看不出是元还是万元') },
    5_000_000,
  ]);
});

test('a fraction of a fen is an error', () => {
  expect([read('0.000001', '万元').value, read('0.0000001', '万元').error, read('0.005元', '元').error]).toEqual([
    1,
    expect.stringContaining('不足一分'),
    expect.stringContaining('不足一分'),
  ]);
});

test('every amount written is read again to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999_99 }), fc.constantFrom('元', '万元'), fc.boolean(), (fen, unit, grouped) => {
      const power = unit === '元' ? 2 : 6;
      const digits = String(fen).padStart(power + 1, '0');
      const whole = digits.slice(0, -power);
      const text = `${grouped ? Number(whole).toLocaleString('en-US') : whole}.${digits.slice(-power)}${unit}`;
      expect(read(text, undefined)).toEqual({ value: fen });
    }),
  );
});
