import { dayNumber, plainDate } from '../../policy/plain-date.ts';

/** Days from `today` to `due`; negative when it has passed. */
function daysLeft(due: string, today: string): number {
  return dayNumber(plainDate(due)) - dayNumber(plainDate(today));
}

/** How pressing a date is: passed, within a week, or later. */
export function dueUrgency(due: string, today: string): 'overdue' | 'soon' | 'later' {
  const days = daysLeft(due, today);
  if (days < 0) return 'overdue';
  return days <= 7 ? 'soon' : 'later';
}

/** `已逾期 3 天`, `今天到期`, `还有 12 天`. */
export function dueText(due: string, today: string): string {
  const days = daysLeft(due, today);
  if (days === 0) return '今天到期';
  return days < 0 ? `已逾期 ${-days} 天` : `还有 ${days} 天`;
}
