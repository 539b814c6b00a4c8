import type { StudioApplication } from '../../db/queries/studios.ts';
import type { Article } from '../../policy/article.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { Context } from '../context.ts';

/**
 * The day of a step: the one given, or today. Refuses a day before the step it follows, and a day that has not come,
 * since what is recorded must have happened.
 */
export function stepDate(
  given: PlainDate | undefined,
  application: StudioApplication,
  context: Context,
  label: string,
  place: Article,
): PlainDate {
  const date = given ?? context.today;
  if (date > context.today) throw new Refusal(`无法登记：${label} ${date} 晚于今天 ${context.today}。请核对日期。`, place);
  if (date < application.since) throw new Refusal(`无法登记：${label} ${date} 早于上一步的日期 ${application.since}。请核对日期。`, place);
  return date;
}
