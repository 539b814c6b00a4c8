import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAddedMeasures } from '../../policy/added-measures.ts';
import { measuresOn } from '../../policy/measures.ts';
import { addDays, dateOfDayNumber, dayNumber, plainDate } from '../../policy/plain-date.ts';
import { mayApplyToRound } from '../../policy/round/apply-to-round.ts';
import { mayAwardPlaque } from '../../policy/round/award-plaque.ts';
import { mayDecideGrant, mayPayGrant } from '../../policy/round/grant.ts';
import { mayOpenRound, roundSeason } from '../../policy/round/open-round.ts';
import {
  lateObjections,
  mayPostNotice,
  mayRegisterObjection,
  maySettleObjection,
  noticePeriod,
  noticeRemarks,
  type Objection,
} from '../../policy/round/public-notice.ts';
import { mayRecommend, recommendationShortfall } from '../../policy/round/recommend.ts';
import type { Candidate, Round } from '../../policy/round/round.ts';
import { mayApproveShortlist, mayShortlist } from '../../policy/round/shortlist.ts';
import { studioNatureLabels } from '../../policy/studio-nature.ts';
import { against, goodTitle, warnings } from './good-standing.ts';
import { revisedMeasures } from './revised-measures.ts';

const date = plainDate;
const today = date('2026-08-10');
const measures = measuresOn(today);
const round: Round = { year: 2026, openedOn: date('2026-07-01'), shortlisted: 0, awarded: 0 };
const candidate: Candidate = {
  standing: goodTitle,
  appliedOn: date('2026-07-10'),
  recommendedOn: date('2026-07-20'),
  inspectedOn: date('2026-08-01'),
  average: 88,
  shortlistedOn: date('2026-08-10'),
  approvedOn: date('2026-08-12'),
  noticePostedOn: date('2026-08-13'),
};

/** Monday to Friday, but for one holiday and one make-up Saturday. */
function isWorkday(day: string): boolean {
  if (day === '2026-08-17') return false;
  if (day === '2026-08-15') return true;
  return ![0, 6].includes((dayNumber(date(day)) + 4) % 7);
}

describe('第十二条: the season of the round', () => {
  it('is the third quarter, its first and last day included, and a warning outside', () => {
    const days = ['2026-06-30', '2026-07-01', '2026-09-30', '2026-10-01'].map((day) => roundSeason(date(day), measures).length);
    expect(days).toEqual([1, 0, 0, 1]);
    expect(warnings({ against: [], warnings: roundSeason(date('2026-12-20'), measures) })).toEqual([
      '区级评选应在每年 7 至 9 月集中进行，2026-12-20 不在此期间（第十六条又规定年底组织评审，故不禁止） 第十二条',
    ]);
  });

  it('has one round a year, opened in its year', () => {
    expect([
      mayOpenRound(2026, [2025], today, measures),
      against(mayOpenRound(2026, [2025, 2026], today, measures)),
      against(mayOpenRound(2025, [], today, measures)),
      warnings(mayOpenRound(2026, [], date('2026-11-01'), measures)).length,
    ]).toEqual([
      { against: [], warnings: [] },
      ['2026 年的区级评选已经启动，每年只集中评选一次 第十二条'],
      ['2025 年的区级评选应在当年启动，启动日期是 2026-08-10 第十二条'],
      1,
    ]);
  });
});

