import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Fen } from '../../policy/money.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { PaidGrant } from '../../policy/reclaim.ts';
import type { RevocationGround } from '../../policy/revocation.ts';
import type { StudioLevel } from '../../policy/seat.ts';
import type { ReadableDatabase } from '../database.ts';
import { prepared } from '../prepared.ts';
import {
  designations,
  grantPayments,
  grants,
  keptTitles,
  reclaimPayments,
  revocationProposals,
  revocations,
  roundEntries,
  titleEndings,
} from '../schema.ts';

/** What a revocation stands on: one of the three, and the revocation of the other title it follows, if it does. */
export interface RevocationRecord {
  readonly ground: RevocationGround;
  readonly assessmentId: string | null;
  readonly rectificationId: string | null;
  readonly caseId: string | null;
  readonly followsId: string | null;
}

/** The HR bureau's proposal to revoke a district title. */
export interface RevocationProposal extends RevocationRecord {
  readonly id: string;
  readonly studioId: string;
  readonly designationId: string;
  readonly proposedOn: PlainDate;
  readonly reason: string;
}

/** Money that came back. */
export interface ReclaimPayment {
  readonly paidOn: PlainDate;
  readonly amount: Fen;
  readonly voucher: string;
}

/** A title that was revoked. */
export interface Revocation extends RevocationRecord {
  readonly id: string;
  readonly studioId: string;
  readonly designationId: string;
  readonly level: StudioLevel;
  readonly departmentId: string;
  readonly decidedOn: PlainDate;
  readonly minutes: string;
  readonly number: string;
  readonly reason: string;
  /** The other title, left to the department that gave it. */
  readonly otherDesignationId: string | null;
  /** What that department decided: it stays. */
  readonly otherKept: { readonly decidedOn: PlainDate; readonly reason: string } | null;
  readonly granted: Fen;
  readonly reclaimAmount: Fen;
  readonly reclaimReason: string | null;
  readonly plaqueReturnedOn: PlainDate | null;
  readonly plaqueReceivedBy: string | null;
  readonly payments: readonly ReclaimPayment[];
}

/** Proposals of one studio, or of all, the oldest first. */
export function readProposals(db: ReadableDatabase, studioId?: string): readonly RevocationProposal[] {
  return db
    .select()
    .from(revocationProposals)
    .where(studioId === undefined ? undefined : eq(revocationProposals.studioId, studioId))
    .orderBy(asc(revocationProposals.proposedOn), asc(revocationProposals.id))
    .all();
}

/** Revocations of one studio, or of all, the oldest first. */
export function readRevocations(db: ReadableDatabase, studioId?: string): readonly Revocation[] {
  const payments = Map.groupBy(
    db.select().from(reclaimPayments).orderBy(asc(reclaimPayments.paidOn), asc(reclaimPayments.id)).all(),
    ({ revocationId }) => revocationId,
  );
  return db
    .select({ own: revocations, level: designations.level, kept: keptTitles })
    .from(revocations)
    .innerJoin(designations, eq(designations.id, revocations.designationId))
    .leftJoin(keptTitles, eq(keptTitles.revocationId, revocations.id))
    .where(studioId === undefined ? undefined : eq(revocations.studioId, studioId))
    .orderBy(asc(revocations.decidedOn), asc(revocations.id))
    .all()
    .map(({ own, level, kept }) => ({
      ...own,
      level,
      otherKept: kept === null ? null : { decidedOn: kept.decidedOn, reason: kept.reason },
      payments: payments.get(own.id) ?? [],
    }));
}

/** A title that ended without fault. */
export interface TitleEnding {
  readonly designationId: string;
  readonly departmentId: string;
  readonly endedOn: PlainDate;
  readonly number: string;
  readonly reason: string;
  readonly unspentGrant: Fen;
}

/** Endings without fault of one studio, or of all, the oldest first. */
export function readEndings(db: ReadableDatabase, studioId?: string): readonly TitleEnding[] {
  return db
    .select()
    .from(titleEndings)
    .where(studioId === undefined ? undefined : eq(titleEndings.studioId, studioId))
    .orderBy(asc(titleEndings.endedOn))
    .all();
}

/** Number of the document that ended a title, decided here or told by file; `undefined` while it is held. */
export function numberOfEnding(db: ReadableDatabase, designationId: string): string | undefined {
  return prepared<[string, string, string], { number: string }>(
    db,
    `SELECT number FROM revocations WHERE designation_id = ? UNION ALL SELECT number FROM title_endings WHERE designation_id = ?
     UNION ALL SELECT number FROM told_endings WHERE designation_id = ?`,
  ).get(designationId, designationId, designationId)?.number;
}

/** True when a plaque of one of this register's rounds went to the studio. */
export function isAwarded(db: ReadableDatabase, studioId: string): boolean {
  const awarded = and(eq(roundEntries.studioId, studioId), isNotNull(roundEntries.awardedOn));
  return db.select({ id: roundEntries.id }).from(roundEntries).where(awarded).get() !== undefined;
}

/** What the district has paid to a studio, over all its rounds, the oldest first. */
export function paidGrants(db: ReadableDatabase, studioId: string): readonly PaidGrant[] {
  return db
    .select({ on: grantPayments.paidOn, amount: grantPayments.amount })
    .from(grantPayments)
    .innerJoin(grants, eq(grants.id, grantPayments.grantId))
    .innerJoin(roundEntries, eq(roundEntries.id, grants.entryId))
    .where(eq(roundEntries.studioId, studioId))
    .orderBy(asc(grantPayments.paidOn))
    .all();
}
