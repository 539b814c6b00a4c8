import { describe, expect, it } from 'vitest';
import { articleText } from '../../policy/article.ts';
import { type CandidateStanding, type RoundStanding, roundDuties } from '../../policy/duties/round-duties.ts';
import { hrYearlyDuties, newStudioDuties } from '../../policy/duties/yearly-duties.ts';
import { type SeatDuty, upcoming } from '../../policy/duty.ts';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { type Act, mayAct, powers } from '../../policy/powers.ts';

const date = plainDate;
const today = date('2026-08-18');
const measures = measuresOn(today);
const round: RoundStanding = { year: 2026, openedOn: date('2026-07-01'), bureaus: [], candidates: [] };
const recommended: CandidateStanding = {
  studio: '甲工作室',
  recommendedOn: date('2026-07-20'),
  openObjections: 0,
  struckOff: false,
  grantLeft: 0,
};

function lines(duties: readonly SeatDuty[]): readonly string[] {
  return duties.map(
    ({ seat, duty, studio, due, article, action }) => `${seat} ${duty} ${studio ?? '—'} ${due} ${articleText(article)} ${action}`,
  );
}

const ofRound = (standing: RoundStanding, on = today) => lines(roundDuties(standing, on, measures));
const ofCandidate = (changed: Partial<CandidateStanding>, on = today) =>
  ofRound({ ...round, candidates: [{ ...recommended, ...changed }] }, on);

describe('duties of the district round', () => {
  it('begin with opening it within the third quarter', () => {
    const { openedOn: _opened, ...unopened } = round;
    expect(ofRound({ ...unopened, bureaus: [{ name: '区教育局', applied: 1, recommended: 0 }] })).toEqual([
      'hr-bureau 启动 2026 年区级评选 — 2026-09-30 第十二条 open-round',
    ]);
  });

  it('ask each bureau with applicants for at least one recommendation', () => {
    const bureaus = [
      { name: '区教育局', applied: 2, recommended: 0 },
      { name: '区总工会', applied: 2, recommended: 1 },
      { name: '区民政局', applied: 0, recommended: 0 },
    ];
    expect(ofRound({ ...round, bureaus })).toEqual(['sector-bureau 区教育局推荐参评区级名师工作室 — 2026-09-30 第十二条第二项 recommend']);
  });

  it('lead a candidate from inspection to the grant, one step at a time', () => {
    const steps: readonly Partial<CandidateStanding>[] = [
      { recommendedOn: undefined, appliedOn: date('2026-07-10') },
      {},
      { inspectedOn: date('2026-08-01') },
      { average: 88, shortlistedOn: date('2026-08-10') },
      { shortlistedOn: date('2026-08-10'), approvedOn: date('2026-08-12') },
      { approvedOn: date('2026-08-12'), noticeLast: date('2026-08-18') },
      { plaqueOn: date('2026-08-19') },
      { plaqueOn: date('2026-08-19'), grantDecidedOn: date('2026-08-25'), grantLeft: 1 },
      { plaqueOn: date('2026-08-19'), grantDecidedOn: date('2026-08-25'), grantLeft: 0 },
    ];
    expect(steps.map((step) => ofCandidate(step))).toEqual([
      [],
      ['hr-bureau 参评现场考察 甲工作室 2026-08-04 第十二条第三项 inspect-candidate'],
      ['hr-bureau 专家评审 甲工作室 2026-08-16 第十二条第三项 record-expert-scores'],
      ['leading-group-office 审定拟入围名单 甲工作室 2026-08-25 第十二条第三项 approve-shortlist'],
      ['leading-group-office 发布公示 甲工作室 2026-08-27 第十二条第四项 post-public-notice'],
      ['leading-group-office 公示今日期满，次日起可授牌 甲工作室 2026-08-18 第十二条第四项 award-plaque'],
      ['hr-bureau 核定建设经费资助 甲工作室 2026-09-03 第十二条第六项 decide-grant'],
      ['hr-bureau 发放建设经费资助（先建后补） 甲工作室 2026-12-31 第十二条第六项 pay-grant'],
      [],
    ]);
  });

  it('ask for a shortlist once a candidate is reviewed, until somebody is on it', () => {
    const reviewed = { ...recommended, inspectedOn: date('2026-08-01'), average: 88 };
    const listed = { ...recommended, studio: '乙工作室', average: 90, shortlistedOn: date('2026-08-10') };
    expect([ofRound({ ...round, candidates: [reviewed] }), ofRound({ ...round, candidates: [reviewed, listed] })]).toEqual([
      ['hr-bureau 确定拟入围名单 — 2026-09-30 第十二条第三项 shortlist'],
      ['leading-group-office 审定拟入围名单 乙工作室 2026-08-25 第十二条第三项 approve-shortlist'],
    ]);
    expect(ofRound({ ...round, candidates: [{ ...reviewed, struckOff: true }] })).toEqual([]);
  });

  it('tell the last day of a notice, the day itself, and the plaque from the next day on', () => {
    const notice = { approvedOn: date('2026-08-12'), noticeLast: date('2026-08-18') };
    expect(['2026-08-17', '2026-08-18', '2026-08-19'].map((on) => ofCandidate(notice, date(on)))).toEqual([
      ['leading-group-office 公示至 2026-08-18 期满 甲工作室 2026-08-18 第十二条第四项 award-plaque'],
      ['leading-group-office 公示今日期满，次日起可授牌 甲工作室 2026-08-18 第十二条第四项 award-plaque'],
      ['leading-group-office 公示期满，命名授牌 甲工作室 2026-09-02 第十二条第五项 award-plaque'],
    ]);
    expect(ofCandidate({ ...notice, openObjections: 2 }, date('2026-08-19'))).toEqual([
      'leading-group-office 办结公示异议 2 件 甲工作室 2026-08-18 第十二条第五项 settle-objection',
    ]);
  });

  it('leave alone who was struck off', () => {
    expect(ofCandidate({ struckOff: true, shortlistedOn: date('2026-08-10'), approvedOn: date('2026-08-12') })).toEqual([]);
  });

  it('but for objections against it that nobody has answered', () => {
    const left = { struckOff: true, approvedOn: date('2026-08-12'), noticeLast: date('2026-08-18') };
    expect([1, 0].map((openObjections) => ofCandidate({ ...left, openObjections }, date('2026-08-19')))).toEqual([
      ['leading-group-office 办结公示异议 1 件（已退出评选） 甲工作室 2026-08-18 第十二条第五项 settle-objection'],
      [],
    ]);
    expect(ofCandidate({ struckOff: true, openObjections: 1 })).toEqual([]);
  });
});

