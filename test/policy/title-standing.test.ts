import { describe, expect, it } from 'vitest';
import { checkAddedMeasures } from '../../policy/added-measures.ts';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { goodStanding, reapplicationFrom, reapplicationRemarks } from '../../policy/title-standing.ts';
import { against, goodTitle, warnings } from './good-standing.ts';

const on = plainDate('2026-08-10');
const measures = measuresOn(on);
const sixYears = measuresOn(plainDate('2027-01-01'), [
  checkAddedMeasures({
    id: 'six-years',
    title: '某区办法',
    documentNumber: '某区〔2026〕1号',
    effectiveFrom: '2027-01-01',
    values: { reapplicationYears: { value: 6, source: { article: 19, paragraph: 4 } } },
  }),
]);

describe('good standing', () => {
  it('is an in-system title with nothing to mend and no case', () => {
    expect([goodStanding(goodTitle, on)]).toEqual([{ against: [], warnings: [] }]);
  });

  it('begins on the day of the naming', () => {
    const no = ['2026-02-28 不是系统内名师工作室，区级从系统内名师工作室中评选 第十条'];
    expect([against(goodStanding(goodTitle, plainDate('2026-02-28'))), against(goodStanding(goodTitle, plainDate('2026-03-01')))]).toEqual([
      no,
      [],
    ]);
    expect(goodStanding({ ...goodTitle, inSystemOn: undefined, filedOn: undefined }, on).warnings).toEqual([]);
  });

  it('is lost while something is left to mend or a case is open', () => {
    expect(against(goodStanding({ awaitsRectification: true, caseOpen: true }, on))).toEqual([
      '2026-08-10 不是系统内名师工作室，区级从系统内名师工作室中评选 第十条',
      '考核不合格，整改尚未通过复查 第十九条第二款',
      '有问题线索正在查核 第二十条',
    ]);
  });

  it('is warned of a naming that was never filed', () => {
    expect(warnings(goodStanding({ ...goodTitle, filedOn: undefined }, on))).toEqual(['系统内命名尚未报区人力资源局备案 第十一条第三项']);
  });
});

describe('applying again after a revocation', () => {
  const revoked = plainDate('2027-03-01');

  it('is open at once, for the text sets no waiting time', () => {
    expect([
      reapplicationFrom(revoked, measures),
      reapplicationRemarks(revoked, revoked, measures),
      reapplicationRemarks(undefined, on, measures),
    ]).toEqual([revoked, [], []]);
  });

  it('waits for the day a later text may set', () => {
    expect([
      reapplicationRemarks(revoked, plainDate('2033-02-28'), sixYears),
      reapplicationRemarks(revoked, plainDate('2033-03-01'), sixYears),
    ]).toEqual([
      [{ message: '称号于 2027-03-01 撤销，6 年内不得再次申报，2033-03-01 起方可申报', article: { article: 19, paragraph: 4 } }],
      [],
    ]);
  });
});
