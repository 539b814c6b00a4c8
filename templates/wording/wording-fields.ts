import { chineseNumber } from '../../policy/article.ts';
import { yuanText } from '../../policy/money.ts';
import { chineseDate, type PlainDate } from '../../policy/plain-date.ts';
import { amountInWords, amountText } from '../kit/amount-in-words.ts';
import type { Field, Fields, FieldType } from '../kit/fields.ts';

/** What stands under a name when a wording is filled in: text, or the rows of a list. */
export type FilledValue = string | readonly FilledValues[];
/** Values by the names a wording uses. */
export interface FilledValues {
  readonly [name: string]: FilledValue;
}

/** A field custom wording may name. */
export interface WordingField {
  /** Between the braces: 工作室名称. */
  readonly name: string;
  /** What is printed, for people: 日期，如 2026年3月5日. */
  readonly meaning: string;
  /** May have no value: then it may only stand inside a passage of its own. */
  readonly optional: boolean;
  /** The record that may be absent as a whole: where one of its fields is, the others are. */
  readonly together?: string;
  /** Written by the document out of several values: it may be empty, but it is always there. */
  readonly worksOut?: true;
  /** What the rows of a list may name; undefined for a single text. */
  readonly rows?: readonly WordingField[];
}

/** A declared field with the name it bears in a wording and the way to its value. */
export interface NamedField {
  readonly name: string;
  readonly keys: readonly string[];
  readonly declared: Field<unknown>;
  readonly optional: boolean;
  /** The label of the optional record it always belongs to. */
  readonly together?: string;
}

/** Names that are made, not declared, in every row of a list. */
export const rowNumber = '序号';
export const rowNumberInWords = '中文序号';

/** The number of a row, as a field. */
export const rowNumberFields: readonly WordingField[] = [
  { name: rowNumber, meaning: '第几项：1、2、3', optional: false },
  { name: rowNumberInWords, meaning: '第几项：一、二、三', optional: false },
];

/** The number of a row by its names, the first being 0. */
export function rowNumbers(index: number): FilledValues {
  return { [rowNumber]: String(index + 1), [rowNumberInWords]: index < 99 ? chineseNumber(index + 1) : String(index + 1) };
}

/**
 * The declared fields as wording names them: by their labels, those of a record as if they were the document's own. Two that bear one label are told
 * apart by the record's label before it.
 */
export function namedFields(fields: Fields): readonly NamedField[] {
  const leaves = leavesOf(fields, [], false);
  const labels = leaves.map(({ declared }) => declared.label);
  return leaves.map(({ keys, declared, optional, parent }) => {
    const twice = labels.filter((label) => label === declared.label).length > 1;
    const name = twice && parent !== undefined ? `${parent}${declared.label}` : declared.label;
    const together = optional && !declared.optional ? parent : undefined;
    return { name, keys, declared, optional, ...(together === undefined ? {} : { together }) };
  });
}

interface Leaf extends Omit<NamedField, 'name'> {
  readonly parent?: string;
}

function leavesOf(fields: Fields, before: readonly string[], optional: boolean, parent?: string): Leaf[] {
  return Object.entries(fields).flatMap(([key, declared]): Leaf[] => {
    const keys = [...before, key];
    const absent = optional || declared.optional;
    if (declared.type === 'record') return leavesOf(declared.fields ?? {}, keys, absent, declared.label);
    return [{ keys, declared, optional: absent, ...(parent === undefined ? {} : { parent }) }];
  });
}

/** Every name a set of declared fields gives, amounts in figures and in words and the number of rows among them. */
export function wordingFields(fields: Fields): readonly WordingField[] {
  return namedFields(fields).flatMap(({ name, declared, optional, together }): WordingField[] => {
    const { type } = declared;
    const absence = { optional, ...(together === undefined ? {} : { together }) };
    if (type === 'list') {
      const rows = [...rowNumberFields, ...wordingFields(declared.fields ?? {})];
      return [
        { name, meaning: meanings[type], ...absence, rows },
        { name: `${name}数`, meaning: '共有几项', ...absence },
      ];
    }
    if (type !== 'money') return [{ name, meaning: meanings[type], ...absence }];
    return [
      { name, meaning: meanings[type], ...absence },
      { name: `${name}数字`, meaning: '只有数字：50000', ...absence },
      { name: `${name}大写`, meaning: '只有大写：人民币伍万元整', ...absence },
    ];
  });
}

const meanings: Readonly<Record<FieldType, string>> = {
  text: '文字',
  date: '日期，如 2026年3月5日',
  money: '金额，数字和大写：50000元（大写：人民币伍万元整）',
  'whole-number': '整数',
  number: '数值，不带计量单位',
  choice: '登记时选定的一项',
  record: '一组',
  list: '列表，每项重复一次',
  texts: '几个名称，以顿号或逗号隔开',
};

/** The values of checked input under every name `wordingFields` gives. What is absent has none. */
export function filledValues(fields: Fields, input: unknown): FilledValues {
  return Object.fromEntries(namedFields(fields).flatMap(({ name, keys, declared }) => filled(name, declared, valueAt(input, keys))));
}

/** The values of the rows of the list that bears this label among declared fields, in the order given. */
export function filledRows(fields: Fields, label: string, rows: readonly unknown[]): readonly FilledValues[] {
  const list = namedFields(fields).find(({ name }) => name === label);
  if (list === undefined) throw new Error(`no list ${label} is declared`);
  return numberedRows(list.declared, rows);
}

function numberedRows({ fields = {} }: Field<unknown>, rows: readonly unknown[]): readonly FilledValues[] {
  return rows.map((row, index) => ({ ...rowNumbers(index), ...filledValues(fields, row) }));
}

function valueAt(input: unknown, keys: readonly string[]): unknown {
  let value: unknown = input;
  for (const key of keys)
    value = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  return value;
}

function filled(name: string, declared: Field<unknown>, value: unknown): [string, FilledValue][] {
  if (value === undefined) return [];
  switch (declared.type) {
    case 'text':
      return [[name, value as string]];
    case 'date':
      return [[name, chineseDate(value as PlainDate)]];
    case 'money': {
      const amount = value as number;
      return [
        [name, amountText(amount)],
        [`${name}数字`, yuanText(amount)],
        [`${name}大写`, amountInWords(amount)],
      ];
    }
    case 'whole-number':
      return [[name, (value as number).toFixed(0)]];
    case 'number':
      return [[name, String(Number((value as number).toFixed(2)))]];
    case 'choice':
      return [[name, declared.choices?.[value as string] ?? '']];
    case 'texts':
      return [[name, (value as readonly string[]).join(declared.between)]];
    case 'list': {
      const rows = numberedRows(declared, value as readonly unknown[]);
      return [
        [name, rows],
        [`${name}数`, String(rows.length)],
      ];
    }
    case 'record':
      break;
  }
  throw new Error(`the record ${name} has no text of its own`);
}
