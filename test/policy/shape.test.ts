import { describe, expect, it } from 'vitest';
import type { Parameter } from '../../policy/parameter.ts';
import { parameterNames, parameters } from '../../policy/parameters/all-parameters.ts';
import {
  dayOfYear,
  keeping,
  listOf,
  moneyAmount,
  oneOf,
  positiveNumber,
  rangeOf,
  record,
  type Shape,
  wholeNumber,
  words,
  yesOrNo,
} from '../../policy/shape.ts';

/** What a shape says of each value, in one list. */
function said<Value>(shape: Shape<Value>, ...values: readonly unknown[]): (readonly string[])[] {
  return values.map((value) => shape.problems(value, '数'));
}

describe('the shape of a value of the Measures', () => {
  it('is a whole number within its ends, both included', () => {
    const no = ['数应是 1 至 5 的整数'];
    expect(said(wholeNumber(1, 5), 0, 1, 5, 6, 2.5, '3', null, undefined, Number.NaN)).toEqual([no, [], [], no, no, no, no, no, no]);
  });

  it('is a number above zero', () => {
    const no = ['数应是大于 0 的数'];
    expect(said(positiveNumber, 0, 0.1, 50, -1, Number.POSITIVE_INFINITY, '50')).toEqual([no, [], [], no, no, no]);
  });

  it('is money in whole fen, above zero', () => {
    const no = ['数应是大于 0 的金额，精确到分'];
    expect(said(moneyAmount, 0, 1, 5_000_000, 0.5, 2 ** 53, '5')).toEqual([no, [], [], no, no, no]);
  });

  it('is a text that says something, or yes or no', () => {
    expect([said(words, '甲', ' ', '', 5), said(yesOrNo, true, false, 'true')]).toEqual([
      [[], ['数应是文字，不能为空'], ['数应是文字，不能为空'], ['数应是文字，不能为空']],
      [[], [], ['数应为是或否']],
    ]);
  });

  it('is a day every year has', () => {
    const no = ['数应是每年都有的日子，写成 3月31日 的样子'];
    expect(said(dayOfYear, '01-31', '12-31', '02-29', '13-01', '1-31', '04-31', 131, ['01-31'])).toEqual([[], [], no, no, no, no, no, no]);
  });

  it('is one of some words, and no name every object has', () => {
    const no = ['数应是甲、乙之一'];
    expect(said(oneOf({ a: '甲', b: '乙' }), 'a', 'b', '甲', 'toString', 1, ['a'])).toEqual([[], [], no, no, no, no]);
  });

  it('is an object with exactly its fields, each with its own shape', () => {
    const shape = record<{ least: number; name: string }>({ least: ['下限', wholeNumber(1, 5)], name: ['名称', words] });
    expect(said(shape, { least: 1, name: '甲' }, { least: 9, name: '甲', most: 3 }, { name: '' }, [], null, 'x')).toEqual([
      [],
      ['数没有「most」这一项', '数的下限应是 1 至 5 的整数'],
      ['数缺少下限（least）', '数的名称应是文字，不能为空'],
      ['数应包含 least、name 各项'],
      ['数应包含 least、name 各项'],
      ['数应包含 least、name 各项'],
    ]);
  });

  it('is a list with at least one entry', () => {
    expect(said(listOf(wholeNumber(1, 5), { write: String, read: Number }), [1, 5], [1, 6, 'x'], [], { length: 1 })).toEqual([
      [],
      ['数第 2 项应是 1 至 5 的整数', '数第 3 项应是 1 至 5 的整数'],
      ['数应是至少有一项的列表'],
      ['数应是至少有一项的列表'],
    ]);
  });

  it('is a range whose ends may be equal and not crossed', () => {
    expect(said(rangeOf(wholeNumber(1, 5)), { least: 2, most: 2 }, { least: 3, most: 2 }, { least: 0, most: 6 })).toEqual([
      [],
      ['数的下限不能大于上限'],
      ['数的下限应是 1 至 5 的整数', '数的上限应是 1 至 5 的整数'],
    ]);
  });

  it('asks a condition only of values that have the shape', () => {
    const even = keeping(wholeNumber(1, 5), (value) => value % 2 === 0, '应是偶数');
    expect(said(even, 2, 3, 'x')).toEqual([[], ['数应是偶数'], ['数应是 1 至 5 的整数']]);
  });

  it('is written for people', () => {
    const range = rangeOf(moneyAmount);
    expect([
      range.text({ least: 5_000_000, most: 8_000_000 }),
      yesOrNo.text(true),
      yesOrNo.text(false),
      oneOf({ a: '甲', b: '乙' }).text('b'),
      wholeNumber(1, 5).text(3),
      dayOfYear.text('01-31'),
      listOf(record<{ code: string }>({ code: ['代码', words] }), { write: ({ code }) => code, read: (code) => ({ code }) }).text([
        { code: 'a' },
        { code: 'b' },
      ]),
    ]).toEqual(['5 万元 至 8 万元', '是', '否', '乙', '3', '1月31日', 'a、b']);
  });

  it('fits every value the program declares itself', () => {
    const problems = parameterNames.flatMap((name) => {
      const { shape, label, values } = parameters[name] as Parameter<unknown>;
      return Object.values(values).flatMap((dated) => shape.problems(dated?.value, label));
    });
    expect(problems).toEqual([]);
  });
});
