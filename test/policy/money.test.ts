import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyText, tenThousandYuan, tenThousandYuanText, yuan, yuanText } from '../../policy/money.ts';

describe('money in fen', () => {
  it('is made from yuan and from 万元', () => {
    expect([yuan(0.1), yuan(50_000), tenThousandYuan(5), tenThousandYuan(0.35)]).toEqual([10, 5_000_000, 5_000_000, 350_000]);
  });

  it('is written in yuan with decimals only where there are fen', () => {
    expect([yuanText(50_000), yuanText(50_050), yuanText(5), yuanText(-1234), yuanText(0)]).toEqual([
      '500',
      '500.50',
      '0.05',
      '-12.34',
      '0',
    ]);
  });

  it('keeps its value when written in yuan and read again', () => {
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => yuan(Number(yuanText(fen))) === fen));
  });

  it('is written in 万元 without trailing zeros', () => {
    expect([tenThousandYuanText(5_000_000), tenThousandYuanText(350_000)]).toEqual(['5', '0.35']);
  });

  it('is said in 万元 from ten thousand yuan up where it is whole hundreds, and in yuan otherwise', () => {
    expect([1_000_000, 1_250_000, -1_000_000, 1_000_100, 990_000, 5, 0].map(moneyText)).toEqual([
      '1 万元',
      '1.25 万元',
      '-1 万元',
      '10001 元',
      '9900 元',
      '0.05 元',
      '0 元',
    ]);
  });
});
