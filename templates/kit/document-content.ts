import type { PlainDate } from '../../policy/plain-date.ts';
import type { Imprint } from './imprint.ts';
import type { Twips } from './length.ts';
import type { PageForm } from './page.ts';
import type { Face } from './typefaces.ts';

/** Text in one typeface and size. */
export interface Run {
  readonly text: string;
  /** `body` when not said. */
  readonly face?: Face;
  /** In points; 16 (3号) when not said. */
  readonly size?: number;
  /** RRGGBB; black when not said. */
  readonly colour?: string;
  /** Between characters; that of 28 characters a line when neither this nor `size` is said. */
  readonly spacing?: Twips;
  /** Begins at the paragraph's right tab. */
  readonly tabBefore?: boolean;
}

/** A rule under a paragraph. */
export interface Rule {
  /** In eighths of a point, as Word counts. */
  readonly width: number;
  readonly colour: string;
  /** From the text, in points. */
  readonly distance: number;
  /** A single line when not said; the double ones name the upper line first. */
  readonly style?: 'dashed' | 'thick-thin' | 'thin-thick';
}

/** Paragraphs that stand at a place of the page where they are anchored, whatever the text around them. Lengths are twips from the page's top left corner. */
export interface TextBox {
  readonly left: Twips;
  readonly top: Twips;
  readonly width: Twips;
  readonly height: Twips;
  /** The edge its paragraphs rest on; the upper one when not said. */
  readonly rests?: 'bottom';
  readonly paragraphs: readonly Paragraph[];
}

/** A paragraph. Lengths are twips. Lines are exactly `line` high; when not said they
 * stand on the grid, 22 to a page. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  /** Justified when not said. */
  readonly align?: 'left' | 'center' | 'right';
  /** In characters of 16 pt. */
  readonly firstLineCharacters?: number;
  readonly left?: Twips;
  readonly right?: Twips;
  readonly hanging?: Twips;
  readonly line?: Twips;
  readonly before?: Twips;
  readonly after?: Twips;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  readonly below?: Rule;
  /** Where a run with `tabBefore` ends, from the left edge of the text area. */
  readonly rightTab?: Twips;
  /** 1 for 一、, 2 for （一）: what Word's navigation pane shows. */
  readonly outlineLevel?: 1 | 2 | 3;
  /** What is anchored to the paragraph. */
  readonly box?: TextBox;
}

/** A cell, over one or more columns and rows. The rows below leave out what it covers. */
export interface Cell {
  readonly paragraphs: readonly Paragraph[];
  readonly span?: number;
  readonly rows?: number;
  /** `center` when not said. */
  readonly vertical?: 'top';
  /** What ends a list and must not leave it: no rules at its sides and below it, its text as wide as the table. */
  readonly bare?: true;
}

/** A row; it is never cut by a page end. */
export interface Row {
  readonly cells: readonly Cell[];
  /** At least so high. */
  readonly height?: Twips;
  /** The row stays on the page of the next one. */
  readonly keepNext?: boolean;
}

/** A table as wide as its columns. Its first `headerRows` are repeated on every page. */
export interface Table {
  readonly kind: 'table';
  /** A grid when not said; `blanks` has a line under every second cell only, to be filled in; `none` sets texts beside each other. */
  readonly rules?: 'blanks' | 'none';
  readonly columns: readonly Twips[];
  readonly headerRows: number;
  readonly rows: readonly Row[];
}

/** From here on the document stands on new pages of this form. */
export interface NewPages {
  readonly kind: 'new-pages';
  readonly form: PageForm;
}

/** What stands on pages, top to bottom. */
export type Block = Paragraph | Table;

/** A whole document before it is written as a file. */
export interface DocumentContent {
  /** What the file's properties say of it. */
  readonly title: string;
  readonly issuer: string;
  readonly date: PlainDate;
  /** The form of its first pages; `standard` when not said. */
  readonly form?: PageForm;
  readonly blocks: readonly (Block | NewPages)[];
  /** 版记; a letter or a list has none. */
  readonly imprint?: Imprint;
  /** What lies at the foot of an even page of its own after the last. */
  readonly foot?: Paragraph;
}
