import { describe, expect, test } from 'vitest';
import { readApplicationList } from '../../exchange/application-list.ts';
import { writeApplicationListTemplate } from '../../exchange/write-application-list-template.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { makeWorkbook, type Typed, type TypedSheet } from './make-workbook.ts';
import { idNumberOf, plainHeader, plainRow } from './sample-rows.ts';

const fileName = '样例.xlsx';
const read = async (...sheets: readonly TypedSheet[]) => readApplicationList(await makeWorkbook(...sheets), fileName);
const readRow = async (changes: Parameters<typeof plainRow>[1]) => {
  const { rows, warnings } = await read({ rows: [plainHeader, plainRow(1, changes)] });
  return { record: rows[0]?.record, errors: rows[0]?.errors ?? [], warnings };
};
const brief = (problems: readonly { readonly cell: string; readonly field: string }[]) =>
  problems.map(({ cell, field }) => `${cell} ${field}`);

describe('the header', () => {
  test('may stand in any of the first sixty rows, under titles and notes', async () => {
    const above: Typed[][] = [['某某汇总表'], ['填报单位：区教育局'], ...Array.from({ length: 56 }, () => []), ['（请如实填写）']];
    const result = await read({ rows: [...above, [...plainHeader], plainRow(1)], merges: ['A1:S1'] });
    expect([result.rows[0]?.row, result.rows[0]?.record.area, result.header]).toEqual([61, 80, { department: '区教育局' }]);
  });

  test('further down is not found', async () => {
    await expect(read({ rows: [...Array.from({ length: 60 }, () => []), [...plainHeader], plainRow(1)] })).rejects.toThrow('前 60 行');
  });

  test('may use other words and stand in any order', async () => {
    const result = await read({
      rows: [
        ['身份证号码', '成员', '所属系统', '主持人', '面积（平方米）', '名师工作室名称', '依托单位', '配套经费（元）'],
        [idNumberOf('19750512', 4), '张三 李四 王五', '教育系统', '方予安', '80', '方予安名师工作室', '第一小学', '50000'],
      ],
    });
    expect(result.rows[0]?.record).toEqual({
      studioName: '方予安名师工作室',
      sector: '教育',
      leadName: '方予安',
      leadSex: 'female',
      leadBirthDate: '1975-05-12',
      leadIdNumber: idNumberOf('19750512', 4),
      hostUnit: '第一小学',
      members: ['张三', '李四', '王五'],
      area: 80,
      dedicatedFunds: 5_000_000,
    });
  });

  test('in two levels is read with its groups, merged or not', async () => {
    const upper = ['序号', '工作室名称', '主持人信息', undefined, undefined, '团队成员', '所在单位'];
    const lower = [undefined, undefined, '姓名', '身份证号', '职称', undefined, undefined];
    const row = [1, '方予安名师工作室', '方予安', idNumberOf('19750512', 4), '高级教师', '张三、李四、王五', '第一小学'];
    const merged = await read({ rows: [['标题'], upper, lower, row], merges: ['A1:G1', 'A2:A3', 'B2:B3', 'C2:E2', 'F2:F3', 'G2:G3'] });
    const bare = await read({ rows: [['标题'], upper, lower, row] });
    expect(merged.rows[0]?.record).toMatchObject({ leadName: '方予安', leadTitle: '高级教师', members: ['张三', '李四', '王五'] });
    expect(bare.rows).toEqual(merged.rows);
  });

  test('with a unit for the whole table above it gives that unit to its amounts', async () => {
    const header = plainHeader.map((text) => text.replace('（万元）', ''));
    const withUnit = await read({ rows: [['单位：万元'], header, plainRow(1)] });
    const without = await read({ rows: [header, plainRow(1)] });
    expect([withUnit.rows[0]?.record.dedicatedFunds, brief(without.rows[0]?.errors ?? [])]).toEqual([5_000_000, ['P2 单位专项经费']]);
  });

  test('with a column twice reads the left one and says so', async () => {
    const result = await read({
      rows: [
        [...plainHeader, '备注'],
        [...plainRow(1, { 备注: '左' }), '右'],
      ],
    });
    expect([result.rows[0]?.record.remarks, result.warnings.map(({ message }) => message)]).toEqual([
      '左',
      ['「备注」列不止一列，只读取了最左边的一列。'],
    ]);
  });

  test('that lacks a column no application can do without is refused, naming it', async () => {
    const header = plainHeader.map((text) => (text === '身份证号' ? '工号' : text));
    await expect(read({ rows: [header, plainRow(1)] })).rejects.toThrow(
      '无法导入「样例.xlsx」：工作表「表1」第 1 行的表头缺少「领办人身份证号」。',
    );
  });

  test('of something else is refused with what was expected', async () => {
    await expect(
      read({
        rows: [
          ['菜名', '单价'],
          ['豆皮', 6],
        ],
      }),
    ).rejects.toThrow(/无法把「样例.xlsx」识别为「申报汇总表」.*应有的列：工作室名称、领域、领办人姓名/u);
  });
});

