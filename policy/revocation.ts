import { type Article, article, articleParagraph } from './article.ts';
import { type Permission, remarkWhen } from './permission.ts';
import type { PlainDate } from './plain-date.ts';
import { type SeatKind, type StudioLevel, studioLevelLabels } from './seat.ts';

/** The three ways to a revocation; each has its own record to stand on. 第十九条, 第二十条. */
export type RevocationGround = 'rectification' | 'periodic' | 'misconduct';
export const revocationGrounds: Readonly<Record<RevocationGround, { readonly label: string; readonly article: Article }>> = {
  rectification: { label: '过程性考核不合格，逾期整改不到位', article: articleParagraph(19, 2) },
  periodic: { label: '周期性考核不合格', article: articleParagraph(19, 2) },
  misconduct: { label: '弄虚作假、违纪违法，或出现过失造成巨大负面影响', article: article(20) },
};

/** What a revocation of one title does. */
export interface RevocationEffect {
  /** Who decides: who named. Our reading; the text does not say. */
  readonly decidedBy: SeatKind;
  /** Who proposes it to the one who decides. */
  readonly proposedBy: SeatKind | null;
  readonly falls: StudioLevel;
  /** The other title, while it is held: it stands until the department that gave it decides, and is asked to. */
  readonly toDecide: { readonly level: StudioLevel; readonly decidedBy: SeatKind } | null;
  /** The notice of criticism of 第二十条. */
  readonly circular: boolean;
  readonly article: Article;
}

const namedBy: Readonly<Record<StudioLevel, SeatKind>> = { 'in-system': 'sector-bureau', district: 'leading-group-office' };
const otherLevel: Readonly<Record<StudioLevel, StudioLevel>> = { 'in-system': 'district', district: 'in-system' };

/** What the revocation of a title on this ground does, with the titles the studio holds. 第十九条, 第二十条. */
export function revocationEffect(ground: RevocationGround, level: StudioLevel, held: readonly StudioLevel[]): RevocationEffect {
  const other = otherLevel[level];
  return {
    decidedBy: namedBy[level],
    proposedBy: level === 'district' ? 'hr-bureau' : null,
    falls: level,
    toDecide: held.includes(other) ? { level: other, decidedBy: namedBy[other] } : null,
    circular: ground === 'misconduct',
    article: revocationGrounds[ground].article,
  };
}

/** Whether a title can be revoked: it is held, and a district one has been proposed by the HR bureau. What the ground needs is asked apart. */
export function mayRevoke(
  ground: RevocationGround,
  level: StudioLevel,
  held: readonly StudioLevel[],
  proposedOn: PlainDate | undefined,
  on: PlainDate,
): Permission {
  const place = revocationGrounds[ground].article;
  const { proposedBy } = revocationEffect(ground, level, held);
  return {
    against: [
      ...remarkWhen(!held.includes(level), `没有有效的${studioLevelLabels[level]}名师工作室称号`, place),
      ...remarkWhen(proposedBy !== null && (proposedOn === undefined || proposedOn > on), '区人力资源局尚未提请撤销', place),
    ],
    warnings: [],
  };
}

/** Whether the department of one title can revoke it because the other was: not before that day. 第十九条第二款, 第二十条. */
export function mayFollowRevocation(ground: RevocationGround, otherRevokedOn: PlainDate, on: PlainDate): Permission {
  const place = revocationGrounds[ground].article;
  return { against: remarkWhen(on < otherRevokedOn, `另一级称号 ${otherRevokedOn} 才撤销，不能早于这一天`, place), warnings: [] };
}
