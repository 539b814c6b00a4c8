/** Part of a document's one long column, from `top` to `bottom` in pixels. */
export interface Strip {
  readonly top: number;
  readonly bottom: number;
}

/** What must stay together: a line of text or a row of a table. Lines follow one another without a gap. */
export interface Line extends Strip {
  /** The heading rows of the table it belongs to, which stand again at the top of every page the table goes on to. */
  readonly heading?: Strip;
}

/** Drawing is exact to a fraction of a pixel; a page is not begun for less than this. */
const tolerance = 1;

/**
 * Cuts a column into pages of a height: what each page shows, strip by strip from the top. A line higher than a page has one of its
 * own. No page is empty; a document without lines has none.
 */
export function layOutPages(lines: readonly Line[], height: number): readonly (readonly Strip[])[] {
  const pages: Strip[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const { top, bottom, heading } of lines) {
    let page = pages.at(-1);
    if (page === undefined || used + bottom - top > height + tolerance) {
      page = [];
      used = 0;
      pages.push(page);
      if (heading !== undefined && heading.bottom <= top) {
        page.push(heading);
        used += heading.bottom - heading.top;
      }
    }
    const last = page.at(-1);
    if (last !== undefined && last.bottom === top) page[page.length - 1] = { top: last.top, bottom };
    else page.push({ top, bottom });
    used += bottom - top;
  }
  return pages;
}
