import { and, asc, desc, eq, type InferSelectModel, inArray, isNull, sql } from 'drizzle-orm';
import type { ReadableDatabase } from '../database.ts';
import {
  designations,
  expertScores,
  grantPayments,
  grants,
  objections,
  publicNotices,
  roundConflicts,
  roundCriteria,
  roundEntries,
  roundExperts,
  rounds,
  sectors,
  studios,
} from '../schema.ts';

/** One year's round and its terms. */
export type Round = Readonly<InferSelectModel<typeof rounds>>;
/** A public notice of a round. */
export type PublicNotice = Readonly<InferSelectModel<typeof publicNotices>>;
/** An objection and what became of it. */
export type Objection = Readonly<InferSelectModel<typeof objections>>;
/** What was paid of a grant. */
export type GrantPayment = Readonly<InferSelectModel<typeof grantPayments>>;
/** A grant with its payments, the oldest first. */
export interface Grant extends Readonly<InferSelectModel<typeof grants>> {
  readonly payments: readonly GrantPayment[];
}
/** What experts score by, one line of the sheet. */
export type RoundCriterion = Readonly<InferSelectModel<typeof roundCriteria>>;
/** An expert's points for one studio by one criterion. */
export type ExpertScore = Readonly<InferSelectModel<typeof expertScores>>;

/** A studio's part in a round, with all that hangs on it. */
export interface RoundEntry extends Readonly<InferSelectModel<typeof roundEntries>> {
  readonly studio: string;
  readonly sector: string;
  readonly year: number;
  readonly notice: PublicNotice | null;
  /** Number of the document that named it at district level. */
  readonly awardNumber: string | null;
  /** In the order they came in. */
  readonly objections: readonly Objection[];
  readonly grant: Grant | null;
}

/** An expert of a round with the entries they keep out of, and why. */
export interface RoundExpert extends Readonly<InferSelectModel<typeof roundExperts>> {
  readonly conflicts: readonly Readonly<InferSelectModel<typeof roundConflicts>>[];
}

/** The round of a year, or the latest one; `undefined` when there is none. */
export function readRound(db: ReadableDatabase, year?: number): Round | undefined {
  return db
    .select()
    .from(rounds)
    .where(year === undefined ? undefined : eq(rounds.year, year))
    .orderBy(desc(rounds.year))
    .limit(1)
    .get();
}

/** Every round, the earliest year first. */
export function readRounds(db: ReadableDatabase): readonly Round[] {
  return db.select().from(rounds).orderBy(asc(rounds.year)).all();
}

/** Entries of a round, of a studio, or all: by year, bureau and the bureau's own ranking, those not recommended last. */
export function readEntries(
  db: ReadableDatabase,
  of: { readonly roundId?: string; readonly studioId?: string } = {},
): readonly RoundEntry[] {
  const rows = db
    .select({
      entry: roundEntries,
      studio: studios.name,
      sector: sectors.name,
      year: rounds.year,
      notice: publicNotices,
      grant: grants,
      awardNumber: designations.documentNumber,
    })
    .from(roundEntries)
    .innerJoin(rounds, eq(rounds.id, roundEntries.roundId))
    .innerJoin(studios, eq(studios.id, roundEntries.studioId))
    .innerJoin(sectors, eq(sectors.id, studios.sectorId))
    .leftJoin(publicNotices, eq(publicNotices.id, roundEntries.noticeId))
    .leftJoin(grants, eq(grants.entryId, roundEntries.id))
    .leftJoin(
      designations,
      and(
        eq(designations.studioId, roundEntries.studioId),
        eq(designations.level, 'district'),
        eq(designations.namedOn, roundEntries.awardedOn),
      ),
    )
    .where(
      and(
        of.roundId === undefined ? undefined : eq(roundEntries.roundId, of.roundId),
        of.studioId === undefined ? undefined : eq(roundEntries.studioId, of.studioId),
      ),
    )
    .orderBy(
      asc(rounds.year),
      asc(roundEntries.departmentId),
      sql`${roundEntries.recommendationRank} IS NULL`,
      asc(roundEntries.recommendationRank),
      asc(roundEntries.id),
    )
    .all();
  const raised = Map.groupBy(
    db
      .select()
      .from(objections)
      .where(
        inArray(
          objections.entryId,
          rows.map(({ entry }) => entry.id),
        ),
      )
      .orderBy(asc(objections.number))
      .all(),
    ({ entryId }) => entryId,
  );
  const payments = Map.groupBy(
    db
      .select()
      .from(grantPayments)
      .where(
        inArray(
          grantPayments.grantId,
          rows.flatMap(({ grant }) => (grant === null ? [] : [grant.id])),
        ),
      )
      .orderBy(asc(grantPayments.paidOn), asc(grantPayments.id))
      .all(),
    ({ grantId }) => grantId,
  );
  return rows.map(({ entry, grant, ...more }) => ({
    ...entry,
    ...more,
    objections: raised.get(entry.id) ?? [],
    grant: grant === null ? null : { ...grant, payments: payments.get(grant.id) ?? [] },
  }));
}

/** Criteria of a round in the order of its sheet. */
export function readCriteria(db: ReadableDatabase, roundId: string): readonly RoundCriterion[] {
  return db.select().from(roundCriteria).where(eq(roundCriteria.roundId, roundId)).orderBy(asc(roundCriteria.sequence)).all();
}

/** Experts of a round in the order they were entered. */
export function readExperts(db: ReadableDatabase, roundId: string): readonly RoundExpert[] {
  const experts = db.select().from(roundExperts).where(eq(roundExperts.roundId, roundId)).orderBy(asc(roundExperts.id)).all();
  const ids = experts.map(({ id }) => id);
  const conflicts = Map.groupBy(
    db.select().from(roundConflicts).where(inArray(roundConflicts.expertId, ids)).orderBy(asc(roundConflicts.id)).all(),
    ({ expertId }) => expertId,
  );
  return experts.map((expert) => ({ ...expert, conflicts: conflicts.get(expert.id) ?? [] }));
}

/** Every score given in a round. */
export function readScores(db: ReadableDatabase, roundId: string): readonly ExpertScore[] {
  return db
    .select({ score: expertScores })
    .from(expertScores)
    .innerJoin(roundEntries, eq(roundEntries.id, expertScores.entryId))
    .where(eq(roundEntries.roundId, roundId))
    .all()
    .map(({ score }) => score);
}

/** District titles named in a year that came of no entry of this register: they use up its quota too. */
export function titlesFromElsewhere(db: ReadableDatabase, year: number): number {
  return db
    .select({ id: designations.id })
    .from(designations)
    .leftJoin(roundEntries, and(eq(roundEntries.studioId, designations.studioId), eq(roundEntries.awardedOn, designations.namedOn)))
    .where(and(eq(designations.level, 'district'), sql`substr(${designations.namedOn}, 1, 4) = ${String(year)}`, isNull(roundEntries.id)))
    .all().length;
}
