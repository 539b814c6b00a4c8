import type { Article } from '../policy/article.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import type { Context } from './context.ts';

/** The day of an act: the one given, or today. Refuses a day that has not come: what is recorded must have happened. */
export function pastDay(given: PlainDate | undefined, { today }: Context, act: string, label: string, place: Article): PlainDate {
  const date = given ?? today;
  if (date > today) throw new Refusal(`无法${act}：${label} ${date} 晚于今天 ${today}。请核对日期。`, place);
  return date;
}
