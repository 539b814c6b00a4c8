import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ReadableDatabase } from '../database.ts';
import { documentScans, issuedDocuments, studios } from '../schema.ts';

/** The register of issued documents, the latest first, each with the document it took the place of. */
export function readIssuedDocuments(db: ReadableDatabase) {
  const replaced = alias(issuedDocuments, 'replaced');
  return db
    .select({
      id: issuedDocuments.id,
      kind: issuedDocuments.kind,
      studioId: issuedDocuments.studioId,
      studio: studios.name,
      subjectId: issuedDocuments.subjectId,
      departmentId: issuedDocuments.departmentId,
      number: issuedDocuments.number,
      issuedOn: issuedDocuments.issuedOn,
      fileName: issuedDocuments.fileName,
      sha256: issuedDocuments.sha256,
      input: issuedDocuments.input,
      closed: issuedDocuments.closed,
      closedOn: issuedDocuments.closedOn,
      closedReason: issuedDocuments.closedReason,
      wordingId: issuedDocuments.wordingId,
      replacesId: issuedDocuments.replacesId,
      replacesNumber: replaced.number,
    })
    .from(issuedDocuments)
    .leftJoin(studios, eq(studios.id, issuedDocuments.studioId))
    .leftJoin(replaced, eq(replaced.id, issuedDocuments.replacesId))
    .orderBy(desc(issuedDocuments.id))
    .all();
}

/** A line of the register of issued documents. */
export type IssuedDocument = ReturnType<typeof readIssuedDocuments>[number];

/** Scans of signed paper, each with the document it is of, in the order they were added. */
export function readDocumentScans(db: ReadableDatabase) {
  return db.select().from(documentScans).orderBy(documentScans.id).all();
}

/** Numbers of void documents that were made anew under another number, each with that number. */
export function numberSuccessors(db: ReadableDatabase): ReadonlyMap<string, string> {
  const replaced = alias(issuedDocuments, 'replaced');
  const rows = db
    .select({ before: replaced.number, after: issuedDocuments.number })
    .from(issuedDocuments)
    .innerJoin(replaced, eq(replaced.id, issuedDocuments.replacesId))
    .all();
  return new Map(rows.flatMap(({ before, after }) => (before === null || after === null || before === after ? [] : [[before, after]])));
}

/** When and why the document of a number was declared void; `undefined` for a number in force or never used. */
export function numberOfVoidDocument(db: ReadableDatabase, number: string) {
  return db
    .select({ closedOn: issuedDocuments.closedOn, closedReason: issuedDocuments.closedReason })
    .from(issuedDocuments)
    .where(and(eq(issuedDocuments.number, number), eq(issuedDocuments.closed, 'void')))
    .get();
}

/** Files of one and the same document that are in force: of this kind, about this, under this number. */
export function filesInForce(
  db: ReadableDatabase,
  of: Pick<IssuedDocument, 'kind' | 'studioId' | 'subjectId' | 'departmentId' | 'number'>,
): readonly { readonly id: string; readonly sha256: string; readonly input: string | null }[] {
  return db
    .select({ id: issuedDocuments.id, sha256: issuedDocuments.sha256, input: issuedDocuments.input })
    .from(issuedDocuments)
    .where(
      and(
        eq(issuedDocuments.kind, of.kind),
        eq(issuedDocuments.departmentId, of.departmentId),
        same(issuedDocuments.studioId, of.studioId),
        same(issuedDocuments.subjectId, of.subjectId),
        same(issuedDocuments.number, of.number),
        isNull(issuedDocuments.closed),
      ),
    )
    .all();
}

function same(column: SQLiteColumn, value: string | null) {
  return value === null ? isNull(column) : eq(column, value);
}

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
