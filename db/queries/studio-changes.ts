import { asc, eq } from 'drizzle-orm';
import type { StudioChange } from '../../policy/life/studio-change.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { ReadableDatabase } from '../database.ts';
import { studioChanges } from '../schema.ts';

/** One line of the trail of a studio's record: what was, what is, why, from when, and through whom. */
export interface RecordedChange {
  readonly sequence: number;
  readonly kind: StudioChange;
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly reason: string;
  /** The papers it stands on, by what people call them. */
  readonly papers: Readonly<Record<string, string>>;
  readonly approver: string | null;
  readonly onDate: PlainDate;
  readonly recordedOn: PlainDate;
  readonly departmentId: string;
}

/** The trail of a studio's record, in the order it was written. */
export function readStudioChanges(db: ReadableDatabase, studioId: string): readonly RecordedChange[] {
  return db
    .select()
    .from(studioChanges)
    .where(eq(studioChanges.studioId, studioId))
    .orderBy(asc(studioChanges.sequence))
    .all()
    .map(({ papers, ...change }) => ({ ...change, papers: JSON.parse(papers) as Record<string, string> }));
}
