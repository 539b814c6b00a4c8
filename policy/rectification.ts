import { articleParagraph } from './article.ts';
import type { AssessmentKind, Grade } from './grade.ts';
import type { Measures } from './measures.ts';
import { addDays, type PlainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';

/** One task's result: what was promised for the year and what was found. */
export interface TaskResult {
  readonly code: string;
  readonly target: number;
  readonly actual: number;
}

/** Tasks that fell short of their target. 第十九条第二款: assessed task by task. */
export function shortfalls<Result extends TaskResult>(results: readonly Result[]): readonly Result[] {
  return results.filter(({ target, actual }) => actual < target);
}

/** Only an unqualified process assessment gets a rectification notice. 第十九条第二款. Refuses any other. */
export function requireRectifiable(kind: AssessmentKind, grade: Grade): void {
  const place = articleParagraph(19, 2);
  if (kind !== 'process') throw new Refusal('无法发出整改通知书：周期性考核不合格的直接撤销称号，不经整改。请按撤销办理。', place);
  if (grade !== 'unqualified') throw new Refusal('无法发出整改通知书：只有过程性考核不合格的才限期整改。请核对考核等次。', place);
}

/** The last day for mending when the notice does not set another. 第十九条; the number of days is this program's reading. */
export function rectificationDeadline(issuedOn: PlainDate, { values }: Measures): PlainDate {
  return addDays(issuedOn, values.rectificationDays.value);
}
