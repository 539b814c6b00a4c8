import { eq } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { designations, filings } from '../schema.ts';

/** A named studio is sent to the HR bureau for filing. 第十一条第三项. */
export function addFiling(
  tx: Transaction,
  filing: { readonly designationId: string; readonly departmentId: string; readonly sentOn: PlainDate },
): void {
  tx.insert(filings)
    .values({ id: newId(), ...filing })
    .run();
  tx.update(designations).set({ filedOn: filing.sentOn }).where(eq(designations.id, filing.designationId)).run();
}

/** A filing that waits was sent on another day than was entered. */
export function moveFiling(tx: Transaction, { id, designationId }: Pick<Answered, 'id' | 'designationId'>, sentOn: PlainDate): void {
  tx.update(filings).set({ sentOn }).where(eq(filings.id, id)).run();
  tx.update(designations).set({ filedOn: sentOn }).where(eq(designations.id, designationId)).run();
}

/** Who answers a filing, and when. */
interface Answered {
  readonly id: string;
  readonly designationId: string;
  readonly answeredBy: string;
  readonly answeredOn: PlainDate;
}

/** The HR bureau takes a filing into its books under a number. 第十六条. */
export function acknowledgeFiling(
  tx: Transaction,
  { id, designationId, answeredBy, answeredOn, number }: Answered & { readonly number: string },
): void {
  tx.update(filings).set({ answer: 'acknowledged', answeredBy, answeredOn, number }).where(eq(filings.id, id)).run();
  tx.update(designations).set({ filingNumber: number }).where(eq(designations.id, designationId)).run();
}

/** The HR bureau sends a filing back: the title is again one that has not been filed. 第十六条. */
export function returnFiling(
  tx: Transaction,
  { id, designationId, answeredBy, answeredOn, reason }: Answered & { readonly reason: string },
): void {
  tx.update(filings).set({ answer: 'returned', answeredBy, answeredOn, reason }).where(eq(filings.id, id)).run();
  tx.update(designations).set({ filedOn: null }).where(eq(designations.id, designationId)).run();
}
