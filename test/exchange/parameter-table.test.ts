import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { measuresOfTable } from '../../exchange/measures-of-table.ts';
import { type ParameterCells, parameterLeaves, readParameterTable, writeParameterTable } from '../../exchange/parameter-table.ts';
import type { ReadRow } from '../../exchange/read-result.ts';
import { checkAddedMeasures } from '../../policy/added-measures.ts';
import { documentNumbersOn, type Measures, type MeasuresValues, measuresOn } from '../../policy/measures.ts';
import type { Parameter } from '../../policy/parameter.ts';
import { parameterNames, parameters } from '../../policy/parameters/all-parameters.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { fillParameterTable, revisedNumber, revisedTable, type TypedRow } from './fill-parameter-table.ts';

const day = plainDate('2026-12-01');
const present = { measures: measuresOn(day), numbers: documentNumbersOn(day, []) };
const header = { department: '区委人才工作领导小组办公室', date: day, numbers: present.numbers };

let blank: Uint8Array;
beforeAll(async () => {
  blank = (await writeParameterTable(present.measures, header)).bytes;
});

/** The table with the revised rule in it, and what a clerk types besides. */
async function reading(typed: Readonly<Record<string, TypedRow>> = {}) {
  const over = Object.entries(typed).map(([row, cells]) => [row, { ...revisedTable[row], ...cells }] as const);
  const rows = await readParameterTable(await fillParameterTable(blank, { ...revisedTable, ...Object.fromEntries(over) }), '参数表.xlsx');
  return measuresOfTable(rows, present);
}

/** What is said of each wrong cell. */
async function said(typed: Readonly<Record<string, TypedRow>>): Promise<readonly string[]> {
  const { stated, problems } = await reading(typed);
  expect(stated).toBeUndefined();
  return problems.map(({ cell, field, message }) => `${cell} ${field}${message}`);
}

describe('参数表', () => {
  it('is named after the Measures and the department, and the same bytes every time', async () => {
    const again = await writeParameterTable(present.measures, header);
    expect([again.fileName, Buffer.from(again.bytes).equals(Buffer.from(blank))]).toEqual([
      '武昌区名师工作室建设管理办法参数表（区委人才工作领导小组办公室）.xlsx',
      true,
    ]);
  });

  it('has a cell for every part of every value', () => {
    const parts = parameterNames.map((name) => parameterLeaves.filter((leaf) => leaf.name === name).length);
    expect(parts.filter((count) => count === 0)).toEqual([]);
    expect(new Set(parameterLeaves.map(({ item, leaf }) => `${item} ${leaf.label}`)).size).toBe(parameterLeaves.length);
  });

  it('states the new set: what was changed, with its provision, and nothing else', async () => {
    const { stated, problems } = await reading();
    expect(problems).toEqual([]);
    expect(checkAddedMeasures(stated)).toEqual({
      id: 'wuchang-2027-03-01',
      title: '武昌区名师工作室建设管理办法（修订）',
      documentNumber: revisedNumber,
      effectiveFrom: '2027-03-01',
      values: {
        leadAgeLimit: {
          value: { male: { general: 55, special: 60 }, female: { general: 50, special: 55 } },
          source: { article: 6, item: 4 },
        },
        minimumArea: { value: 70, source: { article: 7, item: 1 } },
        publicNoticeDays: { value: 7, source: { article: 12, item: 4 } },
        grantRange: {
          value: {
            'public-benefit': { least: 10_000_000, most: 12_500_000 },
            'with-market-function': { least: 3_000_000, most: 6_000_000 },
          },
          source: { article: 12, item: 6 },
        },
        cycleYears: { value: 3, source: { article: 19 } },
      },
    });
  });

  it('takes a value the new document repeats as set by it', async () => {
    const { stated } = await reading({ 团队成员年龄上限: { number: revisedNumber } });
    expect(stated?.values.memberAgeLimit).toEqual({ value: 45, source: { article: 6, item: 1 } });
  });

  it('takes dates as a spreadsheet keeps them, and choices by their names', async () => {
    const { stated, problems } = await reading({
      '办法 施行日期': { value: new Date('2027-03-01T00:00:00Z') },
      '办法 终止日期': { value: '2032-02-29' },
      '区人力资源局年度工作时间（办法未定，默认值） 年初方案': { value: '2月10日', number: revisedNumber },
      '公示期计算方法（办法未定，默认值） 日数': { value: '工作日', number: revisedNumber },
      经费开支范围: { value: '工作室基础建设（计入先建）、差旅', number: revisedNumber },
    });
    expect([problems, stated?.effectiveFrom, stated?.effectiveTo]).toEqual([[], '2027-03-01', '2032-02-29']);
    expect([
      stated?.values.hrYearlyDates?.value,
      stated?.values.publicNoticeCounting?.value,
      stated?.values.expenseCategories?.value,
    ]).toEqual([
      { plan: '02-10', supervision: '06-30', review: '12-31' },
      { days: 'working', postingDay: 'excluded' },
      [
        { code: 'construction', label: '工作室基础建设', construction: true },
        { code: '差旅', label: '差旅', construction: false },
      ],
    ]);
  });
});

