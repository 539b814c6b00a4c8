import { article } from '../article.ts';
import type { Measures } from '../measures.ts';
import { type Permission, type Remark, remarkWhen } from '../permission.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import { Refusal } from '../refusal.ts';

/** Whether departments work on a day: weekends, holidays and make-up workdays considered. Comes from outside the Measures. */
export type IsWorkday = (day: PlainDate) => boolean;

/** The days of a public notice. */
export interface NoticePeriod {
  /** First day that counts. */
  readonly first: PlainDate;
  /** Last day that counts: objections of this day are in time. */
  readonly last: PlainDate;
  /** The day after: from here on the notice has ended. */
  readonly ended: PlainDate;
}

/** A calendar that knows no workday for so long is wrong. */
const longestWait = 366;

/**
 * The days of a notice posted on a day. 第十二条第四项: 5 days, counted as the parameters say: calendar days after the day of posting by
 * default. Counting working days needs a calendar of them; refuses without one.
 */
export function noticePeriod(postedOn: PlainDate, { values }: Measures, isWorkday?: IsWorkday): NoticePeriod {
  const length = values.publicNoticeDays.value;
  const {
    value: { days, postingDay },
    source,
  } = values.publicNoticeCounting;
  if (days === 'working' && isWorkday === undefined)
    throw new Refusal('无法计算公示期：按工作日计算须有工作日历。请先导入工作日历。', source);
  const counts = (day: PlainDate) => days === 'calendar' || isWorkday?.(day) === true;
  const counted: PlainDate[] = [];
  let day = postingDay === 'included' ? postedOn : addDays(postedOn, 1);
  const limit = addDays(postedOn, longestWait);
  while (counted.length < length) {
    if (day > limit) throw new Refusal(`无法计算公示期：${postedOn} 之后一年内工作日不足 ${length} 天。请检查工作日历。`, source);
    if (counts(day)) counted.push(day);
    day = addDays(day, 1);
  }
  const [first = postedOn] = counted;
  return { first, last: addDays(day, -1), ended: day };
}

/** The leading-group office posts the notice once it has approved the shortlist. 第十二条第四项. */
export function mayPostNotice(approvedOn: PlainDate | undefined, postedOn: PlainDate | undefined, on: PlainDate): Permission {
  return {
    against: [
      ...remarkWhen(approvedOn === undefined, '拟入围名单尚未审定', article(12, 3)),
      ...remarkWhen(approvedOn !== undefined && approvedOn > on, `公示日期 ${on} 早于审定日期 ${approvedOn}`, article(12, 4)),
      ...remarkWhen(postedOn !== undefined, `已于 ${postedOn} 公示`, article(12, 4)),
    ],
    warnings: [],
  };
}

/** What somebody brought against a studio under public notice. */
export interface Objection {
  readonly raisedOn: PlainDate;
  /** Day it was settled; open without it. */
  readonly settledOn?: PlainDate | undefined;
  /** Once settled: whether it was found to be right. */
  readonly upheld?: boolean | undefined;
}

/** An objection is registered from the day of posting on; after the last day it is late, which is a warning. 第十二条第四项. */
export function mayRegisterObjection(raisedOn: PlainDate, postedOn: PlainDate | undefined, period: NoticePeriod | undefined): Permission {
  const place = article(12, 4);
  return {
    against: [
      ...remarkWhen(postedOn === undefined, '尚未公示', place),
      ...remarkWhen(postedOn !== undefined && raisedOn < postedOn, `异议日期 ${raisedOn} 早于公示日期 ${postedOn}`, place),
    ],
    warnings: remarkWhen(
      period !== undefined && raisedOn > period.last,
      `异议在公示期（至 ${period?.last}）之后提出，属实的按第二十条查处`,
      place,
    ),
  };
}

/** An objection is settled once, not before it was raised, with a conclusion people can read. 第十二条第五项. */
export function maySettleObjection({ raisedOn, settledOn }: Objection, conclusion: string, on: PlainDate): Permission {
  const place = article(12, 5);
  return {
    against: [
      ...remarkWhen(settledOn !== undefined, `已于 ${settledOn} 办结`, place),
      ...remarkWhen(on < raisedOn, `办结日期 ${on} 早于提出日期 ${raisedOn}`, place),
      ...remarkWhen(conclusion.trim() === '', '须写明核查结论', place),
    ],
    warnings: [],
  };
}

/** What stands between a notice and the plaque: days left, objections raised in time and not settled, any objection upheld. 第十二条第五项. */
export function noticeRemarks(objections: readonly Objection[], period: NoticePeriod, on: PlainDate): readonly Remark[] {
  const place = article(12, 5);
  const open = objections.filter(({ settledOn, raisedOn }) => settledOn === undefined && raisedOn <= period.last).length;
  const upheld = objections.filter((objection) => objection.upheld === true).length;
  return [
    ...remarkWhen(on <= period.last, `公示期至 ${period.last}，${period.ended} 起方可授牌`, place),
    ...remarkWhen(open > 0, `公示期内的异议有 ${open} 件未办结`, place),
    ...remarkWhen(upheld > 0, `有 ${upheld} 件异议经核查属实`, place),
  ];
}

/** Objections raised after the last day and not settled: they don't stop the plaque, people should know of them. */
export function lateObjections(objections: readonly Objection[], period: NoticePeriod): readonly Remark[] {
  const late = objections.filter(({ settledOn, raisedOn }) => settledOn === undefined && raisedOn > period.last).length;
  return remarkWhen(late > 0, `公示期后提出的异议有 ${late} 件未办结，属实的按第二十条查处`, article(20));
}
