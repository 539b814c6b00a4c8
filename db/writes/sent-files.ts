import type { PlainDate } from '../../policy/plain-date.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { exportedFiles, issuedDocuments } from '../schema.ts';

/** Enters a document that was made into the register of issued documents. */
export function registerDocument(
  tx: Transaction,
  document: {
    readonly kind: string;
    readonly studioId: string | null;
    readonly subjectId: string | null;
    readonly departmentId: string;
    readonly number: string | null;
    readonly issuedOn: PlainDate;
    readonly fileName: string;
    readonly sha256: string;
  },
): void {
  tx.insert(issuedDocuments)
    .values({ id: newId(), ...document })
    .run();
}

/** Enters a workbook that was sent out into the log of exports. */
export function registerExport(
  tx: Transaction,
  file: {
    readonly kind: string;
    readonly fileName: string;
    readonly sha256: string;
    readonly exportedOn: PlainDate;
    readonly departmentId: string;
    readonly rowCount: number;
  },
): void {
  tx.insert(exportedFiles)
    .values({ id: newId(), ...file })
    .run();
}
