import { and, eq, isNull } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { customWordings } from '../schema.ts';

/** What is kept of a wording that was accepted. */
export interface NewWording {
  readonly departmentId: string;
  readonly kind: string;
  readonly fileName: string;
  readonly sha256: string;
  /** The .docx in base64. */
  readonly content: string;
  readonly acceptedOn: PlainDate;
}

/** Puts a wording in force. End the one before it first. */
export function addWording(tx: Transaction, wording: NewWording): void {
  tx.insert(customWordings)
    .values({ id: newId(), ...wording })
    .run();
}

/** Ends the wording in force: from then on documents of the kind are in the built-in one. */
export function endWording(tx: Transaction, departmentId: string, kind: string, endedOn: PlainDate): void {
  tx.update(customWordings)
    .set({ endedOn })
    .where(and(eq(customWordings.departmentId, departmentId), eq(customWordings.kind, kind), isNull(customWordings.endedOn)))
    .run();
}
