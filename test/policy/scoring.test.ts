import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreSheetProblems } from '../../policy/scoring/check-score-sheet.ts';
import { type Answer, itemScore } from '../../policy/scoring/item-score.ts';
import type { BandItem, CountedItem, DeductionItem, ScoreItem, ScoreSheet } from '../../policy/scoring/score-sheet.ts';
import { type Answers, scoreColumnLabels, scoreColumns, threeColumnScore, totalScore } from '../../policy/scoring/total-score.ts';

const place: BandItem = {
  kind: 'bands',
  code: 'A1',
  title: '场地设施',
  points: 20,
  bands: [
    { label: '优', least: 16, most: 20 },
    { label: '良', least: 10, most: 15.5 },
    { label: '差', least: 0, most: 9 },
  ],
};
const trainees: DeductionItem = {
  kind: 'deduction',
  code: 'B1',
  title: '年带徒',
  points: 10,
  target: 10,
  step: 1,
  deduct: 1.5,
  unit: '人',
  mayNotApply: true,
  weight: 3,
};
const papers: CountedItem = {
  kind: 'counted',
  code: 'C1',
  title: '论文',
  points: 50,
  each: 5,
  levels: [
    { code: 'city', label: '市级', coefficient: 1 },
    { code: 'province', label: '省级', coefficient: 2.5 },
  ],
};
const extra: CountedItem = { ...papers, code: 'D1', title: '加分', points: 5, each: 3, bonus: true };
const fraud: ScoreItem = { kind: 'veto', code: 'V1', title: '弄虚作假' };
const sheet: ScoreSheet = {
  title: '教育系统评审细则',
  items: [fraud, place, trainees, papers, extra],
  bonusAbove100: false,
  thresholds: { excellent: 90, qualified: 60 },
};

const band = (label: string, points: number): Answer => ({ kind: 'bands', band: label, points });
const actual = (number: number): Answer => ({ kind: 'deduction', actual: number });
const counted = (...levels: string[]): Answer => ({
  kind: 'counted',
  achievements: levels.map((level, index) => ({ name: `成果${index}`, level })),
});
const none: Answer = { kind: 'not-applicable' };
const veto = (found: boolean): Answer => ({ kind: 'veto', found });

/** All items answered so that the ordinary ones reach their full mark. */
const full: Answers = {
  V1: veto(false),
  A1: band('优', 20),
  B1: actual(10),
  C1: counted('province', 'province', 'province', 'province'),
  D1: counted(),
};

describe('points by band', () => {
  it('lie within the band, both ends included', () => {
    expect([16, 20].map((points) => itemScore(place, band('优', points)))).toEqual([16, 20]);
    for (const points of [15.99, 20.01, Number.NaN]) {
      expect(() => itemScore(place, band('优', points))).toThrow(
        `无法计分：项目 A1「场地设施」「优」应在 16 至 20 分之间，填的是 ${points}。`,
      );
    }
  });

  it('need a band of the sheet', () => {
    expect(() => itemScore(place, band('中', 12))).toThrow('项目 A1「场地设施」没有「中」这一档，可选 优、良、差。');
  });
});

describe('points with deductions', () => {
  it('lose for each missing unit, nothing for a surplus, and never fall below zero', () => {
    expect([12, 10, 9, 4, 3, 0].map((done) => itemScore(trainees, actual(done)))).toEqual([10, 10, 8.5, 1, 0, 0]);
  });

  it('lose for full steps only', () => {
    const person = { ...trainees, target: 500, step: 10, deduct: 1 };
    expect([500, 491, 490, 481, 480.0000001].map((done) => itemScore(person, actual(done)))).toEqual([10, 10, 9, 9, 8]);
  });

  it('count a full step of a tenth as one', () => {
    const area = { ...trainees, target: 1, step: 0.1, deduct: 1 };
    expect([0.7, 0.71, 0.9, 0.91, 0].map((done) => itemScore(area, actual(done)))).toEqual([7, 8, 9, 10, 0]);
  });

  it('end at zero on the step that would pass it, and not one before', () => {
    // Ten points at 1.5 a person: six missing leave one point, the seventh takes that and no more.
    expect([4, 3.5, 3, 2].map((done) => itemScore(trainees, actual(done)))).toEqual([1, 1, 0, 0]);
  });

  it('need a number that is not below zero', () => {
    for (const done of [-1, Number.NaN])
      expect(() => itemScore(trainees, actual(done))).toThrow(`完成数应是不小于 0 的数，填的是 ${done}。`);
  });
});

