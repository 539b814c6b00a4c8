import type { ReadableDatabase } from '../../db/database.ts';
import { type Filing, readFilings } from '../../db/queries/filings.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import type { FilingReceiptRecord } from '../../exchange/filing-receipt.ts';
import { knownFields } from './known-fields.ts';

/** A filing in the words of a receipt; what is not known is absent. */
export function receiptOf({ name, people }: StudioRecord, filing: Filing | undefined): Partial<FilingReceiptRecord> {
  const lead = people.find(({ role }) => role === 'lead');
  return knownFields<FilingReceiptRecord>({
    studioName: name,
    leadName: lead?.name,
    leadIdNumber: lead?.idNumber,
    sentOn: filing?.sentOn,
    answer: filing?.answer,
    filingNumber: filing?.number,
    answeredOn: filing?.answeredOn,
    reason: filing?.reason,
  });
}

/** The filings of a studio's in-system title, in the order they were sent. */
export function filingsOf(db: ReadableDatabase, { id, designations }: StudioRecord): readonly Filing[] {
  const title = designations.findLast(({ level }) => level === 'in-system');
  return readFilings(db, id).filter(({ designationId }) => designationId === title?.id);
}
