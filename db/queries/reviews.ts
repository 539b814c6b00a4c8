import { and, asc, desc, eq, lte } from 'drizzle-orm';
import type { Grade } from '../../policy/grade.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { ScoreSheet } from '../../policy/scoring/score-sheet.ts';
import type { Answers } from '../../policy/scoring/total-score.ts';
import type { ReadableDatabase } from '../database.ts';
import { reviewScores, reviewSheets } from '../schema.ts';

/** 评审细则 a bureau defined, in force from a day until its next one. 第十一条. */
export interface ReviewSheet {
  readonly id: string;
  readonly departmentId: string;
  readonly validFrom: PlainDate;
  readonly sheet: ScoreSheet;
}

/** The review criteria of a bureau in force on a day, if it has any. */
export function reviewSheetOn(db: ReadableDatabase, departmentId: string, on: PlainDate): ReviewSheet | undefined {
  const row = db
    .select()
    .from(reviewSheets)
    .where(and(eq(reviewSheets.departmentId, departmentId), lte(reviewSheets.validFrom, on)))
    .orderBy(desc(reviewSheets.validFrom))
    .limit(1)
    .get();
  return row === undefined ? undefined : { ...row, sheet: JSON.parse(row.sheet) as ScoreSheet };
}

/** True when somebody has scored by a sheet. */
export function isScoredBy(db: ReadableDatabase, sheetId: string): boolean {
  return db.select({ id: reviewScores.id }).from(reviewScores).where(eq(reviewScores.sheetId, sheetId)).get() !== undefined;
}

/** An application scored by its bureau's criteria. */
export interface ReviewScore {
  readonly id: string;
  readonly sheet: ScoreSheet;
  readonly scoredOn: PlainDate;
  readonly scorers: string;
  readonly answers: Answers;
  readonly total: number | null;
  /** Codes of the veto items that were found. */
  readonly vetoedBy: readonly string[];
  readonly grade: Grade | null;
  readonly opinion: string | null;
}

/** Scores of an application, the last of which counts. */
export function readReviewScores(db: ReadableDatabase, applicationId: string): readonly ReviewScore[] {
  return db
    .select({ score: reviewScores, sheet: reviewSheets.sheet })
    .from(reviewScores)
    .innerJoin(reviewSheets, eq(reviewSheets.id, reviewScores.sheetId))
    .where(eq(reviewScores.applicationId, applicationId))
    .orderBy(asc(reviewScores.scoredOn), asc(reviewScores.id))
    .all()
    .map(({ score, sheet }) => ({
      ...score,
      sheet: JSON.parse(sheet) as ScoreSheet,
      answers: JSON.parse(score.answers) as Answers,
      vetoedBy: JSON.parse(score.vetoedBy) as string[],
    }));
}