describe('points by piece', () => {
  it('multiply by the level and stop at the full mark', () => {
    const scores = [counted(), counted('city'), counted('city', 'province'), counted(...Array.from({ length: 5 }, () => 'province'))];
    expect(scores.map((answer) => itemScore(papers, answer))).toEqual([0, 5, 17.5, 50]);
  });

  it('count the same achievement once, at its highest level', () => {
    const achievements = [
      { name: '课例', level: 'province' },
      { name: ' 课例 ', level: 'city' },
    ];
    expect([achievements, achievements.toReversed()].map((list) => itemScore(papers, { kind: 'counted', achievements: list }))).toEqual([
      12.5, 12.5,
    ]);
  });

  it('need a level of the sheet', () => {
    expect(() => itemScore(papers, counted('national'))).toThrow('「成果0」的级别「national」不在表中，可选 city、province。');
  });
});

describe('an answer', () => {
  it('fits its item', () => {
    for (const [item, answer] of [
      [place, actual(3)],
      [trainees, counted()],
      [papers, band('优', 3)],
      [papers, veto(true)],
    ] as const) {
      expect(() => itemScore(item, answer)).toThrow(`「${item.title}」填写的内容与评分方法不符。`);
    }
  });

  it('may be 不适用 only where the sheet allows it', () => {
    expect(itemScore(trainees, none)).toBeNull();
    expect(() => itemScore(place, none)).toThrow('项目 A1「场地设施」不能填不适用。');
  });
});

