import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleText } from '../../policy/article.ts';
import {
  approvalBody,
  assessmentResultLabels,
  consequenceOf,
  consequences,
  mayApproveResult,
  mayTakeEffect,
  type ResultApproval,
} from '../../policy/assessment/assessment-consequence.ts';
import { mayAssess } from '../../policy/assessment/may-assess.ts';
import { mayRenew, mayReward, nextCycle } from '../../policy/assessment/renewal.ts';
import { mayDecideGrade, suggestGrade } from '../../policy/assessment/suggest-grade.ts';
import { type AssessedTask, isReached, type PromisedTask, taskResults } from '../../policy/assessment/task-results.ts';
import { assessmentLabels, type Grade, gradeLabels, grades } from '../../policy/grade.ts';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { seatsFor } from '../../policy/powers.ts';
import { studioLevelLabels } from '../../policy/seat.ts';
import { against, warnings } from './good-standing.ts';

const date = plainDate;
const today = date('2027-08-20');
const measures = measuresOn(today);
const tasks: readonly PromisedTask[] = [
  { code: '2-1', title: '开展培训', unit: '人次', yearlyTarget: 500 },
  { code: '3-1', title: '承担课题', unit: '项', yearlyTarget: 2 },
];
const three = { ...measures, values: { ...measures.values, cycleYears: { value: 3, source: { article: 20 } } } };

describe('第十九条: results task by task', () => {
  it('are the year’s own in a process assessment', () => {
    expect(taskResults(tasks, { '2-1': [480, 900], '3-1': [2] }, 1, measures)).toEqual([
      { code: '2-1', title: '开展培训', unit: '人次', target: 500, actual: 480, year: { target: 500, actual: 480 } },
      { code: '3-1', title: '承担课题', unit: '项', target: 2, actual: 2, year: { target: 2, actual: 2 } },
    ]);
    expect(taskResults(tasks, { '2-1': [480, 900], '3-1': [2, 3] }, 2, three).map(({ target, actual }) => [target, actual])).toEqual([
      [500, 900],
      [2, 3],
    ]);
  });

  it('are the sum of the cycle in a periodic assessment, with the last year apart', () => {
    expect(
      taskResults(tasks, { '2-1': [480, 530.1], '3-1': [2, 1] }, 2, measures).map(({ target, actual, year }) => [
        target,
        actual,
        year.actual,
      ]),
    ).toEqual([
      [1000, 1010.1, 530.1],
      [4, 3, 1],
    ]);
    expect(taskResults(tasks, { '2-1': [0.1, 0.2, 0], '3-1': [2, 1, 5] }, 3, three).map(({ target, actual }) => [target, actual])).toEqual([
      [1500, 0.3],
      [6, 8],
    ]);
  });

  it('are refused with a number missing or below zero', () => {
    for (const [done, year, missing] of [
      [{ '2-1': [480] }, 1, '任务 3-1「承担课题」没有第 1 年'],
      [{ '2-1': [480], '3-1': [-1] }, 1, '任务 3-1「承担课题」没有第 1 年'],
      [{ '2-1': [480], '3-1': [Number.NaN] }, 1, '任务 3-1「承担课题」没有第 1 年'],
      [{ '2-1': [480], '3-1': [2, 2] }, 2, '任务 2-1「开展培训」没有第 2 年'],
    ] as const) {
      expect(() => taskResults(tasks, done, year, measures)).toThrow(
        `无法考核：${missing}的完成数。考核须逐项进行。（《办法》第十九条第二款）`,
      );
    }
    expect(() => taskResults([{ code: 'toString', title: '甲', unit: '项', yearlyTarget: 1 }], {}, 1, measures)).toThrow(
      '没有第 1 年的完成数',
    );
    expect(taskResults(tasks, { '2-1': [0], '3-1': [0] }, 1, measures).map(({ actual }) => actual)).toEqual([0, 0]);
  });

  it('are reached over the span and in the assessed year', () => {
    const reached = (first: number, second: number) =>
      taskResults(tasks.slice(0, 1), { '2-1': [first, second] }, 2, measures)
        .map(isReached)
        .at(0);
    expect([reached(500, 500), reached(499, 500), reached(400, 600), reached(600, 499), reached(600, 500)]).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });
});

/** Ten tasks of which some are surpassed, some reached and the rest short. */
function ten(surpassed: number, reached: number): readonly AssessedTask[] {
  return Array.from({ length: 10 }, (_, index) => {
    const actual = index < surpassed ? 3 : index < surpassed + reached ? 2 : 1;
    return { code: `${index}`, title: '任务', unit: '项', target: 2, actual, year: { target: 2, actual } };
  });
}

