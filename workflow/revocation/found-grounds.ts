import type { ReadableDatabase } from '../../db/database.ts';
import { readAssessments } from '../../db/queries/assessments.ts';
import { type MisconductCase, readCases } from '../../db/queries/cases.ts';
import { type Revocation, type RevocationRecord, readRevocations } from '../../db/queries/revocations.ts';
import type { StudioDesignation, StudioRecord } from '../../db/queries/studios.ts';
import { mayTakeEffect } from '../../policy/assessment/assessment-consequence.ts';
import { mayRevokeForRectification } from '../../policy/assessment/rectification-course.ts';
import { type CaseRecord, mayRevokeForMisconduct } from '../../policy/misconduct/case-record.ts';
import type { Permission } from '../../policy/permission.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { mayFollowRevocation, revocationGrounds } from '../../policy/revocation.ts';
import { studioLevelLabels } from '../../policy/seat.ts';
import { assessedOf, courseOf } from '../assessment/cycle-course.ts';
import { latestRectification } from '../assessment/rectification-in-hand.ts';

/** Something on record that may cost a title, whether it may already do so, and how the decision says it. */
export interface FoundGround {
  /** What people choose it by. */
  readonly key: string;
  readonly record: RevocationRecord;
  readonly permission: Permission;
  readonly reason: string;
}

const nothing = { assessmentId: null, rectificationId: null, caseId: null, followsId: null };

/** A case as the rules of 第二十条 see it. */
export function caseRecordOf({ kind, foundOn, foundHow, facts, verification }: MisconductCase): CaseRecord {
  return {
    kind,
    foundOn,
    foundHow,
    facts,
    evidence: verification?.evidence ?? [],
    impact: verification?.impact ?? undefined,
    statement: verification?.statement ?? undefined,
    ...(verification === null
      ? {}
      : { verification: { by: verification.verifiedBy, on: verification.verifiedOn, holds: verification.holds } }),
  };
}

function byPeriodicResult(db: ReadableDatabase, studioId: string, title: StudioDesignation, on: PlainDate): readonly FoundGround[] {
  const latest = readAssessments(db, studioId).findLast(
    ({ level, kind, assessedOn }) => level === title.level && kind === 'periodic' && assessedOn >= title.namedOn,
  );
  if (latest === undefined || latest.grade !== 'unqualified') return [];
  const { kind, level, approval } = assessedOf(latest);
  return [
    {
      key: 'periodic',
      record: { ...nothing, ground: 'periodic', assessmentId: latest.id },
      permission: mayTakeEffect(kind, level, approval, on),
      reason: `${latest.assessedOn} ${revocationGrounds.periodic.label}`,
    },
  ];
}

function byRectification(db: ReadableDatabase, studioId: string, title: StudioDesignation, on: PlainDate): readonly FoundGround[] {
  const notice = latestRectification(db, studioId, title.level);
  if (notice === undefined || notice.issuedOn < title.namedOn || notice.reinspections.some(({ passed }) => passed)) return [];
  return [
    {
      key: 'rectification',
      record: { ...nothing, ground: 'rectification', rectificationId: notice.id },
      permission: mayRevokeForRectification(courseOf(notice), on),
      reason: `整改通知书 ${notice.number}：${revocationGrounds.rectification.label}`,
    },
  ];
}

function byCases(db: ReadableDatabase, studioId: string, on: PlainDate): readonly FoundGround[] {
  return readCases(db, studioId)
    .filter(({ verification }) => verification?.holds !== false)
    .map((found) => ({
      key: `case-${found.sequence}`,
      record: { ...nothing, ground: 'misconduct' as const, caseId: found.id },
      permission: mayRevokeForMisconduct(caseRecordOf(found), on),
      reason: `${found.verification?.findings ?? found.facts}（线索 ${found.sequence}）`,
    }));
}

/** Revocations of the other title that leave this one to its own department, which has not decided yet. */
export function askingAbout(revocations: readonly Revocation[], title: StudioDesignation): readonly Revocation[] {
  return revocations.filter(({ otherDesignationId, otherKept }) => otherDesignationId === title.id && otherKept === null);
}

/**
 * What stands on record against a title on a day. 第十九条第二款, 第二十条; and the revocation of the studio's other title, whose record the
 * department that gave this one may follow.
 */
export function foundGrounds(db: ReadableDatabase, studio: StudioRecord, title: StudioDesignation, on: PlainDate): readonly FoundGround[] {
  const cases = byCases(db, studio.id, on);
  const revocations = readRevocations(db, studio.id);
  const followed = askingAbout(revocations, title).map((revocation) => {
    const { ground, assessmentId, rectificationId, caseId } = revocation;
    return {
      key: 'follow',
      record: { ground, assessmentId, rectificationId, caseId, followsId: revocation.id },
      permission: mayFollowRevocation(ground, revocation.decidedOn, on),
      reason: `${studioLevelLabels[revocation.level]}名师工作室称号已由${revocation.number}撤销，原因是${revocation.reason}`,
    };
  });
  // A case that cost the other title comes into question through that revocation only, and not any more once this title was kept.
  const settled = new Set(revocations.filter(({ otherDesignationId }) => otherDesignationId === title.id).map(({ caseId }) => caseId));
  return [
    ...followed,
    ...byPeriodicResult(db, studio.id, title, on),
    ...byRectification(db, studio.id, title, on),
    ...cases.filter(({ record }) => !settled.has(record.caseId)),
  ];
}
