import { describe, expect, it } from 'vitest';
import { checkAddedMeasures } from '../../policy/added-measures.ts';
import { changedParameters, compareMeasures } from '../../policy/compare-measures.ts';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { cycleLength } from '../../policy/rules/cycle-length.ts';
import { grantAmount } from '../../policy/rules/grant-amount.ts';
import { standardTasks } from '../../policy/standard-tasks.ts';
import type { StudioFacts } from '../../policy/studio-facts.ts';
import { eligibleStudio } from './eligible-studio.ts';
import { revisedMeasures } from './revised-measures.ts';

const before = measuresOn(plainDate('2026-08-10'));
const after = measuresOn(plainDate('2027-01-01'), [checkAddedMeasures(revisedMeasures)]);
const [lead] = eligibleStudio.leads;
if (lead === undefined) throw new Error('the eligible studio has a lead');

/** A studio whose lead, a woman, is so old on the application date. */
function ledAt(name: string, birthDate: string): StudioFacts {
  return {
    ...eligibleStudio,
    name,
    leads: [{ ...lead, name, qualifications: lead?.qualifications ?? [], birthDate: plainDate(birthDate) }],
  };
}

const touched = (studios: Parameters<typeof compareMeasures>[0]) =>
  compareMeasures(studios, before, after).map(
    ({ studio, changes }) =>
      `${studio.facts.name}: ${changes.map((change) => `${change.rule} ${change.before.outcome}→${change.after.outcome}`).join()}`,
  );

describe('a change of the Measures', () => {
  it('is shown number by number, as people write them', () => {
    expect(changedParameters(before, after)).toEqual([
      {
        name: 'leadAgeLimit',
        label: '领办人年龄上限',
        unit: '周岁',
        before: '男 一般上限 57，特殊情况上限 60，女 一般上限 52，特殊情况上限 55',
        after: '男 一般上限 58，特殊情况上限 63，女 一般上限 55，特殊情况上限 58',
      },
      { name: 'memberAgeLimit', label: '团队成员年龄上限', unit: '周岁', before: '45', after: '40' },
      { name: 'trainingTarget', label: '每年培训', unit: '人次', before: '500', after: '600' },
      {
        name: 'publicNoticeCounting',
        label: '公示期计算方法（办法未定，默认值）',
        unit: '',
        before: '日数 自然日，张贴当日 不计入',
        after: '日数 工作日，张贴当日 不计入',
      },
      {
        name: 'grantRange',
        label: '区级名师工作室建设经费资助',
        unit: '',
        before: '纯公益性 5 万元 至 8 万元，具备一定市场功能 3 万元 至 6 万元',
        after: '纯公益性 10 万元 至 10 万元，具备一定市场功能 6 万元 至 8 万元',
      },
      { name: 'cycleYears', label: '建设周期', unit: '年', before: '2', after: '3' },
    ]);
  });

  it('touches the studios some rule would judge otherwise, and no other', () => {
    const studios = ['1973-08-02', '1973-08-01', '1970-08-01', '1967-08-01'].map((birth) => ({ facts: ledAt(birth, birth) }));
    expect(touched(studios)).toEqual(['1973-08-01: lead-age needs-approval→met', '1970-08-01: lead-age unmet→needs-approval']);
  });

  it('touches the tasks of a present letter', () => {
    const term = { number: '诺1号', cycleFrom: plainDate('2026-09-01'), cycleTo: plainDate('2029-08-31'), tasks: standardTasks(before) };
    const letter = { facts: eligibleStudio, letters: [{ ...term, cycleTo: plainDate('2028-08-31') }] };
    const tasks = term.tasks.map((task) => (task.code === '2-1' ? { ...task, yearlyTarget: 600 } : task));
    const raised = { ...letter, letters: [{ ...term, cycleTo: plainDate('2028-08-31'), tasks }] };
    const longer = { ...letter, letters: [{ ...term, tasks }] };
    expect([touched([letter]), touched([raised]), touched([longer]), touched([{ facts: eligibleStudio }])]).toEqual([
      ['方予安小学语文名师工作室: cycle-length met→unmet,task-target-2-1 met→unmet'],
      ['方予安小学语文名师工作室: cycle-length met→unmet'],
      ['方予安小学语文名师工作室: cycle-length unmet→met'],
      [],
    ]);
  });

  it('says of a letter how long it is and would be', () => {
    const signed = { number: '诺1号', cycleFrom: plainDate('2026-09-01'), cycleTo: plainDate('2028-08-31') };
    expect([cycleLength(signed, before), cycleLength(signed, after)].map(({ message, evidence }) => [message, evidence])).toEqual([
      ['任务承诺书 诺1号 的周期为 2 年。', '2026-09-01 至 2028-08-31'],
      ['任务承诺书 诺1号 的周期至 2028-08-31，按 3 年应至 2029-08-31：已签订的不变，续签时按 3 年。', '2026-09-01 至 2028-08-31'],
    ]);
  });

  it('says of a grant what the range is and whether it lies in it', () => {
    const said = (amount: number) => grantAmount({ nature: 'public-benefit', amount }, before).message;
    expect([said(8_000_000), said(8_000_001)]).toEqual([
      '纯公益性的名师工作室资助 5 万元至 8 万元，核定 8 万元。',
      '纯公益性的名师工作室资助 5 万元至 8 万元，核定 80000.01 元，不在范围内。',
    ]);
  });

  it('touches grants that would no longer lie in the range, or would from now on, to the fen', () => {
    const of = (amount: number, nature: 'public-benefit' | 'with-market-function' = 'public-benefit') =>
      touched([{ facts: { ...eligibleStudio, name: '甲' }, grants: [{ nature, amount }] }]);
    expect([
      of(8_000_000),
      of(8_000_001),
      of(10_000_000),
      of(6_000_000, 'with-market-function'),
      of(5_999_999, 'with-market-function'),
      of(6_000_001, 'with-market-function'),
    ]).toEqual([
      ['甲: grant-amount met→unmet'],
      [],
      ['甲: grant-amount unmet→met'],
      [],
      ['甲: grant-amount met→unmet'],
      ['甲: grant-amount unmet→met'],
    ]);
  });

  it('says what was found before and after, and gives back the studio it was asked about', () => {
    const studio = { id: 7, facts: ledAt('甲', '1973-08-01') };
    const [only] = compareMeasures([studio], before, after);
    expect([only?.studio, only?.changes.map((change) => [change.before.message, change.after.message])]).toEqual([
      studio,
      [['53 周岁，超过 52 周岁；特殊情况不超过 55 周岁，须说明理由并批准。', '53 周岁，未超过 55 周岁。']],
    ]);
  });

  it('touches nobody when nothing has changed', () => {
    expect([changedParameters(before, before), compareMeasures([{ facts: ledAt('甲', '1973-08-01') }], before, before)]).toEqual([[], []]);
  });
});
