import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstOverdraft,
  fundEntryKinds,
  fundEntryLabels,
  incomeSourceArticles,
  incomeSourceLabels,
  incomeSources,
  levelInCharge,
  type Movement,
  type TitleSpan,
} from '../../policy/funds/account.ts';
import {
  requireAsPaid,
  requireCovered,
  requireEarmarked,
  requireReturnable,
  requireSigned,
  requireStillReceived,
  requireTitleForMoney,
} from '../../policy/funds/record-entry.ts';
import { measuresOn } from '../../policy/measures.ts';
import { addDays, plainDate as date } from '../../policy/plain-date.ts';

const measures = measuresOn(date('2027-01-01'));
const move = (on: string, change: number): Movement => ({ on: date(on), change });
const title = (level: TitleSpan['level'], namedOn: string, endedOn: string | null): TitleSpan => ({
  level,
  namedOn: date(namedOn),
  endedOn: endedOn === null ? null : date(endedOn),
});

describe('第十八条: purposes', () => {
  it.each([
    ['construction', true],
    ['工作室基础建设', true],
    ['教育科研活动', false],
    ['allowance', false],
    ['reward', false],
    ['工作室日常开支', false],
  ])('%s is one, by code or name; construction: %s', (purpose, construction) => {
    expect(requireEarmarked(purpose, measures).construction).toBe(construction);
  });

  it.each(['招待费', '建设', '', 'Construction'])('「%s」 is none, and the refusal lists those there are', (purpose) => {
    expect(() => requireEarmarked(purpose, measures)).toThrow(
      /专款专用.*工作室基础建设、教育科研活动、名师工作津贴、团队成员和学员奖励、工作室日常开支.*第十八条/,
    );
  });

  it('are those of the Measures of the day: a later text may list others', () => {
    const travel = { code: 'travel', label: '差旅', construction: false };
    const later = {
      ...measures,
      values: { ...measures.values, expenseCategories: { ...measures.values.expenseCategories, value: [travel] } },
    };
    expect(requireEarmarked('差旅', later)).toEqual(travel);
    expect(() => requireEarmarked('construction', later)).toThrow('可以开支的只有差旅');
  });
});

describe('第十八条, 第十四条: signatures', () => {
  const signed =
    (signedBy: string, checkedBy: string, leads = ['方予安']) =>
    () =>
      requireSigned({ signedBy, checkedBy }, leads);

  it('are the lead’s and another’s', () => {
    expect(signed('方予安', '何思齐')).not.toThrow();
    expect(signed('林清源', '何思齐')).toThrow(/「林清源」不是当时的领办人.*请由方予安签字.*第十八条/);
    expect(signed('林清源', '何思齐', ['方予安', '周望舒'])).toThrow('请由方予安、周望舒签字');
    expect(signed('方予安', '方予安')).toThrow(/就是领办人.*第十四条/);
    expect(signed('方予安', '何思齐', [])).toThrow(/没有登记领办人.*第十八条/);
  });
});

describe('第十八条: the balance', () => {
  it('is looked at from a day on, at the end of each day', () => {
    const account = [move('2027-01-05', 100), move('2027-01-03', -30), move('2027-01-05', -60), move('2027-01-07', -20)];
    expect(firstOverdraft(account, date('2027-01-01'))).toEqual({ on: '2027-01-03', balance: -30 });
    expect(firstOverdraft(account, date('2027-01-04'))).toEqual({ on: '2027-01-07', balance: -10 });
    expect(firstOverdraft(account, date('2027-01-08'))).toBeUndefined();
  });

  it('found overdrawn is the first day whose sum of all movements so far is below zero', () => {
    const movement = fc.record({ day: fc.nat(9), change: fc.integer({ min: -50, max: 50 }) });
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 12 }), fc.nat(9), (list, first) => {
        const start = date('2027-01-01');
        const account = list.map(({ day, change }) => ({ on: addDays(start, day), change }));
        const from = addDays(start, first);
        const days = [...new Set(account.map(({ on }) => on))].toSorted().filter((on) => on >= from);
        const sums = days.map((on) => ({
          on,
          balance: account.filter((each) => each.on <= on).reduce((sum, { change }) => sum + change, 0),
        }));
        expect(firstOverdraft(account, from)).toEqual(sums.find(({ balance }) => balance < 0));
      }),
    );
  });

  it('covers what goes out to the last fen, or needs a reason; the reason is kept only where it was needed', () => {
    const present = [move('2027-01-01', 100)];
    const spend =
      (amount: number, reason?: string, on = '2027-01-02') =>
      () =>
        requireCovered(present, [move(on, -amount)], reason);
    expect(spend(100)()).toBeNull();
    expect(spend(100, '垫支')()).toBeNull();
    expect(spend(101)).toThrow(/2027-01-02 将透支 0.01 元.*「透支理由」.*第十八条/);
    expect(spend(101, '垫支')()).toBe('垫支');
    expect(spend(1, undefined, '2026-12-31')).toThrow('2026-12-31 将透支 0.01 元');
  });

  it('asks nothing of what takes nothing out, even of an overdrawn account', () => {
    for (const change of [0, 1]) expect(requireCovered([move('2027-01-01', -100)], [move('2027-01-02', change)], undefined)).toBeNull();
  });

  it('sees what a correction gives and takes as one', () => {
    const present = [move('2027-01-01', 100), move('2027-01-02', -80)];
    expect(requireCovered(present, [move('2027-01-03', -100), move('2027-01-03', 80)], undefined)).toBeNull();
    expect(() => requireCovered(present, [move('2027-01-03', -100), move('2027-01-03', 79)], undefined)).toThrow('将透支 0.01 元');
    expect(() => requireCovered(present, [move('2027-01-03', -100), move('2027-01-04', 100)], undefined)).toThrow(
      '2027-01-03 将透支 0.80 元',
    );
  });
});

