import { describe, expect, it } from 'vitest';
import { listDuties } from '../../workflow/duties.ts';
import { type CycleRegister, cycleRegister, short, studio } from './cycle-register.ts';
import { carry, newDesk } from './new-desk.ts';
import { carryRound, education, hr, office, type RoundRegister, roundRegister, studioOf } from './round-register.ts';

const first = studioOf(education, 1);
const applicant = '方予安小学语文名师工作室';

/** Days on which a seat is told of a duty when it asks for nothing further ahead. */
function daysTold({ contextOf, moveTo }: RoundRegister, seat: string, duty: string, days: readonly string[]): readonly boolean[] {
  return days.map((day) => {
    moveTo(day);
    return listDuties(contextOf(seat), 0).some((each) => each.duty.includes(duty));
  });
}

const notBefore = [false, true];

describe('第十一条: an application that waits is told on the fifteenth day, not on the fourteenth', () => {
  const told = async (duty: string, to: 'accepted' | 'inspected' | 'approved' | 'named' | 'returned') => {
    const desk = await newDesk({ imported: true });
    try {
      if (to === 'returned') await desk.act('return', applicant, { reason: '缺推荐材料' });
      else await carry(desk, applicant, to);
      const seen: boolean[] = [];
      for (const day of ['2026-08-24', '2026-08-25']) {
        desk.moveTo(day);
        const duties = await desk.workflow.listDuties({ days: 0 });
        seen.push(duties.some((each) => each.studio === applicant && each.duty.includes(duty)));
      }
      return seen;
    } finally {
      desk.close();
    }
  };

  it.each([
    ['returned', '等待补正'],
    ['accepted', '现场考察'],
    ['inspected', '提交党组会议'],
    ['approved', '命名'],
    ['named', '报区人力资源局备案'],
  ] as const)('%s: %s', async (step, duty) => {
    expect(await told(duty, step)).toEqual(notBefore);
  });
});

describe('第十二条: the round', () => {
  it('is to be opened by the last day of the third quarter', () => {
    expect(daysTold(roundRegister(), hr, '启动 2026 年区级评选', ['2026-09-29', '2026-09-30'])).toEqual(notBefore);
  });

  it('says on the last day of a notice that it ends today, and neither the day before nor the day after', () => {
    const register = roundRegister();
    carryRound(register, { [first]: 95 }, 'posted');
    expect(daysTold(register, office, '公示今日期满', ['2026-07-24', '2026-07-25', '2026-07-26'])).toEqual([false, true, false]);
  });

  it('waits fifteen days for the plaque, and as many for the grant; for its payment until the year ends', () => {
    const register = roundRegister();
    carryRound(register, { [first]: 95 }, 'posted');
    expect(daysTold(register, office, '公示期满，命名授牌', ['2026-08-08', '2026-08-09'])).toEqual(notBefore);
    register.act(office, 'award-plaque', first);
    expect(daysTold(register, hr, '核定建设经费资助', ['2026-08-23', '2026-08-24'])).toEqual(notBefore);
    register.act(hr, 'decide-grant', first, { nature: '纯公益性', amount: 50_000 });
    expect(daysTold(register, hr, '发放建设经费资助', ['2026-12-30', '2026-12-31'])).toEqual(notBefore);
    register.act(hr, 'pay-grant', first, { voucher: '付-1', spent: 50_000 });
    expect(daysTold(register, hr, '发放建设经费资助', ['2026-12-31'])).toEqual([false]);
  });
});

describe('第九条, 第十九条: the letter and its cycle', () => {
  /** Named on 2026-03-01; its letter runs from 2026-09-01 to 2028-08-31. */
  const told = (register: CycleRegister, duty: string, ...days: readonly string[]) => daysTold(register, education, duty, days);

  it('a letter is missing from the fifteenth day after the naming', () => {
    const register = roundRegister();
    expect(daysTold(register, education, '签订任务承诺书', ['2026-03-15', '2026-03-16'])).toEqual(notBefore);
  });

  it('the process assessment is due on the last day of the first year, the periodic one on the last of the second', () => {
    const register = cycleRegister();
    expect(told(register, '过程性考核', '2027-08-30', '2027-08-31')).toEqual(notBefore);
    register.assess('process', '合格', '2027-08-31');
    expect(told(register, '周期性考核、续签承诺书', '2028-08-30', '2028-08-31')).toEqual(notBefore);
  });

  it('the renewal is due on the last day of the cycle, once the result is approved', () => {
    const register = cycleRegister();
    register.assess('process', '合格', '2027-08-01');
    register.assess('periodic', '合格', '2028-08-01');
    register.approve('2028-08-02');
    expect(told(register, '续签任务承诺书', '2028-08-30', '2028-08-31')).toEqual(notBefore);
  });

  it('a rectification is in view so many days before its last day, due on that, overdue on the next', () => {
    const register = cycleRegister();
    register.assess('process', '不合格', '2027-08-01', short);
    register.act(education, 'issue-rectification-notice', studio, { deadline: '2027-08-31' });
    const ahead = (day: string) => {
      register.moveTo(day);
      return listDuties(register.contextOf(education), 10).filter(({ duty }) => duty.startsWith('整改')).length;
    };
    expect([ahead('2027-08-20'), ahead('2027-08-21')]).toEqual([0, 1]);
    expect(told(register, '整改到期', '2027-08-30', '2027-08-31', '2027-09-01')).toEqual([false, true, false]);
    expect(told(register, '整改已逾期', '2027-08-31', '2027-09-01')).toEqual(notBefore);
  });

  it.each([
    ['male', '1967-08-31', '1967-09-01'],
    ['female', '1972-08-31', '1972-09-01'],
  ])('a lead (%s) born on %s passes the age limit on the last day of the cycle, one born on %s after it', (sex, within, after) => {
    const register = cycleRegister();
    const born = (day: string) =>
      register.db.$client.prepare('UPDATE people SET sex = ?, birth_date = ? WHERE id = ?').run(sex, day, register.idOf(studio));
    born(within);
    expect(told(register, '周岁', '2028-08-30', '2028-08-31')).toEqual(notBefore);
    born(after);
    expect(told(register, '周岁', '2028-08-31', '2028-09-01')).toEqual([false, false]);
  });
});
