import type { Fen } from '../../policy/money.ts';
import { isPlainDate, type PlainDate } from '../../policy/plain-date.ts';

/** What a form for a field looks like, and how its value is checked. */
export type FieldType = 'text' | 'date' | 'money' | 'whole-number' | 'number' | 'choice' | 'record' | 'list' | 'texts';

/**
 * One value a document needs, declared once: the label people know it by, and how it is read. `read` returns the value
 * as it may be printed, or adds to `faults` what keeps it off the paper and returns undefined.
 */
export interface Field<Value> {
  readonly label: string;
  readonly type: FieldType;
  readonly optional: boolean;
  /** For a choice: each value with its label. */
  readonly choices?: Readonly<Record<string, string>>;
  /** For a whole number: the smallest and the largest. */
  readonly range?: readonly [least: number, most: number];
  /** For several texts: what is printed between two. */
  readonly between?: string;
  /** For a record or a list: the fields inside. */
  readonly fields?: Fields;
  readonly read: (value: unknown, place: string, faults: Fault[]) => Value | undefined;
}

/** Fields by the name code knows them by. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The typed input a set of fields asks for; an optional field may be left out. */
export type InputOf<Declared extends Fields> = {
  readonly [Name in keyof Declared as undefined extends ValueOf<Declared[Name]> ? never : Name]: ValueOf<Declared[Name]>;
} & {
  readonly [Name in keyof Declared as undefined extends ValueOf<Declared[Name]> ? Name : never]?: ValueOf<Declared[Name]>;
};
type ValueOf<Declared> = Declared extends Field<infer Value> ? Value : never;

/** Why a value may not be printed: which one (其第2项的「佐证材料」), and whether it is absent or wrong. */
export interface Fault {
  readonly place: string;
  /** `undefined` when the value is simply missing. */
  readonly wrong: string | undefined;
}

/** A line of text. Surrounding and repeated white space, line ends among it, is folded; blank text is missing. */
export function text(label: string): Field<string> {
  return field(label, 'text', (value) => {
    if (typeof value !== 'string') return wrong('不是文字');
    const printed = foldSpace(value);
    if (printed === '') return missing;
    return unprintable.test(printed)
      ? wrong('含有无法打印的字符')
      : leftover.test(printed)
        ? wrong(`含有未替换的内容「${printed}」`)
        : printed;
  });
}

/** A calendar day. */
export function date(label: string): Field<PlainDate> {
  return field(label, 'date', (value) => (typeof value === 'string' && isPlainDate(value) ? value : wrong('不是日期')));
}

/** An amount of money in fen: more than nothing, less than 万亿元. */
export function money(label: string): Field<Fen> {
  return field(label, 'money', (value) => (isWhole(value) && value > 0 && value < 1e14 ? value : wrong('应为大于零的金额')));
}

/** A sum of money in fen that may be nothing, or below it where more went back than came. */
export function sum(label: string): Field<Fen> {
  return field(label, 'money', (value) => (isWhole(value) && Math.abs(value) < 1e14 ? value : wrong('应为以分计的金额')));
}

/** A whole number of things, from `least` to `most`. */
export function wholeNumber(label: string, least: number, most: number): Field<number> {
  const read = field(label, 'whole-number', (value) =>
    isWhole(value) && value >= least && value <= most ? value : wrong(`应为${least}至${most}的整数`),
  );
  return { ...read, range: [least, most] };
}

/** A measured quantity: a number from nothing up to what a table can hold. */
export function quantity(label: string): Field<number> {
  return field(label, 'number', (value) => (typeof value === 'number' && value >= 0 && value < 1e9 ? value : wrong('应为不小于零的数值')));
}

/** One of the values that have a label, such as a grade or a group of tasks. */
export function choice<Value extends string>(label: string, choices: Readonly<Record<Value, string>>): Field<Value> {
  const read = field(label, 'choice', (value) =>
    typeof value === 'string' && Object.hasOwn(choices, value) ? (value as Value) : wrong('不在可选范围内'),
  );
  return { ...read, choices };
}

/** Several fields that belong together, such as the Measures' title and number. */
export function record<Declared extends Fields>(label: string, fields: Declared): Field<InputOf<Declared>> {
  return {
    label,
    type: 'record',
    optional: false,
    fields,
    read(value, place, faults) {
      if (isAbsent(value)) return fault(faults, place);
      if (typeof value !== 'object') return fault(faults, place, '不是一组数据');
      return readFields(fields, value as Readonly<Record<string, unknown>>, `${place}的`, faults);
    },
  };
}

