import { count, eq } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { studioChanges } from '../schema.ts';

/** A line to be added to the trail of a studio's record. */
export type NewChange = Omit<typeof studioChanges.$inferInsert, 'id' | 'sequence' | 'papers'> & {
  readonly papers?: Readonly<Record<string, string>>;
};

/** Adds a line to the trail. Nothing is ever taken out of it but with the act that wrote it. */
export function addStudioChange(tx: Transaction, { papers = {}, ...change }: NewChange): void {
  const present = tx.select({ lines: count() }).from(studioChanges).where(eq(studioChanges.studioId, change.studioId)).get();
  tx.insert(studioChanges)
    .values({ id: newId(), sequence: (present?.lines ?? 0) + 1, papers: JSON.stringify(papers), ...change })
    .run();
}
