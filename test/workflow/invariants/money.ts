import type { ReadableDatabase } from '../../../db/database.ts';
import { prepared } from '../../../db/prepared.ts';
import { none } from './invariant.ts';

const signed = "CASE WHEN (kind = 'income') = (reverses_id IS NULL) THEN amount ELSE -amount END";

/** 第十八条: an account is overdrawn at the end of no day, unless somebody said why. */
export const noUnexplainedOverdraft = none(
  'overdrawn without a reason',
  `WITH days AS (SELECT studio_id, on_date, sum(sum(${signed})) OVER (PARTITION BY studio_id ORDER BY on_date) AS balance
     FROM fund_entries GROUP BY studio_id, on_date)
   SELECT studio_id, on_date, balance FROM days WHERE balance < 0
     AND NOT EXISTS (SELECT 1 FROM fund_entries AS entry WHERE entry.studio_id = days.studio_id AND entry.on_date <= days.on_date
       AND overdraft_reason IS NOT NULL)`,
);

/** Nothing goes back to a source that did not come from it. */
export const returnsWithinTheirSource = none(
  'more went back than came',
  `SELECT studio_id, source, sum(${signed}) AS kept FROM fund_entries WHERE source IS NOT NULL GROUP BY studio_id, source HAVING kept < 0`,
);

/** 第十二条第六项, 第十九条: of a grant no more is paid than was decided, no more is asked back or comes back than was paid, and no more
 * comes back than was asked. */
export const grantsAddUp = none(
  'granted is not kept and reclaimed',
  `WITH paid AS (SELECT e.studio_id, g.id, g.amount AS decided, (SELECT coalesce(sum(amount), 0) FROM grant_payments WHERE grant_id = g.id) AS paid
     FROM grants g JOIN round_entries e ON e.id = g.entry_id),
   studio AS (SELECT studio_id, sum(decided) AS decided, sum(paid) AS paid, coalesce((SELECT sum(p.amount) FROM reclaim_payments p
     JOIN revocations r ON r.id = p.revocation_id JOIN designations d ON d.id = r.designation_id AND d.level = 'district'
     WHERE r.studio_id = paid.studio_id), 0) AS reclaimed, max(paid > decided) AS over,
     coalesce((SELECT max(r.reclaim_amount) FROM revocations r JOIN designations d ON d.id = r.designation_id AND d.level = 'district'
       WHERE r.studio_id = paid.studio_id), 0) AS asked
     FROM paid GROUP BY studio_id)
   SELECT studio_id, decided, paid, reclaimed FROM studio WHERE over OR reclaimed > paid OR asked > paid
   UNION ALL SELECT studio_id, NULL, reclaim_amount, sum FROM (SELECT r.studio_id, r.reclaim_amount,
     (SELECT coalesce(sum(amount), 0) FROM reclaim_payments WHERE revocation_id = r.id) AS sum FROM revocations r) WHERE sum > reclaim_amount`,
);

/** 第十六条, 第十八条: the account receives of the district's grant no more than was paid. */
export const receivedAsPaid = none(
  'received more than was paid',
  `SELECT studio_id, sum(${signed}) AS received FROM fund_entries WHERE kind = 'income' AND source = 'district-grant'
     AND studio_id IN (SELECT studio_id FROM round_entries WHERE awarded_on IS NOT NULL) GROUP BY studio_id
   HAVING received > coalesce((SELECT sum(p.amount) FROM grant_payments p JOIN grants g ON g.id = p.grant_id
     JOIN round_entries e ON e.id = g.entry_id WHERE e.studio_id = fund_entries.studio_id), 0)`,
);

/** Money in less money out of each studio, in fen: what any statement must agree with. */
export function moneyLeft(db: ReadableDatabase): ReadonlyMap<string, number> {
  const rows = prepared<[], { id: string; left: number }>(
    db,
    `SELECT studios.id, coalesce((SELECT sum(${signed}) FROM fund_entries WHERE studio_id = studios.id), 0) AS left FROM studios ORDER BY id`,
  ).all();
  return new Map(rows.map(({ id, left }) => [id, left]));
}