/** One or more lines of text, such as the names of those who get a copy. */
export function texts(label: string, between = '、'): Field<readonly string[]> {
  const line = text(label);
  return {
    label,
    type: 'texts',
    optional: false,
    between,
    read(value, place, faults) {
      if (isAbsent(value)) return fault(faults, place);
      if (!Array.isArray(value)) return fault(faults, place, '不是列表');
      if (value.length === 0) return fault(faults, place);
      return Array.from(value as readonly unknown[], (item, index) => line.read(item, `${place}第${index + 1}项`, faults) ?? '');
    },
  };
}

/** One or more records, at most `most`. `namedBy` is the field that tells people which record a fault is in. */
export function list<Declared extends Fields>(
  label: string,
  fields: Declared,
  namedBy: keyof Declared & string,
  most = Number.POSITIVE_INFINITY,
): Field<readonly InputOf<Declared>[]> {
  return {
    label,
    type: 'list',
    optional: false,
    fields,
    read(value, place, faults) {
      if (isAbsent(value)) return fault(faults, place);
      if (!Array.isArray(value)) return fault(faults, place, '不是列表');
      if (value.length === 0) return fault(faults, place);
      if (value.length > most) return fault(faults, place, `超过${most}项`);
      return Array.from(value as readonly unknown[], (item, index) => {
        const row = typeof item === 'object' && item !== null ? (item as Readonly<Record<string, unknown>>) : {};
        const name = row[namedBy];
        const named = typeof name === 'string' && name.trim() !== '' ? `（${foldSpace(name)}）` : '';
        return readFields(fields, row, `${place}第${index + 1}项${named}的`, faults);
      });
    },
  };
}

/** The same field, which may be left out; then the document says nothing of it. A value that is present must be right. */
export function optional<Value>(declared: Field<Value>): Field<Value | undefined> {
  return {
    ...declared,
    optional: true,
    read: (value, place, faults) => (isAbsent(value) ? undefined : declared.read(value, place, faults)),
  };
}

/** Reads every declared field of a raw input; what is not declared is dropped. Look at `faults` before using the result. */
export function readFields<Declared extends Fields>(
  fields: Declared,
  raw: Readonly<Record<string, unknown>>,
  before: string,
  faults: Fault[],
): InputOf<Declared> {
  const values: Record<string, unknown> = {};
  for (const [name, declared] of Object.entries(fields)) {
    const value = declared.read(Object.hasOwn(raw, name) ? raw[name] : undefined, `${before}「${declared.label}」`, faults);
    if (value !== undefined) values[name] = value;
  }
  return values as InputOf<Declared>;
}

/** What templates leave behind when a value was not there: placeholders, and the names of nothing in JavaScript. */
const leftover = /\{\{|\}\}|\[object |(?<![A-Za-z])(?:undefined|null|NaN)(?![A-Za-z])/;

/** Characters XML cannot carry or no font can draw: controls, lone surrogates, noncharacters, replacement and private use. */
const unprintable = /[\p{Cc}\p{Cs}\p{Co}\uFFFD\uFFFE\uFFFF]/u;

const missing = Symbol('missing');
interface Wrong {
  readonly wrong: string;
}

function wrong(reason: string): Wrong {
  return { wrong: reason };
}

function field<Value extends string | number>(
  label: string,
  type: FieldType,
  accept: (value: unknown) => Value | typeof missing | Wrong,
): Field<Value> {
  return {
    label,
    type,
    optional: false,
    read(value, place, faults) {
      const accepted = isAbsent(value) ? missing : accept(value);
      if (accepted === missing) return fault(faults, place);
      return typeof accepted === 'object' ? fault(faults, place, accepted.wrong) : accepted;
    },
  };
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || Number.isNaN(value) || (typeof value === 'string' && value.trim() === '');
}

function fault(faults: Fault[], place: string, reason?: string): undefined {
  faults.push({ place, wrong: reason });
}

/** White space between Hanzi is a typing habit (a two-character name spread to three) or a broken line and goes; elsewhere it becomes one space. */
function foldSpace(value: string): string {
  return value
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .trim()
    .replace(/(?<=[\p{Script=Han}\p{P}])\s+(?=[\p{Script=Han}\p{P}])/gu, '')
    .replace(/\s+/g, ' ');
}
