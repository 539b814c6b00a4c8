import { type Fen, yuanText } from '../../policy/money.ts';
import { addDays, chineseDate, type PlainDate, plainDate } from '../../policy/plain-date.ts';
import { asWorkedOut, type DocumentKind, type Say } from '../document-kind.ts';
import { amountInWords, amountText } from '../kit/amount-in-words.ts';
import { bodyText } from '../kit/body-text.ts';
import type { Block } from '../kit/document-content.ts';
import type { Field, Fields } from '../kit/fields.ts';
import { namedFields, rowNumberFields, type WordingField, wordingFields } from './wording-fields.ts';

/** A text that stands for a field in a document composed of made-up values. */
export interface Stand {
  readonly name: string;
  readonly list: string | undefined;
  readonly optional: boolean;
  /** Whether the document works it out; otherwise it was declared. */
  readonly worksOut: boolean;
}

/** Made-up values of a kind, each printed as a text that occurs nowhere else, and what each of those texts stands for. */
export interface Specimen {
  readonly input: unknown;
  readonly say: Say;
  /** By the printed text. Grows while the document is composed, by what it works out. */
  readonly stands: Map<string, Stand>;
}

/** The first character nobody may type (`fields.ts` refuses private use): each text field is one of them, repeated to a usual length. */
const firstMark = 0xe000;
/** Characters of the usual name of a studio. */
const longestMark = 12;
/** As wide as a date gets. */
const firstDay = plainDate('2101-10-10');
const firstNumber = 900_001;
const firstAmount = 70_000_100;
/** The largest value of a whole number from which on it is like nothing else in a text. */
const leastUnlike = 90;

/** The specimen of a kind for a department, whose own name stands in it: a mark is set in the size its length asks for. */
export function specimenOf(kind: DocumentKind, issuer: string): Specimen {
  const stands = new Map<string, Stand>();
  let count = 0;
  let wholes = 0;
  const mark = (width: number): string => String.fromCodePoint(firstMark + count++).repeat(width);

  const values = (fields: Fields, list: string | undefined): Record<string, unknown> => {
    const input: Record<string, unknown> = {};
    for (const { name, keys, declared, optional } of namedFields(fields)) {
      const key = keys.at(-1) ?? '';
      const own = list === undefined && keys.length === 1 ? (key === 'department' ? issuer : kind.ownText?.[key]) : undefined;
      const { value, printed } = made(name, declared, own);
      for (const [each, text] of Object.entries(printed)) stands.set(text, { name: each, list, optional, worksOut: false });
      let record = input;
      for (const parent of keys.slice(0, -1)) record = (record[parent] ??= {}) as Record<string, unknown>;
      record[key] = value;
    }
    return input;
  };
  /** A value, and how it is printed, by the names of that. */
  const made = (name: string, declared: Field<unknown>, own: unknown): { readonly value: unknown; readonly printed: FieldTexts } => {
    switch (declared.type) {
      case 'text': {
        const value = typeof own === 'string' ? own : mark(usualLength(declared.label));
        return { value, printed: { [name]: value } };
      }
      case 'texts': {
        const value = mark(4);
        return { value: [value], printed: { [name]: value } };
      }
      case 'date': {
        const value = (own as PlainDate | undefined) ?? addDays(firstDay, count++);
        return { value, printed: { [name]: chineseDate(value) } };
      }
      case 'money': {
        const value = (own as Fen | undefined) ?? firstAmount + 100 * count++;
        return { value, printed: { [name]: amountText(value), [`${name}数字`]: yuanText(value), [`${name}大写`]: amountInWords(value) } };
      }
      case 'number': {
        const value = firstNumber + count++;
        return { value, printed: { [name]: String(value) } };
      }
      case 'whole-number': {
        const most = declared.range?.[1] ?? 1;
        // Small numbers and labels occur elsewhere in the text too: a kind says them.
        if (own !== undefined || most < leastUnlike) return { value: own ?? most, printed: {} };
        const value = most - wholes++;
        return { value, printed: { [name]: String(value) } };
      }
      case 'choice':
        return { value: own ?? Object.keys(declared.choices ?? {})[0], printed: {} };
      case 'list':
        return { value: [values(declared.fields ?? {}, name)], printed: {} };
      case 'record':
        break;
    }
    throw new Error(`the record ${name} has no value of its own`);
  };
  const said = (name: string, text: string, list?: string): string => {
    const known = [...stands].find(([, stand]) => stand.name === name && stand.list === list && stand.worksOut);
    if (known !== undefined) return known[0];
    // As long as it would be, so that a title is cut where it will be.
    const printed = mark(Math.min(longestMark, Math.max(1, text.length)));
    // What is worked out may be nothing.
    stands.set(printed, { name, list, optional: true, worksOut: true });
    return printed;
  };
  const passage = (name: string, blocks: readonly Block[]): readonly Block[] => [
    bodyText(`{{#${name}}}`),
    ...blocks,
    bodyText(`{{/${name}}}`),
  ];
  const say: Say = Object.assign(said, { rows: asWorkedOut.rows, passage });
  return { input: values(kind.fields, undefined), say, stands };
}

