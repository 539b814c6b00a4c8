import type { ReadableDatabase } from '../../db/database.ts';
import { type Revocation, readRevocations } from '../../db/queries/revocations.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import type { Article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { type StudioLevel, studioLevelLabels } from '../../policy/seat.ts';

/** The latest revocation of a studio's title at a level; refuses when there was none. 第十九条第二款, 第二十条. */
export function requireRevocation(db: ReadableDatabase, studio: StudioRecord, level: StudioLevel, act: string, place: Article): Revocation {
  const revocation = readRevocations(db, studio.id).findLast((each) => each.level === level);
  if (revocation !== undefined) return revocation;
  throw new Refusal(`无法${act}：「${studio.name}」的${studioLevelLabels[level]}名师工作室称号没有被撤销。请核对。`, place);
}