describe('第十二条第六项, 第十八条: titles and money', () => {
  const inSystem = title('in-system', '2026-03-01', null);
  const district = title('district', '2026-09-01', null);

  it('the district grant is for who is a district studio on the day', () => {
    const grant = (titles: readonly TitleSpan[], on: string) => () => requireTitleForMoney('income', 'district-grant', titles, date(on));
    expect(grant([inSystem], '2026-10-01')).toThrow(/不是区级名师工作室.*第十二条第六项/);
    expect(grant([inSystem, district], '2026-08-31')).toThrow('在 2026-08-31 不是区级名师工作室');
    expect(grant([inSystem, district], '2026-09-01')).not.toThrow();
    const ended = title('district', '2026-09-01', '2027-01-15');
    expect(grant([inSystem, ended], '2027-01-14')).not.toThrow();
    expect(grant([inSystem, ended], '2027-01-15')).toThrow('不是区级名师工作室');
  });

  it('after the last title nothing is spent and nothing comes in, but from the host unit and back to where it came from', () => {
    const ended = [title('in-system', '2026-03-01', '2027-01-15'), title('district', '2026-09-01', '2026-12-01')];
    const spend = (titles: readonly TitleSpan[], on: string) => () => requireTitleForMoney('expense', null, titles, date(on));
    expect(spend(ended, '2027-01-14')).not.toThrow();
    expect(spend(ended, '2027-01-15')).toThrow(/^无法登记支出：工作室的称号已于 2027-01-15 终止.*第十八条/);
    expect(spend(ended.toReversed(), '2027-01-14')).not.toThrow();
    expect(spend([...ended, inSystem], '2027-01-15')).not.toThrow();
    expect(spend([], '2027-01-15')).not.toThrow();
    expect(() => requireTitleForMoney('income', 'sector-bureau', ended, date('2027-01-15'))).toThrow(
      '无法登记收入：工作室的称号已于 2027-01-15 终止',
    );
    expect(() => requireTitleForMoney('income', 'host-unit', ended, date('2027-01-15'))).not.toThrow();
    expect(() => requireTitleForMoney('return', 'district-grant', ended, date('2027-01-15'))).not.toThrow();
  });

  it('say who looks after the money: the district title while it is held, then the in-system one, then the last that ended', () => {
    expect([
      levelInCharge([]),
      levelInCharge([inSystem]),
      levelInCharge([inSystem, district]),
      levelInCharge([title('district', '2026-09-01', '2027-01-15')]),
      levelInCharge([inSystem, title('district', '2026-09-01', '2027-01-15')]),
      levelInCharge([title('in-system', '2026-03-01', '2027-02-01'), title('district', '2026-09-01', '2027-01-15')]),
      levelInCharge([title('in-system', '2026-03-01', '2027-01-15'), title('district', '2026-09-01', '2027-01-15')]),
    ]).toEqual(['in-system', 'in-system', 'district', 'district', 'in-system', 'in-system', 'district']);
  });
});

describe('第十六条: the grant in the account', () => {
  it('is what was paid and not a fen more; taking some of it back is always possible', () => {
    expect(() => requireAsPaid({ paid: 100, received: 60, more: 40 })).not.toThrow();
    expect(() => requireAsPaid({ paid: 100, received: 60, more: 41 })).toThrow(/已发放 1 元，专户已入账 0.60 元，再入账 0.41 元.*第十六条/);
    expect(() => requireAsPaid({ paid: 100, received: 200, more: 0 })).not.toThrow();
    expect(() => requireAsPaid({ paid: 100, received: 200, more: 1 })).toThrow('就多于发放的金额');
  });
});

describe('第十八条: money that goes back', () => {
  it('is no more than came from its source', () => {
    expect(() => requireReturnable('district-grant', 100, 100)).not.toThrow();
    expect(() => requireReturnable('district-grant', 100, 101)).toThrow(/区财政资助尚未退回的共 1 元，不能退回 1.01 元.*第十二条第六项/);
  });

  it('holds the income it came from', () => {
    expect(() => requireStillReceived('host-unit', 0)).not.toThrow();
    expect(() => requireStillReceived('host-unit', -1)).toThrow(/所在单位已经退回的会比收到的多 0.01 元.*第十四条/);
  });
});

it('every kind and source has its name, and every source its provision', () => {
  expect([Object.keys(fundEntryLabels), Object.keys(incomeSourceLabels), Object.keys(incomeSourceArticles)]).toEqual([
    fundEntryKinds,
    incomeSources,
    incomeSources,
  ]);
});
