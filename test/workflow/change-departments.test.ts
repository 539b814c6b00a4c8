import { beforeEach, describe, expect, it } from 'vitest';
import { departmentsOn } from '../../db/queries/departments.ts';
import { readSetting } from '../../db/queries/settings.ts';
import { inTransaction } from '../../db/transaction.ts';
import { writeSetting } from '../../db/writes/settings.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { culture, education, hr, type RoundRegister, roundRegister, studioOf } from './round-register.ts';

let register: RoundRegister;
beforeEach(() => {
  register = roundRegister();
});
const change = (answers: Readonly<Record<string, unknown>>, seat: string = hr) => register.act(seat, 'change-departments', null, answers);
const names = (day: string) => departmentsOn(register.db, plainDate(day)).map(({ name }) => name);

const renamed = {
  kind: '更名',
  department: education,
  name: '区教育和体育局',
  officialName: '武汉市武昌区教育和体育局',
  from: '2027-01-01',
};
const merged = { kind: '并入另一部门', department: culture, into: education, from: '2026-07-20' };

describe('第十三条: a department is renamed', () => {
  it('from a day on, and bears its old name to the day before', () => {
    change(renamed);
    expect([names('2026-12-31')[0], names('2027-01-01')[0]]).toEqual(['区教育局', '区教育和体育局']);
  });

  it('keeps its series of numbers unless another is given', () => {
    change({ ...renamed, prefix: '武昌教体名' });
    const prefixes = (day: string) => departmentsOn(register.db, plainDate(day))[0]?.numberPrefix;
    expect([prefixes('2026-12-31'), prefixes('2027-01-01')]).toEqual(['武昌教名', '武昌教体名']);
    expect(() => change({ ...renamed, department: culture, name: '区文旅局', officialName: '文旅局', prefix: '武昌教体名' })).toThrow(
      '已由另一部门使用',
    );
  });

  it('after the day its present name began, and under a name nobody else bears', () => {
    expect(() => change({ ...renamed, from: '2014-10-10' })).toThrow('不晚于「区教育局」启用的日期');
    expect(() => change({ ...renamed, name: culture })).toThrow('另一部门也叫');
    expect(() => change({ ...renamed, department: '区体育局' })).toThrow('没有「区体育局」这个部门');
    expect(() => change({ kind: '更名', department: education, from: '2027-01-01' })).toThrow('更名须填「新简称」和「新全称」');
    change({ ...renamed, from: '2014-10-11' });
  });

  it('goes on to act under its new name', () => {
    change({ ...renamed, from: '2026-07-21' });
    register.moveTo('2026-07-21');
    expect(register.act('区教育和体育局', 'sign-commitment-letter', studioOf(education, 1)).message).toContain('武昌教名〔2026〕1号');
  });
});

describe('第十三条: a department is merged into another', () => {
  it('hands over its sectors and open matters from the day on', () => {
    change(merged);
    expect(names('2026-07-19')).toContain(culture);
    expect(names('2026-07-20')).not.toContain(culture);
    expect(departmentsOn(register.db, plainDate('2026-07-20'))[0]?.sectors).toEqual(['教育', '文化']);
    expect(register.act(education, 'sign-commitment-letter', studioOf(culture, 1)).message).toContain('签订任务承诺书');
  });

  it('of its own kind, once, and not into itself nor on a day that has not come', () => {
    expect(() => change({ ...merged, into: hr })).toThrow('职权不同，不能合并');
    expect(() => change({ ...merged, into: culture })).toThrow('不能并入自身');
    expect(() => change({ ...merged, into: '' })).toThrow('合并须填「并入的部门」');
    expect(() => change({ ...merged, from: '2026-07-21' })).toThrow('请到生效之日再登记');
    change(merged);
    expect(() => change({ ...merged, into: '区总工会' })).toThrow('已于 2026-07-20 并入其他部门');
    expect(() => change({ ...renamed, department: culture })).toThrow('已于 2026-07-20 并入其他部门');
  });

  it('leaves a computer of the department that is no more to the one that took over', () => {
    const cultureId = register.contextOf(culture).seat.id;
    inTransaction(register.db, (tx) => writeSetting(tx, 'seat', cultureId));
    change(merged, culture);
    expect(readSetting(register.db, 'seat')).toBe(register.contextOf(education).seat.id);
  });

  it('counts the merged bureau once in the district round', () => {
    change(merged);
    register.act(hr, 'open-round', null);
    const studios = [studioOf(education, 1), studioOf(culture, 1), studioOf(culture, 2)];
    for (const studio of studios) register.act(education, 'apply-to-round', studio, { unitAgreed: '是' });
    register.act(education, 'recommend', studios[0] ?? null, { rank: 1, reason: '优' });
    register.act(education, 'recommend', studios[1] ?? null, { rank: 2, reason: '优' });
    expect(() => register.act(education, 'recommend', studios[2] ?? null, { rank: 3, reason: '优' })).toThrow('第十二条第二项');
  });
});
