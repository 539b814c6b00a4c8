/** Part of a section's one long column, from `top` to `bottom` in pixels. */
export interface Strip {
  readonly top: number;
  readonly bottom: number;
}

/** What must stay together: a line of text or a row of a table. Lines follow one another without a gap. */
export interface Line extends Strip {
  /** The heading rows of the table it belongs to, which stand again at the top of every page the table goes on to. */
  readonly heading?: Strip;
  readonly startsPage?: boolean;
  /** Stays on the page of the next one. */
  readonly keepNext?: boolean;
}

/** Drawing is exact to a fraction of a pixel; a page is not begun for less than this. */
const tolerance = 1;

/**
 * Cuts a column into pages of a height: what each page shows, strip by strip from the top. A line higher than a page has one of its
 * own, and what keeps together but is higher than a page is cut like the rest. No page is empty; a column without lines has none.
 */
export function layOutPages(lines: readonly Line[], height: number): readonly (readonly Strip[])[] {
  const pages: Strip[][] = [];
  let used = 0;
  const holds = (needed: number): boolean => used + needed <= height + tolerance;
  const turn = ({ top, heading }: Line): Strip[] => {
    const repeats = heading !== undefined && heading.bottom <= top && pages.length > 0;
    used = repeats ? heading.bottom - heading.top : 0;
    const page = repeats ? [heading] : [];
    pages.push(page);
    return page;
  };
  for (let index = 0; index < lines.length; ) {
    const chain = chainFrom(lines, index);
    const [first] = chain;
    if (first === undefined) break;
    const needed = chain.reduce((sum, { top, bottom }) => sum + bottom - top, 0);
    let page = pages.at(-1);
    const moves = first.startsPage === true || (!holds(needed) && needed <= height + tolerance);
    if (page === undefined || (used > 0 && moves)) page = turn(first);
    for (const line of chain) {
      if (used > 0 && !holds(line.bottom - line.top)) page = turn(line);
      const last = page.at(-1);
      if (last !== undefined && last.bottom === line.top) page[page.length - 1] = { top: last.top, bottom: line.bottom };
      else page.push({ top: line.top, bottom: line.bottom });
      used += line.bottom - line.top;
    }
    index += chain.length;
  }
  return pages;
}

/** The line and all that must be on its page: up to and with the first that does not keep with the next. */
function chainFrom(lines: readonly Line[], start: number): readonly Line[] {
  let end = start;
  while (lines[end]?.keepNext === true && lines[end + 1] !== undefined && lines[end + 1]?.startsPage !== true) end += 1;
  return lines.slice(start, end + 1);
}
