import type { ReadableDatabase } from '../../db/database.ts';
import { type Assessment, type Rectification, readAssessments, readRectifications } from '../../db/queries/assessments.ts';
import { type CommitmentLetter, readLetters } from '../../db/queries/commitment-letters.ts';
import type { RectificationCourse } from '../../policy/assessment/rectification-course.ts';
import type { Assessed } from '../../policy/assessment/renewal.ts';
import type { Measures } from '../../policy/measures.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { StudioLevel } from '../../policy/seat.ts';
import { measuresBook } from '../measures-book.ts';

/** How far a rectification has come: a report waits for its re-inspection, and the last re-inspection stands until the next report. */
export function courseOf({ issuedOn, deadline, reports, reinspections }: Rectification): RectificationCourse {
  const reportedOn = reports.at(-1)?.reportedOn;
  const look = reports.length > reinspections.length ? undefined : reinspections.at(-1);
  return {
    issuedOn,
    deadline,
    ...(reportedOn === undefined ? {} : { reportedOn }),
    ...(look === undefined ? {} : { reinspection: { on: look.inspectedOn, passed: look.passed } }),
  };
}

/** An assessment as its consequences see it. */
export function assessedOf({ kind, grade, level, approval }: Assessment): Assessed {
  return {
    kind,
    grade,
    level,
    ...(approval === null ? {} : { approval: { by: approval.by, approved: approval.decision === 'approved', on: approval.decidedOn } }),
  };
}

/** True for an unqualified process assessment that no re-inspection has passed since. 第十九条第二款. */
export function awaitsMending({ id, kind, grade }: Assessment, rectifications: readonly Rectification[]): boolean {
  const notice = rectifications.find(({ assessmentId }) => assessmentId === id);
  return kind === 'process' && grade === 'unqualified' && !(notice?.reinspections.some(({ passed }) => passed) ?? false);
}

/** One cycle of a title: its letter, the Measures it keeps, and what has been assessed of it. 第十九条第一款. */
export interface CycleCourse {
  readonly letter: CommitmentLetter;
  readonly measures: Measures;
  /** In the order of the years; a result that was sent back and not assessed again yet is the last of them. */
  readonly assessments: readonly Assessment[];
  readonly rectifications: readonly Rectification[];
}

/** The cycle of a title on a day: that of its latest signed letter which had begun; `undefined` without one. */
export function cycleOn(db: ReadableDatabase, studioId: string, level: StudioLevel, on: PlainDate): CycleCourse | undefined {
  const letter = readLetters(db, studioId).findLast(
    (candidate) => candidate.level === level && candidate.signedOn !== null && candidate.cycleFrom <= on,
  );
  if (letter === undefined) return undefined;
  const assessments = readAssessments(db, studioId).filter(({ letterId }) => letterId === letter.id);
  const ids = new Set(assessments.map(({ id }) => id));
  return {
    letter,
    measures: measuresBook(db).byId(letter.measuresId),
    assessments: assessments.toSorted((left, right) => left.cycleYear - right.cycleYear),
    rectifications: readRectifications(db, studioId).filter(({ assessmentId }) => ids.has(assessmentId)),
  };
}
