import { addDays, type PlainDate, plainDate } from '../../../policy/plain-date.ts';
import type { AnyCommand } from '../../../workflow/command.ts';
import type { CommandField } from '../../../workflow/contract/command.ts';
import type { Dice } from './dice.ts';
import type { KnownWords } from './known-words.ts';

/** Whether somebody answers as the form asks, or carelessly. */
export type Care = 'careful' | 'careless';

type DeclaredField = Omit<CommandField, 'key'>;
type Answer = (dice: Dice, field: DeclaredField, key: string, known: KnownWords, today: PlainDate) => unknown;

/** How often in a hundred a field is filled that need not be, by what it asks for. */
const filled: Readonly<Partial<Record<CommandField['kind'], number>>> = { text: 50, 'yes-no': 50, choice: 50, number: 15, date: 12 };

const nearby = [0, 0, -1, -5, -30, 1, 30];

function day(dice: Dice, known: KnownWords, today: PlainDate): string {
  const limits = dice.percent(70) ? known.days.filter((limit) => limit <= today) : known.days;
  if (limits.length > 0 && dice.percent(40)) return dice.oneOf(limits);
  return addDays(today, dice.oneOf(nearby));
}

function perCode(dice: Dice, codes: readonly { readonly code: string }[], share: number, answer: (index: number) => unknown) {
  return Object.fromEntries(codes.flatMap(({ code }, index) => (dice.percent(share) ? [[code, answer(index)]] : [])));
}

/** Answers by what a field asks for. A kind that is not here stays without an answer. */
const answerOf: Readonly<Partial<Record<CommandField['kind'], Answer>>> = {
  text(dice, { label }, key, { texts }) {
    const words = texts[key] ?? [];
    return words.length > 0 && dice.percent(95) ? dice.oneOf(words) : `${label}${dice.below(20)}`;
  },
  date: (dice, _field, _key, known, today) => day(dice, known, today),
  number(dice, _field, key, { numbers }) {
    const fitting = numbers[key] ?? [];
    return fitting.length > 0 && dice.percent(95) ? dice.oneOf(fitting) : dice.oneOf([0, 1, 2, 5, 30, 600, 0.5, -1]);
  },
  'yes-no': (dice) => (dice.percent(80) ? '是' : '否'),
  choice: (dice, { choices }) => (dice.percent(50) ? choices[0]?.value : dice.oneOf(choices).value),
  'per-task-number': (dice, _field, _key, { tasks }) =>
    perCode(dice, tasks, 90, (index) => Math.round((tasks[index]?.target ?? 1) * dice.oneOf([1, 1, 1.2, 0.5, 0]))),
  'per-task-text': (dice, { label }, key, { tasks, problems }) => {
    const mending = problems.length > 0 && (key === 'result' || key === 'remaining');
    return perCode(dice, mending ? problems : tasks, mending ? 95 : 70, (index) => `${label}${index}`);
  },
  'per-criterion-number': (dice, _field, key, { criteria }) =>
    key === 'points'
      ? { 1: 60, 2: dice.oneOf([40, 40, 40, 41]) }
      : perCode(dice, criteria, 98, (index) => Math.max(0, (criteria[index]?.points ?? 0) - dice.oneOf([0, 5, 10, 10, 20]))),
  'per-criterion-text': () => ({ 1: '示范引领', 2: '人才培养' }),
};

/** Something a field does not ask for. */
const wrong = ['', '不是数', -1, '2026-13-01', {}, '2099-01-01', true, 10_000_000];

/** Answers to the fields of a command, derived from what they declare: as the form asks, or with things left out, wrong and added. */
export function answersFor(
  { fields }: AnyCommand,
  care: Care,
  dice: Dice,
  known: KnownWords,
  today: PlainDate,
): Readonly<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  // Some fill in the whole form, some what they must.
  const share = dice.percent(50) ? 1.2 : 0.3;
  for (const [key, field] of Object.entries(fields)) {
    const answer = answerOf[field.kind];
    // A path on this computer is another test's business.
    if (answer === undefined || key === 'file') continue;
    const often = filled[field.kind] ?? 30;
    if (!field.required && !dice.percent(often * share)) continue;
    if (care === 'careless' && dice.percent(25)) {
      if (dice.percent(50)) answers[key] = dice.oneOf(wrong);
      continue;
    }
    answers[key] = answer(dice, field, key, known, today);
  }
  if (care === 'careless' && dice.percent(5)) answers['noSuchField'] = '1';
  return answers;
}

/** The day somebody comes back: soon, beside a limit, at the next third quarter, or much later. */
export function laterDay(dice: Dice, today: PlainDate, days: readonly string[]): PlainDate {
  const limits = days.filter((limit) => limit > today);
  const quarter = `${today.slice(5) < '07-01' ? today.slice(0, 4) : Number(today.slice(0, 4)) + 1}-07-01`;
  const roll = dice.below(100);
  if (roll < 55) return addDays(today, dice.oneOf([1, 1, 5, 6, 7]));
  if (roll < 85 && limits.length > 0)
    return plainDate(limits[dice.percent(80) ? 0 : Math.min(dice.below(4), limits.length - 1)] ?? quarter);
  if (roll < 97) return addDays(today, dice.oneOf([29, 30, 31, 90]));
  return plainDate(quarter);
}
