import { describe, expect, it } from 'vitest';
import { articleText } from '../../policy/article.ts';
import { consequenceDuties, type TitleMatters, teamDuties } from '../../policy/duties/consequence-duties.ts';
import type { SeatDuty } from '../../policy/duty.ts';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { type Act, mayAct } from '../../policy/powers.ts';

const since = plainDate('2028-08-01');
const lines = (duties: readonly SeatDuty[]) =>
  duties.map(({ seat, duty, due, article, action }) => `${seat} ${due} ${articleText(article)} ${action} ${duty}`);
const of = (matters: Partial<TitleMatters>) =>
  (['in-system', 'district'] as const).map((level) => lines(consequenceDuties([{ name: '甲工作室', level, ...matters }])));

describe('what waits for whom after an assessment, a case or a revocation', () => {
  it('is nothing for a title nothing is the matter with', () => {
    expect(of({})).toEqual([[], []]);
  });

  it('is an answer to a filing, the HR bureau’s', () => {
    expect(of({ filingSentOn: since })[0]).toEqual(['hr-bureau 2028-08-16 第十一条第三项 acknowledge-filing 办理备案']);
  });

  it('is the approval of a periodic result, by the body of its level; sent back, another assessment', () => {
    expect(of({ awaitsApprovalSince: since })).toEqual([
      ['hr-bureau 2028-08-16 第十九条第三款 approve-periodic-result 审定周期性考核结果'],
      ['leading-group-office 2028-08-16 第十九条第三款 approve-periodic-result 审定周期性考核结果'],
    ]);
    expect(of({ returnedOn: since })).toEqual([
      ['sector-bureau 2028-08-16 第十九条第三款 record-periodic-assessment 周期性考核结果被退回，重新考核'],
      ['hr-bureau 2028-08-16 第十九条第三款 record-periodic-assessment 周期性考核结果被退回，重新考核'],
    ]);
  });

  it('is a reward for the excellent', () => {
    expect(of({ rewardSince: since }).flat()).toEqual([
      'sector-bureau 2028-08-16 第十九条第二款 reward 周期性考核优秀，予以奖励',
      'leading-group-office 2028-08-16 第十九条第二款 reward 周期性考核优秀，予以奖励',
    ]);
  });

  it('is the revocation, or its proposal, and after the proposal the decision', () => {
    expect(of({ revocableSince: { on: since, ground: 'rectification' } }).flat()).toEqual([
      'sector-bureau 2028-08-16 第十九条第二款 revoke 逾期整改不到位，撤销称号',
      'hr-bureau 2028-08-16 第十九条第二款 propose-revocation 逾期整改不到位，提请撤销称号',
    ]);
    expect(of({ revocableSince: { on: since, ground: 'misconduct' } }).flat()).toEqual([
      'sector-bureau 2028-08-16 第二十条 revoke 问题查实，撤销称号',
      'hr-bureau 2028-08-16 第二十条 propose-revocation 问题查实，提请撤销称号',
    ]);
    expect(of({ revocableSince: { on: since, ground: 'misconduct' }, proposedOn: since })[1]).toEqual([
      'leading-group-office 2028-08-16 第十九条第二款 revoke 区人力资源局提请撤销称号，研究决定',
    ]);
  });

  it('is a decision about the other title', () => {
    expect(of({ askedSince: since }).flat()).toEqual([
      'sector-bureau 2028-08-16 第十九条第二款 keep-title 另一级称号已撤销，研究系统内称号去留',
      'leading-group-office 2028-08-16 第十九条第二款 keep-title 另一级称号已撤销，研究区级称号去留',
    ]);
  });

  it('is the plaque, the money and the notice of criticism after a revocation, each until it is done', () => {
    const revoked = { decidedOn: since, ground: 'misconduct', plaqueBack: false, owed: 2_500_000, criticised: false } as const;
    expect(of({ revoked })[1]).toEqual([
      'leading-group-office 2028-08-16 第十九条第二款 take-back-plaque 称号已撤销，收回牌匾',
      'hr-bureau 2028-08-16 第十九条第二款 reclaim-grant 称号已撤销，收回资助 2.5 万元',
      'leading-group-office 2028-08-16 第二十条 issue-circular 称号已撤销，通报批评',
    ]);
    expect(of({ revoked: { ...revoked, plaqueBack: true, owed: 1 } })[0]?.[0]).toContain('收回资助 0.01 元');
    expect(of({ revoked: { ...revoked, plaqueBack: true, owed: 0, criticised: true } })).toEqual([[], []]);
    expect(of({ revoked: { ...revoked, ground: 'periodic', plaqueBack: true, owed: 0 } })).toEqual([[], []]);
  });

  it('names acts that the department it is told to may do', () => {
    const all = consequenceDuties(
      (['in-system', 'district'] as const).map((level) => ({
        name: '甲',
        level,
        awaitsApprovalSince: since,
        returnedOn: since,
        rewardSince: since,
        revocableSince: { on: since, ground: 'misconduct' },
        askedSince: since,
        revoked: { decidedOn: since, ground: 'misconduct', plaqueBack: false, owed: 1, criticised: false },
      })),
    );
    const levels = ['in-system', 'district'] as const;
    expect(all.filter(({ seat, action }) => !levels.some((level) => mayAct(seat, action as Act, level)))).toEqual([]);
  });
});

describe('the people of a studio', () => {
  const measures = measuresOn(since);
  const team = { name: '甲工作室', level: 'in-system', members: 3, membersSince: since } as const;

  it('are three members at least, and a lead', () => {
    expect(lines(teamDuties([team], measures))).toEqual([]);
    expect(lines(teamDuties([{ ...team, members: 2 }], measures))).toEqual([
      'sector-bureau 2028-08-16 第三条 change-members 团队成员 2 人，增补至 3 人',
    ]);
    expect(lines(teamDuties([{ ...team, level: 'district', leaderlessSince: since }], measures))).toEqual([
      'hr-bureau 2028-08-16 第四条 change-lead 领办人已离任，变更领办人或终止称号',
    ]);
  });
});