const share = '考核等次建议（办法未定，默认值） 合格须完成';

describe('a percentage', () => {
  it.each<readonly [string, TypedRow, number]>([
    ['the number alone', { value: 90 }, 90],
    ['the number with its sign as text', { value: '90%' }, 90],
    ['with a full-width sign', { value: '90 ％' }, 90],
    ['100% typed into a cell, which makes it 1 with a format', { value: 1, format: '0%' }, 100],
    ['a share of a hundred, shown with decimals', { value: 0.07, format: '0.00%' }, 7],
    ['1 without a format', { value: 1 }, 1],
    ['1% typed into a cell', { value: 0.01, format: '0%' }, 1],
    ['a format that only writes the sign out', { value: 90, format: '0"%"' }, 90],
  ])('%s is read as it is seen', async (_what, typed, percent) => {
    const { stated, problems } = await reading({ [share]: { ...typed, number: revisedNumber } });
    expect([problems, stated?.values.gradeSuggestion?.value]).toEqual([[], { reached: percent, surpassed: 50 }]);
  });

  it('is refused where the unit is another, as it is seen', async () => {
    expect(await said({ 建设周期: { value: 3, format: '0%' } })).toEqual([expect.stringContaining('「300%」不对：应是 1 至 10 的整数')]);
    expect(await said({ 建设周期: { value: '3%' } })).toEqual([expect.stringContaining('「3%」不对：应是 1 至 10 的整数')]);
    expect(await said({ [share]: { value: 1.01, format: '0%', number: revisedNumber } })).toEqual([
      expect.stringContaining('「101%」不对：应是 1 至 100 的整数'),
    ]);
  });
});

describe('a wrong table is refused cell by cell', () => {
  it.each<readonly [string, Readonly<Record<string, TypedRow>>, RegExp]>([
    [
      'a range the wrong way round',
      { '区级名师工作室建设经费资助 纯公益性 下限': { value: 13 } },
      /^D\d+ 数值「区级名师工作室建设经费资助 纯公益性下限」.*纯公益性的下限不能大于上限/,
    ],
    ['a general age above the special one', { '领办人年龄上限 男 一般上限': { value: 61 } }, /男的一般上限不能大于特殊情况上限/],
    ['an age out of sense', { '领办人年龄上限 男 一般上限': { value: 17 } }, /^D\d+ 数值.*「17」不对：应是 18 至 120 的整数/],
    ['a word for a number', { 建设周期: { value: '三' } }, /「三」不对：应是 1 至 10 的整数/],
    ['a fraction of years', { 建设周期: { value: 2.5 } }, /应是 1 至 10 的整数/],
    ['an amount of nothing', { '区级名师工作室建设经费资助 纯公益性 下限': { value: 0 } }, /应是大于 0 的金额/],
    ['a value left out', { 建设周期: { value: null } }, /没有填写数值/],
    ['another unit', { '区级名师工作室建设经费资助 纯公益性 下限': { unit: '元' } }, /^E\d+ 单位.*单位应为「万元」/],
    ['no article', { 建设周期: { article: null } }, /^F\d+ 依据条款「建设周期」已改动，没有填写依据条款/],
    ['an article nobody can find', { 建设周期: { article: '新办法' } }, /^F\d+ .*「新办法」无法识别/],
    ['two articles for one parameter', { '领办人年龄上限 女 一般上限': { article: '第五条第四项' } }, /^F\d+ .*不一致/],
    [
      'a slip: changed under the old number',
      { 建设周期: { number: '武昌人才办〔2014〕2号' } },
      /^G\d+ .*已改动（现行 2，第十九条），依据文号仍是/,
    ],
    ['a number of neither document', { 领办人人数: { number: '某某〔2020〕1号' } }, /^G\d+ .*既不是现行的/],
    ['no title', { '办法 名称': { value: null } }, /^D\d+ 数值「办法 名称」没有填写/],
    ['no number', { '办法 文号': { value: null } }, /「办法 文号」没有填写/],
    ['no first day', { '办法 施行日期': { value: null } }, /「办法 施行日期」没有填写/],
    ['a first day that is none', { '办法 施行日期': { value: '2027年2月29日' } }, /「2027年2月29日」无法识别/],
    [
      'the first day of the set before',
      { '办法 施行日期': { value: '2014-10-10' } },
      /2014-10-10 应晚于上一办法（武昌人才办〔2014〕2号）的施行日期 2014-10-10/,
    ],
    ['an end before the beginning', { '办法 终止日期': { value: '2027-02-28' } }, /2027-02-28 早于施行日期 2027-03-01/],
  ])('%s', async (_what, typed, message) => {
    const problems = await said(typed);
    expect(problems.filter((problem) => message.test(problem))).toHaveLength(1);
  });

  it('takes the day after the first day of the set before', async () => {
    const { problems } = await reading({ '办法 施行日期': { value: '2014-10-11' } });
    expect(problems).toEqual([]);
  });

  it('rows of no parameter, of no part, and rows twice', async () => {
    const rows = await readParameterTable(await fillParameterTable(blank, revisedTable), '参数表.xlsx');
    const first = rows.find(({ record }) => record.item === '建设周期');
    if (first === undefined) throw new Error('no row 建设周期');
    const like = (record: Partial<ParameterCells>): ReadRow<ParameterCells> => ({ ...first, record: { ...first.record, ...record } });
    const wrong = [like({ item: '办公用房' }), like({ part: '第一年' }), like({}), like({ item: '办法', part: '印发日期' })];
    const { stated, problems } = measuresOfTable([...rows, ...wrong], present);
    expect(stated).toBeUndefined();
    expect(problems.map(({ field, message }) => `${field}${message}`)).toEqual([
      '细目「办法 印发日期」不是办法的一项：请照导出的参数表填写。',
      '项目「办公用房」不是办法的项目：请照导出的参数表填写，或删去这一行。',
      '细目「建设周期 第一年」没有这个细目：应为空白。',
      `项目「建设周期」与第 ${first.row} 行重复：请删去多余的一行。`,
    ]);
  });

  it('a table without its first rows', async () => {
    const rows = await readParameterTable(await fillParameterTable(blank, revisedTable), '参数表.xlsx');
    const { stated, problems } = measuresOfTable(
      rows.filter(({ record }) => record.item !== '办法'),
      present,
    );
    expect([stated, problems.length]).toEqual([undefined, 3]);
  });
});

