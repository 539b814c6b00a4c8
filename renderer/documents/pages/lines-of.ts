import type { Line, Strip } from './lay-out-pages.ts';

/**
 * The lines of a column that is drawn: of a paragraph with an exact line height each of its lines, else the paragraph whole; of a table
 * its rows, with the heading rows they are read under. `headingRows` are their numbers, table by table.
 */
export function linesOf(column: HTMLElement, headingRows: readonly number[]): readonly Line[] {
  const origin = column.getBoundingClientRect().top;
  const tables = [...column.querySelectorAll('table')];
  const blocks = [...column.children].flatMap((block) => {
    const table = block instanceof HTMLTableElement ? block : block.querySelector('table');
    return table === null ? textLines(block, origin) : rowsOf(table, headingRows[tables.indexOf(table)] ?? 0, origin);
  });
  // Margins between blocks belong to the line before them.
  return blocks.map((line, index) => ({ ...line, bottom: blocks[index + 1]?.top ?? line.bottom }));
}

function textLines(block: Element, origin: number): readonly Line[] {
  const { top, bottom } = block.getBoundingClientRect();
  const lineHeight = Number.parseFloat(getComputedStyle(block).lineHeight);
  const count = Number.isNaN(lineHeight) ? 1 : Math.max(1, Math.round((bottom - top) / lineHeight));
  const each = (bottom - top) / count;
  return Array.from({ length: count }, (_, index) => ({ top: top - origin + index * each, bottom: top - origin + (index + 1) * each }));
}

/** Heading rows never stand alone at the foot of a page: they are one with the first row under them. */
function rowsOf(table: HTMLTableElement, headings: number, origin: number): readonly Line[] {
  const rows = [...table.rows].map((row): Strip => {
    const { top, bottom } = row.getBoundingClientRect();
    return { top: top - origin, bottom: bottom - origin };
  });
  const [first] = rows;
  const last = rows[headings - 1];
  if (first === undefined || last === undefined) return rows;
  const heading: Strip = { top: first.top, bottom: last.bottom };
  const under = rows.slice(headings);
  return [{ top: heading.top, bottom: under[0]?.bottom ?? heading.bottom }, ...under.slice(1).map((row) => ({ ...row, heading }))];
}
