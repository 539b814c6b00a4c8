import { count, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { cases, caseVerifications, criticismCirculars } from '../schema.ts';

/** Opens a case. 第二十条. Returns its number within the studio. */
export function addCase(tx: Transaction, opened: Omit<typeof cases.$inferInsert, 'id' | 'sequence'>): number {
  const present = tx.select({ cases: count() }).from(cases).where(eq(cases.studioId, opened.studioId)).get();
  const sequence = (present?.cases ?? 0) + 1;
  tx.insert(cases)
    .values({ id: newId(), sequence, ...opened })
    .run();
  return sequence;
}

/** Records what was established of a case, with references to the papers. 第二十条. */
export function addCaseVerification(
  tx: Transaction,
  { evidence, ...verification }: Omit<typeof caseVerifications.$inferInsert, 'id' | 'evidence'> & { readonly evidence: readonly string[] },
): void {
  tx.insert(caseVerifications)
    .values({ id: newId(), evidence: JSON.stringify(evidence), ...verification })
    .run();
}

/** Records a notice of criticism. 第二十条. */
export function addCircular(tx: Transaction, circular: Omit<typeof criticismCirculars.$inferInsert, 'id'>): void {
  tx.insert(criticismCirculars)
    .values({ id: newId(), ...circular })
    .run();
}
