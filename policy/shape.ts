import { type Fen, tenThousandYuanText } from './money.ts';
import { isPlainDate } from './plain-date.ts';

/** One thing a value is made of that a person writes in a cell of a table: a number, an amount, a day, a word. */
export interface Leaf {
  /** Keys from the whole value down to it; empty when the value is one thing itself. */
  readonly path: readonly string[];
  /** What people call it within the value: 男 一般上限. */
  readonly label: string;
  /** Unit of what is written, where it is not that of the parameter. */
  readonly unit?: string;
  /** What may be written, when there are few things. */
  readonly choices?: readonly string[];
  readonly write: (value: unknown) => string;
  /** The inverse of `write`. What cannot be read comes back as it was written: `problems` then says what is wrong with it. */
  readonly read: (text: string) => unknown;
  readonly problems: (value: unknown, where: string) => readonly string[];
}

/**
 * What values of one kind look like. A later set of the Measures is data somebody typed: `problems` says in Chinese what is wrong with
 * a value (`where` names it; nothing wrong is an empty list), `text` writes a sound one for people, `leaves` are what it is made of.
 */
export interface Shape<Value> {
  readonly problems: (value: unknown, where: string) => readonly string[];
  readonly text: (value: Value) => string;
  readonly leaves: readonly Leaf[];
}

/** A value that is written in one cell. */
function single<Value>(
  shape: Pick<Shape<Value>, 'problems' | 'text'>,
  write: (value: Value) => string,
  read: (text: string) => unknown,
  more: Pick<Leaf, 'unit' | 'choices'> = {},
): Shape<Value> {
  const { problems } = shape;
  return { ...shape, leaves: [{ path: [], label: '', write: (value) => write(value as Value), read, problems, ...more }] };
}

/** A number in digits, with or without separators of thousands. */
function readNumber(text: string): number | string {
  return /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : text;
}

/** 万元 in digits as fen, digit by digit; a fraction of a fen is no amount. */
function readTenThousandYuan(text: string): Fen | string {
  const match = /^(\d{1,9})(?:\.(\d{1,6})0*)?(?:万元?)?$/.exec(text);
  return match === null ? text : Number(`${match[1]}${(match[2] ?? '').padEnd(6, '0')}`);
}

