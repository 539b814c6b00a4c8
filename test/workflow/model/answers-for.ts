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
const filled: Readonly<Partial<Record<CommandField['kind'], number>>> = {
  text: 50,
  'yes-no': 50,
  choice: 50,
  number: 15,
  money: 15,
  date: 12,
};

const nearby = [0, 0, -1, -5, -30, 1, 30];

function day(dice: Dice, known: KnownWords, today: PlainDate): string {
  const limits = dice.percent(70) ? known.days.filter((limit) => limit <= today) : known.days;
  if (limits.length > 0 && dice.percent(40)) return dice.oneOf(limits);
  return addDays(today, dice.oneOf(nearby));
}

function perCode(dice: Dice, codes: readonly { readonly code: string }[], share: number, answer: (index: number) => unknown) {
  return Object.fromEntries(codes.flatMap(({ code }, index) => (dice.percent(share) ? [[code, answer(index)]] : [])));
}

function number(dice: Dice, key: string, { numbers }: KnownWords): number {
  const fitting = numbers[key] ?? [];
  return fitting.length > 0 && dice.percent(95) ? dice.oneOf(fitting) : dice.oneOf([0, 1, 2, 5, 30, 600, 0.5, -1]);
}

/** Answers by what a field asks for. A path on this computer is another test's business. */
const answerOf: Readonly<Record<Exclude<CommandField['kind'], 'file'>, Answer>> = {
  text(dice, { label }, key, { texts }) {
    const words = texts[key] ?? [];
    return words.length > 0 && dice.percent(95) ? dice.oneOf(words) : `${label}${dice.below(20)}`;
  },
  date: (dice, _field, _key, known, today) => day(dice, known, today),
  number: (dice, _field, key, known) => number(dice, key, known),
  money: (dice, _field, key, known) => number(dice, key, known),
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

/** A grade with an opinion, which is asked for where the ledger speaks for another, on tasks done as the year asks or not at all. */
function assessed(dice: Dice, { tasks }: KnownWords) {
  const share = dice.oneOf([1, 1.2, 0]);
  return {
    assessors: '林清源、何思齐',
    grade: dice.oneOf(['excellent', 'qualified', 'unqualified']),
    actual: Object.fromEntries(tasks.map(({ code, target }) => [code, Math.round(target * share)])),
    opinion: '以现场查验为准',
  };
}

/** What one who knows the trade answers where the fields have to fit each other. */
const practised: Readonly<Record<string, (dice: Dice, known: KnownWords, today: PlainDate) => Readonly<Record<string, unknown>>>> = {
  'define-review-criteria': (dice) => ({
    title: '评审细则',
    name: { 1: '领军水平', 2: '成果', 3: '师德失范' },
    method: { 1: '分档', 2: '计件', 3: '一票否决' },
    points: { 1: 60, 2: dice.oneOf([40, 40, 40, 39]) },
    rule: { 1: '优 40-60；良 20-39；一般 0-19', 2: '每件 10；国家级 3；省级 2；市级 1' },
  }),
  'score-application': (dice) => ({
    scorers: '林清源、何思齐',
    score: { 1: dice.oneOf(['优 50', '良 30', '优 61']), 2: dice.oneOf(['某课题：省级', '无']), 3: dice.oneOf(['否', '否', '是']) },
  }),
  inspect: (dice) => ({ inspectors: '林清源、何思齐', result: dice.oneOf(['pass', 'pass', 'pass', 'fail']), verified: '是' }),
  decide: (dice) => ({ decision: dice.oneOf(['approve', 'approve', 'approve', 'reject']), opinion: '符合条件' }),
  'record-process-assessment': assessed,
  'record-periodic-assessment': assessed,
  'record-expert-scores': (dice) => (dice.percent(50) ? { correction: '计算有误' } : {}),
  'correct-activity': (dice) => dice.oneOf([{ cancel: '是' }, { amount: dice.oneOf([0.5, 1, 2]) }, { title: '更正后的活动' }]),
  'change-host-unit': () => ({ area: 120, funds: 100_000, inDistrict: '是', approver: '局党组' }),
  'record-expense': (dice, { texts }, today) => ({
    amount: dice.oneOf([1200, 350.5, 20_000]),
    signedBy: dice.oneOf([...(texts['signedBy'] ?? []), '何思齐']),
    signedOn: today,
  }),
  'return-funds': (dice) => ({ amount: dice.oneOf([100, 1200, 20_000]) }),
  'add-measures'(dice, _known, today) {
    const from = addDays(today, dice.oneOf([10, 60, 400]));
    const values = { rectificationDays: { value: dice.oneOf([20, 45]), source: { article: 19, paragraph: 2 } } };
    const set = { id: `wuchang-${from}`, title: '名师工作室建设管理办法（修订）', documentNumber: `武昌才办〔${from.slice(0, 4)}〕1号` };
    return { set: { ...set, effectiveFrom: from, values } };
  },
  'approve-shortlist': () => ({}),
  'post-public-notice': () => ({}),
  name: () => ({}),
  reward: () => ({}),
  'record-activity': (dice, { tasks }) => {
    const task = tasks.length === 0 ? '1-1' : dice.oneOf(tasks).code;
    return { task, amount: dice.oneOf([1, 2, 100]), ...(task === '3-1' ? { level: 'district' } : {}) };
  },
  'correct-fund-entry': (dice, { numbers }) => ({
    entry: 1 + dice.below(numbers['entry']?.[0] ?? 1),
    reason: '误记',
    ...dice.oneOf([{ cancel: '是' }, { amount: dice.oneOf([100, 20_000, 90_000]) }]),
  }),
  'change-members': (dice, { texts }) => {
    const members = texts['leaving'] ?? [];
    const leaving = members.length > 0 && dice.percent(40) ? { leaving: dice.oneOf(members) } : {};
    return { ...leaving, joining: dice.oneOf(['岑默', '路遥知', '温如玉']), birthDate: '1988-02-29', sex: 'female', verifiedBy: '何思齐' };
  },
  'change-departments': (dice, { texts }, from) => {
    const department = dice.oneOf(texts['department'] ?? ['']);
    if (dice.percent(30)) return { kind: 'merge', department, into: dice.oneOf(texts['department'] ?? ['']), from };
    const name = `${department}${dice.oneOf(['甲', '乙', '丙'])}`;
    return { kind: 'rename', department, from, name, officialName: `武汉市武昌${name}` };
  },
  'change-lead': (dice) => {
    const name = dice.oneOf(['闻人越', '司徒清', '尉迟安']);
    return {
      name,
      sex: 'male',
      birthDate: dice.oneOf(['1980-05-06', '1985-01-31', '1960-01-01']),
      studioName: `${name}小学语文名师工作室`,
      professionalTitle: '正高级教师',
      verified: '是',
      honour: '武汉市学科带头人',
      honourKind: 'discipline-leader',
      honourLevel: 'municipal',
      honourYear: 2020,
    };
  },
};

/** Something a field does not ask for. */
const wrong = ['', '不是数', -1, '2026-13-01', {}, '2099-01-01', true, 10_000_000];

/** Answers to the fields of a command, derived from what they declare: as the form asks, or with things left out, wrong and added. */
export function answersFor(
  { name, fields }: AnyCommand,
  care: Care,
  dice: Dice,
  known: KnownWords,
  today: PlainDate,
): Readonly<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  // Some fill in the whole form, some what they must.
  const share = dice.percent(50) ? 1.2 : 0.3;
  for (const [key, field] of Object.entries(fields)) {
    if (field.kind === 'file') continue;
    const often = filled[field.kind] ?? 30;
    if (!field.required && !dice.percent(often * share)) continue;
    if (care === 'careless' && dice.percent(25)) {
      if (dice.percent(50)) answers[key] = dice.oneOf(wrong);
      continue;
    }
    answers[key] = answerOf[field.kind](dice, field, key, known, today);
  }
  if (care === 'careless' && dice.percent(5)) answers['noSuchField'] = '1';
  const whole = practised[name]?.(dice, known, today);
  if (whole === undefined || care === 'careless' || dice.percent(25)) return answers;
  const needed = Object.entries(answers).filter(([key]) => fields[key]?.required === true);
  return { ...Object.fromEntries(needed), ...whole };
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
