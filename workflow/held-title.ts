import type { StudioDesignation, StudioRecord } from '../db/queries/studios.ts';
import type { Article } from '../policy/article.ts';
import { Refusal } from '../policy/refusal.ts';
import { type StudioLevel, studioLevelLabels } from '../policy/seat.ts';
import { titleEndLabels } from '../policy/title-end.ts';

/** The title a studio holds at a level, if it does. 第十条. */
export function heldTitle({ designations }: Pick<StudioRecord, 'designations'>, level: StudioLevel): StudioDesignation | undefined {
  return designations.find((title) => title.level === level && title.endedOn === null);
}

/** True when a studio has lost a title by revocation and holds none any more. */
export function isRevoked({ designations }: Pick<StudioRecord, 'designations'>): boolean {
  return designations.some(({ endKind }) => endKind === 'revoked') && designations.every(({ endedOn }) => endedOn !== null);
}

/** The title of a level that a studio lost by revocation, while it holds no other of that level. 第十九条第二款, 第二十条. */
export function lostTitle({ designations }: Pick<StudioRecord, 'designations'>, level: StudioLevel): StudioDesignation | undefined {
  const last = designations.findLast((title) => title.level === level);
  return last?.endKind === 'revoked' ? last : undefined;
}

/** The title an act stands on; refuses when the studio never had it, or has lost it: then it gets nothing more. 第十九条, 第二十条. */
export function requireTitle(studio: StudioRecord, level: StudioLevel, act: string, place: Article): StudioDesignation {
  const title = heldTitle(studio, level);
  if (title !== undefined) return title;
  const label = `${studioLevelLabels[level]}名师工作室`;
  const ended = studio.designations.findLast((each) => each.level === level);
  if (ended === undefined) throw new Refusal(`无法${act}：「${studio.name}」尚未命名为${label}。请先办理命名。`, place);
  throw new Refusal(
    `无法${act}：「${studio.name}」的${label}称号已于 ${ended.endedOn ?? ''} ${titleEndLabels[ended.endKind ?? 'ended']}，不再办理。`,
    place,
  );
}