describe('第十二条第一项: applying', () => {
  const consent = { agreed: true, on: date('2026-07-05') };
  const apply = (standing: typeof goodTitle, unit: typeof consent | undefined = consent, on = '2026-07-10') =>
    against(mayApplyToRound(standing, unit, date(on), measures));

  it('is open to an in-system studio in good standing whose unit agrees', () => {
    expect(mayApplyToRound(goodTitle, consent, date('2026-07-10'), measures)).toEqual({ against: [], warnings: [] });
  });

  it('needs the title, the unit and nothing left to mend', () => {
    expect([
      apply({ ...goodTitle, inSystemOn: undefined }),
      apply({ ...goodTitle, awaitsRectification: true }),
      apply({ ...goodTitle, districtOn: date('2025-09-01') }),
      against(mayApplyToRound(goodTitle, undefined, today, measures)),
      apply(goodTitle, { ...consent, agreed: false }),
    ]).toEqual([
      ['2026-07-10 不是系统内名师工作室，区级从系统内名师工作室中评选 第十条'],
      ['考核不合格，整改尚未通过复查 第十九条第二款'],
      ['已是区级名师工作室 第十条'],
      ['没有所在单位同意的记录 第十二条第一项'],
      ['所在单位不同意参评 第十二条第一项'],
    ]);
  });

  it('comes after the consent, or on its day', () => {
    expect([apply(goodTitle, consent, '2026-07-05'), apply(goodTitle, consent, '2026-07-04')]).toEqual([
      [],
      ['所在单位同意的日期 2026-07-05 晚于申请日期 2026-07-04 第十二条第一项'],
    ]);
  });

  it('waits out a revocation where the Measures set a time, and is warned of a naming not filed', () => {
    const waiting = { ...measures, values: { ...measures.values, reapplicationYears: { value: 1, source: { article: 19 } } } };
    const revoked = { ...goodTitle, revokedOn: date('2025-08-11'), filedOn: undefined };
    const permission = mayApplyToRound(revoked, consent, today, waiting);
    expect([against(permission).length, warnings(permission).length]).toEqual([1, 1]);
    expect(mayApplyToRound(revoked, consent, date('2026-08-11'), waiting).against).toEqual([]);
  });
});

describe('第十二条第二项: recommending', () => {
  const { recommendedOn: _taken, ...applied } = candidate;
  const recommend = (count: number, who: Candidate = applied, of: Round | undefined = round, on = today) =>
    against(mayRecommend(who, of, count, on, measures));

  it('is open twice a year to a bureau, not a third time', () => {
    expect([0, 1, 2].map((count) => recommend(count))).toEqual([[], [], ['每个主管部门每年推荐 1 至 2 家，已推荐 2 家 第十二条第二项']]);
  });

  it('takes one of the studios that applied, once', () => {
    const { appliedOn: _applied, ...never } = applied;
    expect([recommend(0, never), recommend(0, candidate), recommend(0, { ...applied, appliedOn: date('2026-08-11') })]).toEqual([
      ['工作室没有提出参评申请 第十二条第一项'],
      ['已于 2026-07-20 推荐 第十二条第二项'],
      ['推荐日期 2026-08-10 早于申请日期 2026-08-11 第十二条第二项'],
    ]);
    expect(recommend(0, { ...applied, appliedOn: today })).toEqual([]);
  });

  it('follows the opening of the year’s round', () => {
    const no = ['2026-08-10 尚未启动当年区级评选 第十二条第二项'];
    expect([
      against(mayRecommend(applied, undefined, 0, today, measures)),
      recommend(0, applied, { ...round, openedOn: date('2026-08-11') }),
      recommend(0, applied, { ...round, openedOn: today }),
    ]).toEqual([no, no, []]);
  });

  it('asks for good standing again', () => {
    const unfiled = { ...applied, standing: { ...goodTitle, caseOpen: true, filedOn: undefined } };
    expect([recommend(0, unfiled), warnings(mayRecommend(unfiled, round, 0, today, measures)).length]).toEqual([
      ['有问题线索正在查核 第二十条'],
      1,
    ]);
  });

  it('is owed once at least where a studio has applied', () => {
    const owed = (appliedCount: number, count: number) =>
      recommendationShortfall(appliedCount, count, measures).map(({ message }) => message);
    expect([owed(0, 0), owed(3, 0), owed(3, 1), owed(3, 2)]).toEqual([[], ['申请参评 3 家，应至少推荐 1 家，已推荐 0 家'], [], []]);
  });
});