describe('any sound values', () => {
  const range = (least: number, most: number) =>
    fc
      .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }))
      .map(([a, b]) => ({ least: Math.min(a, b), most: Math.max(a, b) }));
  const limits = range(18, 120).map(({ least, most }) => ({ general: least, special: most }));
  const decimal = fc.integer({ min: 1, max: 1_000_000 }).map((hundredths) => hundredths / 100);
  const amounts = range(1, 999_999_999_999);
  const arbitrary = {
    leadCount: fc.integer({ min: 1, max: 10 }),
    teamSize: range(1, 100),
    leadAgeLimit: fc.record({ male: limits, female: limits }),
    minimumArea: decimal,
    trainingTarget: decimal,
    roundMonths: range(1, 12),
    publicNoticeCounting: fc.record({ days: fc.constantFrom('calendar', 'working'), postingDay: fc.constantFrom('excluded', 'included') }),
    grantRange: fc.record({ 'public-benefit': amounts, 'with-market-function': amounts }),
    hrYearlyDates: fc.record({
      plan: fc.constantFrom('01-01', '02-28', '10-10'),
      supervision: fc.constantFrom('06-30', '07-01'),
      review: fc.constantFrom('12-31', '11-09'),
    }),
    cycleYears: fc.integer({ min: 1, max: 10 }),
    reapplicationYears: fc.integer({ min: 0, max: 50 }),
  };

  it('go out into a table and come back the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(arbitrary), async (given) => {
        const values = Object.fromEntries(
          parameterNames.map((name) => {
            const dated = present.measures.values[name];
            const changed: Readonly<Record<string, unknown>> = given;
            return [name, Object.hasOwn(changed, name) ? { ...dated, value: changed[name] } : dated];
          }),
        ) as unknown as MeasuresValues;
        const numbers = Object.fromEntries(parameterNames.map((name) => [name, revisedNumber])) as typeof present.numbers;
        const measures: Measures = { ...present.measures, values };
        const { bytes } = await writeParameterTable(measures, { ...header, numbers });
        const heads = Object.fromEntries(Object.entries(revisedTable).filter(([key]) => key.startsWith('办法 ')));
        const { stated, problems } = measuresOfTable(
          await readParameterTable(await fillParameterTable(bytes, heads), '参数表.xlsx'),
          present,
        );
        expect(problems).toEqual([]);
        expect(stated?.values).toEqual(values);
      }),
      { numRuns: 15 },
    );
  });

  it('are written in words that each part reads back', () => {
    for (const { name, leaf } of parameterLeaves) {
      const { shape } = parameters[name] as Parameter<unknown>;
      expect(shape.leaves.map(({ path }) => path)).toContainEqual(leaf.path);
      const { value } = present.measures.values[name];
      const part = leaf.path.reduce<unknown>((whole, key) => (whole as Readonly<Record<string, unknown>>)[key], value);
      expect(leaf.read(leaf.write(part))).toEqual(part);
    }
  });
});