/** 03-31, 3月31日, or the whole date a spreadsheet makes of either. */
function readDayOfYear(text: string): string {
  const match = /^(?:\d{4}[-/年])?(\d{1,2})[-/月](\d{1,2})日?$/.exec(text);
  return match === null ? text : `${(match[1] ?? '').padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whole numbers from a least to a most, both included. */
export function wholeNumber(least: number, most: number): Shape<number> {
  const problems = (value: unknown, where: string) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most ? [] : [`${where}应是 ${least} 至 ${most} 的整数`];
  return single({ problems, text: String }, String, readNumber);
}

/** Numbers above zero, with or without decimals. */
export const positiveNumber: Shape<number> = single(
  {
    problems: (value, where) => (Number.isFinite(value) && (value as number) > 0 ? [] : [`${where}应是大于 0 的数`]),
    text: String,
  },
  String,
  readNumber,
);

/** Amounts of money above zero, in whole fen; written in 万元. */
export const moneyAmount: Shape<number> = single(
  {
    problems: (value, where) => (Number.isSafeInteger(value) && (value as number) > 0 ? [] : [`${where}应是大于 0 的金额，精确到分`]),
    text: (value) => `${tenThousandYuanText(value)} 万元`,
  },
  tenThousandYuanText,
  readTenThousandYuan,
  { unit: '万元' },
);

/** Texts that say something. */
export const words: Shape<string> = single(
  {
    problems: (value, where) => (typeof value === 'string' && value.trim() !== '' ? [] : [`${where}应是文字，不能为空`]),
    text: (value) => value,
  },
  (value) => value,
  (text) => text,
);

/** Yes or no. */
export const yesOrNo: Shape<boolean> = single(
  {
    problems: (value, where) => (typeof value === 'boolean' ? [] : [`${where}应为是或否`]),
    text: (value) => (value ? '是' : '否'),
  },
  (value) => (value ? '是' : '否'),
  (text) => (text === '是' || text === '否' ? text === '是' : text),
  { choices: ['是', '否'] },
);

/** A day of every year, written MM-DD; 29 February is not in every year. */
export const dayOfYear: Shape<string> = single(
  {
    problems: (value, where) =>
      typeof value === 'string' && isPlainDate(`2001-${value}`) ? [] : [`${where}应是每年都有的日子，写成 3月31日 的样子`],
    text: dayOfYearText,
  },
  dayOfYearText,
  readDayOfYear,
);

function dayOfYearText(value: string): string {
  return `${Number(value.slice(0, 2))}月${Number(value.slice(3))}日`;
}

/** One of some words; `labels` gives each word its Chinese name. */
export function oneOf<Word extends string>(labels: Readonly<Record<Word, string>>): Shape<Word> {
  const names = Object.values<string>(labels);
  const byName = new Map(Object.entries<string>(labels).map(([word, name]) => [name, word]));
  const problems = (value: unknown, where: string) =>
    typeof value === 'string' && Object.hasOwn(labels, value) ? [] : [`${where}应是${names.join('、')}之一`];
  const text = (value: Word) => labels[value];
  return single({ problems, text }, text, (name) => byName.get(name) ?? name, { choices: names });
}

/** The fields of an object, each with its Chinese name and the shape of its value. */
export type Fields<Value> = { readonly [Key in keyof Value]: readonly [label: string, shape: Shape<Value[Key]>] };

/** Objects with exactly these fields. */
export function record<Value extends object>(fields: Fields<Value>): Shape<Value> {
  const entries = Object.entries(fields) as [keyof Value & string, Fields<Value>[keyof Value]][];
  return {
    problems: (value, where) => {
      if (!isRecord(value)) return [`${where}应包含 ${entries.map(([key]) => key).join('、')} 各项`];
      const unknown = Object.keys(value).filter((key) => !Object.hasOwn(fields, key));
      return [
        ...unknown.map((key) => `${where}没有「${key}」这一项`),
        ...entries.flatMap(([key, [label, shape]]) =>
          Object.hasOwn(value, key) ? shape.problems(value[key], `${where}的${label}`) : [`${where}缺少${label}（${key}）`],
        ),
      ];
    },
    text: (value) => entries.map(([key, [label, shape]]) => `${label} ${shape.text(value[key])}`).join('，'),
    leaves: entries.flatMap(([key, [label, shape]]) =>
      shape.leaves.map((leaf) => ({ ...leaf, path: [key, ...leaf.path], label: `${label} ${leaf.label}`.trim() })),
    ),
  };
}

/** Lists with at least one entry, written entry by entry as `write` and `read` have them, with 、 between. */
export function listOf<Entry>(
  shape: Shape<Entry>,
  { write, read }: { readonly write: (entry: Entry) => string; readonly read: (text: string) => Entry },
): Shape<readonly Entry[]> {
  const problems = (value: unknown, where: string) =>
    Array.isArray(value) && value.length > 0
      ? value.flatMap((entry: unknown, index) => shape.problems(entry, `${where}第 ${index + 1} 项`))
      : [`${where}应是至少有一项的列表`];
  const text = (value: readonly Entry[]) => value.map(write).join('、');
  return single({ problems, text }, text, (written) =>
    written.split(/[、，；\n]/u).flatMap((entry) => (entry.trim() === '' ? [] : [read(entry.trim())])),
  );
}

/** Values of a shape that also keep a condition between their parts; the condition is only asked of values that have the shape. */
export function keeping<Value>(shape: Shape<Value>, holds: (value: Value) => boolean, otherwise: string): Shape<Value> {
  return {
    problems: (value, where) => {
      const problems = shape.problems(value, where);
      return problems.length > 0 || holds(value as Value) ? problems : [`${where}${otherwise}`];
    },
    text: shape.text,
    leaves: shape.leaves,
  };
}

/** Both ends of a range, both included. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Ranges whose lower end is not above the upper one. */
export function rangeOf(end: Shape<number>): Shape<Range> {
  const ends = record<Range>({ least: ['下限', end], most: ['上限', end] });
  return {
    ...keeping(ends, ({ least, most }) => least <= most, '的下限不能大于上限'),
    text: ({ least, most }) => `${end.text(least)} 至 ${end.text(most)}`,
  };
}
