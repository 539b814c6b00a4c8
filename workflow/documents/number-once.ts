import type { Transaction } from '../../db/database.ts';
import { issuedNumber } from '../../db/queries/issued-documents.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { DocumentKindId } from '../../templates/document-kinds.ts';
import type { Context } from '../context.ts';
import { takeNextNumber } from '../document-number.ts';

/** The number of a document about something: the one it was issued under before, or the next of the seat's series on the document's day. */
export function numberOnce(
  tx: Transaction,
  { kind, subjectId, issuedOn, takenFor }: { kind: DocumentKindId; subjectId: string; issuedOn: PlainDate; takenFor: string },
  { seat }: Context,
): string {
  return issuedNumber(tx, { kind, subjectId, departmentId: seat.id }) ?? takeNextNumber(tx, seat, issuedOn, kind, takenFor);
}