describe('the total', () => {
  it('is 100 when every item reaches its full mark, weights included', () => {
    expect(totalScore(sheet, full)).toEqual({
      items: { A1: 20, B1: 10, C1: 50, D1: 0 },
      missing: [],
      vetoedBy: [],
      total: 100,
      grade: 'excellent',
    });
  });

  it('counts weights', () => {
    expect(totalScore(sheet, { ...full, B1: actual(9) }).total).toBe(95.5);
  });

  it('is rescaled to 100 over the items that apply', () => {
    expect([totalScore(sheet, { ...full, B1: none }).total, totalScore(sheet, { ...full, B1: none, A1: band('良', 10) }).total]).toEqual([
      100, 85.71,
    ]);
  });

  it('stops at 100 with bonus points, or passes it where the sheet says so', () => {
    const lower = { ...full, A1: band('优', 16) };
    const open = { ...sheet, bonusAbove100: true };
    const withBonus = { ...full, D1: counted('city') };
    expect([
      totalScore(sheet, { ...lower, D1: counted('city') }).total,
      totalScore(sheet, withBonus).total,
      totalScore(open, withBonus).total,
      totalScore(open, { ...full, D1: counted('city', 'city', 'city') }).total,
    ]).toEqual([99, 100, 103, 105]);
  });

  it('is not rescaled by bonus points', () => {
    const onlyBonus: Answers = { ...full, B1: none, D1: counted('city') };
    expect(totalScore({ ...sheet, bonusAbove100: true }, onlyBonus).total).toBe(103);
  });

  it('is unqualified by veto whatever the points, and the points stay to be seen', () => {
    expect(totalScore(sheet, { ...full, V1: veto(true) })).toMatchObject({ vetoedBy: ['V1'], total: 100, grade: 'unqualified' });
  });

  it('is unqualified by a veto also without thresholds and without a total', () => {
    expect(totalScore({ ...sheet, thresholds: undefined }, { ...full, V1: veto(true) }).grade).toBe('unqualified');
    expect(totalScore({ ...sheet, items: sheet.items.filter(({ kind }) => kind === 'veto') }, { V1: veto(true) })).toMatchObject({
      total: null,
      grade: 'unqualified',
    });
  });

  it('has a grade by thresholds, each number included', () => {
    const graded = (points: number) => totalScore({ ...sheet, thresholds: { excellent: points, qualified: 60 } }, full).grade;
    const lowest = (points: number) =>
      totalScore({ ...sheet, thresholds: { excellent: 101, qualified: points } }, { ...full, B1: actual(9) }).grade;
    expect([graded(100), graded(100.01), lowest(95.5), lowest(95.51)]).toEqual(['excellent', 'qualified', 'qualified', 'unqualified']);
    expect(totalScore({ ...sheet, thresholds: undefined }, full).grade).toBeNull();
  });

  it('waits for every answer, and names those missing', () => {
    const { A1: _place, V1: _veto, ...rest } = full;
    expect(totalScore(sheet, rest)).toEqual({
      items: { B1: 10, C1: 50, D1: 0 },
      missing: ['V1', 'A1'],
      vetoedBy: [],
      total: null,
      grade: null,
    });
    expect(totalScore(sheet, {}).total).toBeNull();
  });

  it('is none when no ordinary item applies', () => {
    const alone: ScoreSheet = { ...sheet, items: [{ ...trainees, points: 100, weight: undefined }, extra] };
    expect(totalScore(alone, { B1: none, D1: counted('city') })).toMatchObject({
      items: { B1: null, D1: 3 },
      missing: [],
      total: null,
      grade: null,
    });
  });

  it('refuses answers to items the sheet does not have, and points for a veto', () => {
    expect(() => totalScore(sheet, { ...full, Z9: none, Z8: none })).toThrow(
      '无法计分：评分表《教育系统评审细则》没有编号为 Z9、Z8 的项目。',
    );
    expect(() => totalScore(sheet, { ...full, V1: none })).toThrow('无法计分：项目 V1「弄虚作假」只填是或否。');
  });

  it('stays between 0 and 100 without open bonus, and never falls when more is done', () => {
    const done = fc.integer({ min: 0, max: 20 });
    const levels = fc.array(fc.constantFrom('city', 'province'), { maxLength: 8 });
    fc.assert(
      fc.property(done, done, levels, levels, fc.boolean(), (fewer, more, written, bonus, applies) => {
        const at = (count: number) =>
          totalScore(sheet, { ...full, B1: applies ? actual(count) : none, C1: counted(...written), D1: counted(...bonus) }).total ?? -1;
        const [low, high] = [at(Math.min(fewer, more)), at(Math.max(fewer, more))];
        return low >= 0 && low <= high && high <= 100;
      }),
    );
  });
});

describe('the three columns', () => {
  it('are added up apart, and none fills the gaps of another', () => {
    const assessor = { ...full, B1: actual(8) };
    const { B1: _trainees, ...unfinished } = assessor;
    const result = threeColumnScore(sheet, { self: full, assessor, approved: unfinished });
    expect(scoreColumns.map((column) => [scoreColumnLabels[column], result[column].total, result[column].missing])).toEqual([
      ['自评', 100, []],
      ['考评', 91, []],
      ['审定', null, ['B1']],
    ]);
  });
});