describe('第十二条第三项: the shortlist', () => {
  const { shortlistedOn: _taken, ...reviewed } = candidate;
  const clear = { tieOpen: false, higherLeftOut: [] };
  const shortlist = (who: Candidate = reviewed, count = 0, ranked = clear, on = today) =>
    against(mayShortlist(who, { ...round, shortlisted: count }, ranked, on, measures));

  it('takes a fifth, not a sixth', () => {
    expect([shortlist(reviewed, 4), shortlist(reviewed, 5)]).toEqual([[], ['每年评定不超过 5 家，拟入围名单已有 5 家 第十二条']]);
  });

  it('follows recommendation, inspection and expert review', () => {
    const { recommendedOn: _r, inspectedOn: _i, average: _a, ...bare } = reviewed;
    expect([
      shortlist(bare),
      shortlist(candidate),
      shortlist({ ...reviewed, inspectedOn: date('2026-08-11') }),
      shortlist({ ...reviewed, inspectedOn: today }),
    ]).toEqual([
      ['没有主管部门推荐 第十二条第二项', '没有现场考察记录 第十二条第三项', '没有专家评审得分 第十二条第三项'],
      ['已于 2026-08-10 列入拟入围名单 第十二条第三项'],
      ['拟入围日期 2026-08-10 早于现场考察日期 2026-08-11 第十二条第三项'],
      [],
    ]);
  });

  it('waits for a tie to be settled by people', () => {
    expect(shortlist(reviewed, 4, { ...clear, tieOpen: true })).toEqual(['与他人同分且名额不足，须由人决定并写明理由 第十二条第三项']);
  });

  it('is warned of better ones left out, and asks for good standing', () => {
    const left = mayShortlist(
      { ...reviewed, standing: { ...goodTitle, caseOpen: true, filedOn: undefined } },
      round,
      { tieOpen: false, higherLeftOut: ['甲', '乙'] },
      today,
      measures,
    );
    expect([against(left), warnings(left)]).toEqual([
      ['有问题线索正在查核 第二十条'],
      ['得分更高的「甲」、「乙」未列入，请写明理由 第十二条第三项', '系统内命名尚未报区人力资源局备案 第十一条第三项'],
    ]);
    expect(mayShortlist(reviewed, round, clear, today, measures)).toEqual({ against: [], warnings: [] });
  });

  const approve = (shortlisted: number, awarded = 0, submittedOn: string | undefined = '2026-08-10') =>
    against(
      mayApproveShortlist(submittedOn === undefined ? undefined : date(submittedOn), { ...round, shortlisted, awarded }, today, measures),
    );

  it('is approved with one to five names once it has been submitted', () => {
    expect([approve(0), approve(1), approve(5), approve(6), approve(1, 2), approve(2, 2)]).toEqual([
      ['拟入围名单是空的 第十二条第三项'],
      [],
      [],
      ['每年评定不超过 5 家，拟入围 6 家，已授牌 0 家 第十二条'],
      ['每年评定不超过 5 家，拟入围 1 家，已授牌 2 家 第十二条'],
      [],
    ]);
    expect([against(mayApproveShortlist(undefined, { ...round, shortlisted: 1 }, today, measures)), approve(1, 0, '2026-08-11')]).toEqual([
      ['区人力资源局尚未报送拟入围名单 第十二条第三项'],
      ['审定日期 2026-08-10 早于报送日期 2026-08-11 第十二条第三项'],
    ]);
    expect(mayApproveShortlist(today, { ...round, shortlisted: 1 }, today, measures).warnings).toEqual([]);
  });
});

