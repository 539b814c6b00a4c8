import { expect, test } from 'vitest';
import { type AnswerGround, choicesFor, dayOfExpense } from '../../renderer/command/answer-choices.ts';

const purposesBySet = [
  { from: '2014-10-10', purposes: [{ code: 'running', label: '工作室日常开支' }] },
  { from: '2027-03-01', purposes: [{ code: '差旅', label: '差旅' }] },
];

/** As much of what a form chooses from as an expense needs. */
const ground = { session: { today: '2027-03-05' }, studio: { funds: { purposesBySet } } } as unknown as AnswerGround;

test.each([
  ['2027-02-28', '工作室日常开支'],
  ['2027-03-01', '差旅'],
])('an expense of %s is for a purpose of the set in force that day', (day, label) => {
  expect(choicesFor({ among: 'expense-purposes' }, ground, day)?.map((choice) => choice.label)).toEqual([label]);
});

test.each([
  ['the corrected day of an entry comes before the day of the correction', { entryDate: '2027-02-01', date: '2027-03-02' }, '2027-02-01'],
  ['the day of the expense where there is one', { entryDate: '', date: '2027-02-28' }, '2027-02-28'],
  ['today where none is filled in', { date: null }, '2027-03-05'],
])('%s', (_what, answers, day) => {
  expect(dayOfExpense(answers, ground)).toBe(day);
});

test('a set of the Measures is withdrawn by its name and number, where it still may be', () => {
  const set = (id: string, withdrawable: boolean) => ({
    id,
    title: '办法',
    documentNumber: `${id}号`,
    effectiveFrom: '2027-03-01',
    withdrawable,
  });
  const sets = { ...ground, sets: [set('wuchang-2014', false), set('wuchang-2027', true)] } as unknown as AnswerGround;
  expect(choicesFor({ among: 'withdrawable-measures' }, sets, '2026-08-10')).toEqual([
    { value: 'wuchang-2027', label: '《办法》（wuchang-2027号，2027-03-01 起）' },
  ]);
});
