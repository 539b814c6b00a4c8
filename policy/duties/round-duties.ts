import { article } from '../article.ts';
import { type SeatDuty, waitingDays } from '../duty.ts';
import type { Measures } from '../measures.ts';
import type { Fen } from '../money.ts';
import { addDays, daysInMonth, type PlainDate, partsOf, plainDate } from '../plain-date.ts';
import { recommendationShortfall } from '../round/recommend.ts';
import type { Candidate } from '../round/round.ts';

/** A candidate of the round as far as duties go. */
export interface CandidateStanding extends Omit<Candidate, 'standing' | 'noticePostedOn'> {
  readonly studio: string;
  /** Last day of its public notice, once posted: `noticePeriod` knows it. */
  readonly noticeLast?: PlainDate | undefined;
  readonly openObjections: number;
  /** Struck off the shortlist: an objection was upheld, the title was lost. Nothing more is due. */
  readonly struckOff: boolean;
  readonly grantDecidedOn?: PlainDate | undefined;
  /** What of the decided grant is not paid. */
  readonly grantLeft: Fen;
}

/** A year's round as far as duties go. */
export interface RoundStanding {
  readonly year: number;
  readonly openedOn?: PlainDate | undefined;
  /** Bureaus with studios that applied. */
  readonly bureaus: readonly { readonly name: string; readonly applied: number; readonly recommended: number }[];
  readonly candidates: readonly CandidateStanding[];
}

/** The last day of a month of a year. */
function monthEnd(year: number, month: number): PlainDate {
  return plainDate(`${year}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`);
}

/** What a candidate waits for next: one thing at a time, but for objections under notice. 第十二条第三项 to 第六项. */
function candidateDuties(candidate: CandidateStanding, on: PlainDate): readonly SeatDuty[] {
  const { studio, noticeLast, openObjections, grantDecidedOn } = candidate;
  const { recommendedOn, inspectedOn, average, shortlistedOn, approvedOn, plaqueOn } = candidate;
  const hr = (duty: string, due: PlainDate, item: number, action: string): readonly SeatDuty[] => [
    { seat: 'hr-bureau', duty, studio, due, article: article(12, item), action },
  ];
  const office = (duty: string, due: PlainDate, item: number, action: string): readonly SeatDuty[] => [
    { seat: 'leading-group-office', duty, studio, due, article: article(12, item), action },
  ];
  if (plaqueOn !== undefined) {
    if (grantDecidedOn === undefined) return hr('核定建设经费资助', addDays(plaqueOn, waitingDays), 6, 'decide-grant');
    // Paid after construction: the money of a year's budget, so by the end of the year it was decided in.
    return candidate.grantLeft > 0 ? hr('发放建设经费资助（先建后补）', monthEnd(partsOf(grantDecidedOn).year, 12), 6, 'pay-grant') : [];
  }
  if (noticeLast !== undefined) {
    if (openObjections > 0) return office(`办结公示异议 ${openObjections} 件`, noticeLast, 5, 'settle-objection');
    if (on < noticeLast) return office(`公示至 ${noticeLast} 期满`, noticeLast, 4, 'award-plaque');
    if (on === noticeLast) return office('公示今日期满，次日起可授牌', noticeLast, 4, 'award-plaque');
    return office('公示期满，命名授牌', addDays(noticeLast, waitingDays), 5, 'award-plaque');
  }
  if (approvedOn !== undefined) return office('发布公示', addDays(approvedOn, waitingDays), 4, 'post-public-notice');
  if (shortlistedOn !== undefined) return office('审定拟入围名单', addDays(shortlistedOn, waitingDays), 3, 'approve-shortlist');
  if (average !== undefined || recommendedOn === undefined) return [];
  return inspectedOn === undefined
    ? hr('参评现场考察', addDays(recommendedOn, waitingDays), 3, 'inspect-candidate')
    : hr('专家评审', addDays(inspectedOn, waitingDays), 3, 'record-expert-scores');
}

/**
 * What the district round of a year asks of the three kinds of departments on a day, sooner or later: `upcoming` cuts the list. 第十二条.
 * The season's last day is when round, recommendations and shortlist are due.
 */
export function roundDuties(round: RoundStanding, on: PlainDate, measures: Measures): readonly SeatDuty[] {
  const { value: months, source } = measures.values.roundMonths;
  const seasonEnd = monthEnd(round.year, months.most);
  if (round.openedOn === undefined) {
    const duty = `启动 ${round.year} 年区级评选`;
    return [{ seat: 'hr-bureau', duty, studio: null, due: seasonEnd, article: source, action: 'open-round' }];
  }
  const recommending = round.bureaus
    .filter(({ applied, recommended }) => recommendationShortfall(applied, recommended, measures).length > 0)
    .map(({ name }): SeatDuty => {
      const duty = `${name}推荐参评区级名师工作室`;
      return { seat: 'sector-bureau', duty, studio: null, due: seasonEnd, article: article(12, 2), action: 'recommend' };
    });
  const alive = round.candidates.filter(({ struckOff }) => !struckOff);
  // Who objected is answered also when the studio has left the round.
  const unanswered = round.candidates.flatMap(({ studio, struckOff, openObjections, noticeLast: due }): SeatDuty[] => {
    if (!struckOff || openObjections === 0 || due === undefined) return [];
    const duty = `办结公示异议 ${openObjections} 件（已退出评选）`;
    return [{ seat: 'leading-group-office', duty, studio, due, article: article(12, 5), action: 'settle-objection' }];
  });
  const reviewed = alive.filter(({ average }) => average !== undefined);
  const awaitsShortlist = reviewed.length > 0 && round.candidates.every(({ shortlistedOn }) => shortlistedOn === undefined);
  const shortlisting: readonly SeatDuty[] = awaitsShortlist
    ? [{ seat: 'hr-bureau', duty: '确定拟入围名单', studio: null, due: seasonEnd, article: article(12, 3), action: 'shortlist' }]
    : [];
  return [...recommending, ...shortlisting, ...unanswered, ...alive.flatMap((candidate) => candidateDuties(candidate, on))];
}
