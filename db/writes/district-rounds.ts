import { and, eq, type InferInsertModel, type InferSelectModel, inArray } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { ObjectionOutcome } from '../../policy/round/round-decisions.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import {
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
} from '../schema.ts';

type New<Table extends { readonly $inferInsert: object }> = Omit<Table['$inferInsert'], 'id'>;
/** What is written into an entry as its studio goes on in the round. */
type Progress = Partial<Omit<InferSelectModel<typeof roundEntries>, 'id' | 'roundId' | 'studioId' | 'departmentId' | 'appliedOn'>>;

/** Opens the round of a year. 第十二条. */
export function addRound(tx: Transaction, round: New<typeof rounds>): void {
  tx.insert(rounds)
    .values({ id: newId(), ...round })
    .run();
}

/** A studio asks to take part. 第十二条第一项. */
export function addEntry(
  tx: Transaction,
  entry: Pick<
    InferInsertModel<typeof roundEntries>,
    'roundId' | 'studioId' | 'departmentId' | 'appliedOn' | 'unitAgreedOn' | 'unitOpinion'
  >,
): void {
  tx.insert(roundEntries)
    .values({ id: newId(), ...entry })
    .run();
}

/** Writes how far a studio came. */
export function updateEntry(tx: Transaction, entryId: string, progress: Progress): void {
  tx.update(roundEntries).set(progress).where(eq(roundEntries.id, entryId)).run();
}

/** Puts a score sheet in the place of the round's present one, which nobody has scored by. 第十二条第三项. */
export function replaceCriteria(
  tx: Transaction,
  roundId: string,
  criteria: readonly Omit<New<typeof roundCriteria>, 'roundId' | 'sequence'>[],
  dropsExtremes: boolean,
): void {
  tx.delete(roundCriteria).where(eq(roundCriteria.roundId, roundId)).run();
  tx.insert(roundCriteria)
    .values(criteria.map((criterion, index) => ({ id: newId(), roundId, sequence: index + 1, ...criterion })))
    .run();
  tx.update(rounds).set({ dropsExtremes }).where(eq(rounds.id, roundId)).run();
}

/** Enters an expert who has signed the declaration on conflicts of interest. */
export function addExpert(tx: Transaction, expert: New<typeof roundExperts>): void {
  tx.insert(roundExperts)
    .values({ id: newId(), ...expert })
    .run();
}

/** An expert keeps out of one studio's review. */
export function addConflict(tx: Transaction, conflict: New<typeof roundConflicts>): void {
  tx.insert(roundConflicts)
    .values({ id: newId(), ...conflict })
    .run();
}

/** One expert's sheet for one studio, in the place of an earlier one. */
export function replaceScores(
  tx: Transaction,
  sheet: { readonly entryId: string; readonly expertId: string; readonly scoredOn: PlainDate },
  scores: readonly { readonly criterionId: string; readonly score: number }[],
): void {
  tx.delete(expertScores)
    .where(and(eq(expertScores.entryId, sheet.entryId), eq(expertScores.expertId, sheet.expertId)))
    .run();
  tx.insert(expertScores)
    .values(scores.map((score) => ({ id: newId(), ...sheet, ...score })))
    .run();
}

/** Posts the public notice of some entries. 第十二条第四项. */
export function addNotice(tx: Transaction, notice: New<typeof publicNotices>, entryIds: readonly string[]): void {
  const id = newId();
  tx.insert(publicNotices)
    .values({ id, ...notice })
    .run();
  tx.update(roundEntries)
    .set({ noticeId: id })
    .where(inArray(roundEntries.id, [...entryIds]))
    .run();
}

/** Registers an objection. */
export function addObjection(tx: Transaction, objection: New<typeof objections>): void {
  tx.insert(objections)
    .values({ id: newId(), ...objection })
    .run();
}

/** Writes what became of an objection. */
export function settleObjection(
  tx: Transaction,
  objectionId: string,
  settlement: { readonly settledOn: PlainDate; readonly outcome: ObjectionOutcome; readonly finding: string },
): void {
  tx.update(objections).set(settlement).where(eq(objections.id, objectionId)).run();
}

/** Decides a grant. 第十二条第六项. */
export function addGrant(tx: Transaction, grant: New<typeof grants>): void {
  tx.insert(grants)
    .values({ id: newId(), ...grant })
    .run();
}

/** Records a payment of a grant. 第十六条. */
export function addGrantPayment(tx: Transaction, payment: New<typeof grantPayments>): void {
  tx.insert(grantPayments)
    .values({ id: newId(), ...payment })
    .run();
}
