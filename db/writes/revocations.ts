import { eq } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { designations, keptTitles, reclaimPayments, revocationProposals, revocations, titleEndings } from '../schema.ts';

/** The HR bureau proposes to revoke a district title. */
export function addProposal(tx: Transaction, proposal: Omit<typeof revocationProposals.$inferInsert, 'id'>): void {
  tx.insert(revocationProposals)
    .values({ id: newId(), ...proposal })
    .run();
}

/** Revokes a title: the decision, and the end of the title on its day. 第十九条第二款, 第二十条. */
export function addRevocation(
  tx: Transaction,
  revocation: Omit<typeof revocations.$inferInsert, 'id' | 'plaqueReturnedOn' | 'plaqueReceivedBy'>,
): void {
  tx.insert(revocations)
    .values({ id: newId(), ...revocation })
    .run();
  tx.update(designations)
    .set({ endedOn: revocation.decidedOn, endKind: 'revoked', endReason: revocation.reason })
    .where(eq(designations.id, revocation.designationId))
    .run();
}

/** Ends a title without fault, and says what of the district's money is handed back. */
export function addEnding(
  tx: Transaction,
  { papers, ...ending }: Omit<typeof titleEndings.$inferInsert, 'id' | 'papers'> & { readonly papers: Readonly<Record<string, string>> },
): void {
  tx.insert(titleEndings)
    .values({ id: newId(), papers: JSON.stringify(papers), ...ending })
    .run();
  tx.update(designations)
    .set({ endedOn: ending.endedOn, endKind: 'ended', endReason: ending.reason })
    .where(eq(designations.id, ending.designationId))
    .run();
}

/** The plaque of a revoked title is back. 第十九条第二款 (收回命名). */
export function markPlaqueReturned(tx: Transaction, revocationId: string, plaqueReturnedOn: PlainDate, plaqueReceivedBy: string): void {
  tx.update(revocations).set({ plaqueReturnedOn, plaqueReceivedBy }).where(eq(revocations.id, revocationId)).run();
}

/** Money came back. 第十九条第二款, 第二十条. */
export function addReclaimPayment(tx: Transaction, payment: Omit<typeof reclaimPayments.$inferInsert, 'id'>): void {
  tx.insert(reclaimPayments)
    .values({ id: newId(), ...payment })
    .run();
}

/** The department that gave the other title leaves it. */
export function addKeptTitle(tx: Transaction, kept: Omit<typeof keptTitles.$inferInsert, 'id'>): void {
  tx.insert(keptTitles)
    .values({ id: newId(), ...kept })
    .run();
}
