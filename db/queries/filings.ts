import { asc, eq } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { StudioLevel } from '../../policy/seat.ts';
import type { ReadableDatabase } from '../database.ts';
import { prepared } from '../prepared.ts';
import { designations, filings } from '../schema.ts';

/** One sending of a named studio to the HR bureau, and its answer once there is one. 第十一条第三项. */
export interface Filing {
  readonly id: string;
  readonly studioId: string;
  readonly level: StudioLevel;
  readonly designationId: string;
  readonly sentOn: PlainDate;
  readonly answer: 'acknowledged' | 'returned' | null;
  readonly answeredOn: PlainDate | null;
  readonly number: string | null;
  readonly reason: string | null;
  /** What a filing that came by file states beyond this register, by field. */
  readonly stated: Readonly<Record<string, unknown>>;
  /** Day that file was written; null for a filing entered here. */
  readonly writtenOn: PlainDate | null;
}

/** Filings of one studio, or of all, in the order they were sent. */
export function readFilings(db: ReadableDatabase, studioId?: string): readonly Filing[] {
  return db
    .select({
      id: filings.id,
      studioId: designations.studioId,
      level: designations.level,
      designationId: filings.designationId,
      sentOn: filings.sentOn,
      answer: filings.answer,
      answeredOn: filings.answeredOn,
      number: filings.number,
      reason: filings.reason,
      stated: filings.stated,
      writtenOn: filings.writtenOn,
    })
    .from(filings)
    .innerJoin(designations, eq(designations.id, filings.designationId))
    .where(studioId === undefined ? undefined : eq(designations.studioId, studioId))
    .orderBy(asc(filings.sentOn), asc(filings.id))
    .all()
    .map(({ stated, ...filing }) => ({ ...filing, stated: JSON.parse(stated ?? '{}') as Record<string, unknown> }));
}

/** The name of another studio that bears a filing number; `undefined` when none does. */
export function otherBearerOf(db: ReadableDatabase, number: string, studioId: string): string | undefined {
  return prepared<[string, string], { name: string }>(
    db,
    'SELECT s.name FROM designations d JOIN studios s ON s.id = d.studio_id WHERE d.filing_number = ? AND d.studio_id <> ?',
  ).get(number, studioId)?.name;
}