describe('a score sheet', () => {
  const problems = (changed: Partial<ScoreSheet>) => scoreSheetProblems({ ...sheet, ...changed });
  const withItem = (item: ScoreItem) =>
    scoreSheetProblems({ ...sheet, items: sheet.items.map((other) => (other.code === item.code ? item : other)) });
  const where = (item: ScoreItem, problem: string) => [`项目 ${item.code}「${item.title}」${problem}`];

  it('is sound as it stands', () => {
    expect(problems({})).toEqual([]);
  });

  it('has a title, and items with codes and titles of their own', () => {
    expect([
      problems({ title: ' ' }),
      withItem({ ...fraud, title: ' ' }),
      problems({ items: [...sheet.items, { ...extra, code: ' ' }] }),
      problems({ items: [...sheet.items, { ...extra, title: '又一项' }, { ...extra, title: '第三项' }] }),
    ]).toEqual([['没有名称'], ['项目 V1「 」没有编号或名称'], ['项目  「加分」没有编号或名称'], ['编号 D1 重复']]);
  });

  it('makes 100 points of its ordinary items', () => {
    expect([
      problems({ items: [fraud, place, trainees] }),
      problems({ items: [fraud, extra] }),
      withItem({ ...place, points: 21 }),
      withItem({ ...extra, points: 50 }),
    ]).toEqual([
      ['各项满分合计应为 100 分，现为 50 分'],
      ['各项满分合计应为 100 分，现为 0 分'],
      ['各项满分合计应为 100 分，现为 101 分'],
      [],
    ]);
  });

  it('does not stumble over binary fractions', () => {
    const tenths = Array.from({ length: 10 }, (_, index): ScoreItem => ({ ...trainees, code: `B${index}`, points: 100 / 3, weight: 0.3 }));
    expect(problems({ items: tenths })).toEqual([]);
  });

  it('has points and weights above zero', () => {
    expect([
      withItem({ ...extra, points: 0 }),
      withItem({ ...extra, weight: 0 }),
      withItem({ ...extra, weight: -1, points: Number.NaN }),
    ]).toEqual([
      where(extra, '分值应大于 0'),
      where(extra, '权重应大于 0'),
      [...where(extra, '分值应大于 0'), ...where(extra, '权重应大于 0')],
    ]);
  });

  it('has bands within the full mark that do not overlap', () => {
    const bands = (...list: BandItem['bands']) => withItem({ ...place, bands: list });
    expect([
      bands(),
      bands({ label: '优', least: 10, most: 20 }, { label: '差', least: 0, most: 10 }),
      bands({ label: '优', least: 10, most: 20 }, { label: '差', least: 0, most: 9.99 }),
      bands({ label: '优', least: 0, most: 20.01 }),
      bands({ label: '优', least: -1, most: 20 }),
      bands({ label: '优', least: 3, most: 2 }),
      bands({ label: '优', least: Number.NaN, most: 2 }),
      bands({ label: '优', least: 0, most: Number.NaN }),
      bands({ label: '优', least: 3, most: 3 }),
      bands({ label: '优', least: 10, most: 20 }, { label: '优', least: 0, most: 5 }),
    ]).toEqual([
      where(place, '没有分档'),
      where(place, '分档「差」与「优」重叠'),
      [],
      where(place, '分档「优」应在 0 至 20 分之间，且下限不大于上限'),
      where(place, '分档「优」应在 0 至 20 分之间，且下限不大于上限'),
      where(place, '分档「优」应在 0 至 20 分之间，且下限不大于上限'),
      where(place, '分档「优」应在 0 至 20 分之间，且下限不大于上限'),
      where(place, '分档「优」应在 0 至 20 分之间，且下限不大于上限'),
      [],
      where(place, '分档名称有重复'),
    ]);
  });

  it('deducts something for something', () => {
    for (const wrong of [{ target: 0 }, { step: 0 }, { deduct: 0 }, { step: Number.POSITIVE_INFINITY }]) {
      expect(withItem({ ...trainees, ...wrong })).toEqual(where(trainees, '目标数、每少多少、扣多少分都应大于 0'));
    }
  });

  it('counts pieces by levels of their own', () => {
    const level = (code: string, coefficient: number) => ({ code, label: code, coefficient });
    expect([
      withItem({ ...papers, each: 0 }),
      withItem({ ...papers, levels: [] }),
      withItem({ ...papers, levels: [level('a', 1), level('a', 2)] }),
      withItem({ ...papers, levels: [level('a', 0), level('b', 0.5)] }),
    ]).toEqual([
      where(papers, '每件得分应大于 0'),
      where(papers, '没有级别'),
      where(papers, '级别代码有重复'),
      where(papers, '级别「a」的系数应大于 0'),
    ]);
  });

  it('has a qualified line above zero and not above the excellent one', () => {
    const lines = (qualified: number, excellent: number) => problems({ thresholds: { qualified, excellent } });
    const no = ['合格线应大于 0，且不高于优秀线'];
    expect([lines(0, 90), lines(60, 60), lines(61, 60), problems({ thresholds: undefined })]).toEqual([no, [], no, []]);
  });
});
