import { addDays, chineseDate, type PlainDate, plainDate } from '../../policy/plain-date.ts';
import type { DocumentKind, Say } from '../document-kind.ts';
import { amountText } from '../kit/amount-in-words.ts';
import type { Field, Fields } from '../kit/fields.ts';
import { namedFields, type WordingField, wordingFields } from './wording-fields.ts';

/** A text that stands for a field in a document composed of made-up values. */
export interface Stand {
  readonly name: string;
  readonly list: string | undefined;
  readonly optional: boolean;
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
/** As wide as a date gets. */
const firstDay = plainDate('2101-10-10');
const firstNumber = 900_001;
const firstAmount = 70_000_100;

/** The specimen of a kind for a department, whose own name stands in it: a mark is set in the size its length asks for. */
export function specimenOf(kind: DocumentKind, issuer: string): Specimen {
  const stands = new Map<string, Stand>();
  let count = 0;
  const mark = (width: number): string => String.fromCodePoint(firstMark + count++).repeat(width);

  const values = (fields: Fields, list: string | undefined): Record<string, unknown> => {
    const input: Record<string, unknown> = {};
    for (const { name, keys, declared, optional } of namedFields(fields)) {
      const key = keys.at(-1) ?? '';
      const own = list === undefined && keys.length === 1 ? (key === 'department' ? issuer : kind.ownText?.[key]) : undefined;
      const { value, printed } = made(name, declared, own);
      if (printed !== undefined) stands.set(printed, { name, list, optional });
      let record = input;
      for (const parent of keys.slice(0, -1)) record = (record[parent] ??= {}) as Record<string, unknown>;
      record[key] = value;
    }
    return input;
  };
  const made = (name: string, declared: Field<unknown>, own: unknown): { readonly value: unknown; readonly printed?: string } => {
    switch (declared.type) {
      case 'text': {
        const value = typeof own === 'string' ? own : mark(usualLength(declared.label));
        return { value, printed: value };
      }
      case 'texts': {
        const value = mark(4);
        return { value: [value], printed: value };
      }
      case 'date': {
        const value = (own as PlainDate | undefined) ?? addDays(firstDay, count++);
        return { value, printed: chineseDate(value) };
      }
      case 'money': {
        const value = firstAmount + 100 * count++;
        return { value, printed: amountText(value) };
      }
      case 'number': {
        const value = firstNumber + count++;
        return { value, printed: String(value) };
      }
      // Small numbers and labels occur elsewhere in the text too: a kind says them.
      case 'whole-number':
        return { value: own ?? declared.range?.[1] ?? 1 };
      case 'choice':
        return { value: own ?? Object.keys(declared.choices ?? {})[0] };
      case 'list':
        return { value: [values(declared.fields ?? {}, name)] };
      case 'record':
        break;
    }
    throw new Error(`the record ${name} has no value of its own`);
  };
  const say: Say = (name, _text, list) => {
    const known = [...stands].find(([, stand]) => stand.name === name && stand.list === list && stand.optional);
    if (known !== undefined) return known[0];
    const printed = mark(4);
    // What is worked out may be nothing.
    stands.set(printed, { name, list, optional: true });
    return printed;
  };
  return { input: values(kind.fields, undefined), say, stands };
}

function usualLength(label: string): number {
  return /名称|全称|单位/.test(label) ? 10 : /文号|编号|字号/.test(label) ? 8 : 3;
}

/** All fields a kind's wording may name: the declared ones, then what the document works out. */
export function fieldsOfKind(kind: DocumentKind, issuer: string): readonly WordingField[] {
  const declared = wordingFields(kind.fields);
  const said = saidFields(kind, issuer);
  const own = said.filter(({ list }) => list === undefined).map(({ name }) => workedOut(name));
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
    ...own.filter(({ name }) => !declared.some((field) => field.name === name)),
  ];
}

function workedOut(name: string): WordingField {
  return { name, meaning: '程序按登记内容写出的文字，可能为空', optional: true, worksOut: true };
}

function withNew(fields: readonly WordingField[], more: readonly WordingField[]): readonly WordingField[] {
  return [...fields, ...more.filter(({ name }) => !fields.some((field) => field.name === name))];
}

function saidFields(kind: DocumentKind, issuer: string): readonly Pick<Stand, 'name' | 'list'>[] {
  if (kind.ownText === undefined) return [];
  const said: Pick<Stand, 'name' | 'list'>[] = [];
  const { input, say } = specimenOf(kind, issuer);
  kind.compose(input as never, (name, text, list) => {
    said.push({ name, list });
    return say(name, text, list);
  });
  return said;
}