/** How one value is printed, by name: an amount in figures, in words and in both. */
type FieldTexts = Readonly<Record<string, string>>;

function usualLength(label: string): number {
  return /名称|全称|单位/.test(label) ? longestMark : /文号|编号|字号/.test(label) ? 8 : 3;
}

/** All fields a kind's wording may name: the declared ones, then what the document works out. */
export function fieldsOfKind(kind: DocumentKind, issuer: string): readonly WordingField[] {
  const declared = wordingFields(kind.fields);
  const said = saidFields(kind, issuer);
  const own = said.filter(({ list }) => list === undefined).map(({ name }) => workedOut(name));
  const lists = [...new Set(said.flatMap(({ list }) => (list === undefined || declared.some(({ name }) => name === list) ? [] : [list])))];
  return [
    ...declared.map((field) =>
      field.rows === undefined
        ? field
        : {
            ...field,
            rows: withNew(
              field.rows,
              said.flatMap(({ name, list }) => (list === field.name ? [workedOut(name)] : [])),
            ),
          },
    ),
    ...withNew([], own).filter(({ name }) => !declared.some((field) => field.name === name)),
    ...lists.map((list) => ({
      ...workedOut(list),
      meaning: '程序按登记内容写出的各段，可能没有',
      rows: withNew(
        rowNumberFields,
        said.flatMap(({ name, list: owner }) => (owner === list ? [workedOut(name)] : [])),
      ),
    })),
  ];
}

function workedOut(name: string): WordingField {
  return { name, meaning: '程序按登记内容写出的文字，可能为空', optional: true, worksOut: true };
}

function withNew(fields: readonly WordingField[], more: readonly WordingField[]): readonly WordingField[] {
  return [...fields, ...more.filter(({ name }, index) => ![...fields, ...more.slice(0, index)].some((field) => field.name === name))];
}

function saidFields(kind: DocumentKind, issuer: string): readonly Stand[] {
  if (kind.ownText === undefined) return [];
  const { input, say, stands } = specimenOf(kind, issuer);
  kind.compose(input as never, say);
  return [...stands.values()].filter(({ worksOut }) => worksOut);
}

/** Names of fields and lists the kind's own text prints; of those its rows are made from, the lists it only works a text out of are left out. */
export function printedNames(kind: DocumentKind, issuer: string): ReadonlySet<string> {
  const { input, say, stands } = specimenOf(kind, issuer);
  const text = JSON.stringify(kind.compose(input as never, say));
  return new Set([...stands].flatMap(([printed, { name, list }]) => (text.includes(printed) ? [list ?? name] : [])));
}
