import type { ReadableDatabase } from '../../db/database.ts';
import { type Rectification, readAssessments, readRectifications } from '../../db/queries/assessments.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import type { Article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { StudioLevel } from '../../policy/seat.ts';

/** The latest rectification notice of a title, if there is one. 第十九条第二款. */
export function latestRectification(db: ReadableDatabase, studioId: string, level: StudioLevel): Rectification | undefined {
  const own = new Set(
    readAssessments(db, studioId)
      .filter((assessment) => assessment.level === level)
      .map(({ id }) => id),
  );
  return readRectifications(db, studioId).findLast(({ assessmentId }) => own.has(assessmentId));
}

/** The notice an act is about; refuses when there is none. */
export function requireRectification(
  db: ReadableDatabase,
  studio: StudioRecord,
  level: StudioLevel,
  act: string,
  place: Article,
): Rectification {
  const notice = latestRectification(db, studio.id, level);
  if (notice !== undefined) return notice;
  throw new Refusal(`无法${act}：「${studio.name}」没有整改通知书。过程性考核不合格的，请先发出整改通知书。`, place);
}

/** Refuses answers to tasks the notice says nothing of. */
export function requireNoticedTasks({ number, problems }: Rectification, codes: readonly string[], act: string, place: Article): void {
  const noticed = problems.map(({ code }) => code);
  const unknown = codes.filter((code) => !noticed.includes(code));
  if (unknown.length === 0) return;
  throw new Refusal(`无法${act}：整改通知书 ${number} 没有列出任务 ${unknown.join('、')}。可填的有 ${noticed.join('、')}。`, place);
}
