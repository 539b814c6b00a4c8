import { describe, expect, it } from 'vitest';
import { articleText } from '../../policy/article.ts';
import { dutiesOf, type StudioStanding } from '../../policy/duties.ts';
import { upcoming } from '../../policy/duty.ts';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { applicationStatuses } from '../../policy/seat.ts';

const today = plainDate('2026-08-10');
const measures = measuresOn(today);
const idle: StudioStanding = { name: '甲工作室', assessedYears: [], awaitsRectificationNotice: false };
const letter = { cycleFrom: plainDate('2025-09-01'), cycleTo: plainDate('2027-08-31'), signedOn: plainDate('2025-09-01') };

function duties(standing: Partial<StudioStanding>, days = 30, on = today): string[] {
  return dutiesOf([{ ...idle, ...standing }], on, days, measures).map(
    ({ due, action, article }) => `${due} ${action} ${articleText(article)}`,
  );
}

describe('duties of a department', () => {
  it('are none for a studio without application or title', () => {
    expect(duties({})).toEqual([]);
  });

  it('name for each step the command that comes next, and none once it has ended', () => {
    const next = applicationStatuses.map((status) => `${status}: ${duties({ application: { status, since: today } }).join()}`);
    expect(next).toEqual([
      'submitted: 2026-08-25 accept 第十一条第二项',
      'received: 2026-08-25 accept 第十一条第二项',
      'returned: 2026-08-25 receive 第十一条第二项',
      'accepted: 2026-08-25 inspect 第十一条第二项',
      'inspected: 2026-08-25 decide 第十一条第三项',
      'approved: 2026-08-25 name 第十一条第三项',
      'rejected: ',
      'named: 2026-08-25 file 第十一条第三项',
      'filed: ',
    ]);
  });

  it('show what is due within the days asked for, and not the day after', () => {
    const standing = { application: { status: 'accepted', since: today } } as const;
    expect([duties(standing, 15).length, duties(standing, 14).length]).toEqual([1, 0]);
  });

  it('keep what is overdue', () => {
    expect(duties({ rectificationDeadline: plainDate('2026-07-01') })).toEqual(['2026-07-01 studio 第十九条第二款']);
  });

  it('call a rectification overdue from the day after its deadline', () => {
    const said = (on: string) =>
      dutiesOf([{ ...idle, rectificationDeadline: plainDate('2026-08-10') }], plainDate(on), 30, measures).map(({ duty }) => duty);
    expect([said('2026-08-10'), said('2026-08-11')]).toEqual([['整改到期，复查'], ['整改已逾期，复查']]);
  });

  it('ask for a commitment letter until one is signed', () => {
    const { signedOn: _signed, ...unsigned } = letter;
    const named = { namedOn: plainDate('2026-08-01') };
    expect([duties(named), duties({ ...named, letter: { ...unsigned, cycleFrom: plainDate('2026-08-05') } })]).toEqual([
      ['2026-08-16 sign-commitment-letter 第九条'],
      ['2026-08-20 sign-commitment-letter 第九条'],
    ]);
  });

  it('ask for the process assessment by the end of the first year and the periodic one by the end of the cycle', () => {
    const named = { namedOn: plainDate('2025-08-01'), letter };
    expect([duties(named), duties({ ...named, assessedYears: [1] }), duties({ ...named, assessedYears: [1] }, 400)]).toEqual([
      ['2026-08-31 record-process-assessment 第十九条第一款'],
      [],
      ['2027-08-31 studio 第十九条第一款'],
    ]);
  });

  it('leave a title that is proposed for revocation to who decides', () => {
    const done = { namedOn: plainDate('2025-08-01'), letter, assessedYears: [1, 2], level: 'district' } as const;
    const periodic = { grade: 'unqualified', approved: true } as const;
    expect([duties({ ...done, periodic }, 400), duties({ ...done, periodic, proposedOn: today }, 400)]).toEqual([
      ['2027-08-31 propose-revocation 第十九条第二款'],
      [],
    ]);
  });

  it('ask for a notice after an unqualified process assessment at once', () => {
    expect(duties({ awaitsRectificationNotice: true })).toEqual(['2026-08-10 issue-rectification-notice 第十九条第二款']);
  });

  it('warn when the lead passes the special age limit within the cycle, and not when the day after it', () => {
    const named = (birth: string) =>
      ({
        namedOn: plainDate('2025-08-01'),
        letter,
        assessedYears: [1],
        lead: { name: '甲', sex: 'male', birthDate: plainDate(birth) },
      }) as const;
    expect([duties(named('1966-08-31'), 386), duties(named('1966-09-01'), 386)]).toEqual([
      ['2027-08-31 studio 第十九条第一款', '2027-08-31 studio 第五条第四项'],
      ['2027-08-31 studio 第十九条第一款'],
    ]);
  });

  it('come in the order of their days', () => {
    const list = dutiesOf(
      [
        { ...idle, name: '乙', rectificationDeadline: plainDate('2026-08-20') },
        { ...idle, name: '丙', rectificationDeadline: plainDate('2026-08-15') },
      ],
      today,
      30,
      measures,
    );
    expect(list.map(({ studio }) => studio)).toEqual(['丙', '乙']);
  });

  it('say the same of the same day in the order of the names', () => {
    const list = ['乙', '甲'].map((name) => ({ ...idle, name, rectificationDeadline: plainDate('2026-08-20') }));
    const names = (standings: readonly StudioStanding[]) => dutiesOf(standings, today, 30, measures).map(({ studio }) => studio);
    expect([names(list), names(list.toReversed())]).toEqual([
      ['甲', '乙'],
      ['甲', '乙'],
    ]);
  });

  it('put those of no studio before those of a studio on the same day', () => {
    const of = (studio: string | null) => ({ duty: '甲', studio, due: today, article: { article: 9 }, action: 'studio' });
    expect(upcoming([of('乙'), of(null), of('甲'), of(null)], today, 0).map(({ studio }) => studio)).toEqual([null, null, '甲', '乙']);
  });

  it('are said in words', () => {
    const { signedOn: _signed, ...unsigned } = letter;
    const said = (standing: Partial<StudioStanding>) => dutiesOf([{ ...idle, ...standing }], today, 800, measures).map(({ duty }) => duty);
    const named = { namedOn: plainDate('2025-08-01') };
    const steps = applicationStatuses.flatMap((status) => said({ application: { status, since: today } }));
    expect([
      steps,
      said({ ...named, letter: unsigned }),
      said({ ...named, letter, lead: { name: '方予安', sex: 'female', birthDate: plainDate('1971-09-01') } }),
      said({ ...named, letter, assessedYears: [1], lead: { name: '方予安', sex: 'female', birthDate: plainDate('1971-08-30') } }),
      said({ awaitsRectificationNotice: true }),
    ]).toEqual([
      [
        '审查申报材料，受理或退回',
        '审查申报材料，受理或退回',
        '已退回，等待补正后重新提交',
        '现场考察',
        '提交党组会议讨论',
        '命名',
        '报区人力资源局备案',
      ],
      ['签订任务承诺书'],
      ['过程性考核', '周期性考核、续签承诺书'],
      ['领办人方予安在周期内超过 55 周岁', '周期性考核、续签承诺书'],
      ['过程性考核不合格，发出整改通知书'],
    ]);
  });

  it('warn of no age without birth date, sex, title or letter', () => {
    const lead = { name: '甲', sex: 'male', birthDate: plainDate('1960-01-01') } as const;
    const warned = (standing: Partial<StudioStanding>) => duties(standing, 400).filter((duty) => duty.endsWith('第五条第四项')).length;
    const named = { namedOn: plainDate('2025-08-01'), letter };
    const { sex: _sex, ...sexless } = lead;
    const { birthDate: _birth, ...ageless } = lead;
    expect([
      warned({ ...named, lead }),
      warned({ ...named, lead: sexless }),
      warned({ ...named, lead: ageless }),
      warned(named),
      warned({ letter, lead }),
      warned({ namedOn: plainDate('2025-08-01'), lead }),
    ]).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it('ask to look again once the studio has reported', () => {
    const standing = { rectificationDeadline: plainDate('2026-08-10'), rectificationReportedOn: plainDate('2026-08-05') };
    expect(duties(standing)).toEqual(['2026-08-20 record-reinspection 第十九条第二款']);
  });

  it('ask to verify a case', () => {
    expect(duties({ caseFoundOn: today })).toEqual(['2026-08-25 verify-case 第二十条']);
  });

  it('after the periodic assessment ask for approval, then for renewal or revocation', () => {
    const assessed = { namedOn: plainDate('2025-08-01'), letter, assessedYears: [1, 2] };
    const after = (grade: 'qualified' | 'unqualified', approved: boolean, level?: 'in-system' | 'district') =>
      duties({ ...assessed, periodic: { grade, approved }, level }, 400);
    expect([
      duties(assessed, 400),
      after('unqualified', false),
      after('qualified', true),
      after('unqualified', true),
      after('unqualified', true, 'in-system'),
      after('unqualified', true, 'district'),
    ]).toEqual([
      ['2027-08-31 assessment-approval 第十九条第三款'],
      ['2027-08-31 assessment-approval 第十九条第三款'],
      ['2027-08-31 renew-letter 第十九条第二款'],
      ['2027-08-31 revoke 第十九条第二款'],
      ['2027-08-31 revoke 第十九条第二款'],
      ['2027-08-31 propose-revocation 第十九条第二款'],
    ]);
  });

  it('follow the years the letter was signed for', () => {
    const long = { ...letter, cycleTo: plainDate('2028-08-31') };
    expect(duties({ namedOn: plainDate('2025-08-01'), letter: long }, 900)).toEqual([
      '2026-08-31 record-process-assessment 第十九条第一款',
      '2027-08-31 record-process-assessment 第十九条第一款',
      '2028-08-31 studio 第十九条第一款',
    ]);
  });

  it('after the periodic assessment are said in words', () => {
    const assessed = { ...idle, namedOn: plainDate('2025-08-01'), letter, assessedYears: [1, 2] };
    const said = (standing: Partial<StudioStanding>) =>
      dutiesOf([{ ...assessed, ...standing }], today, 400, measures)
        .map(({ duty }) => duty)
        .join();
    expect([
      said({}),
      said({ periodic: { grade: 'excellent', approved: true } }),
      said({ periodic: { grade: 'unqualified', approved: true } }),
      said({ periodic: { grade: 'unqualified', approved: true }, level: 'district' }),
      said({ assessedYears: [1], caseFoundOn: today }),
      said({ assessedYears: [1], rectificationReportedOn: today }),
    ]).toEqual([
      '周期性考核结果报请审定',
      '续签任务承诺书',
      '周期性考核不合格，撤销称号',
      '周期性考核不合格，提请撤销称号',
      '查核问题线索,周期性考核、续签承诺书',
      '已报告整改，复查,周期性考核、续签承诺书',
    ]);
  });
});
