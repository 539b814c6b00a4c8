import type { Article } from '../../policy/article.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { Context } from '../context.ts';
import { pastDay } from '../past-day.ts';

/** A day something in the round must not come before, and what people call it. */
export interface EarlierStep {
  readonly day: PlainDate | null;
  readonly label: string;
}

/** The day of an act of the round: the one given, or today. Refuses a day that has not come, and one before a step it follows. */
export function roundDay(
  given: PlainDate | undefined,
  context: Context,
  { title, article: place }: { readonly title: string; readonly article: Article },
  label: string,
  ...earlier: readonly EarlierStep[]
): PlainDate {
  const date = pastDay(given, context, title, label, place);
  const before = earlier.find(({ day }) => day !== null && date < day);
  if (before !== undefined) {
    throw new Refusal(`无法${title}：${label} ${date} 早于${before.label} ${before.day ?? ''}。请核对日期。`, place);
  }
  return date;
}
