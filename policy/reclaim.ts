import { articleParagraph } from './article.ts';
import { type Fen, moneyText } from './money.ts';
import { type Permission, remarkWhen } from './permission.ts';
import type { PlainDate } from './plain-date.ts';

/** Money the district paid to a studio. */
export interface PaidGrant {
  readonly on: PlainDate;
  readonly amount: Fen;
}

/** What was paid in all, less what came back. */
function kept(payments: readonly PaidGrant[], reclaimed: Fen): Fen {
  return payments.reduce((sum, { amount }) => sum + amount, 0) - reclaimed;
}

/**
 * What is reclaimed with a revoked title unless the decision says otherwise: what the district paid since the present cycle began, and
 * never more than the studio still has of all payments. Our reading of 收回资助建设经费 (第十九条第二款). In the first cycle `since` is the
 * day of the plaque: the grant follows it, the letter may come later.
 */
export function reclaimByDefault(payments: readonly PaidGrant[], since: PlainDate, reclaimed: Fen): Fen {
  const inCycle = payments.filter(({ on }) => on >= since).reduce((sum, { amount }) => sum + amount, 0);
  return Math.max(0, Math.min(inCycle, kept(payments, reclaimed)));
}

/** A decision to reclaim: never more than was paid and is not back yet; another amount than the default needs a reason. */
export function mayReclaim(
  amount: Fen,
  payments: readonly PaidGrant[],
  since: PlainDate,
  reclaimed: Fen,
  reason: string | undefined,
): Permission {
  const place = articleParagraph(19, 2);
  const most = kept(payments, reclaimed);
  const usual = reclaimByDefault(payments, since, reclaimed);
  return {
    against: [
      ...remarkWhen(!(Number.isSafeInteger(amount) && amount >= 0), '金额应不小于 0，精确到分', place),
      ...remarkWhen(amount > most, `已发放而未收回的资助为 ${moneyText(most)}，不能收回 ${moneyText(amount)}`, place),
      ...remarkWhen(
        amount !== usual && (reason ?? '').trim() === '',
        `本周期应收回 ${moneyText(usual)}，决定收回 ${moneyText(amount)}须写明理由`,
        place,
      ),
    ],
    warnings: [],
  };
}
