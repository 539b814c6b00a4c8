import { tenThousandYuanText } from './money.ts';
import { isPlainDate } from './plain-date.ts';

/**
 * What values of one kind look like. A later set of the Measures is data somebody typed: `problems` says in Chinese what is wrong with
 * a value (`where` names it; nothing wrong is an empty list), `text` writes a sound one for people.
 */
export interface Shape<Value> {
  readonly problems: (value: unknown, where: string) => readonly string[];
  readonly text: (value: Value) => string;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whole numbers from a least to a most, both included. */
export function wholeNumber(least: number, most: number): Shape<number> {
  return {
    problems: (value, where) =>
      Number.isInteger(value) && (value as number) >= least && (value as number) <= most ? [] : [`${where}应是 ${least} 至 ${most} 的整数`],
    text: String,
  };
}

/** Numbers above zero, with or without decimals. */
export const positiveNumber: Shape<number> = {
  problems: (value, where) => (Number.isFinite(value) && (value as number) > 0 ? [] : [`${where}应是大于 0 的数`]),
  text: String,
};

/** Amounts of money above zero, in whole fen; written in 万元. */
export const moneyAmount: Shape<number> = {
  problems: (value, where) => (Number.isSafeInteger(value) && (value as number) > 0 ? [] : [`${where}应是大于 0 的金额，以分为单位的整数`]),
  text: (value) => `${tenThousandYuanText(value)} 万元`,
};

/** Texts that say something. */
export const words: Shape<string> = {
  problems: (value, where) => (typeof value === 'string' && value.trim() !== '' ? [] : [`${where}应是文字，不能为空`]),
  text: (value) => value,
};

/** Yes or no. */
export const yesOrNo: Shape<boolean> = {
  problems: (value, where) => (typeof value === 'boolean' ? [] : [`${where}应为 true 或 false`]),
  text: (value) => (value ? '是' : '否'),
};

/** A day of every year, written MM-DD; 29 February is not in every year. */
export const dayOfYear: Shape<string> = {
  problems: (value, where) =>
    typeof value === 'string' && isPlainDate(`2001-${value}`) ? [] : [`${where}应是每年都有的日子，写成 03-31 的样子`],
  text: (value) => `${Number(value.slice(0, 2))}月${Number(value.slice(3))}日`,
};

/** One of some words; `labels` gives each word its Chinese name. */
export function oneOf<Word extends string>(labels: Readonly<Record<Word, string>>): Shape<Word> {
  return {
    problems: (value, where) =>
      typeof value === 'string' && Object.hasOwn(labels, value) ? [] : [`${where}应是 ${Object.keys(labels).join('、')} 之一`],
    text: (value) => labels[value],
  };
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
  };
}

/** Lists with at least one entry. */
export function listOf<Entry>(shape: Shape<Entry>): Shape<readonly Entry[]> {
  return {
    problems: (value, where) =>
      Array.isArray(value) && value.length > 0
        ? value.flatMap((entry: unknown, index) => shape.problems(entry, `${where}第 ${index + 1} 项`))
        : [`${where}应是至少有一项的列表`],
    text: (value) => value.map(shape.text).join('；'),
  };
}

/** Values of a shape that also keep a condition between their parts; the condition is only asked of values that have the shape. */
export function keeping<Value>(shape: Shape<Value>, holds: (value: Value) => boolean, otherwise: string): Shape<Value> {
  return {
    problems: (value, where) => {
      const problems = shape.problems(value, where);
      return problems.length > 0 || holds(value as Value) ? problems : [`${where}${otherwise}`];
    },
    text: shape.text,
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
