import { article } from '../article.ts';
import { type Permission, remarkWhen } from '../permission.ts';

/** A record somebody wants to correct. */
export interface Correction {
  /** What stands there and what should, as people read it. */
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly correctedBy: string;
  /** A number has been issued for it, or a file with it has been sent: it is out of the house. */
  readonly sentOut: boolean;
}

/**
 * A submitted record is corrected with a reason and a name; what it said stays in the trail. What went out of the house is not corrected
 * in place: a new act (更正, 补正, 撤回) takes its number and replaces it. 第十三条.
 */
export function mayCorrect({ before, after, reason, correctedBy, sentOut }: Correction): Permission {
  const place = article(13);
  return {
    against: [
      ...remarkWhen(before === after, '更正前后相同', place),
      ...remarkWhen(reason.trim() === '', '须写明更正理由', place),
      ...remarkWhen(correctedBy.trim() === '', '须写明更正人', place),
      ...remarkWhen(sentOut, '已编号发出，不能直接更正，请另行出具更正文书', place),
    ],
    warnings: [],
  };
}
