/** Height of a row of a list, in pixels; the style sheet says the same. */
export const rowHeight = 40;

/** Rows drawn above and below what is in sight, so that scrolling shows no gaps. */
const spare = 8;

/** How far a page key moves. */
const page = 10;

/** The rows to draw, `from` included and `to` not, for a view of so many pixels at a scroll position. */
export function rowsInSight(top: number, height: number, count: number): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.floor(top / rowHeight) - spare);
  const to = Math.min(count, Math.ceil((top + height) / rowHeight) + spare);
  return { from: Math.min(from, to), to };
}

/** The row a key leads to from another in a list of so many; `undefined` for a key that moves nowhere. */
export function movedTo(key: string, from: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  };
  const target = steps[key];
  return target === undefined || count === 0 ? undefined : Math.min(Math.max(target, 0), count - 1);
}

/** The scroll position nearest to the present one at which a row is wholly in sight. */
export function scrollToShow(row: number, top: number, height: number): number {
  return Math.max(Math.min(top, row * rowHeight), (row + 1) * rowHeight - height);
}
