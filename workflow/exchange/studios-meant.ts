import type { ReadableDatabase } from '../../db/database.ts';
import { readStudios, type StudioRecord } from '../../db/queries/studios.ts';
import { studiosKnownBy } from '../../db/queries/studios-known-by.ts';
import type { ReadRow } from '../../exchange/read-result.ts';

/** What a row says of its studio that a studio of the register may be known by. */
interface Says {
  readonly studioName: string;
  readonly leadName: string;
  readonly leadIdNumber: string;
}

/** The studios of the register that the rows of a file may mean, or be mistaken for. The others say nothing about them. */
export function studiosMeant<Fields extends Says>(db: ReadableDatabase, rows: readonly ReadRow<Fields>[]): readonly StudioRecord[] {
  return readStudios(db, idsMeant(db, rows));
}

/** The ids of those studios. */
export function idsMeant<Fields extends Says>(db: ReadableDatabase, rows: readonly ReadRow<Fields>[]): readonly string[] {
  const said = (texts: readonly (string | undefined)[]): ReadonlySet<string> => new Set(texts.filter((text) => text !== undefined));
  const meant = studiosKnownBy(db, {
    ids: said(rows.map(({ recordId }) => recordId)),
    names: said(rows.map(({ record }) => record.studioName)),
    leadNames: said(rows.map(({ record }) => record.leadName)),
    leadIdNumbers: said(rows.map(({ record }) => record.leadIdNumber)),
  });
  return [...new Set(meant)];
}