describe('第十九条: the suggested grade', () => {
  const grade = (surpassed: number, reached: number, under = measures) => suggestGrade(ten(surpassed, reached), under).grade;

  it('is qualified from all tasks reached, excellent from half of them surpassed', () => {
    expect([grade(9, 0), grade(0, 10), grade(4, 6), grade(5, 5), grade(10, 0)]).toEqual([
      'unqualified',
      'qualified',
      'qualified',
      'excellent',
      'excellent',
    ]);
  });

  it('follows the shares the Measures are read with, and is never excellent with a task short', () => {
    const read = (reached: number, surpassed: number) => ({
      ...measures,
      values: { ...measures.values, gradeSuggestion: { value: { reached, surpassed }, source: { article: 19 } } },
    });
    expect([grade(7, 0, read(80, 50)), grade(8, 0, read(80, 50)), grade(0, 10, read(100, 0))]).toEqual([
      'unqualified',
      'qualified',
      'excellent',
    ]);
  });

  it('gives its reasons', () => {
    const results = taskResults(tasks, { '2-1': [480, 499.5], '3-1': [5, 1] }, 2, measures);
    expect(suggestGrade(results, measures)).toEqual({
      grade: 'unqualified',
      reasons: [
        '2 项任务完成 0 项，其中超额完成 0 项',
        '任务 2-1「开展培训」应完成 1000人次，实际 979.5人次，差 20.5人次',
        '任务 3-1「承担课题」本年度应完成 2项，实际 1项，差 1项',
      ],
    });
    const lastYear = taskResults(tasks, { '2-1': [501, 499], '3-1': [2, 2] }, 2, measures);
    expect(suggestGrade(lastYear, measures).reasons).toEqual([
      '2 项任务完成 1 项，其中超额完成 0 项',
      '任务 2-1「开展培训」本年度应完成 500人次，实际 499人次，差 1人次',
    ]);
    expect(suggestGrade(ten(6, 4), measures).reasons).toEqual(['10 项任务完成 10 项，其中超额完成 6 项']);
  });

  it('is refused without tasks', () => {
    expect(() => suggestGrade([], measures)).toThrow('无法提出考核等次：承诺书没有任务。请先补全承诺书。（《办法》第十九条第二款）');
  });

  it('is unqualified exactly when a task is short, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 9 }), (numbers) => {
        const results = numbers.map((actual, index) => ({
          code: `${index}`,
          title: '',
          unit: '',
          target: 2,
          actual,
          year: { target: 2, actual },
        }));
        return (suggestGrade(results, measures).grade === 'unqualified') === numbers.some((number) => number < 2);
      }),
    );
  });

  it('may be departed from with an opinion in writing', () => {
    const suggestion = suggestGrade(ten(0, 9), measures);
    const decide = (chosen: Grade, opinion?: string) => against(mayDecideGrade(chosen, suggestion, opinion));
    expect([decide('unqualified'), decide('qualified', '差额已补足'), decide('qualified', ' ')]).toEqual([
      [],
      [],
      [
        '10 项任务完成 9 项，其中超额完成 0 项；任务 9「任务」应完成 2项，实际 1项，差 1项，建议等次为不合格，定为合格须写明考核意见 第十九条第二款',
      ],
    ]);
    expect([decide('excellent').length, mayDecideGrade('unqualified', suggestion, undefined).warnings]).toEqual([1, []]);
  });
});