describe('第十二条第四项: the public notice', () => {
  it('lasts five calendar days after the day of posting', () => {
    expect(noticePeriod(date('2026-08-13'), measures)).toEqual({ first: '2026-08-14', last: '2026-08-18', ended: '2026-08-19' });
    expect(noticePeriod(date('2026-12-29'), measures)).toEqual({ first: '2026-12-30', last: '2027-01-03', ended: '2027-01-04' });
  });

  const counted = (days: 'calendar' | 'working', postingDay: 'excluded' | 'included') =>
    ({
      ...measures,
      values: { ...measures.values, publicNoticeCounting: { value: { days, postingDay }, source: { article: 12 } } },
    }) as typeof measures;

  it('may count the day of posting, or working days only, where the Measures are read so', () => {
    // 2026-08-13 is a Thursday; Saturday the 15th is made up for Monday the 17th, a holiday.
    const posted = date('2026-08-13');
    expect([
      noticePeriod(posted, counted('calendar', 'included')),
      noticePeriod(posted, counted('working', 'excluded'), isWorkday),
      noticePeriod(posted, counted('working', 'included'), isWorkday),
      noticePeriod(date('2026-08-16'), counted('working', 'included'), isWorkday),
    ]).toEqual([
      { first: '2026-08-13', last: '2026-08-17', ended: '2026-08-18' },
      { first: '2026-08-14', last: '2026-08-20', ended: '2026-08-21' },
      { first: '2026-08-13', last: '2026-08-19', ended: '2026-08-20' },
      { first: '2026-08-18', last: '2026-08-24', ended: '2026-08-25' },
    ]);
  });

  it('asks for a calendar before it counts working days, and does not search in a wrong one for ever', () => {
    const revised = measuresOn(date('2027-01-01'), [checkAddedMeasures(revisedMeasures)]);
    expect(() => noticePeriod(today, revised)).toThrow(
      '无法计算公示期：按工作日计算须有工作日历。请先导入工作日历。（《办法》第十三条第四项）',
    );
    expect(() => noticePeriod(today, revised, () => false)).toThrow('2026-08-10 之后一年内工作日不足 5 天。请检查工作日历。');
    expect(noticePeriod(today, measures, () => false).last).toBe('2026-08-15');
    // The fifth workday is the last day of the year looked through.
    const lastFive = addDays(today, 362);
    expect(noticePeriod(today, revised, (day) => day >= lastFive).last).toBe(addDays(today, 366));
    expect(() => noticePeriod(today, revised, (day) => day > lastFive)).toThrow('工作日不足 5 天');
  });

  it('has as many counted days as the Measures say, on every calendar', () => {
    const days = fc.integer({ min: dayNumber(date('2020-01-01')), max: dayNumber(date('2040-01-01')) }).map(dateOfDayNumber);
    fc.assert(
      fc.property(days, fc.constantFrom('excluded' as const, 'included' as const), (posted, postingDay) => {
        const { first, last, ended } = noticePeriod(posted, counted('working', postingDay), isWorkday);
        const span = Array.from({ length: dayNumber(last) - dayNumber(first) + 1 }, (_, index) => addDays(first, index));
        return span.filter(isWorkday).length === 5 && isWorkday(first) && isWorkday(last) && ended === addDays(last, 1) && first >= posted;
      }),
    );
  });

  it('is posted once, after the approval or on its day', () => {
    const post = (approved: string | undefined, posted: string | undefined) =>
      against(mayPostNotice(approved === undefined ? undefined : date(approved), posted === undefined ? undefined : date(posted), today));
    expect([
      post(undefined, undefined),
      post('2026-08-11', undefined),
      post('2026-08-10', undefined),
      post('2026-08-01', '2026-08-02'),
    ]).toEqual([
      ['拟入围名单尚未审定 第十二条第三项'],
      ['公示日期 2026-08-10 早于审定日期 2026-08-11 第十二条第四项'],
      [],
      ['已于 2026-08-02 公示 第十二条第四项'],
    ]);
    expect(mayPostNotice(today, undefined, today).warnings).toEqual([]);
  });
});

