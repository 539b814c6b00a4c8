import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleText } from '../../policy/article.ts';
import { addDays, plainDate } from '../../policy/plain-date.ts';
import { mayReclaim, type PaidGrant, reclaimByDefault } from '../../policy/reclaim.ts';
import { mayFollowRevocation, mayRevoke, type RevocationGround, revocationEffect, revocationGrounds } from '../../policy/revocation.ts';
import type { StudioLevel } from '../../policy/seat.ts';
import { against } from './good-standing.ts';

const today = plainDate('2028-10-01');
const both: readonly StudioLevel[] = ['in-system', 'district'];

describe('a revocation', () => {
  it('stands on one of three grounds', () => {
    expect(Object.values(revocationGrounds).map(({ label, article }) => `${label} ${articleText(article)}`)).toEqual([
      '过程性考核不合格，逾期整改不到位 第十九条第二款',
      '周期性考核不合格 第十九条第二款',
      '弄虚作假、违纪违法，或出现过失造成巨大负面影响 第二十条',
    ]);
  });

  it('is decided by who named; the other title stands until its own department has been asked', () => {
    expect([revocationEffect('periodic', 'in-system', both), revocationEffect('misconduct', 'district', both)]).toEqual([
      {
        decidedBy: 'sector-bureau',
        proposedBy: null,
        falls: 'in-system',
        toDecide: { level: 'district', decidedBy: 'leading-group-office' },
        circular: false,
        article: { article: 19, paragraph: 2 },
      },
      {
        decidedBy: 'leading-group-office',
        proposedBy: 'hr-bureau',
        falls: 'district',
        toDecide: { level: 'in-system', decidedBy: 'sector-bureau' },
        circular: true,
        article: { article: 20 },
      },
    ]);
    expect(revocationEffect('rectification', 'in-system', ['in-system'])).toMatchObject({ toDecide: null, circular: false });
  });

  it('takes a title that is held, a district one on the HR bureau’s proposal', () => {
    const revoke = (level: StudioLevel, held: readonly StudioLevel[], proposed?: string, ground: RevocationGround = 'periodic') =>
      against(mayRevoke(ground, level, held, proposed === undefined ? undefined : plainDate(proposed), today));
    expect([
      revoke('in-system', both),
      revoke('in-system', []),
      revoke('district', both),
      revoke('district', both, '2028-10-02'),
      revoke('district', both, '2028-10-01'),
      revoke('district', ['in-system'], '2028-09-01', 'misconduct'),
    ]).toEqual([
      [],
      ['没有有效的系统内名师工作室称号 第十九条第二款'],
      ['区人力资源局尚未提请撤销 第十九条第二款'],
      ['区人力资源局尚未提请撤销 第十九条第二款'],
      [],
      ['没有有效的区级名师工作室称号 第二十条'],
    ]);
    expect(mayRevoke('periodic', 'in-system', both, undefined, today).warnings).toEqual([]);
  });
});

describe('第十九条第二款: money back', () => {
  const since = plainDate('2027-01-01');
  const payments: readonly PaidGrant[] = [
    { on: plainDate('2026-12-31'), amount: 3_000_000 },
    { on: plainDate('2027-01-01'), amount: 2_000_000 },
    { on: plainDate('2027-06-01'), amount: 1_000_000 },
  ];
  const decide = (amount: number, reclaimed = 0, reason?: string) => against(mayReclaim(amount, payments, since, reclaimed, reason));

  it('is what the district paid from the first day of the present cycle on', () => {
    expect([
      reclaimByDefault(payments, since, 0),
      reclaimByDefault(payments, plainDate('2027-01-02'), 0),
      reclaimByDefault([], since, 0),
    ]).toEqual([3_000_000, 1_000_000, 0]);
  });

  it('is never more than the studio still has', () => {
    expect([3_000_000, 3_000_001, 6_000_000, 7_000_000].map((reclaimed) => reclaimByDefault(payments, since, reclaimed))).toEqual([
      3_000_000, 2_999_999, 0, 0,
    ]);
  });

  it('may be decided otherwise with a reason, up to all that was paid', () => {
    expect([
      decide(3_000_000),
      decide(0),
      decide(0, 0, '已全部用于学员'),
      decide(6_000_000, 0, '申报材料全部虚假'),
      decide(6_000_001, 0, '同上'),
    ]).toEqual([
      [],
      ['本周期应收回 3 万元，决定收回 0 元须写明理由 第十九条第二款'],
      [],
      [],
      ['已发放而未收回的资助为 6 万元，不能收回 60000.01 元 第十九条第二款'],
    ]);
    expect([decide(3_000_000, 4_000_000, '余额'), decide(-1, 0, '负数'), decide(0.5, 0, '半分'), decide(2_000_000, 0, ' ').length]).toEqual(
      [
        ['已发放而未收回的资助为 2 万元，不能收回 3 万元 第十九条第二款'],
        ['金额应不小于 0，精确到分 第十九条第二款'],
        ['金额应不小于 0，精确到分 第十九条第二款'],
        1,
      ],
    );
    expect(mayReclaim(3_000_000, payments, since, 0, undefined).warnings).toEqual([]);
  });

  it('keeps what was granted equal to what is kept and what came back', () => {
    const paid = fc.array(fc.record({ days: fc.nat(2000), amount: fc.integer({ min: 1, max: 8_000_000 }) }), { maxLength: 6 });
    fc.assert(
      fc.property(paid, fc.nat(2000), (list, start) => {
        const grants = list.map(({ days, amount }) => ({ on: addDays(plainDate('2024-01-01'), days), amount }));
        const granted = grants.reduce((sum, { amount }) => sum + amount, 0);
        const from = addDays(plainDate('2024-01-01'), start);
        const back = reclaimByDefault(grants, from, 0);
        return (
          back >= 0 &&
          back <= granted &&
          reclaimByDefault(grants, from, granted) === 0 &&
          mayReclaim(back, grants, from, 0, undefined).against.length === 0
        );
      }),
    );
  });

  it('follows that of the other title from its day on, not before', () => {
    const follow = (on: string) => against(mayFollowRevocation('misconduct', today, plainDate(on)));
    expect([follow('2028-09-30'), follow('2028-10-01')]).toEqual([['另一级称号 2028-10-01 才撤销，不能早于这一天 第二十条'], []]);
    expect(mayFollowRevocation('periodic', today, today).warnings).toEqual([]);
  });
});
