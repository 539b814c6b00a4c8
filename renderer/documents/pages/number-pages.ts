/** How a section begins. */
export interface SectionStart {
  /** On the next page, or on the next even or odd one, with a blank one before it where that must be. */
  readonly begins: 'next' | 'even' | 'odd';
  /** The number of its first page; it counts on when there is none. */
  readonly startsAt: number | null;
}

/** A section that has been cut into pages. */
export interface CutSection extends SectionStart {
  readonly pages: number;
}

/** A sheet in print order: a page of a section, both counted from 0, with its number; or the blank one before a section that needs it. */
export type Sheet =
  | { readonly kind: 'page'; readonly section: number; readonly page: number; readonly number: number }
  | { readonly kind: 'blank'; readonly section: number };

/** All sheets of a document. A section that begins on an even or odd page has a blank one before it when it would not; a blank page counts. */
export function numberPages(sections: readonly CutSection[]): readonly Sheet[] {
  const sheets: Sheet[] = [];
  let number = 0;
  for (const [section, { begins, startsAt, pages }] of sections.entries()) {
    const parity = begins === 'next' ? null : begins === 'even' ? 0 : 1;
    if (sheets.length > 0 && parity !== null && (number + 1) % 2 !== parity) {
      sheets.push({ kind: 'blank', section });
      number += 1;
    }
    if (startsAt !== null) number = startsAt - 1;
    for (let page = 0; page < pages; page += 1) {
      number += 1;
      sheets.push({ kind: 'page', section, page, number });
    }
  }
  return sheets;
}
