import { and, eq, isNull } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { documentScans, issuedDocuments } from '../schema.ts';

/** What the register of issued documents keeps of a file. */
export interface NewIssuedDocument {
  readonly kind: string;
  readonly studioId: string | null;
  readonly subjectId: string | null;
  readonly departmentId: string;
  readonly number: string | null;
  readonly issuedOn: PlainDate;
  readonly fileName: string;
  readonly sha256: string;
  /** JSON of what it was made from. */
  readonly input: string;
  /** The custom wording it is in. */
  readonly wordingId: string | null;
  readonly replacesId: string | null;
}

/** Enters a document that was made into the register. Returns its id. */
export function registerDocument(tx: Transaction, document: NewIssuedDocument): string {
  const id = newId();
  tx.insert(issuedDocuments)
    .values({ id, ...document })
    .run();
  return id;
}

/** How a document ended: `renewed` by a newer file of itself, or `void`. */
export type DocumentEnd = 'renewed' | 'void';

/** Ends a document that is in force, with the reason. */
export function closeDocument(tx: Transaction, id: string, closed: DocumentEnd, closedOn: PlainDate, closedReason: string): void {
  tx.update(issuedDocuments)
    .set({ closed, closedOn, closedReason })
    .where(and(eq(issuedDocuments.id, id), isNull(issuedDocuments.closed)))
    .run();
}

/** Enters a scan of a document's signed paper, unless the same bytes are entered already. */
export function addDocumentScan(
  tx: Transaction,
  scan: {
    readonly documentId: string;
    readonly name: string;
    readonly path: string;
    readonly sha256: string;
    readonly addedOn: PlainDate;
  },
): void {
  tx.insert(documentScans)
    .values({ id: newId(), ...scan })
    .onConflictDoNothing()
    .run();
}
