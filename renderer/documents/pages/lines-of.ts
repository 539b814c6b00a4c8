import type { Line, Strip } from './lay-out-pages.ts';
import type { BlockLayout } from './read-layout.ts';

/**
 * The lines of a column that is drawn: of a paragraph with an exact line height each of its lines, else the paragraph whole; of a table
 * its rows, with the heading rows they are read under. `layouts` say of each block of the column how it stands.
 */
export function linesOf(column: HTMLElement, layouts: readonly BlockLayout[]): readonly Line[] {
  const origin = column.getBoundingClientRect().top;
  const blocks = [...column.children].flatMap((block, index) => {
    const layout = layouts[index];
    const table = block instanceof HTMLTableElement ? block : block.querySelector('table');
    return table === null ? textLines(block, layout, origin) : rowsOf(table, layout, origin);
  });
  // Margins between blocks belong to the line before them, the one above them all to the first.
  return blocks.map((line, index) => ({ ...line, top: index === 0 ? 0 : line.top, bottom: blocks[index + 1]?.top ?? line.bottom }));
}

function textLines(block: Element, layout: BlockLayout | undefined, origin: number): readonly Line[] {
  const { top, bottom } = block.getBoundingClientRect();
  const lineHeight = Number.parseFloat(getComputedStyle(block).lineHeight);
  const count = Number.isNaN(lineHeight) ? 1 : Math.max(1, Math.round((bottom - top) / lineHeight));
  const each = (bottom - top) / count;
  return Array.from({ length: count }, (_, index) => ({
    top: top - origin + index * each,
    bottom: top - origin + (index + 1) * each,
    startsPage: index === 0 && layout?.startsPage === true,
    // A paragraph that keeps with the next moves as a whole.
    keepNext: layout?.keepNext === true,
  }));
}

/** Heading rows never stand alone at the foot of a page: they are one with the first row under them. */
function rowsOf(table: HTMLTableElement, layout: BlockLayout | undefined, origin: number): readonly Line[] {
  const headings = layout?.headingRows ?? 0;
  const rows = [...table.rows].map((row, index): Line => {
    const { top, bottom } = row.getBoundingClientRect();
    return { top: top - origin, bottom: bottom - origin, keepNext: layout?.rowsKeepNext[index] === true };
  });
  const [first] = rows;
  const last = rows[headings - 1];
  if (first === undefined || last === undefined) return rows;
  const heading: Strip = { top: first.top, bottom: last.bottom };
  const under = rows.slice(headings);
  const head: Line = { top: heading.top, bottom: under[0]?.bottom ?? heading.bottom, keepNext: under[0]?.keepNext === true };
  return [head, ...under.slice(1).map((row) => ({ ...row, heading }))];
}
