import { expect, test } from 'vitest';
import { dueText, dueUrgency } from '../../renderer/desk/due-text.ts';

test('says how long ago, today, or how long still', () => {
  expect(['2026-08-07', '2026-08-10', '2026-08-22'].map((due) => dueText(due, '2026-08-10'))).toEqual([
    '已逾期 3 天',
    '今天到期',
    '还有 12 天',
  ]);
});

test('a date is overdue only once it has passed, and soon for a week', () => {
  expect(['2026-08-09', '2026-08-10', '2026-08-17', '2026-08-18'].map((due) => dueUrgency(due, '2026-08-10'))).toEqual([
    'overdue',
    'soon',
    'soon',
    'later',
  ]);
});

test('counts days across a month and a leap day', () => {
  expect(dueText('2028-03-01', '2028-02-28')).toBe('还有 2 天');
});
