import { Refusal } from '../policy/refusal.ts';
import type { SeatKind } from '../policy/seat.ts';
import type { Block, DocumentContent } from './kit/document-content.ts';
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

/** What stands between a document's values and its text, so that custom wording can take the place of the text. */
export interface Say {
  /**
   * Hears each text a document works out from its values (a cycle in years, a clause that may be absent) under the name custom wording knows it
   * by, and answers what is printed. `list` is the label of the list whose rows have one each, in their order; one no field declares has the rows
   * that are said.
   */
  (name: string, text: string, list?: string): string;
  /** Hears the rows of the list of that label in the order they are printed, and answers them. */
  readonly rows: <Row>(list: string, rows: readonly Row[]) => readonly Row[];
  /** Answers blocks that stand together only where there is something under the name, or once for each row of the list of that name. */
  readonly passage: (name: string, blocks: readonly Block[]) => readonly Block[];
}

/** Prints what was worked out. */
export const asWorkedOut: Say = Object.assign((_name: string, text: string) => text, {
  rows: <Row>(_list: string, rows: readonly Row[]) => rows,
  passage: (_name: string, blocks: readonly Block[]) => blocks,
});

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