describe('rows that are no records', () => {
  test.each<[string, Typed[]]>([
    ['a blank one', []],
    ['one with a number only', [7]],
    ['one of blanks', [undefined, '　', '\u00a0']],
    [
      'a total',
      [
        '合计',
        '1个',
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        80,
        5,
      ],
    ],
    ['a subtotal', ['小　计', '1个']],
    ['a note', ['注：1.本表一式2份；2.以身份证为准。']],
    ['the line for signatures', ['填报人：何思齐', undefined, '审核人：']],
    ['an example', ['例', '样例名师工作室', '教育', '郑知远', '男', '1978-03', '420100197803150017']],
  ])('%s is passed over in silence', async (_, row) => {
    const result = await read({ rows: [plainHeader, row, plainRow(1), row] });
    expect([result.rows.map((each) => each.row), result.warnings]).toEqual([[3], []]);
  });

  test('any other without a studio is passed over with a warning', async () => {
    const result = await read({ rows: [plainHeader, plainRow(1), ['', '', '', '', '', '', '', '', '', '', '某校', '', '', '', 30]] });
    expect([result.rows.length, result.warnings.map(({ message }) => message)]).toEqual([
      1,
      ['第 3 行没有工作室名称，不像一条记录，已跳过：请确认其中没有漏报的内容。'],
    ]);
  });

  test('a row that lacks what every application needs is an error at that cell', async () => {
    const { errors } = await readRow({ 工作室名称: undefined, 身份证号: ' ' });
    expect(brief(errors)).toEqual(['B2 工作室名称', 'G2 领办人身份证号']);
  });
});

describe('merged cells', () => {
  test('fill every row they cover', async () => {
    const result = await read({
      rows: [plainHeader, plainRow(1), plainRow(2, { 领域: undefined, 所在单位: undefined })],
      merges: ['C2:C3', 'K2:K3'],
    });
    expect(result.rows.map(({ record }) => [record.sector, record.hostUnit])).toEqual([
      ['教育', '武昌区第一小学'],
      ['教育', '武昌区第一小学'],
    ]);
  });

  test('over a studio name make several rows one record with one list of members', async () => {
    const second: Typed[] = Array.from({ length: plainHeader.length }, () => undefined);
    second[12] = '祁明远、冉星河';
    const merges = plainHeader.flatMap((_, index) =>
      index === 12 ? [] : [`${String.fromCharCode(65 + index)}2:${String.fromCharCode(65 + index)}3`],
    );
    const result = await read({ rows: [plainHeader, plainRow(1), second, plainRow(2)], merges });
    expect(result.rows.map(({ row, record, errors }) => [row, record.members, errors])).toEqual([
      [2, ['陆知行', '钟意', '孟书禾', '祁明远', '冉星河'], []],
      [4, ['陆知行', '钟意', '孟书禾'], []],
    ]);
  });

  test('over a studio name with two answers to one question are an error', async () => {
    const result = await read({ rows: [plainHeader, plainRow(1), plainRow(1, { '场所面积（㎡）': 60 })], merges: ['B2:B3'] });
    expect(brief(result.rows[0]?.errors ?? [])).toEqual(['O2 场所面积']);
  });
});

describe('the ID number beside the other cells', () => {
  test.each([
    ['1975.5', '1975-05-12'],
    ['197505', '1975-05-12'],
    [undefined, '1975-05-12'],
  ])('completes the birth %s', async (birth, day) => {
    const { record, errors } = await readRow({ 出生年月: birth });
    expect([record?.leadBirthDate, errors]).toEqual([day, []]);
  });

  test('decides between January and October of a number that lost its zero', async () => {
    const october = idNumberOf('19751003', 7);
    const { record, errors } = await readRow({ 出生年月: 1975.1, 身份证号: october });
    expect([record?.leadBirthDate, errors]).toEqual(['1975-10-03', []]);
  });

  test('contradicted by birth or sex is an error in that cell', async () => {
    const { errors } = await readRow({ 出生年月: '1975-05-13', 性别: '女' });
    expect(errors.map(({ cell, field, message }) => [cell, field, message])).toEqual([
      ['F2', '领办人出生年月', '出生年月「1975-05-13」与身份证号中的 1975-05-12 不一致：请核对后更正其中一处。'],
      ['E2', '领办人性别', '性别「女」与身份证号不一致（号码为男）：请核对后更正其中一处。'],
    ]);
  });

  test('is not contradicted by a date and a sex that agree', async () => {
    const { errors } = await readRow({ 出生年月: new Date('1975-05-12T00:00:00Z'), 性别: '男' });
    expect(errors).toEqual([]);
  });
});

