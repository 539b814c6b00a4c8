import { article, articleParagraph } from '../article.ts';
import type { Fen } from '../money.ts';
import { type Permission, remarkWhen } from '../permission.ts';
import type { TitleStanding } from '../title-standing.ts';

/**
 * A title may end without fault (the lead retires, dies or moves away and nobody takes over; the unit is dissolved). Our reading: never
 * to get around a revocation, so not while something is left to mend or a case is open.
 */
export function mayEndWithoutFault({ awaitsRectification, caseOpen }: TitleStanding, titleHeld: boolean): Permission {
  return {
    against: [
      ...remarkWhen(!titleHeld, '没有有效的名师工作室称号', article(13)),
      ...remarkWhen(awaitsRectification, '考核不合格尚在整改，应先办结，不能以终止代替撤销', articleParagraph(19, 2)),
      ...remarkWhen(caseOpen, '有问题线索正在查核，应先办结，不能以终止代替撤销', article(20)),
    ],
    warnings: [],
  };
}

/**
 * What is handed back when a title ends without fault: of the district's money what is left in the account, nothing of what was spent.
 * The account does not tell whose money is left, so the district's is taken to be spent last. 第十八条.
 */
export function unspentGrant(balance: Fen, granted: Fen, reclaimed: Fen): Fen {
  return Math.max(0, Math.min(balance, granted - reclaimed));
}
