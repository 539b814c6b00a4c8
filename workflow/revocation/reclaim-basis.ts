import type { ReadableDatabase } from '../../db/database.ts';
import { readLetters } from '../../db/queries/commitment-letters.ts';
import { keptFrom } from '../../db/queries/funds.ts';
import { isAwarded, paidGrants, readRevocations } from '../../db/queries/revocations.ts';
import type { StudioDesignation, StudioRecord } from '../../db/queries/studios.ts';
import type { Fen } from '../../policy/money.ts';
import { addDays, type PlainDate } from '../../policy/plain-date.ts';
import { type PaidGrant, reclaimByDefault } from '../../policy/reclaim.ts';

/** What may be reclaimed with a title: what was paid, since when it counts, and what has been reclaimed before. 第十九条第二款, 第二十条. */
export interface ReclaimBasis {
  readonly payments: readonly PaidGrant[];
  readonly since: PlainDate;
  readonly reclaimed: Fen;
  /** What is reclaimed unless the decision says otherwise. */
  readonly usual: Fen;
}

/** In the first cycle the day of the title counts: the grant follows the plaque, the letter may come later. */
function cycleBegan(db: ReadableDatabase, studioId: string, { level, namedOn }: StudioDesignation, on: PlainDate): PlainDate {
  const letter = readLetters(db, studioId).findLast(
    (candidate) => candidate.level === level && candidate.signedOn !== null && candidate.cycleFrom <= on,
  );
  return letter === undefined || letter.previousLetterId === null ? namedOn : letter.cycleFrom;
}

/**
 * The money a revocation may ask back. With a district title, what the district paid, by default since the present cycle began; with an
 * in-system title nothing by default, at most what the bureau paid: the text speaks of the district's grant. `asked` is what the decision
 * says: of a title from before this register's rounds no payment is on record, and the reason has to say what was paid.
 */
export function reclaimBasis(
  db: ReadableDatabase,
  studio: StudioRecord,
  title: StudioDesignation,
  on: PlainDate,
  asked: Fen | undefined,
): ReclaimBasis {
  if (title.level === 'in-system') {
    const amount = keptFrom(db, studio.id, 'sector-bureau');
    return { payments: [{ on: title.namedOn, amount }], since: addDays(on, 1), reclaimed: 0, usual: 0 };
  }
  const since = cycleBegan(db, studio.id, title, on);
  if (!isAwarded(db, studio.id)) {
    return { payments: [{ on: addDays(since, -1), amount: asked ?? 0 }], since, reclaimed: 0, usual: 0 };
  }
  const payments = paidGrants(db, studio.id);
  const reclaimed = readRevocations(db, studio.id)
    .filter(({ level }) => level === 'district')
    .flatMap(({ payments: back }) => back)
    .reduce((sum, { amount }) => sum + amount, 0);
  return { payments, since, reclaimed, usual: reclaimByDefault(payments, since, reclaimed) };
}
