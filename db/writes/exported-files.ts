import type { PlainDate } from '../../policy/plain-date.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { exportedFiles } from '../schema.ts';

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
