import { type Article, article, articleParagraph } from './article.ts';
import type { Measures } from './measures.ts';
import { addDays, addYears, dayNumber, type PlainDate } from './plain-date.ts';
import type { Sex } from './qualification.ts';
import type { ApplicationStatus } from './seat.ts';
import { cycleYearSpan } from './cycle.ts';

/** Something to be done: what, for which studio, by when, under which article, and the command that settles it. */
export interface Duty {
  readonly duty: string;
  readonly studio: string | null;
  readonly due: PlainDate;
  readonly article: Article;
  /** Name of the command, or the page, that settles it. */
  readonly action: string;
}

/** What duties are derived from: the present state of one studio. */
export interface StudioStanding {
  readonly name: string;
  /** Step of the in-system application and the day it was taken; absent without an application. */
  readonly application?: { readonly status: ApplicationStatus; readonly since: PlainDate };
  readonly lead?: { readonly name: string; readonly sex?: Sex; readonly birthDate?: PlainDate };
  /** True while an in-system or district title is held. */
  readonly named: boolean;
  readonly namedOn?: PlainDate;
  /** The latest commitment letter. */
  readonly letter?: { readonly cycleFrom: PlainDate; readonly cycleTo: PlainDate; readonly signedOn?: PlainDate };
  /** Years of the present cycle that have been assessed. */
  readonly assessedYears: readonly number[];
  /** An unqualified process assessment that has no notice yet. */
  readonly awaitsRectificationNotice: boolean;
  /** The open rectification, if any. */
  readonly rectificationDeadline?: PlainDate;
}

/** Days a bureau allows itself for each waiting step. Not of the Measures: a working habit, only used to order the list. */
const waitingDays = 15;

function waitingDuty(standing: StudioStanding): Duty | undefined {
  if (standing.application === undefined) return undefined;
  const { status, since } = standing.application;
  const waiting = (duty: string, place: Article, action: string): Duty => ({
    duty,
    studio: standing.name,
    due: addDays(since, waitingDays),
    article: place,
    action,
  });
  switch (status) {
    case 'submitted':
    case 'received':
      return waiting('审查申报材料，受理或退回', article(11, 2), 'accept');
    case 'returned':
      return waiting('已退回，等待补正后重新提交', article(11, 2), 'receive');
    case 'accepted':
      return waiting('现场考察', article(11, 2), 'inspect');
    case 'inspected':
      return waiting('提交党组会议讨论', article(11, 3), 'decide');
    case 'approved':
      return waiting('命名', article(11, 3), 'name');
    case 'named':
      return waiting('报区人力资源局备案', article(11, 3), 'file');
    case 'filed':
    case 'rejected':
      return undefined;
  }
}

function letterDuties(standing: StudioStanding): readonly Duty[] {
  if (!standing.named) return [];
  const { letter, name: studio } = standing;
  if (letter === undefined || letter.signedOn === undefined) {
    const due = addDays(letter?.cycleFrom ?? standing.namedOn ?? standing.application?.since ?? ('2014-10-10' as PlainDate), waitingDays);
    return [{ duty: '签订任务承诺书', studio, due, article: article(9), action: 'sign-commitment-letter' }];
  }
  const { cycleFrom, cycleTo } = letter;
  const first = cycleYearSpan(cycleFrom, 1);
  const duties: Duty[] = [];
  if (!standing.assessedYears.includes(1)) {
    duties.push({ duty: '过程性考核', studio, due: first.to, article: articleParagraph(19, 1), action: 'assess' });
  }
  duties.push({ duty: '周期性考核、续签承诺书', studio, due: cycleTo, article: articleParagraph(19, 1), action: 'assess' });
  return duties;
}

function rectificationDuties({ name, awaitsRectificationNotice, rectificationDeadline: deadline }: StudioStanding, on: PlainDate): readonly Duty[] {
  const place = articleParagraph(19, 2);
  const duties: Duty[] = [];
  if (awaitsRectificationNotice) {
    duties.push({ duty: '过程性考核不合格，发出整改通知书', studio: name, due: on, article: place, action: 'issue-rectification-notice' });
  }
  if (deadline !== undefined) {
    const duty = deadline < on ? '整改已逾期，复查' : '整改到期，复查';
    duties.push({ duty, studio: name, due: deadline, article: place, action: 'reinspect' });
  }
  return duties;
}

function ageDuty({ name, named, lead, letter }: StudioStanding, { values }: Measures): readonly Duty[] {
  if (!named || lead?.birthDate === undefined || lead.sex === undefined || letter === undefined) return [];
  const limit = values.leadAgeLimit.value[lead.sex].special;
  const passes = addYears(lead.birthDate, limit + 1);
  if (passes > letter.cycleTo) return [];
  return [
    { duty: `领办人${lead.name}在周期内超过 ${limit} 周岁`, studio: name, due: passes, article: values.leadAgeLimit.source, action: 'studio' },
  ];
}

/**
 * What has to be done by `days` days after `on`, the most urgent first; what is overdue is in it too. A pure function
 * of the standings and the day. 第九条, 第十一条, 第十九条.
 */
export function dutiesOf(standings: readonly StudioStanding[], on: PlainDate, days: number, measures: Measures): readonly Duty[] {
  const horizon = dayNumber(on) + days;
  return standings
    .flatMap((standing) => {
      const waiting = waitingDuty(standing);
      return [
        ...(waiting === undefined ? [] : [waiting]),
        ...letterDuties(standing),
        ...rectificationDuties(standing, on),
        ...ageDuty(standing, measures),
      ];
    })
    .filter(({ due }) => dayNumber(due) <= horizon)
    .toSorted((left, right) => dayNumber(left.due) - dayNumber(right.due) || (left.studio ?? '').localeCompare(right.studio ?? '', 'zh'));
}