describe('第十九条: when a year is assessed', () => {
  const ground = {
    signedOn: date('2026-09-01'),
    cycleFrom: date('2026-09-01'),
    assessedYears: [] as readonly number[],
    titleHeld: true,
    awaitsRectification: false,
    assessors: '程望舒、林若谷',
  };
  const assess = (changed: Partial<typeof ground>, year = 1, on = '2027-09-10') =>
    mayAssess({ ...ground, ...changed }, year, date(on), measures);

  it('is after its letter, in its turn, on site', () => {
    expect(assess({})).toEqual({ against: [], warnings: [] });
    const { signedOn: _signed, ...unsigned } = ground;
    expect([
      against(assess({ titleHeld: false })),
      against(mayAssess(unsigned, 1, date('2027-09-10'), measures)),
      against(assess({ signedOn: date('2027-09-11') })),
      against(assess({ signedOn: date('2027-09-10') })),
      against(assess({ assessedYears: [1] })),
      against(assess({ assessedYears: [1], awaitsRectification: true }, 2, '2028-08-01')),
      against(assess({}, 2, '2028-08-01')),
      against(assess({ assessors: ' ' })),
    ]).toEqual([
      ['没有有效的名师工作室称号 第十九条第一款'],
      ['2027-09-10 没有已签订的任务承诺书 第十九条第二款'],
      ['2027-09-10 没有已签订的任务承诺书 第十九条第二款'],
      [],
      ['本周期第 1 年已有过程性考核 第十九条第一款'],
      ['上次考核不合格，整改尚未通过复查 第十九条第二款'],
      ['第 1 年的考核尚未登记 第十九条第一款'],
      ['没有写明实地检查的考核组成员 第十九条第二款'],
    ]);
  });

  it('is from the first day of the year on, with a warning until its last', () => {
    const second = (on: string) => assess({ assessedYears: [1] }, 2, on);
    expect(['2027-08-31', '2027-09-01', '2028-08-31', '2028-09-01'].map((on) => [against(second(on)), warnings(second(on))])).toEqual([
      [['第 2 年自 2027-09-01 起，2027-08-31 尚不能周期性考核 第十九条第一款'], []],
      [[], ['第 2 年至 2028-08-31 结束，完成数可能还会增加 第十九条第一款']],
      [[], ['第 2 年至 2028-08-31 结束，完成数可能还会增加 第十九条第一款']],
      [[], []],
    ]);
  });

  it('is never for a year the cycle does not have', () => {
    expect(() => assess({}, 3)).toThrow('没有第 3 年');
    const third = mayAssess({ ...ground, assessedYears: [] }, 3, date('2029-08-01'), three);
    expect(against(third)).toEqual(['第 1、2 年的考核尚未登记 第十九条第一款']);
  });
});

describe('第十九条: what an assessment leads to', () => {
  it('is one table of kind, grade and level', () => {
    const rows = consequences.map(
      ({ kind, grade, level, result, reward, assessedBy, approvedBy, carriedOutBy, proposedBy, article }) =>
        `${assessmentLabels[kind]} ${gradeLabels[grade]} ${studioLevelLabels[level]}: ${assessmentResultLabels[result]}${reward ? '，奖励' : ''}; ${[assessedBy, approvedBy, carriedOutBy, proposedBy].join(' ')} ${articleText(article)}`,
    );
    expect(rows).toEqual([
      '过程性考核 优秀 系统内: 进入本周期下一年度; sector-bureau  sector-bureau  第十九条第二款',
      '过程性考核 优秀 区级: 进入本周期下一年度; hr-bureau  hr-bureau  第十九条第二款',
      '过程性考核 合格 系统内: 进入本周期下一年度; sector-bureau  sector-bureau  第十九条第二款',
      '过程性考核 合格 区级: 进入本周期下一年度; hr-bureau  hr-bureau  第十九条第二款',
      '过程性考核 不合格 系统内: 发出整改通知书，限期整改; sector-bureau  sector-bureau  第十九条第二款',
      '过程性考核 不合格 区级: 发出整改通知书，限期整改; hr-bureau  hr-bureau  第十九条第二款',
      '周期性考核 优秀 系统内: 续签承诺书，进入下一周期，奖励; sector-bureau hr-bureau sector-bureau  第十九条第二款',
      '周期性考核 优秀 区级: 续签承诺书，进入下一周期，奖励; hr-bureau leading-group-office hr-bureau  第十九条第二款',
      '周期性考核 合格 系统内: 续签承诺书，进入下一周期; sector-bureau hr-bureau sector-bureau  第十九条第二款',
      '周期性考核 合格 区级: 续签承诺书，进入下一周期; hr-bureau leading-group-office hr-bureau  第十九条第二款',
      '周期性考核 不合格 系统内: 直接撤销称号; sector-bureau hr-bureau sector-bureau  第十九条第二款',
      '周期性考核 不合格 区级: 直接撤销称号; hr-bureau leading-group-office leading-group-office hr-bureau 第十九条第二款',
    ]);
  });

  it('agrees with the table of powers', () => {
    const disagreeing = consequences.filter(({ kind, level, result, assessedBy, approvedBy, carriedOutBy }) => {
      const acts = {
        'goes-on': 'record-process-assessment',
        rectification: 'issue-rectification-notice',
        renewal: 'renew-letter',
        revocation: 'revoke',
      } as const;
      return (
        !seatsFor(`record-${kind}-assessment`, level).includes(assessedBy) ||
        !seatsFor(acts[result], level).includes(carriedOutBy) ||
        (approvedBy !== null && !seatsFor('approve-periodic-result', level).includes(approvedBy))
      );
    });
    expect([consequences.length, disagreeing]).toEqual([12, []]);
    expect(consequences.map(({ kind, grade, level }) => consequenceOf(kind, grade, level))).toEqual(consequences);
  });
});