describe('第十二条第四项: objections', () => {
  const posted = date('2026-08-13');
  const period = noticePeriod(posted, measures);
  const registered = (on: string) => {
    const permission = mayRegisterObjection(date(on), posted, period);
    return [against(permission), warnings(permission)];
  };

  it('are taken from the day of posting; after the last day they are late', () => {
    expect([registered('2026-08-12'), registered('2026-08-13'), registered('2026-08-18'), registered('2026-08-19')]).toEqual([
      [['异议日期 2026-08-12 早于公示日期 2026-08-13 第十二条第四项'], []],
      [[], []],
      [[], []],
      [[], ['异议在公示期（至 2026-08-18）之后提出，属实的按第二十条查处 第十二条第四项']],
    ]);
    expect(mayRegisterObjection(today, undefined, undefined)).toEqual({
      against: [{ message: '尚未公示', article: { article: 12, item: 4 } }],
      warnings: [],
    });
  });

  it('are settled once, from their day on, with a conclusion', () => {
    const raised: Objection = { raisedOn: date('2026-08-15') };
    const settle = (objection: Objection, conclusion: string, on: string) => against(maySettleObjection(objection, conclusion, date(on)));
    expect([
      settle(raised, '经查不属实', '2026-08-15'),
      settle(raised, '经查不属实', '2026-08-14'),
      settle(raised, ' ', '2026-08-16'),
      settle({ ...raised, settledOn: date('2026-08-16') }, '又查', '2026-08-17'),
    ]).toEqual([
      [],
      ['办结日期 2026-08-14 早于提出日期 2026-08-15 第十二条第五项'],
      ['须写明核查结论 第十二条第五项'],
      ['已于 2026-08-16 办结 第十二条第五项'],
    ]);
    expect(maySettleObjection(raised, '属实', today).warnings).toEqual([]);
  });

  it('hold the plaque while open or when upheld; late ones are told and hold nothing', () => {
    const open: Objection = { raisedOn: period.last };
    const late: Objection = { raisedOn: period.ended };
    const settled: Objection = { ...open, settledOn: period.ended, upheld: false };
    const said = (...objections: Objection[]) => noticeRemarks(objections, period, period.ended).map(({ message }) => message);
    expect([said(), said(settled), said(open, open, settled), said({ ...settled, upheld: true }), said(late)]).toEqual([
      [],
      [],
      ['公示期内的异议有 2 件未办结'],
      ['有 1 件异议经核查属实'],
      [],
    ]);
    expect([lateObjections([late, open], period), lateObjections([{ ...late, settledOn: period.ended }], period)]).toEqual([
      [{ message: '公示期后提出的异议有 1 件未办结，属实的按第二十条查处', article: { article: 20 } }],
      [],
    ]);
  });
});

describe('第十二条第五项: the plaque', () => {
  const award = (on: string, awarded = 0, objections: readonly Objection[] = [], who: Candidate = candidate) =>
    mayAwardPlaque(who, objections, { ...round, awarded }, date(on), measures);

  it('waits for the day after the last day of the notice', () => {
    expect([award('2026-08-17'), award('2026-08-18'), award('2026-08-19')].map(against)).toEqual([
      ['公示期至 2026-08-18，2026-08-19 起方可授牌 第十二条第五项'],
      ['公示期至 2026-08-18，2026-08-19 起方可授牌 第十二条第五项'],
      [],
    ]);
  });

  it('is given to a fifth studio, not a sixth', () => {
    expect([award('2026-08-19', 4), award('2026-08-19', 5)].map(against)).toEqual([
      [],
      ['每年评定不超过 5 家，2026 年已授牌 5 家 第十二条'],
    ]);
  });

  it('is held up by an objection raised in time, and warned of a late one', () => {
    const at = (raised: string) => award('2026-08-25', 0, [{ raisedOn: date(raised) }]);
    expect([against(at('2026-08-18')), warnings(at('2026-08-18')), against(at('2026-08-19')), warnings(at('2026-08-19'))]).toEqual([
      ['公示期内的异议有 1 件未办结 第十二条第五项'],
      [],
      [],
      ['公示期后提出的异议有 1 件未办结，属实的按第二十条查处 第二十条'],
    ]);
  });

  it('is warned of, not refused, outside the third quarter', () => {
    expect([against(award('2026-10-01')), warnings(award('2026-10-01')).length, warnings(award('2026-09-30'))]).toEqual([[], 1, []]);
  });

  it('follows approval and notice, is given once, and to a studio in good standing', () => {
    const { approvedOn: _a, noticePostedOn: _n, ...unapproved } = candidate;
    const unfiled = { ...candidate, standing: { ...goodTitle, awaitsRectification: true, filedOn: undefined } };
    expect(
      [
        award('2026-08-19', 0, [{ raisedOn: today }], unapproved),
        award('2026-08-20', 0, [], { ...candidate, plaqueOn: date('2026-08-19') }),
        award('2026-08-20', 0, [], { ...candidate, standing: { ...goodTitle, districtOn: date('2025-09-09') } }),
        award('2026-08-20', 0, [], unfiled),
      ].map(against),
    ).toEqual([
      ['拟入围名单尚未审定 第十二条第三项', '尚未公示 第十二条第四项'],
      ['已授牌 第十二条第五项'],
      ['已授牌 第十二条第五项'],
      ['考核不合格，整改尚未通过复查 第十九条第二款'],
    ]);
    expect(warnings(award('2026-08-20', 0, [], unfiled))).toEqual(['系统内命名尚未报区人力资源局备案 第十一条第三项']);
    expect(warnings(award('2026-08-19', 0, [{ raisedOn: today }], unapproved))).toEqual([]);
  });

  it('counts working days where the Measures are read so', () => {
    const working = {
      ...measures,
      values: { ...measures.values, publicNoticeCounting: { value: { days: 'working', postingDay: 'excluded' }, source: { article: 12 } } },
    } as const;
    const on = (day: string) => mayAwardPlaque(candidate, [], round, date(day), working, isWorkday).against.length;
    expect([on('2026-08-20'), on('2026-08-21')]).toEqual([1, 0]);
  });
});

