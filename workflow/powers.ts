import type { Department } from '../db/queries/departments.ts';
import type { StudioRecord } from '../db/queries/studios.ts';
import { type Article, article } from '../policy/article.ts';
import { type Act, mayAct, seatsFor, powers as tableOfPowers } from '../policy/powers.ts';
import { Refusal } from '../policy/refusal.ts';
import { type SeatKind, type StudioLevel, seatKindLabels, studioLevelLabels } from '../policy/seat.ts';

/** Something done by departments of certain kinds: a command, a document. */
export interface Empowered {
  readonly title: string;
  readonly powers: readonly SeatKind[];
  readonly article: Article;
}

/**
 * True when a department may do it for this studio, or at all when there is no single studio (null). A bureau acts for its own sector
 * only. 第十一条, 第十三条 to 第十七条.
 */
export function hasPower({ powers }: Pick<Empowered, 'powers'>, studio: StudioRecord | null, seat: Department): boolean {
  return powers.includes(seat.kind) && (studio === null || seat.kind !== 'sector-bureau' || studio.sector.bureauId === seat.id);
}

/** Refuses what a department may not do for this studio, or at all, saying whose business it is. */
export function requirePower(act: Empowered, studio: StudioRecord | null, seat: Department): void {
  if (hasPower(act, studio, seat)) return;
  if (studio === null || !act.powers.includes(seat.kind)) {
    const whose = act.powers.map((kind) => seatKindLabels[kind]).join('、');
    throw new Refusal(`无法${act.title}：${seat.name}没有这项职权。请交由${whose}办理。`, act.article);
  }
  throw new Refusal(
    `无法${act.title}：「${studio.name}」属于${studio.sector.name}系统，由该系统主管部门办理，${seat.name}无权办理。请交由该系统主管部门办理。`,
    article(11),
  );
}

/** Refuses an act at a level that is another department's business: in-system the bureau's, district the HR bureau's. 第十三条 to 第十七条. */
export function requireLevel(act: Act, level: StudioLevel, { name }: StudioRecord, seat: Department): void {
  if (mayAct(seat.kind, act, level)) return;
  const { title, article: place } = tableOfPowers[act];
  const whose = seatsFor(act, level)
    .map((kind) => seatKindLabels[kind])
    .join('、');
  throw new Refusal(
    `无法${title}：「${name}」按${studioLevelLabels[level]}名师工作室管理，由${whose}办理，${seat.name}无权办理。请交由${whose}办理。`,
    place,
  );
}
