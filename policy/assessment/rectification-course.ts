import { articleParagraph } from '../article.ts';
import { type Permission, remarkWhen, requirePermission } from '../permission.ts';
import type { PlainDate } from '../plain-date.ts';

/** How far a rectification has come. */
export interface RectificationCourse {
  readonly issuedOn: PlainDate;
  /** Last day for mending. */
  readonly deadline: PlainDate;
  /** Day of the studio's latest report. */
  readonly reportedOn?: PlainDate | undefined;
  /** The re-inspection that followed that report, or the deadline. */
  readonly reinspection?: { readonly on: PlainDate; readonly passed: boolean } | undefined;
}

/** Where a rectification stands on a day. */
export type RectificationStage = 'notified' | 'reported' | 'passed' | 'failed' | 'overdue';
export const rectificationStageLabels: Readonly<Record<RectificationStage, string>> = {
  notified: '整改中',
  reported: '已报告，待复查',
  passed: '复查到位',
  failed: '复查不到位',
  overdue: '逾期未整改',
};

/** What may happen to a rectification after its notice. */
export type RectificationEvent =
  | { readonly kind: 'report'; readonly on: PlainDate }
  | {
      readonly kind: 'reinspect';
      readonly on: PlainDate;
      readonly passed: boolean;
      /** Why a late mending is accepted; needed to pass a studio that reported nothing in time. */
      readonly excuse?: string | undefined;
    };

const place = articleParagraph(19, 2);

/**
 * The stage on a day. 第十九条第二款: a report of the last day is in time and keeps the matter open until the re-inspection; without one
 * it is overdue from the next day on.
 */
export function rectificationStage({ deadline, reportedOn, reinspection }: RectificationCourse, on: PlainDate): RectificationStage {
  if (reinspection !== undefined) return reinspection.passed ? 'passed' : 'failed';
  if (reportedOn !== undefined) return 'reported';
  return on > deadline ? 'overdue' : 'notified';
}

/** The studio reports what it has mended, by the last day. After a failed re-inspection it may report again while time is left. */
export function mayReportRectification(course: RectificationCourse, on: PlainDate): Permission {
  const { issuedOn, deadline, reportedOn, reinspection } = course;
  const stage = rectificationStage(course, on);
  return {
    against: [
      ...remarkWhen(stage === 'passed', '整改已通过复查', place),
      ...remarkWhen(stage === 'reported', `已于 ${reportedOn} 报告，等待复查`, place),
      ...remarkWhen(on < issuedOn, `报告日期 ${on} 早于整改通知书日期 ${issuedOn}`, place),
      ...remarkWhen(reinspection !== undefined && on < reinspection.on, `报告日期 ${on} 早于上次复查日期 ${reinspection?.on}`, place),
      ...remarkWhen(on > deadline, `整改期限至 ${deadline}，已逾期`, place),
    ],
    warnings: [],
  };
}

/**
 * The department looks again: after a report, or when the deadline has passed without one. Our reading of 逾期整改不到位: who reported
 * nothing in time may still be passed, but only with a stated reason.
 */
export function mayReinspect(
  course: RectificationCourse,
  { on, passed, excuse }: Extract<RectificationEvent, { kind: 'reinspect' }>,
): Permission {
  const { deadline, reportedOn, reinspection } = course;
  const stage = rectificationStage(course, on);
  return {
    against: [
      ...remarkWhen(reinspection?.passed === true, '整改已通过复查', place),
      ...remarkWhen(
        reinspection?.passed === false,
        `已于 ${reinspection?.on} 复查不到位，期限（${deadline}）内须重新报告，期满不再复查`,
        place,
      ),
      ...remarkWhen(stage === 'notified', `尚未收到整改报告，整改期限至 ${deadline}`, place),
      ...remarkWhen(reportedOn !== undefined && on < reportedOn, `复查日期 ${on} 早于报告日期 ${reportedOn}`, place),
      ...remarkWhen(
        stage === 'overdue' && passed && (excuse ?? '').trim() === '',
        `整改期限至 ${deadline}，逾期未报告，认定整改到位须写明理由`,
        place,
      ),
    ],
    warnings: [],
  };
}

/** The course after an event. Refuses an event that cannot happen there. */
export function advanceRectification(course: RectificationCourse, event: RectificationEvent): RectificationCourse {
  if (event.kind === 'report') {
    requirePermission('登记整改报告', mayReportRectification(course, event.on));
    return { issuedOn: course.issuedOn, deadline: course.deadline, reportedOn: event.on };
  }
  requirePermission('登记整改复查', mayReinspect(course, event));
  return { ...course, reinspection: { on: event.on, passed: event.passed } };
}

/**
 * Whether a rectification has come to the point of revocation: the last day is over and the matter is not mended. 第十九条第二款 asks for
 * both (逾期整改不到位): a re-inspection that failed early leaves the rest of the time.
 */
export function mayRevokeForRectification(course: RectificationCourse, on: PlainDate): Permission {
  const { deadline } = course;
  const stage = rectificationStage(course, on);
  return {
    against: [
      ...remarkWhen(stage === 'passed', '整改已通过复查', place),
      ...remarkWhen(stage === 'reported', '整改报告尚未复查', place),
      ...remarkWhen(on <= deadline && (stage === 'notified' || stage === 'failed'), `整改期限至 ${deadline}，尚未期满`, place),
    ],
    warnings: [],
  };
}
