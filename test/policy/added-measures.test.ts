import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAddedMeasures } from '../../policy/added-measures.ts';
import { Refusal } from '../../policy/refusal.ts';
import { revisedMeasures } from './revised-measures.ts';

const revised = checkAddedMeasures(revisedMeasures);

/** What is wrong with a set, one problem a line; nothing when it is taken. */
function problems(data: unknown, earlier: Parameters<typeof checkAddedMeasures>[1] = []): readonly string[] {
  try {
    checkAddedMeasures(data, earlier);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return /^无法增加办法：(.*)。请改正后重新增加。（《办法》第二十一条）$/.exec(error.message)?.[1]?.split('；') ?? [error.message];
  }
}

const changed = (change: Readonly<Record<string, unknown>>) => problems({ ...revisedMeasures, ...change });
const valued = (values: unknown) => changed({ values });
const oneValue = (value: unknown, source: unknown = { article: 19 }) => valued({ cycleYears: { value, source } });

describe('a later text of the Measures, typed in', () => {
  it('is taken when every name, shape and day is right, with no values too', () => {
    expect([problems(revisedMeasures), valued({})]).toEqual([[], []]);
  });

  it('says who it is', () => {
    expect(problems({})).toEqual([
      '办法缺少编号（id）',
      '办法缺少名称（title）',
      '办法缺少文号（documentNumber）',
      '办法缺少施行日期（effectiveFrom）',
      '办法缺少数值（values）',
    ]);
    expect(problems({ ...revisedMeasures, id: '武昌', title: ' ', documentNumber: 9, effectiveFrom: '2027年1月1日' })).toEqual([
      '办法的编号应是小写字母、数字和短横，如 wuchang-2027',
      '办法的名称应是文字，不能为空',
      '办法的文号应是文字，不能为空',
      '办法的施行日期应是写成 2026-08-10 样子的日期',
    ]);
    expect(changed({ note: '' })).toEqual(['办法没有「note」这一项']);
    for (const data of [null, undefined, [], 'wuchang', 7]) {
      expect(problems(data)).toEqual(['办法应包含 id、title、documentNumber、effectiveFrom、values 各项']);
    }
  });

  it.each(['a', 'wuchang-2027-1', '2027'])('takes %j for an id', (id) => {
    expect(changed({ id })).toEqual([]);
  });

  it.each(['', '-a', 'a-', 'a--b', 'A', 'a b', 'x 2027', 27])('does not take %j for an id', (id) => {
    expect(changed({ id })).toEqual(['办法的编号应是小写字母、数字和短横，如 wuchang-2027']);
  });

  it('names values the Measures have, in their shapes, all wrong ones told at once', () => {
    const values = {
      cycleYear: { value: 3, source: { article: 19 } },
      toString: { value: 3, source: { article: 19 } },
      cycleYears: { value: '3', source: { article: 19 } },
      teamSize: { value: { least: 5, most: 3 }, source: { article: 3 } },
      minimumArea: 60,
      memberAgeLimit: { value: 40, source: { article: 6 }, unit: '周岁' },
      topicTarget: { source: { article: 9 } },
    };
    expect(valued(values)).toEqual([
      '没有名为「cycleYear」的数值',
      '没有名为「toString」的数值',
      '「建设周期」（cycleYears）应是 1 至 10 的整数',
      '「团队成员人数」（teamSize）的下限不能大于上限',
      '「场所面积下限」（minimumArea）应写成 {"value": …, "source": {"article": …}}',
      '「团队成员年龄上限」（memberAgeLimit）没有「unit」这一项',
      '「每年区级以上重点调研课题」（topicTarget）应是大于 0 的数',
    ]);
    for (const list of [null, [], '3']) expect(valued(list)).toEqual(['办法的数值应逐项列出，只列有变化的项目']);
  });

  it('keeps the conditions between the parts of a value', () => {
    const limits = { general: 57, special: 60 };
    const ages = (male: unknown) => valued({ leadAgeLimit: { value: { male, female: limits }, source: { article: 5 } } });
    const category = { code: 'construction', label: '基础建设', construction: true };
    const categories = (...value: unknown[]) => valued({ expenseCategories: { value, source: { article: 18 } } });
    expect([
      ages({ general: 60, special: 60 }),
      ages({ general: 61, special: 60 }),
      ages({ general: '61', special: 60 }),
      categories(category, { ...category, code: 'running' }),
      categories(category, category),
    ]).toEqual([
      [],
      ['「领办人年龄上限」（leadAgeLimit）的男的一般上限不能大于特殊情况上限'],
      ['「领办人年龄上限」（leadAgeLimit）的男的一般上限应是 18 至 120 的整数'],
      [],
      ['「经费开支范围」（expenseCategories）有重复的代码'],
    ]);
  });

  it('does not repeal a value: every rule asks for it', () => {
    expect(oneValue(null)).toEqual(['「建设周期」（cycleYears）应是 1 至 10 的整数']);
  });

  it('says of each value which provision sets it', () => {
    const where = '「建设周期」（cycleYears）的出处';
    expect([
      oneValue(3, null),
      oneValue(3, { article: 0 }),
      oneValue(3, { article: 1, item: 99 }),
      oneValue(3, { article: 100 }),
      oneValue(3, { item: 1 }),
      oneValue(3, { article: 19, paragraph: 0, item: '二', clause: 1 }),
    ]).toEqual([
      [`${where}应写明条，如 {"article": 12, "item": 4}`],
      [`${where}（条）应是 1 至 99 的整数`],
      [],
      [`${where}（条）应是 1 至 99 的整数`],
      [`${where}（条）应是 1 至 99 的整数`],
      [`${where}没有「clause」这一项`, `${where}（款）应是 1 至 99 的整数`, `${where}（项）应是 1 至 99 的整数`],
    ]);
  });

  it('takes effect after the last text, not on its day', () => {
    const from = (effectiveFrom: string) => changed({ effectiveFrom });
    expect([from('2014-10-09'), from('2014-10-10'), from('2014-10-11')]).toEqual([
      ['施行日期 2014-10-09 应晚于上一办法（武昌人才办〔2014〕2号）的施行日期 2014-10-10'],
      ['施行日期 2014-10-10 应晚于上一办法（武昌人才办〔2014〕2号）的施行日期 2014-10-10'],
      [],
    ]);
    expect(problems({ ...revisedMeasures, id: 'wuchang-2026', effectiveFrom: '2026-01-01' }, [revised])).toEqual([
      '施行日期 2026-01-01 应晚于上一办法（武昌人才办〔2026〕9号）的施行日期 2027-01-01',
    ]);
  });

  it('has an id of its own', () => {
    expect([changed({ id: 'wuchang-2014' }), problems({ ...revisedMeasures, effectiveFrom: '2028-01-01' }, [revised])]).toEqual([
      ['编号「wuchang-2014」已被使用'],
      ['编号「wuchang-2027」已被使用'],
    ]);
  });

  it('may name its own last day, not before its first', () => {
    const to = (effectiveTo: unknown) => changed({ effectiveTo });
    expect([to('2026-12-31'), to('2027-01-01'), to('明年')]).toEqual([
      ['终止日期 2026-12-31 早于施行日期 2027-01-01'],
      [],
      ['办法的终止日期应是写成 2026-08-10 样子的日期'],
    ]);
  });

  it('is refused in Chinese whatever is thrown at it, and never crashes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ values: fc.jsonValue() }), fc.constant(revisedMeasures)), (data) => {
        const found = problems(data);
        return data === revisedMeasures
          ? found.length === 0
          : found.length > 0 && found.every((problem) => /\p{Script=Han}/u.test(problem));
      }),
    );
  });
});
