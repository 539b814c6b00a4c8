import { describe, expect, it } from 'vitest';
import {
  type CaseRecord,
  mayIssueCircular,
  mayRevokeForMisconduct,
  mayVerifyCase,
  misconductLabels,
} from '../../policy/misconduct/case-record.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { against, warnings } from './good-standing.ts';

const date = plainDate;
const found: CaseRecord = {
  kind: 'fraud',
  foundOn: date('2027-05-10'),
  foundHow: '群众来信',
  facts: '培训签到表系事后补造',
  evidence: ['档案 2027-31'],
  statement: '承认属实',
};
const verified: CaseRecord = { ...found, verification: { by: '区人力资源局查核组', on: date('2027-06-01'), holds: true } };
const on = date('2027-06-01');

describe('第二十条: a case', () => {
  it('is verified once, by somebody, from the day it was found', () => {
    expect([
      against(mayVerifyCase(found, '查核组', date('2027-05-10'))),
      against(mayVerifyCase(found, '查核组', date('2027-05-09'))),
      against(mayVerifyCase(found, ' ', on)),
      against(mayVerifyCase(verified, '查核组', on)),
      mayVerifyCase(found, '查核组', on).warnings,
    ]).toEqual([
      [],
      ['查核日期 2027-05-09 早于发现日期 2027-05-10 第二十条'],
      ['须写明由谁查核 第二十条'],
      ['已于 2027-06-01 查核 第二十条'],
      [],
    ]);
  });

  it('leads to revocation when it is verified as true and complete', () => {
    expect(mayRevokeForMisconduct(verified, on)).toEqual({ against: [], warnings: [] });
  });

  it('leads nowhere before it is verified, or when it is found to be untrue', () => {
    expect([
      against(mayRevokeForMisconduct(found, on)),
      against(mayRevokeForMisconduct(verified, date('2027-05-31'))),
      against(mayRevokeForMisconduct({ ...verified, verification: { by: '查核组', on, holds: false } }, on)),
    ]).toEqual([['截至 2027-06-01 尚未查核 第二十条'], ['截至 2027-05-31 尚未查核 第二十条'], ['经查不属实，应予结案 第二十条']]);
  });

  it('says how it was found, what it is, and on what papers', () => {
    expect(against(mayRevokeForMisconduct({ ...verified, foundHow: ' ', facts: ' ', evidence: [] }, on))).toEqual([
      '没有写明如何发现 第二十条',
      '没有写明事实 第二十条',
      '没有证据 第二十条',
    ]);
  });

  it('of a mere fault says what damage it did', () => {
    const fault: CaseRecord = { ...verified, kind: 'grave-fault' };
    expect([
      against(mayRevokeForMisconduct(fault, on)),
      against(mayRevokeForMisconduct({ ...fault, impact: ' ' }, on)),
      against(mayRevokeForMisconduct({ ...fault, impact: '学员受伤，媒体报道' }, on)),
    ]).toEqual([['过失须造成巨大负面影响，没有写明影响 第二十条'], ['过失须造成巨大负面影响，没有写明影响 第二十条'], []]);
    expect(against(mayRevokeForMisconduct({ ...verified, kind: 'violation' }, on))).toEqual([]);
  });

  it('is warned of a studio nobody heard', () => {
    const { statement: _statement, ...unheard } = verified;
    expect(warnings(mayRevokeForMisconduct({ ...verified, statement: ' ' }, on)).length).toBe(1);
    expect([warnings(mayRevokeForMisconduct(unheard, on)), against(mayRevokeForMisconduct(unheard, on))]).toEqual([
      ['没有听取工作室的陈述 第二十条'],
      [],
    ]);
  });

  it('names the lead in the circular once the title is revoked', () => {
    const circular = (named: readonly string[], revoked?: string) =>
      against(mayIssueCircular('方予安', named, revoked === undefined ? undefined : date(revoked), on));
    expect([
      circular(['方予安', '钟意'], '2027-06-01'),
      circular(['钟意'], '2027-06-01'),
      circular(['方予安'], '2027-06-02'),
      circular(['方予安']),
    ]).toEqual([[], ['通报批评的对象应包括领办人方予安 第二十条'], ['称号尚未因此撤销 第二十条'], ['称号尚未因此撤销 第二十条']]);
    expect(mayIssueCircular('方予安', ['方予安'], on, on).warnings).toEqual([]);
  });

  it('is of one of three kinds', () => {
    expect(Object.values(misconductLabels)).toEqual(['弄虚作假', '违纪违法', '出现过失造成巨大负面影响']);
  });
});
