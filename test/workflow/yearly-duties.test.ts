import { beforeEach, describe, expect, it } from 'vitest';
import { listDuties } from '../../workflow/duties.ts';
import { education, hr, office, type RoundRegister, roundRegister } from './round-register.ts';

let register: RoundRegister;
const act: RoundRegister['act'] = (...asked) => register.act(...asked);
const yearly = ['make-yearly-plan', 'supervise-mid-year', 'review-year-end'];
const due = (seat: string, days = 0) =>
  listDuties(register.contextOf(seat), days)
    .filter(({ action, duty }) => yearly.includes(action) || duty.includes('应至少新建'))
    .map(({ duty, due: day, article }) => `${duty} ${day} ${article}`);

beforeEach(() => {
  register = roundRegister();
  act(hr, 'open-round', null);
});

describe('第十六条: the three dates of the HR bureau', () => {
  it.each([
    ['2027-01-30', '2027-01-31', '2027 年制定年度工作方案和计划', 'make-yearly-plan'],
    ['2027-06-29', '2027-06-30', '2027 年年中督促检查', 'supervise-mid-year'],
    ['2026-12-30', '2026-12-31', '2026 年年底组织区级名师工作室评审和考核', 'review-year-end'],
  ])('on %s it is not due, on %s it is, until it is done', (before, day, duty, name) => {
    const told = (on: string) => {
      register.moveTo(on);
      return due(hr).filter((each) => each.startsWith(duty));
    };
    expect(told(before)).toEqual([]);
    expect(told(day)).toEqual([`${duty} ${day} 第十六条`]);
    expect(act(hr, name, null, { content: '武昌人资〔2027〕1号' }).message).toContain('武昌人资〔2027〕1号');
    expect(told(day)).toEqual([]);
    expect(() => act(hr, name, null, { content: '又一次' })).toThrow(/已于 20.* 登记.*第十六条/);
  });

  it.each([
    ['make-yearly-plan', '登记年度工作方案'],
    ['supervise-mid-year', '登记年中督促检查'],
    ['review-year-end', '登记年底评审考核'],
  ])('%s is spoken of as one sentence, done or refused', (name, said) => {
    expect(() => act(hr, name, null, {})).toThrow(`无法${said}：缺少`);
    expect(() => act(office, name, null, { content: '内容' })).toThrow(`无法${said}：`);
    expect(act(hr, name, null, { content: '内容', year: 2027 }).message).toBe(`已${said}（2027 年）：内容。`);
    expect(() => act(hr, name, null, { content: '内容', year: 2027 })).toThrow(new RegExp(`^无法${said}：2027 年的已于`, 'u'));
  });

  it('are nobody else’s, also around the command', () => {
    expect(() => act(office, 'make-yearly-plan', null, { content: '方案' })).toThrow('没有这项职权');
    const write = (seat: string) =>
      register.db.$client
        .prepare(
          "INSERT INTO yearly_acts VALUES ('01900000-0000-7000-9000-000000000990', 2027, 'make-yearly-plan', '2027-01-05', '方案', ?)",
        )
        .run(register.contextOf(seat).seat.id);
    expect(() => write(office)).toThrow('are the HR bureau');
    write(hr);
    expect(() => write(hr)).toThrow('UNIQUE');
  });

  it('keep to their year, within a year of the day', () => {
    expect(() => act(hr, 'make-yearly-plan', null, { content: '方案', year: 2028 })).toThrow('相差一年以上');
    expect(act(hr, 'make-yearly-plan', null, { content: '方案', year: 2027 }).message).toContain('2027 年');
  });
});

describe('第十五条: a new studio of each sector a year', () => {
  it('is due on the last day of a year without one, and not the day before; with one, never', () => {
    register.moveTo('2026-12-31');
    expect(due(education)).toEqual([]);
    register.moveTo('2027-12-30');
    expect(due(education)).toEqual([]);
    register.moveTo('2027-12-31');
    expect(due(education)).toEqual(['教育系统 2027 年应至少新建 1 家，已命名 0 家 2027-12-31 第十五条']);
    expect(due(office)).toEqual([]);
  });
});
