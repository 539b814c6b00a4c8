import type { Article } from './article.ts';
import { Refusal } from './refusal.ts';

/** One thing the Measures say about an act: a Chinese sentence without its full stop, and the provision. */
export interface Remark {
  readonly message: string;
  readonly article: Article;
}

/** Whether an act may be done: what stands against it (nothing: it may), and what should be thought of and forbids nothing. */
export interface Permission {
  readonly against: readonly Remark[];
  readonly warnings: readonly Remark[];
}

/** The remark when a condition holds, as a list to be spread among others. */
export function remarkWhen(holds: boolean, message: string, article: Article): readonly Remark[] {
  return holds ? [{ message, article }] : [];
}

/** Refuses an act with all that stands against it; otherwise returns the warnings. `act` is the act's Chinese name: 授牌. */
export function requirePermission(act: string, { against, warnings }: Permission): readonly Remark[] {
  if (against.length === 0) return warnings;
  throw new Refusal(`无法${act}：${against.map(({ message }) => message).join('；')}。`, ...against.map(({ article }) => article));
}
