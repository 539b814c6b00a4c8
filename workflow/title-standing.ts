import type { ReadableDatabase } from '../db/database.ts';
import { readAssessments } from '../db/queries/assessments.ts';
import type { StudioRecord } from '../db/queries/studios.ts';
import type { TitleStanding } from '../policy/title-standing.ts';
import { heldTitle } from './held-title.ts';

/** What a studio's titles and its conduct of late allow it to do next, out of the register. 第十条, 第十九条, 第二十条. */
export function titleStanding(db: ReadableDatabase, studio: StudioRecord): TitleStanding {
  const inSystem = heldTitle(studio, 'in-system');
  const latest = readAssessments(db, studio.id).at(-1);
  return {
    inSystemOn: inSystem?.namedOn,
    filedOn: inSystem?.filedOn ?? undefined,
    districtOn: heldTitle(studio, 'district')?.namedOn,
    awaitsRectification: latest?.grade === 'unqualified',
    caseOpen: false,
  };
}
