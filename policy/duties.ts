import { article, articleParagraph } from './article.ts';
import { cycleYearSpan } from './cycle.ts';
import { type Duty, upcoming, waitingDays } from './duty.ts';
import type { Grade } from './grade.ts';
import type { Measures } from './measures.ts';
import { addDays, addYears, type PlainDate, partsOf } from './plain-date.ts';
import type { Sex } from './qualification.ts';
import type { ApplicationStatus, StudioLevel } from './seat.ts';

/** What duties are derived from: the present state of one studio. */
export interface StudioStanding {
  readonly name: string;
  /** The title these duties are about; the in-system one when absent. */
  readonly level?: StudioLevel | undefined;
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
  /** Day the studio reported what it has mended, while nobody has looked again. */
  readonly rectificationReportedOn?: PlainDate | undefined;
  /** The periodic assessment of the present cycle, once its last year is assessed, and whether it has been approved. */
  readonly periodic?: { readonly grade: Grade; readonly approved: boolean } | undefined;
  /** A case of 第二十条 that nobody has verified. */
  readonly caseFoundOn?: PlainDate | undefined;
  /** Day the HR bureau proposed to revoke the title: the matter is the leading-group office's then. */
  readonly proposedOn?: PlainDate | undefined;
}

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
  if (application === undefined) return [];
  const next = waitsFor[application.status];
  return next === null ? [] : [{ ...next, studio: name, due: addDays(application.since, waitingDays) }];
}

function letterDuties(standing: StudioStanding): readonly Duty[] {
  const { letter, name: studio, namedOn } = standing;
  if (namedOn === undefined) return [];
  if (letter === undefined || letter.signedOn === undefined) {
    const due = addDays(letter?.cycleFrom ?? namedOn, waitingDays);
    return [{ duty: '签订任务承诺书', studio, due, article: article(9), action: 'sign-commitment-letter' }];
  }
  const { cycleFrom, cycleTo } = letter;
  // A letter keeps the length it was signed for, whatever the Measures say since.
  const years = partsOf(addDays(cycleTo, 1)).year - partsOf(cycleFrom).year;
  const place = articleParagraph(19, 1);
  const process = Array.from({ length: years - 1 }, (_, index) => index + 1)
    .filter((year) => !standing.assessedYears.includes(year))
    .map((year) => {
      const due = cycleYearSpan(cycleFrom, year).to;
      return { duty: '过程性考核', studio, due, article: place, action: 'record-process-assessment' };
    });
  const periodic = standing.assessedYears.includes(years)
    ? afterPeriodic(standing, cycleTo)
    : { duty: '周期性考核、续签承诺书', studio, due: cycleTo, article: place, action: 'studio' };
  return [...process, ...(standing.proposedOn === undefined ? [periodic] : [])];
}

/** What follows the last assessment of a cycle: approval, then renewal or revocation. 第十九条第二款, 第三款. */
function afterPeriodic({ name: studio, level, periodic }: StudioStanding, due: PlainDate): Duty {
  const place = articleParagraph(19, 2);
  if (periodic?.approved !== true) {
    return { duty: '周期性考核结果报请审定', studio, due, article: articleParagraph(19, 3), action: 'assessment-approval' };
  }
  if (periodic.grade !== 'unqualified') return { duty: '续签任务承诺书', studio, due, article: place, action: 'renew-letter' };
  return level === 'district'
    ? { duty: '周期性考核不合格，提请撤销称号', studio, due, article: place, action: 'propose-revocation' }
    : { duty: '周期性考核不合格，撤销称号', studio, due, article: place, action: 'revoke' };
}

/** A case is to be verified. 第二十条. */
function caseDuties({ name, caseFoundOn: found }: StudioStanding): readonly Duty[] {
  if (found === undefined) return [];
  return [{ duty: '查核问题线索', studio: name, due: addDays(found, waitingDays), article: article(20), action: 'verify-case' }];
}

function rectificationDuties(
  { name, awaitsRectificationNotice, rectificationDeadline: deadline, rectificationReportedOn: reportedOn }: StudioStanding,
  on: PlainDate,
): readonly Duty[] {
  const place = articleParagraph(19, 2);
  const duties: Duty[] = [];
  if (awaitsRectificationNotice) {
    duties.push({ duty: '过程性考核不合格，发出整改通知书', studio: name, due: on, article: place, action: 'issue-rectification-notice' });
  }
  if (reportedOn !== undefined) {
    const due = addDays(reportedOn, waitingDays);
    duties.push({ duty: '已报告整改，复查', studio: name, due, article: place, action: 'record-reinspection' });
  } else if (deadline !== undefined) {
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
 * What has to be done for studios by `days` days after `on`, the most urgent first; what is overdue is in it too. A pure function of
 * the standings and the day. 第九条, 第十一条, 第十九条, 第二十条.
 */
export function dutiesOf(standings: readonly StudioStanding[], on: PlainDate, days: number, measures: Measures): readonly Duty[] {
  const duties = standings.flatMap((standing) => [
    ...waitingDuties(standing),
    ...letterDuties(standing),
    ...rectificationDuties(standing, on),
    ...caseDuties(standing),
    ...ageDuty(standing, measures),
  ]);
  return upcoming(duties, on, days);
}