describe('formulas', () => {
  test('are read by their value', async () => {
    const { record, errors } = await readRow({ '场所面积（㎡）': { formula: '8*9', result: 72 } });
    expect([record?.area, errors]).toEqual([72, []]);
  });

  test.each<[string, Typed, string]>([
    ['an error value', { error: '#REF!' }, '错误值「#REF!」'],
    ['no value yet', { formula: 'A1+1' }, '公式没有结果'],
    ['a value from another file', { formula: "'[旧表.xlsx]Sheet1'!A1", result: 72 }, '取自别的文件'],
    ['a value from a numbered link', { formula: '[1]Sheet1!A1', result: 72 }, '取自别的文件'],
  ])('with %s are errors', async (_, value, reason) => {
    const { record, errors } = await readRow({ '场所面积（㎡）': value });
    expect([record?.area, errors.map(({ cell, message }) => [cell, message.includes(reason)])]).toEqual([undefined, [['O2', true]]]);
  });
});

describe('what must be distinct', () => {
  test('an ID number or a studio twice is an error in every row that has it', async () => {
    const result = await read({
      rows: [plainHeader, plainRow(1), plainRow(2, { 身份证号: plainRow(1)[6] }), plainRow(3, { 工作室名称: '样例1名师工作室' })],
    });
    expect(result.rows.map(({ errors }) => brief(errors))).toEqual([
      ['B2 工作室名称', 'G2 领办人身份证号'],
      ['G3 领办人身份证号'],
      ['B4 工作室名称'],
    ]);
  });

  test('across sheets it names the sheet', async () => {
    const result = await read({ name: '一', rows: [plainHeader, plainRow(1)] }, { name: '二', rows: [plainHeader, plainRow(1)] });
    expect(result.rows[0]?.errors[1]?.message).toContain('与工作表「二」第 2 行相同');
  });

  test('two people of one name are only warned about', async () => {
    const result = await read({ rows: [plainHeader, plainRow(1, { 领办人姓名: '王 芳' }), plainRow(2, { 领办人姓名: '王　芳' })] });
    expect([result.rows.flatMap(({ errors }) => errors), result.warnings.map(({ cell }) => cell)]).toEqual([[], ['D2', 'D3']]);
  });
});

test.each([
  [21, '第 21 行、第 22 行'],
  [22, '第 21 行、第 22 行 等 21 行'],
])('of %i rows that say the same, each names the first twenty others', async (count, end) => {
  const rows = Array.from({ length: count }, (_, index) => plainRow(index + 1, { 领办人姓名: '顾清' }));
  const { warnings } = await read({ rows: [[...plainHeader], ...rows] });
  expect(warnings).toHaveLength(count);
  expect(warnings[0]?.message).toBe(
    `领办人姓名「顾清」与${Array.from({ length: 18 }, (_, index) => `第 ${index + 3} 行、`).join('')}${end}相同，身份证号不同或有误：请确认是否同名的两个人。`,
  );
});

describe('what is hidden', () => {
  test('rows and columns are read and mentioned, sheets are mentioned and not read', async () => {
    const hide: TypedSheet['change'] = (sheet) => {
      sheet.getRow(2).hidden = true;
      sheet.getColumn(15).hidden = true;
    };
    const result = await read(
      { name: '申报', rows: [plainHeader, plainRow(1)], change: hide },
      { name: '旧表', rows: [plainHeader, plainRow(2)], state: 'hidden' },
    );
    expect([
      result.rows.map(({ studio }) => studio),
      result.warnings.map(({ sheet, message }) => `${sheet} ${message.split('，')[0]}`),
    ]).toEqual([['样例1名师工作室'], ['旧表 工作表是隐藏的', '申报 第 2 行（共 1 行）是隐藏的', '申报 「场所面积」列（O 列）是隐藏的']]);
  });
});

test('a second sheet that lists members by name and ID number is not taken for applications', async () => {
  const members = [
    ['工作室名称', '姓名', '性别', '身份证号', '职称'],
    ['样例1名师工作室', '陆知行', '男', idNumberOf('19850101', 3), '一级教师'],
  ];
  const result = await read({ rows: [plainHeader, plainRow(1)] }, { name: '成员', rows: members });
  expect(result.rows.map(({ sheet }) => sheet)).toEqual(['表1']);
});

test('text that looks like a formula stays text', async () => {
  const { record } = await readRow({ 备注: '=cmd|calc!A0', 培训对象: '@SUM(1)' });
  expect([record?.remarks, record?.trainingAudience]).toEqual(['=cmd|calc!A0', '@SUM(1)']);
});

describe('the blank template', () => {
  const template = {
    year: 2026,
    department: '区教育局',
    sector: '教育',
    sectors: ['教育', '卫生'],
    date: plainDate('2026-08-01'),
    measuresId: 'wuchang-2014',
  };

  test('is an application list without a row: the example is passed over', async () => {
    const { bytes, fileName: name } = await writeApplicationListTemplate(template);
    const result = await readApplicationList(bytes, name);
    expect([name, result.rows, result.warnings]).toEqual(['2026年武昌区教育系统名师工作室申报汇总表（空白模板）（区教育局）.xlsx', [], []]);
  });

  test('is the same bytes for the same wish', async () => {
    const [one, other] = [await writeApplicationListTemplate(template), await writeApplicationListTemplate(template)];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });
});
