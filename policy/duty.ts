import type { Article } from './article.ts';
import { dayNumber, type PlainDate } from './plain-date.ts';
import type { SeatKind } from './seat.ts';

/** Something to be done: what, for which studio, by when, under which article, and the command that settles it. */
export interface Duty {
  readonly duty: string;
  readonly studio: string | null;
  readonly due: PlainDate;
  readonly article: Article;
  /** Name of the command, the workbook to send, or the page, that settles it. */
  readonly action: string;
}

/** A duty and the kind of department whose it is. */
export interface SeatDuty extends Duty {
  readonly seat: SeatKind;
}

/** Days a department allows itself for each waiting step. Not of the Measures: a working habit, only used to order the list. */
export const waitingDays = 15;

/** What is due by `days` days after `on`, the most urgent first; what is overdue is in it too. */
export function upcoming<Kind extends Duty>(duties: readonly Kind[], on: PlainDate, days: number): readonly Kind[] {
  const horizon = dayNumber(on) + days;
  return duties
    .filter(({ due }) => dayNumber(due) <= horizon)
    .toSorted((left, right) => dayNumber(left.due) - dayNumber(right.due) || (left.studio ?? '').localeCompare(right.studio ?? '', 'zh'));
}
