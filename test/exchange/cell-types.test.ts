import { describe, expect, test } from 'vitest';
import { floorArea } from '../../exchange/cell-types/floor-area.ts';
import { hostUnitKind } from '../../exchange/cell-types/host-unit-kind.ts';
import { phoneNumber } from '../../exchange/cell-types/phone-number.ts';
import { sectorName } from '../../exchange/cell-types/sector-name.ts';
import { sexChoice } from '../../exchange/cell-types/sex.ts';
import { wholeNumber } from '../../exchange/cell-types/whole-number.ts';
import { numberText } from '../../exchange/raw-workbook.ts';

const context = { label: '', unit: undefined };
const text = (value: string) => ({ kind: 'text', text: value }) as const;

describe('a floor area', () => {
  test.each([
    ['66', 66],
    ['66㎡', 66],
    ['５２', 52],
    ['75平方米', 75],
    ['75 m²', 75],
    ['1,200㎡', 1200],
    ['66.55', 66.55],
    ['0.01', 0.01],
    ['100000', 100_000],
  ])('%s is %d square metres', (value, area) => {
    expect(floorArea.read(text(value), context)).toEqual({ value: area });
  });

  test.each(['约66', '66-70', '六十', '3间', '0', '100001', '-5', '66㎡左右'])('%s is an error', (value) => {
    expect(floorArea.read(text(value), context)).toEqual({ error: expect.stringContaining('面积') });
  });
});

describe('a count', () => {
  const count = wholeNumber('人', '');
  test.each([
    ['12', 12],
    ['１２人', 12],
    ['12名', 12],
    ['1,200', 1200],
    ['12.0', 12],
    ['0', 0],
  ])('%s is %d', (value, number) => {
    expect(count.read(text(value), context)).toEqual({ value: number });
  });

  test.each(['12.5', '十二', '约12', '-1', '12余人'])('%s is an error', (value) => {
    expect(count.read(text(value), context)).toEqual({ error: expect.stringContaining('无法识别数量') });
  });
});

describe('a phone number', () => {
  test.each([
    ['13800000001', '13800000001'],
    ['138 0000 0001', '13800000001'],
    ['138-0000-0001', '13800000001'],
    ['+86 13800000001', '13800000001'],
    ['１３８００００００１１', '13800000011'],
    ['027-8800 0000', '027-88000000'],
    ['88000000', '88000000'],
    ['13800000001/13800000002', '13800000001、13800000002'],
  ])('%s is %s', (value, number) => {
    expect(phoneNumber.read(text(value), context)).toEqual({ value: number });
  });

  test('typed as a number is its digits', () => {
    expect(phoneNumber.read({ kind: 'number', number: 13_800_000_001 }, context)).toEqual({ value: '13800000001' });
  });

  test.each(['1380000000', '138000000011', '待定'])('%s is kept and warned about', (value) => {
    expect(phoneNumber.read(text(value), context)).toEqual({ value, warning: expect.stringContaining('不像手机号') });
  });
});

describe('a choice', () => {
  test.each([
    ['男', 'male'],
    [' 女 ', 'female'],
    ['女性', 'female'],
  ])('%s is %s', (value, sex) => {
    expect(sexChoice.read(text(value), context)).toEqual({ value: sex });
  });

  test.each([
    ['事业', 'public-institution'],
    ['事业单位', 'public-institution'],
    ['国有企业', 'enterprise'],
    ['社会组织', 'other'],
  ])('%s is %s', (value, kind) => {
    expect(hostUnitKind.read(text(value), context)).toEqual({ value: kind });
  });

  test('nobody offered is an error that lists what may be chosen', () => {
    expect(hostUnitKind.read(text('学校'), context)).toEqual({ error: '无法识别「学校」：请从「企业」「事业单位」「其他」中选一项。' });
  });
});

test.each([
  ['教育', '教育'],
  ['教育系统', '教育'],
  ['卫生 领域', '卫生'],
  ['系统', '系统'],
])('the sector %s is %s', (value, sector) => {
  expect(sectorName.read(text(value), context)).toEqual({ value: sector });
});

test.each([
  [5, '5'],
  [0.1 + 0.2, '0.3'],
  [420_100_198_509_090_000, '420100198509090000'],
  [1e-7, '0.0000001'],
  [-1.5, '-1.5'],
  [0, '0'],
  [1972.1, '1972.1'],
  [123_456_789_012_345_680_000, '123456789012346000000'],
])('the number %d reads %s', (number, digits) => {
  expect(numberText(number)).toBe(digits);
});
