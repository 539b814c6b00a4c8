import type { ReadableDatabase } from '../db/database.ts';
import { readAssessments, readRectifications } from '../db/queries/assessments.ts';
import { readCases } from '../db/queries/cases.ts';
import { readRevocations } from '../db/queries/revocations.ts';
import type { StudioRecord } from '../db/queries/studios.ts';
import type { TitleStanding } from '../policy/title-standing.ts';
import { awaitsMending } from './assessment/cycle-course.ts';
import { heldTitle } from './held-title.ts';
import { askingAbout } from './revocation/found-grounds.ts';

/**
 * What a studio's titles and its conduct of late allow it to do next, out of the register. 第十条, 第十九条, 第二十条. An unqualified periodic
 * result stands against it as long as the title does; a case is open until its title fell, or it was found untrue, and so is the question
 * whether a title stays after the other one fell.
 */
export function titleStanding(db: ReadableDatabase, studio: StudioRecord): TitleStanding {
  const held = studio.designations.filter(({ endedOn }) => endedOn === null);
  const assessments = readAssessments(db, studio.id).filter(({ level, assessedOn }) =>
    held.some((title) => title.level === level && title.namedOn <= assessedOn),
  );
  const rectifications = readRectifications(db, studio.id);
  const revocations = readRevocations(db, studio.id);
  const undecided = readCases(db, studio.id).filter(
    ({ id, verification }) => verification?.holds !== false && !revocations.some(({ caseId }) => caseId === id),
  );
  return {
    inSystemOn: heldTitle(studio, 'in-system')?.namedOn,
    filedOn: heldTitle(studio, 'in-system')?.filedOn ?? undefined,
    districtOn: heldTitle(studio, 'district')?.namedOn,
    revokedOn: revocations.at(-1)?.decidedOn,
    awaitsRectification: assessments.some(
      (assessment) => awaitsMending(assessment, rectifications) || (assessment.kind === 'periodic' && assessment.grade === 'unqualified'),
    ),
    caseOpen: undecided.length > 0 || held.some((title) => askingAbout(revocations, title).length > 0),
  };
}
