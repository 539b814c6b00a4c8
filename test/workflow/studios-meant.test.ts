import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWorkbook, type Typed } from '../exchange/make-workbook.ts';
import { idNumberOf, plainHeader, plainRow } from '../exchange/sample-rows.ts';
import { type NewDesk, newDesk } from './new-desk.ts';

const person = (order: number): string => idNumberOf('19750512', order);

describe('a list against a register with more studios than it names', () => {
  let desk: NewDesk;
  const save = async (name: string, rows: readonly (readonly Typed[])[]): Promise<string> => {
    const path = join(desk.folder, name);
    writeFileSync(path, await makeWorkbook({ rows: [[...plainHeader], ...rows] }));
    return path;
  };
  beforeAll(async () => {
    desk = await newDesk();
    const known = [1, 2, 3, 4, 5].map((number) => plainRow(number, { 领办人姓名: `尉迟${'一二三四五六'[number] ?? ''}` }));
    await desk.workflow.applyImport({ path: await save('已有.xlsx', known) });
  });
  afterAll(() => desk.close());

  test('a row is known by the number of its lead, by their name, and by name and unit; another is new', async () => {
    const path = await save('新来.xlsx', [
      plainRow(1, { 领办人姓名: '尉迟二', 职称: '正高级教师' }),
      plainRow(7, { 领办人姓名: '尉迟三', 身份证号: person(71) }),
      plainRow(3, { 领办人姓名: '公孙乙', 身份证号: person(73) }),
      plainRow(8, { 领办人姓名: '公孙丙', 身份证号: person(75), 联系电话: '12' }),
    ]);
    const { rows } = await desk.workflow.previewImport({ path });
    expect(rows.map(({ state, changes, warnings }) => [state, changes.length, warnings])).toEqual([
      ['changed', 1, []],
      ['new', 0, ['D3 领办人姓名 库中「样例2名师工作室」的领办人也叫「尉迟三」，身份证号不同：请确认是同名的两个人。']],
      ['new', 0, ['登记库中有同名同单位的「样例3名师工作室」，身份证号不同：请确认不是同一个工作室。']],
      ['new', 0, ['J5 领办人联系电话 联系电话「12」不像手机号或固定电话号码，已照录，请核对。']],
    ]);
  });
});
