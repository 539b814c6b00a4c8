import { and, eq } from 'drizzle-orm';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { ScoreSheet } from '../../policy/scoring/score-sheet.ts';
import type { Answers } from '../../policy/scoring/total-score.ts';
import type { Transaction } from '../database.ts';
import { newId } from '../new-id.ts';
import { reviewScores, reviewSheets } from '../schema.ts';

/** Enters a bureau's review criteria from a day on, in the place of those of the same day. 第十一条. */
export function addReviewSheet(tx: Transaction, departmentId: string, validFrom: PlainDate, sheet: ScoreSheet): void {
  tx.delete(reviewSheets)
    .where(and(eq(reviewSheets.departmentId, departmentId), eq(reviewSheets.validFrom, validFrom)))
    .run();
  tx.insert(reviewSheets)
    .values({ id: newId(), departmentId, title: sheet.title, validFrom, sheet: JSON.stringify(sheet) })
    .run();
}

/** Records what an application was scored. 第十一条. */
export function addReviewScore(
  tx: Transaction,
  {
    answers,
    vetoedBy,
    ...score
  }: Omit<typeof reviewScores.$inferInsert, 'id' | 'answers' | 'vetoedBy'> & {
    readonly answers: Answers;
    readonly vetoedBy: readonly string[];
  },
): void {
  tx.insert(reviewScores)
    .values({ id: newId(), answers: JSON.stringify(answers), vetoedBy: JSON.stringify(vetoedBy), ...score })
    .run();
}
