import { idCheckCharacter } from '../../exchange/id-number.ts';
import type { Typed } from './make-workbook.ts';

/** A fictional ID number with a right last character: an even order number is a woman's. */
export function idNumberOf(birth: string, order: number): string {
  const first17 = `420100${birth}${String(order).padStart(3, '0')}`;
  return first17 + idCheckCharacter(first17);
}

/** The usual headers in one row. */
export const plainHeader = [
  '序号',
  '工作室名称',
  '领域',
  '领办人姓名',
  '性别',
  '出生年月',
  '身份证号',
  '职称',
  '资格依据',
  '联系电话',
  '所在单位',
  '单位性质',
  '团队成员',
  '培训对象',
  '场所面积（㎡）',
  '单位专项经费（万元）',
  '单位推荐意见',
  '申报日期',
  '备注',
] as const;

/** A faultless row under those headers; changes by header. */
export function plainRow(number: number, changes: Readonly<Partial<Record<(typeof plainHeader)[number], Typed>>> = {}): Typed[] {
  const usual: Record<(typeof plainHeader)[number], Typed> = {
    序号: number,
    工作室名称: `样例${number}名师工作室`,
    领域: '教育',
    领办人姓名: `顾清${'甲乙丙丁戊己庚辛壬癸'[number % 10]}`,
    性别: '男',
    出生年月: '1975-05-12',
    身份证号: idNumberOf('19750512', number * 2 + 1),
    职称: '高级教师',
    资格依据: '武汉市学科带头人（2019）',
    联系电话: '13800000001',
    所在单位: '武昌区第一小学',
    单位性质: '事业单位',
    团队成员: '陆知行、钟意、孟书禾',
    培训对象: '青年教师',
    '场所面积（㎡）': 80,
    '单位专项经费（万元）': 5,
    单位推荐意见: '情况属实，同意推荐',
    申报日期: '2026-08-01',
    备注: undefined,
  };
  const values = { ...usual, ...changes };
  return plainHeader.map((header) => values[header]);
}

/** A row as a line of a text file. */
export function typedLine(row: readonly Typed[], separator: string): string {
  return row.map((value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')).join(separator);
}