describe('第十九条第三款: approval', () => {
  const hr: ResultApproval = { by: 'hr-bureau', approved: true, on: date('2028-09-15') };
  const office: ResultApproval = { ...hr, by: 'leading-group-office' };

  it('is the HR bureau’s in the system and the leading-group office’s at district level, of periodic results only', () => {
    expect([
      approvalBody('process', 'in-system'),
      approvalBody('process', 'district'),
      approvalBody('periodic', 'in-system'),
      approvalBody('periodic', 'district'),
    ]).toEqual([null, null, 'hr-bureau', 'leading-group-office']);
  });

  it('is given once, by the right department, not before the assessment', () => {
    const approve = (kind: 'process' | 'periodic', approval: ResultApproval, earlier?: ResultApproval, assessed = '2028-09-15') =>
      against(mayApproveResult(kind, 'in-system', date(assessed), earlier, approval));
    expect([
      approve('periodic', hr),
      approve('periodic', hr, { ...hr, approved: false }),
      approve('periodic', hr, hr),
      approve('periodic', office),
      approve('process', hr),
      approve('periodic', hr, undefined, '2028-09-16'),
    ]).toEqual([
      [],
      [],
      ['已于 2028-09-15 审定 第十九条第三款'],
      ['周期性考核结果由区人力资源局审定 第十九条第三款'],
      ['过程性考核结果不须审定 第十九条第三款'],
      ['审定日期 2028-09-15 早于考核日期 2028-09-16 第十九条第三款'],
    ]);
    expect(mayApproveResult('periodic', 'district', today, undefined, office)).toEqual({ against: [], warnings: [] });
  });

  it('is what a periodic result waits for, and a process result does not', () => {
    const effect = (approval: ResultApproval | undefined, on = '2028-09-15') =>
      against(mayTakeEffect('periodic', 'in-system', approval, date(on)));
    const no = ['周期性考核结果尚未经区人力资源局审定 第十九条第三款'];
    expect([effect(undefined), effect(office), effect({ ...hr, approved: false }), effect(hr, '2028-09-14'), effect(hr)]).toEqual([
      no,
      no,
      no,
      no,
      [],
    ]);
    expect(mayTakeEffect('process', 'district', undefined, today)).toEqual({ against: [], warnings: [] });
  });
});

describe('第十九条第二款: renewal and reward', () => {
  const approval: ResultApproval = { by: 'hr-bureau', approved: true, on: date('2028-09-15') };
  const assessed = (grade: Grade, kind: 'process' | 'periodic' = 'periodic') => ({ kind, grade, level: 'in-system', approval }) as const;
  const on = date('2028-09-20');

  it('follow an approved periodic assessment', () => {
    expect(
      grades.map((grade) => [against(mayRenew(assessed(grade), true, false, on)), against(mayReward(assessed(grade), false, on))]),
    ).toEqual([
      [[], []],
      [[], ['只对周期性考核优秀的予以奖励 第十九条第二款']],
      [['周期性考核不合格的直接撤销称号，不续签 第十九条第二款'], ['只对周期性考核优秀的予以奖励 第十九条第二款']],
    ]);
    expect(against(mayReward(assessed('excellent', 'process'), false, on))).toEqual(['只对周期性考核优秀的予以奖励 第十九条第二款']);
    expect([mayRenew(assessed('excellent'), true, false, on).warnings, mayReward(assessed('excellent'), false, on).warnings]).toEqual([
      [],
      [],
    ]);
  });

  it('happen once, with the title held and the result approved', () => {
    const { approval: _approval, ...unapproved } = assessed('excellent');
    expect([
      against(mayRenew(assessed('qualified'), false, false, on)),
      against(mayRenew(assessed('qualified'), true, true, on)),
      against(mayRenew(unapproved, true, false, on)),
      against(mayRenew(undefined, true, false, on)),
      against(mayRenew(assessed('unqualified', 'process'), true, false, on)),
      against(mayReward(assessed('excellent'), true, on)),
      against(mayReward(unapproved, false, on)),
    ]).toEqual([
      ['没有有效的名师工作室称号 第十九条第二款'],
      ['下一周期的承诺书已经签订 第十九条第二款'],
      ['周期性考核结果尚未经区人力资源局审定 第十九条第三款'],
      ['本周期尚未进行周期性考核 第十九条第二款'],
      ['本周期尚未进行周期性考核 第十九条第二款'],
      ['本次考核已经奖励 第十九条第二款'],
      ['周期性考核结果尚未经区人力资源局审定 第十九条第三款'],
    ]);
  });

  it('begin the next cycle on the day after the last', () => {
    expect([nextCycle(date('2028-08-31'), measures), nextCycle(date('2028-08-31'), three)]).toEqual([
      { from: '2028-09-01', to: '2030-08-31' },
      { from: '2028-09-01', to: '2031-08-31' },
    ]);
  });
});
