import { describe, expect, it } from 'vitest';
import { articleText } from '../../policy/article.ts';
import { type FundStanding, fundDuties } from '../../policy/duties/fund-duties.ts';
import { ledgerDuties } from '../../policy/duties/ledger-duties.ts';
import type { Duty } from '../../policy/duty.ts';
import { plainDate as date } from '../../policy/plain-date.ts';

const today = date('2026-08-10');
const lines = (duties: readonly Duty[]) =>
  duties.map(({ duty, due, article, action }) => `${duty} ${due} ${articleText(article)} ${action}`);
const funds = (standing: Partial<FundStanding>) =>
  lines(fundDuties({ name: '甲工作室', hasAccount: true, balance: 0, ...standing }, today));

describe('第十八条: duties about money', () => {
  it('are none with an account and nothing owed', () => {
    expect([
      funds({ namedOn: date('2026-08-01') }),
      funds({ namedOn: date('2026-08-01'), balance: 100 }),
      funds({ hasAccount: false }),
    ]).toEqual([[], [], []]);
  });

  it('ask a named studio for its dedicated account', () => {
    expect(funds({ namedOn: date('2026-08-01'), hasAccount: false })).toEqual(['开立经费专户 2026-08-16 第十八条 open-fund-account']);
  });

  it('ask for what is overdrawn at once, from the first fen', () => {
    expect([funds({ balance: 0 }), funds({ balance: -1 })]).toEqual([[], ['经费专户透支 0.01 元，补足 2026-08-10 第十八条 record-income']]);
  });

  it('ask for what is left once the title has ended', () => {
    const ended = { endedOn: date('2026-07-31') };
    expect([funds({ ...ended, balance: 1 }), funds(ended)]).toEqual([
      ['称号已终止，退回专户结余 0.01 元 2026-08-15 第十八条 return-funds'],
      [],
    ]);
  });
});

describe('第九条: duties about the ledger', () => {
  const year = (...tasks: readonly [code: string, target: number, done: number][]) =>
    lines(
      ledgerDuties({
        name: '甲工作室',
        yearTo: date('2027-08-31'),
        tasks: tasks.map(([code, target, done]) => ({ code, unit: '人次', target, done })),
      }),
    );

  it('are none when every target is reached', () => {
    expect(year(['2-1', 500, 500], ['3-1', 2, 3])).toEqual([]);
  });

  it('say what each task still lacks, by the last day of the year', () => {
    expect(year(['2-1', 500, 499.9], ['3-1', 2, 2], ['5-1', 1, 0])).toEqual([
      '完成本年度任务：2-1 还差 0.1 人次、5-1 还差 1 人次 2027-08-31 第九条 record-activity',
    ]);
  });
});
