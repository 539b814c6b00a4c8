import { and, eq } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { attachments } from '../schema.ts';

/** A file that lies below the data folder. */
export interface NewAttachment {
  readonly studioId: string;
  readonly name: string;
  /** From the data folder on, with `/`. */
  readonly path: string;
  readonly sha256: string;
  readonly addedOn: PlainDate;
}

/** Enters a file of a studio, unless the same bytes are entered already. Returns its id. */
export function addAttachment(tx: Transaction, attachment: NewAttachment): string {
  const same = and(eq(attachments.studioId, attachment.studioId), eq(attachments.sha256, attachment.sha256));
  const present = tx.select({ id: attachments.id }).from(attachments).where(same).get();
  if (present !== undefined) return present.id;
  const id = newId();
  tx.insert(attachments)
    .values({ id, ...attachment })
    .run();
  return id;
}
