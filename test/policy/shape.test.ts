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

/** What a table's cell makes of each text, by the only leaf of a shape. */
function readBy<Value>({ leaves: [leaf] }: Shape<Value>, ...texts: readonly string[]): unknown[] {
  return texts.map((text) => leaf?.read(text));
}

/** What stands in a table's cell for each value. */
function writtenBy<Value>({ leaves: [leaf] }: Shape<Value>, ...values: readonly Value[]): unknown[] {
  return values.map((value) => leaf?.write(value));
}

describe('what a value is made of, as a table has it', () => {
  it('is a number in digits, with or without separators; what is none stays as it was written', () => {
    const wrong = ['3个', '一', '1,00', '1.', '.5', '- 3', '1,0000', '12,34', ''];
    expect(readBy(wholeNumber(1, 5), '3', '1200', '-2', '2.5', '2.25', '1,200', '12,345,678.9', ...wrong)).toEqual([
      3,
      1200,
      -2,
      2.5,
      2.25,
      1200,
      12_345_678.9,
      ...wrong,
    ]);
    expect(writtenBy(wholeNumber(1, 5), 3)).toEqual(['3']);
    expect([readBy(positiveNumber, '0.8'), writtenBy(positiveNumber, 0.8)]).toEqual([[0.8], ['0.8']]);
  });

  it('is money in 万元, digit by digit to the fen', () => {
    const wrong = ['5 万', '5万块', '1.2345678', '-5', '五', '1234567890', 'x5', '5元'];
    expect(readBy(moneyAmount, '5', '5万', '5万元', '3.5', '0.000001', '123456789.1', '2.50000000', ...wrong)).toEqual([
      5_000_000,
      5_000_000,
      5_000_000,
      3_500_000,
      1,
      123_456_789_100_000,
      2_500_000,
      ...wrong,
    ]);
    expect([writtenBy(moneyAmount, 3_500_000), moneyAmount.leaves[0]?.unit]).toEqual([['3.5'], '万元']);
  });

  it('is words as they are, and yes or no', () => {
    expect([readBy(words, '示范', ''), writtenBy(words, '示范'), words.text('示范')]).toEqual([['示范', ''], ['示范'], '示范']);
    expect(readBy(yesOrNo, '是', '否', '对')).toEqual([true, false, '对']);
    expect([writtenBy(yesOrNo, true, false), yesOrNo.leaves[0]?.choices]).toEqual([
      ['是', '否'],
      ['是', '否'],
    ]);
  });

  it('is a day of the year, also where a spreadsheet made a whole date of it', () => {
    const read = ['03-31', '3-1', '12/5', '3月31日', '3月31', '2026-03-31', '2026/3/31', '2026年12月1日'];
    const right = ['03-31', '03-01', '12-05', '03-31', '03-31', '03-31', '03-31', '12-01'];
    const wrong = ['三月', '331', '26-3-31', '3月31日前', '第3-31', '3-311', '3月日', '13月', 'x2026-3-31'];
    expect(readBy(dayOfYear, ...read, ...wrong)).toEqual([...right, ...wrong]);
    expect(writtenBy(dayOfYear, '03-01')).toEqual(['3月1日']);
  });

  it('is one of some words, by its name', () => {
    const shape = oneOf({ national: '国家级', municipal: '市级' });
    expect([readBy(shape, '市级', '校级'), writtenBy(shape, 'national'), shape.leaves[0]?.choices]).toEqual([
      ['municipal', '校级'],
      ['国家级'],
      ['国家级', '市级'],
    ]);
  });

  it('is each of its parts, called by all their names', () => {
    const shape = record<{ age: { least: number; most: number }; name: string }>({
      age: ['年龄', rangeOf(wholeNumber(1, 99))],
      name: ['名称', words],
    });
    expect(shape.leaves.map(({ path, label }) => [path, label])).toEqual([
      [['age', 'least'], '年龄 下限'],
      [['age', 'most'], '年龄 上限'],
      [['name'], '名称'],
    ]);
  });

  it('is a list, its entries between any of the marks people use', () => {
    const shape = listOf(words, { write: (entry) => `《${entry}》`, read: (text) => text.slice(1, -1) });
    expect(readBy(shape, '《甲》、《乙》，《丙》； 《丁》 \n《戊》', '、 ')).toEqual([['甲', '乙', '丙', '丁', '戊'], []]);
    expect(writtenBy(shape, ['甲', '乙'])).toEqual(['《甲》、《乙》']);
  });
});

describe('第十八条: the purposes of money, as a table has them', () => {
  const { shape } = parameters.expenseCategories;
  const [leaf] = shape.leaves;

  it('keep the code of a name the first text has; a new name is its own code', () => {
    const read = leaf?.read('示范交流（计入先建）、工作室建设(计入先建)');
    expect(read).toEqual([{ code: '示范交流', label: '示范交流', construction: true }, expect.objectContaining({ construction: true })]);
    const all = parameters.expenseCategories.values['2014-10-10']?.value ?? [];
    expect(leaf?.read(leaf.write(all))).toEqual(all);
    expect(leaf?.read('差旅 （计入先建）')).toEqual([{ code: '差旅', label: '差旅', construction: true }]);
    expect(leaf?.read('（计入先建）差旅')).toEqual([{ code: '（计入先建）差旅', label: '（计入先建）差旅', construction: false }]);
  });

  it('are asked for by their names', () => {
    expect(shape.problems([{}], '用途')).toEqual([
      '用途第 1 项缺少代码（code）',
      '用途第 1 项缺少名称（label）',
      '用途第 1 项缺少是否计入先建（construction）',
    ]);
  });
});
