import { describe, expect, it } from 'vitest';
import { checkAddedMeasures } from '../../policy/added-measures.ts';
import { articleText } from '../../policy/article.ts';
import { assessmentKindOf, cycleEnd, cycleYearOn, cycleYearSpan, cycleYears } from '../../policy/cycle.ts';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { type CommittedTask, commitmentTargets } from '../../policy/rules/commitment-targets.ts';
import { standardTasks } from '../../policy/standard-tasks.ts';
import { revisedMeasures } from './revised-measures.ts';

const measures = measuresOn(plainDate('2026-08-10'));
const tasks = standardTasks(measures);

function verdicts(changed: readonly CommittedTask[]): string[] {
  return commitmentTargets(changed, measures)
    .filter(({ outcome }) => outcome !== 'met')
    .map(({ rule, outcome, article }) => `${rule} ${outcome} ${articleText(article)}`);
}

const withTarget = (code: string, yearlyTarget: number, loweredReason?: string): CommittedTask[] =>
  tasks.map((task) => (task.code === code ? { ...task, yearlyTarget, ...(loweredReason === undefined ? {} : { loweredReason }) } : task));

describe('第九条: the tasks of a commitment letter', () => {
  it('meet the Measures as they are proposed', () => {
    expect(verdicts(tasks)).toEqual([]);
  });

  it.each([
    ['2-1', 499, '第九条第二项'],
    ['3-1', 1, '第九条第三项'],
    ['3-2', 0.5, '第九条第三项'],
    ['5-1', 0.5, '第九条第五项'],
  ])('%s lowered to %d is refused under %s, and allowed with a reason', (code, target, place) => {
    expect(verdicts(withTarget(code, target))).toEqual([`task-target-${code} unmet ${place}`]);
    expect(verdicts(withTarget(code, target, '所在学科教师人数少'))).toEqual([`task-target-${code} needs-approval ${place}`]);
    expect(verdicts(withTarget(code, target, '　'))).toEqual([`task-target-${code} unmet ${place}`]);
  });

  it('may be raised freely', () => {
    expect(verdicts(withTarget('2-1', 501))).toEqual([]);
  });

  it('belong to all five groups', () => {
    expect(verdicts(tasks.filter(({ group }) => group !== 'theory'))).toEqual(['task-group-theory unmet 第九条第四项']);
  });

  it('include each task with a number of its own', () => {
    expect(verdicts(tasks.filter(({ code }) => code !== '3-2'))).toEqual(['task-target-3-2 unmet 第九条第三项']);
  });

  it('have targets above zero', () => {
    expect(verdicts(withTarget('1-1', 0))).toEqual(['task-target-1-1 unmet 第九条']);
    expect(verdicts(withTarget('1-1', Number.NaN))).toEqual(['task-target-1-1 unmet 第九条']);
  });
});

describe('第十九条: a cycle', () => {
  it('lasts two years less a day', () => {
    expect([cycleEnd(plainDate('2026-09-01'), measures), cycleEnd(plainDate('2024-02-29'), measures)]).toEqual([
      '2028-08-31',
      '2026-02-27',
    ]);
  });

  it('has years that touch and together are the cycle', () => {
    const from = plainDate('2026-09-01');
    expect([cycleYearSpan(from, 1), cycleYearSpan(from, 2)]).toEqual([
      { from: '2026-09-01', to: '2027-08-31' },
      { from: '2027-09-01', to: cycleEnd(from, measures) },
    ]);
  });

  it('is year one from its first day, year two from the anniversary, and over after its last day', () => {
    const from = plainDate('2026-09-01');
    const years = ['2026-08-31', '2026-09-01', '2027-08-31', '2027-09-01', '2028-08-31', '2028-09-01'].map((on) =>
      cycleYearOn(from, plainDate(on), measures),
    );
    expect(years).toEqual([undefined, 1, 1, 2, 2, undefined]);
  });

  it('is assessed as process first and as the whole period in its last year, however long it is', () => {
    const revised = measuresOn(plainDate('2027-01-01'), [checkAddedMeasures(revisedMeasures)]);
    const kinds = (under: typeof measures) => cycleYears(under).map((year) => assessmentKindOf(year, under));
    expect([kinds(measures), kinds(revised), cycleEnd(plainDate('2027-09-01'), revised)]).toEqual([
      ['process', 'periodic'],
      ['process', 'process', 'periodic'],
      '2030-08-31',
    ]);
    for (const year of [0, 3, 1.5]) {
      expect(() => assessmentKindOf(year, measures)).toThrow(
        `无法确定考核种类：建设周期为 2 年，没有第 ${year} 年。请核对年度。（《办法》第十九条第一款）`,
      );
    }
  });
});
