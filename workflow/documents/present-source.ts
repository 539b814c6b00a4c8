import type { Transaction } from '../../db/database.ts';
import { numberOfVoidDocument, numberSuccessors } from '../../db/queries/issued-documents.ts';
import { Refusal } from '../../policy/refusal.ts';
import { documentKinds } from '../../templates/document-kinds.ts';
import type { DocumentSource } from './document-source.ts';
import type { Wanted } from './wanted-documents.ts';

/**
 * What a document is made from as things stand: a number whose document was made anew under another one gives way to that one, also where
 * another document cites it.
 */
export function presentSource(tx: Transaction, { source }: Wanted): DocumentSource {
  const given = source(tx);
  const successors = numberSuccessors(tx);
  const present = (number: string): string => {
    const next = successors.get(number);
    return next === undefined ? number : present(next);
  };
  const input = withNumbers(given.input, present) as DocumentSource['input'];
  return { ...given, number: given.number === null ? null : present(given.number), input };
}

/** Refuses to issue a document whose number stands on one that was declared void: it needs a new number. */
export function refuseVoidNumber(tx: Transaction, { kind }: Wanted, { number }: DocumentSource): void {
  const end = number === null ? undefined : numberOfVoidDocument(tx, number);
  if (end === undefined) return;
  throw new Refusal(
    `无法生成《${documentKinds[kind].title}》：文号 ${number} 的文书已于 ${end.closedOn} 作废（${end.closedReason}），文号不再使用。请在「已出具的文书」中对它办理「重新出具」，由程序取新文号。`,
  );
}

/** What a document is made from, with one number wherever another one stood. */
export function withNumber(input: DocumentSource['input'], before: string, after: string): DocumentSource['input'] {
  return withNumbers(input, (number) => (number === before ? after : number)) as DocumentSource['input'];
}

/** The same value with every text that is a number replaced by the number in its place. */
function withNumbers(value: unknown, present: (number: string) => string): unknown {
  if (typeof value === 'string') return present(value);
  if (Array.isArray(value)) return value.map((item) => withNumbers(item, present));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withNumbers(item, present)]));
}
