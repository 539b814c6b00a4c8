import { addDays, type PlainDate, plainDate } from '../../policy/plain-date.ts';
import { idNumberOf } from '../exchange/sample-rows.ts';
import type { Dice } from '../workflow/model/dice.ts';

const surnames = [
  ...'赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹窦章云苏潘葛范彭鲁韦马苗方俞任袁柳',
  '欧阳',
  '司徒',
  '诸葛',
  '尉迟',
];
const givenNames = '清源知行予安思齐明远书禾景行若水静姝怀瑾念慈望舒子衿致远承泽雨薇文博佳宁浩然嘉言';

/** Somebody who does not exist. */
export interface Person {
  readonly name: string;
  readonly sex: '男' | '女';
  readonly birthDate: PlainDate;
  readonly idNumber: string;
}

/** Makes somebody up who was born within so many days of a day. */
export type NewPerson = (born: { readonly from: string; readonly days: number }) => Person;

/** Makes people up, no two with the same ID number. */
export function registryOfPeople(dice: Dice): NewPerson {
  const orders = new Map<string, number>();
  return ({ from, days }) => {
    const birthDate = addDays(plainDate(from), dice.below(days));
    const digits = birthDate.replaceAll('-', '');
    const order = (orders.get(digits) ?? 0) + 1;
    orders.set(digits, order);
    const given = dice.below(givenNames.length / 2) * 2;
    const name = `${dice.oneOf(surnames)}${givenNames.slice(given, given + (dice.percent(75) ? 2 : 1))}`;
    // An even order number is a woman's. GB 11643-1999.
    return { name, sex: order % 2 === 0 ? '女' : '男', birthDate, idNumber: idNumberOf(digits, order) };
  };
}
