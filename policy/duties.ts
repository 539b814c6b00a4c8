import { type Article, article, articleParagraph } from './article.ts';
import { cycleYearSpan } from './cycle.ts';
import type { Measures } from './measures.ts';
import { addDays, addYears, dayNumber, type PlainDate } from './plain-date.ts';
import type { Sex } from './qualification.ts';
import type { ApplicationStatus } from './seat.ts';

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
  /** Day of naming, while a title is held. */
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

/** What each step of an application waits for; nothing once it has ended. 第十一条. */
const waitsFor: Readonly<Record<ApplicationStatus, Pick<Duty, 'duty' | 'article' | 'action'> | null>> = {
  submitted: { duty: '审查申报材料，受理或退回', article: article(11, 2), action: 'accept' },
  received: { duty: '审查申报材料，受理或退回', article: article(11, 2), action: 'accept' },
  returned: { duty: '已退回，等待补正后重新提交', article: article(11, 2), action: 'receive' },
  accepted: { duty: '现场考察', article: article(11, 2), action: 'inspect' },
  inspected: { duty: '提交党组会议讨论', article: article(11, 3), action: 'decide' },
  approved: { duty: '命名', article: article(11, 3), action: 'name' },
  rejected: null,
  named: { duty: '报区人力资源局备案', article: article(11, 3), action: 'file' },
  filed: null,
};

function waitingDuties({ name, application }: StudioStanding): readonly Duty[] {
  const next = application === undefined ? null : waitsFor[application.status];
  return application === undefined || next === null ? [] : [{ ...next, studio: name, due: addDays(application.since, waitingDays) }];
}

function letterDuties(standing: StudioStanding): readonly Duty[] {
  const { letter, name: studio, namedOn } = standing;
  if (namedOn === undefined) return [];
  if (letter === undefined || letter.signedOn === undefined) {
    const due = addDays(letter?.cycleFrom ?? namedOn, waitingDays);
    return [{ duty: '签订任务承诺书', studio, due, article: article(9), action: 'sign-commitment-letter' }];
  }
  const { cycleFrom, cycleTo } = letter;
  const first = cycleYearSpan(cycleFrom, 1);
  const duties: Duty[] = [];
  if (!standing.assessedYears.includes(1)) {
    duties.push({ duty: '过程性考核', studio, due: first.to, article: articleParagraph(19, 1), action: 'record-process-assessment' });
  }
  duties.push({ duty: '周期性考核、续签承诺书', studio, due: cycleTo, article: articleParagraph(19, 1), action: 'studio' });
  return duties;
}

function rectificationDuties(
  { name, awaitsRectificationNotice, rectificationDeadline: deadline }: StudioStanding,
  on: PlainDate,
): readonly Duty[] {
  const place = articleParagraph(19, 2);
  const duties: Duty[] = [];
  if (awaitsRectificationNotice) {
    duties.push({ duty: '过程性考核不合格，发出整改通知书', studio: name, due: on, article: place, action: 'issue-rectification-notice' });
  }
  if (deadline !== undefined) {
    const duty = deadline < on ? '整改已逾期，复查' : '整改到期，复查';
    duties.push({ duty, studio: name, due: deadline, article: place, action: 'studio' });
  }
  return duties;
}

function ageDuty({ name, namedOn, lead, letter }: StudioStanding, { values }: Measures): readonly Duty[] {
  if (namedOn === undefined || lead?.birthDate === undefined || lead.sex === undefined || letter === undefined) return [];
  const limit = values.leadAgeLimit.value[lead.sex].special;
  const passes = addYears(lead.birthDate, limit + 1);
  if (passes > letter.cycleTo) return [];
  return [
    {
      duty: `领办人${lead.name}在周期内超过 ${limit} 周岁`,
      studio: name,
      due: passes,
      article: values.leadAgeLimit.source,
      action: 'studio',
    },
  ];
}

/**
 * What has to be done by `days` days after `on`, the most urgent first; what is overdue is in it too. A pure function
 * of the standings and the day. 第九条, 第十一条, 第十九条.
 */
export function dutiesOf(standings: readonly StudioStanding[], on: PlainDate, days: number, measures: Measures): readonly Duty[] {
  const horizon = dayNumber(on) + days;
  return standings
    .flatMap((standing) => [
      ...waitingDuties(standing),
      ...letterDuties(standing),
      ...rectificationDuties(standing, on),
      ...ageDuty(standing, measures),
    ])
    .filter(({ due }) => dayNumber(due) <= horizon)
    .toSorted((left, right) => dayNumber(left.due) - dayNumber(right.due) || (left.studio ?? '').localeCompare(right.studio ?? '', 'zh'));
}
