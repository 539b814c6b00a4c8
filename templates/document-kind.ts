import { Refusal } from '../policy/refusal.ts';
import type { SeatKind } from '../policy/seat.ts';
import type { DocumentContent } from './kit/document-content.ts';
import { type Fault, type Fields, type InputOf, readFields } from './kit/fields.ts';

/** One kind of official document: everything about it stands in one file. */
export interface DocumentKind<Declared extends Fields = Fields> {
  readonly id: string;
  /** What people call it, and the first part of its file name. */
  readonly title: string;
  /** Which departments may issue it. */
  readonly issuers: readonly SeatKind[];
  readonly fields: Declared;
  /** The field whose value says whom the document is about, for messages. */
  readonly subject: keyof Declared & string;
  /** The parts of the file name after the title. */
  readonly fileNameParts: (input: InputOf<Declared>) => readonly string[];
  /** The document itself. Throws a Refusal when values that are each right contradict one another. */
  readonly compose: (input: InputOf<Declared>, say: Say) => DocumentContent;
  /**
   * Where custom wording may begin with the document's own text: `compose` hands every text it works out to `say`. Its values, where those made up
   * for an export would contradict one another.
   */
  readonly ownText?: Readonly<Record<string, unknown>>;
}

/**
 * Hears each text a document works out from its values (a cycle in years, a clause that may be absent) under the name custom wording knows it by,
 * and answers what is printed. `list` is the label of the list whose rows have one each, in their order.
 */
export type Say = (name: string, text: string, list?: string) => string;

/** Prints what was worked out. */
export const asWorkedOut: Say = (_name, text) => text;

/** Declares a kind of document. */
export function documentKind<const Declared extends Fields>(declaration: DocumentKind<Declared>): DocumentKind<Declared> {
  return declaration;
}

/**
 * The input as it may be printed. Throws a Refusal that names every missing or wrong value by its label, and the studio
 * or list it is about: nothing blank ever reaches paper.
 */
export function readInput<Declared extends Fields>(kind: DocumentKind<Declared>, raw: unknown): InputOf<Declared> {
  const faults: Fault[] = [];
  const given = typeof raw === 'object' && raw !== null ? (raw as Readonly<Record<string, unknown>>) : {};
  const input = readFields(kind.fields, given, '', faults);
  if (faults.length === 0) return input;
  const subject: unknown = given[kind.subject];
  const about = typeof subject === 'string' && subject.trim() !== '' ? `（${subject.trim()}）` : '';
  throw new Refusal(`无法生成《${kind.title}》${about}：${faultsText(faults)}。请补正后重新生成。`);
}

function faultsText(faults: readonly Fault[]): string {
  const absent = faults.filter(({ wrong }) => wrong === undefined).map(({ place }) => place);
  const wrong = faults.flatMap((fault) => (fault.wrong === undefined ? [] : [`${fault.place}${fault.wrong}`]));
  return [...(absent.length === 0 ? [] : [`缺少${absent.join('、')}`]), ...wrong].join('；');
}
