import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import type { Department } from '../../db/queries/departments.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import type { Article } from '../../policy/article.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Context } from '../context.ts';

/** What a document is made from: its input, and what the register of issued documents keeps of it. */
export interface DocumentSource {
  /** As the register has it, holes included: the kind's own reading names them and refuses. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly number: string | null;
  /** The row it is about: a letter, a notice, a round. */
  readonly subjectId: string | null;
  readonly issuedOn: PlainDate;
}

/** How a document of one studio comes out of the register. */
export interface StudioSources {
  readonly scope: 'studio';
  /** Cited when a seat without the power asks for it. */
  readonly article: Article;
  /** Studios it can be made for, when nobody names any. */
  readonly candidates: (tx: Transaction, studio: StudioRecord, seat: Department) => boolean;
  /** May draw up what the document is about, and take its number; `year` is for documents of a period. Throws a Refusal where there is nothing to print. */
  readonly source: (tx: Transaction, studio: StudioRecord, context: Context, year: number) => DocumentSource;
}

/** One of the documents of a year. */
export interface YearDocument {
  /** What it is called when it is refused: 2026年度. */
  readonly name: string;
  readonly source: (tx: Transaction) => DocumentSource;
}

/** How documents about several studios of a year come out of the register. */
export interface YearSources {
  readonly scope: 'year';
  readonly article: Article;
  /** Throws a Refusal for a year that has none. `only` are the studios somebody chose; all when not said. */
  readonly documents: (
    db: ReadableDatabase,
    year: number,
    only: readonly string[] | undefined,
    context: Context,
  ) => readonly YearDocument[];
}
