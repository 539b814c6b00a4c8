import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { ReadableDatabase } from '../database.ts';
import { issuedDocuments } from '../schema.ts';

/** The number under which a department last issued a document of a kind about something; `undefined` when it has not. */
export function issuedNumber(
  db: ReadableDatabase,
  of: { readonly kind: string; readonly subjectId: string; readonly departmentId: string },
): string | undefined {
  return (
    db
      .select({ number: issuedDocuments.number })
      .from(issuedDocuments)
      .where(
        and(
          eq(issuedDocuments.subjectId, of.subjectId),
          eq(issuedDocuments.kind, of.kind),
          eq(issuedDocuments.departmentId, of.departmentId),
          isNotNull(issuedDocuments.number),
        ),
      )
      .orderBy(desc(issuedDocuments.id))
      .limit(1)
      .get()?.number ?? undefined
  );
}
