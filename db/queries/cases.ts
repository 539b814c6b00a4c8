import { asc, eq } from 'drizzle-orm';
import type { MisconductKind } from '../../policy/misconduct/case-record.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { ReadableDatabase } from '../database.ts';
import { cases, caseVerifications, criticismCirculars } from '../schema.ts';

/** Who established what of a case, on what evidence. */
export interface CaseVerification {
  readonly verifiedOn: PlainDate;
  readonly verifiedBy: string;
  readonly holds: boolean;
  readonly findings: string;
  readonly evidence: readonly string[];
  readonly impact: string | null;
  readonly statement: string | null;
}

/** A notice of criticism. */
export interface CriticismCircular {
  readonly departmentId: string;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly people: string;
  readonly sanctions: string | null;
}

/** A case of 第二十条 with what became of it. */
export interface MisconductCase {
  readonly id: string;
  readonly studioId: string;
  readonly sequence: number;
  readonly departmentId: string;
  readonly kind: MisconductKind;
  readonly foundOn: PlainDate;
  readonly foundHow: string;
  readonly facts: string;
  readonly verification: CaseVerification | null;
  readonly circulars: readonly CriticismCircular[];
}

/** Cases of one studio, or of all, in the order they were opened. */
export function readCases(db: ReadableDatabase, studioId?: string): readonly MisconductCase[] {
  const circulars = Map.groupBy(
    db.select().from(criticismCirculars).orderBy(asc(criticismCirculars.issuedOn)).all(),
    ({ caseId }) => caseId,
  );
  return db
    .select({ own: cases, verification: caseVerifications })
    .from(cases)
    .leftJoin(caseVerifications, eq(caseVerifications.caseId, cases.id))
    .where(studioId === undefined ? undefined : eq(cases.studioId, studioId))
    .orderBy(asc(cases.studioId), asc(cases.sequence))
    .all()
    .map(({ own, verification }) => ({
      ...own,
      verification: verification === null ? null : { ...verification, evidence: JSON.parse(verification.evidence) as string[] },
      circulars: circulars.get(own.id) ?? [],
    }));
}