describe('第十二条第六项: the grant', () => {
  const decide = (nature: 'public-benefit' | 'with-market-function', amount: number, more = {}) =>
    against(mayDecideGrant({ amount, nature, plaqueOn: date('2026-08-19'), ...more }, date('2026-08-19'), measures));
  const wan = (amount: number) => Math.round(amount * 1_000_000);

  it.each([
    ['public-benefit', 5, 8],
    ['with-market-function', 3, 6],
  ] as const)('of a studio %s is %d to %d 万元, both included', (nature, least, most) => {
    const refused = (amount: string) => [
      `${studioNatureLabels[nature]}的名师工作室资助 ${least} 万元至 ${most} 万元，填的是 ${amount} 第十二条第六项`,
    ];
    expect([decide(nature, wan(least) - 1), decide(nature, wan(least)), decide(nature, wan(most)), decide(nature, wan(most) + 1)]).toEqual([
      refused(`${(least - 1) * 10_000 + 9999}.99 元`),
      [],
      [],
      refused(`${most * 10_000}.01 元`),
    ]);
  });

  it('is decided in whole fen, once, after the plaque or on its day', () => {
    expect([
      decide('public-benefit', wan(6) + 0.5),
      decide('public-benefit', wan(6), { decided: wan(5) }),
      decide('public-benefit', wan(6), { plaqueOn: undefined }),
      decide('public-benefit', wan(6), { plaqueOn: date('2026-08-20') }),
    ]).toEqual([
      ['金额应精确到分 第十二条第六项'],
      ['本次入选的资助已经核定 第十二条第六项'],
      ['2026-08-19 尚未授牌为区级名师工作室 第十二条第五项'],
      ['2026-08-19 尚未授牌为区级名师工作室 第十二条第五项'],
    ]);
    expect(mayDecideGrant({ amount: wan(6), nature: 'public-benefit', plaqueOn: today }, today, measures).warnings).toEqual([]);
    expect(decide('public-benefit', Number.NaN).length).toBe(2);
  });

  const payment = { amount: wan(3), decided: wan(6), paid: wan(3), titleHeld: true, constructionSpent: wan(6) };
  const pay = (changed: Partial<typeof payment>) => mayPayGrant({ ...payment, ...changed });

  it('is paid up to what was decided, not a fen more', () => {
    expect([against(pay({})), against(pay({ amount: wan(3) + 1 }))]).toEqual([
      [],
      ['核定资助 6 万元，发放后合计 60000.01 元 第十二条第六项'],
    ]);
    const { decided: _decided, ...undecided } = payment;
    expect(against(mayPayGrant(undecided))).toEqual(['资助尚未核定 第十二条第六项']);
  });

  it('is not paid once the title is gone', () => {
    expect(against(pay({ titleHeld: false }))).toEqual(['已没有区级名师工作室称号，不再发放资助 第十六条']);
  });

  it('is an amount above zero in whole fen', () => {
    expect([0, -1, 0.5, 1].map((amount) => against(pay({ amount })))).toEqual([
      ['金额应大于 0，精确到分 第十二条第六项'],
      ['金额应大于 0，精确到分 第十二条第六项'],
      ['金额应大于 0，精确到分 第十二条第六项'],
      [],
    ]);
  });

  it('is warned of while construction has cost less than what is paid', () => {
    expect([warnings(pay({})), warnings(pay({ constructionSpent: wan(6) - 1 }))]).toEqual([
      [],
      ['资助先建后补：已用于建设 59999.99 元，发放后合计 6 万元 第十八条'],
    ]);
  });
});
