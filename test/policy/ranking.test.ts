import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExpertSheet, expertAverage } from '../../policy/scoring/expert-average.ts';
import { ranking, selectByRank, settleTie } from '../../policy/scoring/ranking.ts';

const by = (expert: string, total: number | null, more: Partial<ExpertSheet> = {}): ExpertSheet => ({
  expert,
  total,
  vetoedBy: [],
  ...more,
});

describe('the average of several experts', () => {
  it('is over all of them, with two decimals', () => {
    expect(expertAverage([by('甲', 90), by('乙', 80), by('丙', 85)], false)).toEqual({
      average: 85,
      counted: ['甲', '乙', '丙'],
      conflicts: [],
      extremes: [],
      vetoes: [],
    });
    expect([expertAverage([by('甲', 90), by('乙', 80.01)], false).average, expertAverage([by('甲', 77)], false).average]).toEqual([
      85.01, 77,
    ]);
  });

  it('leaves out one highest and one lowest where that is asked for', () => {
    expect(expertAverage([by('甲', 60), by('乙', 99), by('丙', 80), by('丁', 84)], true)).toMatchObject({
      average: 82,
      counted: ['丙', '丁'],
      extremes: ['甲', '乙'],
    });
    expect(expertAverage([by('甲', 90), by('乙', 90), by('丙', 90)], true)).toMatchObject({
      average: 90,
      counted: ['乙'],
      extremes: ['甲', '丙'],
    });
  });

  it('needs three experts to leave out two', () => {
    expect(() => expertAverage([by('甲', 60), by('乙', 99)], true)).toThrow(
      '无法汇总专家评分：去掉最高分和最低分至少需要 3 位专家，现有 2 位。请补充专家，或不去最高最低分。（《办法》第十二条第三项）',
    );
  });

  it('leaves out who declared an interest, and says so', () => {
    const sheets = [by('甲', 60, { conflict: '与领办人同单位', vetoedBy: ['V1'] }), by('乙', 90), by('丙', null, { conflict: '亲属' })];
    expect(expertAverage(sheets, false)).toEqual({
      average: 90,
      counted: ['乙'],
      conflicts: [
        { expert: '甲', conflict: '与领办人同单位' },
        { expert: '丙', conflict: '亲属' },
      ],
      extremes: [],
      vetoes: [],
    });
    expect(() =>
      expertAverage(
        sheets.filter(({ conflict }) => conflict !== undefined),
        false,
      ),
    ).toThrow('没有可以计分的专家（回避的不计）。请补充专家。');
    expect(() => expertAverage([], false)).toThrow('没有可以计分的专家');
  });

  it('shows who found a veto', () => {
    expect(expertAverage([by('甲', 60, { vetoedBy: ['V1', 'V2'] }), by('乙', 90)], false).vetoes).toEqual([
      { expert: '甲', codes: ['V1', 'V2'] },
    ]);
  });

  it('waits for every sheet, and takes one sheet an expert', () => {
    expect(() => expertAverage([by('甲', 60), by('乙', null)], false)).toThrow('乙的评分表没有填完。');
    expect(() => expertAverage([by('甲', 60), by('甲 ', 70), by('乙', 1), by('乙', 2)], false)).toThrow(
      '无法汇总专家评分：甲、乙有不止一张评分表。请保留一张。',
    );
  });

  it('lies between the lowest and the highest', () => {
    const totals = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(totals, fc.boolean(), (list, without) => {
        const { average } = expertAverage(
          list.map((total, index) => by(`专家${index}`, total)),
          without,
        );
        return average >= Math.min(...list) && average <= Math.max(...list);
      }),
    );
  });
});

const scored = (...scores: number[]) => scores.map((score, index) => ({ candidate: '甲乙丙丁戊己庚'.charAt(index), score }));

describe('a ranking', () => {
  it('puts the highest first and shows ties as one place', () => {
    expect(ranking(scored(80, 95, 80, 70, 95))).toEqual([
      { place: 1, score: 95, candidates: ['乙', '戊'] },
      { place: 3, score: 80, candidates: ['甲', '丙'] },
      { place: 5, score: 70, candidates: ['丁'] },
    ]);
    expect(ranking([])).toEqual([]);
  });

  it('fills seats from the top and leaves a tie across the line to people', () => {
    const places = ranking(scored(80, 95, 80, 70, 95));
    expect([1, 2, 3, 4, 5, 6, 0].map((seats) => selectByRank(places, seats))).toEqual([
      { selected: [], tied: ['乙', '戊'], seatsLeft: 1 },
      { selected: ['乙', '戊'], tied: [], seatsLeft: 0 },
      { selected: ['乙', '戊'], tied: ['甲', '丙'], seatsLeft: 1 },
      { selected: ['乙', '戊', '甲', '丙'], tied: [], seatsLeft: 0 },
      { selected: ['乙', '戊', '甲', '丙', '丁'], tied: [], seatsLeft: 0 },
      { selected: ['乙', '戊', '甲', '丙', '丁'], tied: [], seatsLeft: 0 },
      { selected: [], tied: [], seatsLeft: 0 },
    ]);
  });

  it('never selects more than there are seats, nor one below another left out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 }), fc.nat(8), (scores, seats) => {
        const candidates = scores.map((score, candidate) => ({ candidate, score }));
        const { selected } = selectByRank(ranking(candidates), seats);
        const lowestIn = Math.min(...selected.map((index) => scores[index] ?? 0));
        return selected.length <= seats && scores.every((score, index) => selected.includes(index) || score <= lowestIn);
      }),
    );
  });
});

describe('a tie across the line', () => {
  const tie = selectByRank(ranking(scored(80, 95, 80, 80)), 3);
  const decide = (chosen: readonly string[], decidedBy = '评审组组长', reason = '创新成果较多') =>
    settleTie(tie, { chosen, decidedBy, reason });

  it('is settled by a person with a reason', () => {
    expect(decide(['甲', '丁'])).toEqual(['乙', '甲', '丁']);
  });

  it('may leave a seat empty: the quota is an upper limit', () => {
    expect([decide(['丙']), decide([])]).toEqual([['乙', '丙'], ['乙']]);
  });

  it('is not settled without a name or a reason, outside the tie, or beyond the seats', () => {
    for (const [run, why] of [
      [() => decide(['甲'], ' '), '须写明由谁决定和理由'],
      [() => decide(['甲'], '组长', ' '), '须写明由谁决定和理由'],
      [() => decide(['乙']), '只能在同分的工作室中选择'],
      [() => decide(['甲', '甲']), '只能在同分的工作室中选择'],
      [() => decide(['甲', '丙', '丁']), '只余 2 个名额，选了 3 家，请减少'],
      [() => settleTie({ ...tie, tied: [] }, { chosen: [], decidedBy: '组长', reason: '无' }), '没有须由人决定的同分，请核对名次'],
    ] as const) {
      expect(run).toThrow(`无法确定同分名次：${why}。（《办法》第十二条第三项）`);
    }
  });
});