describe('duties of the year', () => {
  it('ask each sector for a new studio by the end of the year, in view as the end nears', () => {
    const sectors = [
      { sector: '教育', namedThisYear: 1 },
      { sector: '卫生', namedThisYear: 0 },
    ];
    const due = newStudioDuties(sectors, today, measures);
    expect([lines(due), upcoming(due, date('2026-11-30'), 30).length, upcoming(due, date('2026-12-01'), 30).length]).toEqual([
      ['sector-bureau 卫生系统 2026 年应至少新建 1 家，已命名 0 家 — 2026-12-31 第十五条 name'],
      0,
      1,
    ]);
  });

  it('ask the HR bureau for its plan, its supervision and its review until each is done', () => {
    const done = [
      { year: 2026, act: 'make-yearly-plan' },
      { year: 2027, act: 'supervise-mid-year' },
    ] as const;
    expect(lines(hrYearlyDuties(done, date('2026-01-01'), today, measures))).toEqual([
      'hr-bureau 2026 年年中督促检查 — 2026-06-30 第十六条 supervise-mid-year',
      'hr-bureau 2026 年年底组织区级名师工作室评审和考核 — 2026-12-31 第十六条 review-year-end',
      'hr-bureau 2027 年制定年度工作方案和计划 — 2027-01-31 第十六条 make-yearly-plan',
      'hr-bureau 2027 年年底组织区级名师工作室评审和考核 — 2027-12-31 第十六条 review-year-end',
    ]);
    const first = (since: string) => lines(hrYearlyDuties([], date(since), date('2027-01-05'), measures))[0];
    // Of a year that is over the plan and the supervision are no longer asked for.
    expect([first('2026-01-01'), first('2026-12-31'), first('2027-01-01')]).toEqual([
      'hr-bureau 2026 年年底组织区级名师工作室评审和考核 — 2026-12-31 第十六条 review-year-end',
      'hr-bureau 2026 年年底组织区级名师工作室评审和考核 — 2026-12-31 第十六条 review-year-end',
      'hr-bureau 2027 年制定年度工作方案和计划 — 2027-01-31 第十六条 make-yearly-plan',
    ]);
  });
});

describe('every duty of a seat', () => {
  it('is settled by an act of that seat', () => {
    const candidates = [
      {},
      { inspectedOn: today },
      { average: 1 },
      { shortlistedOn: today },
      { approvedOn: today },
      { noticeLast: today },
      { noticeLast: today, openObjections: 1 },
      { plaqueOn: today },
      { plaqueOn: today, grantDecidedOn: today, grantLeft: 1 },
    ].map((step) => ({ ...recommended, ...step }));
    const { openedOn: _opened, ...unopened } = round;
    const all = [
      ...candidates.flatMap((candidate) =>
        roundDuties({ ...round, candidates: [candidate], bureaus: [{ name: '', applied: 1, recommended: 0 }] }, today, measures),
      ),
      ...roundDuties(unopened, today, measures),
      ...newStudioDuties([{ sector: '', namedThisYear: 0 }], today, measures),
      ...hrYearlyDuties([], date('2026-01-01'), today, measures),
    ];
    const acts = [...new Set(all.map(({ action }) => action))];
    const foreign = all.filter(
      ({ seat, action }) =>
        !Object.hasOwn(powers, action) || !(['in-system', 'district'] as const).some((level) => mayAct(seat, action as Act, level)),
    );
    expect([acts.length, foreign]).toEqual([15, []]);
  });
});
