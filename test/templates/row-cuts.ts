import type { DocumentContent, Table } from '../../templates/kit/document-content.ts';
import type { MeasuredPage } from '../machine/measure-pdf.ts';

/** Rules that meet are drawn within this of each other, in mm. */
const near = 0.4;

/**
 * Rows of a document's tables that a page end cuts in two, in a line each. A table is walked through as it is ruled: every piece of it shows so many rows, its heading
 * rows again where it goes on; a row cut in two shows as one too many.
 */
export function rowCuts({ blocks }: Pick<DocumentContent, 'blocks'>, pages: readonly MeasuredPage[]): readonly string[] {
  const tables = blocks.flatMap((block) => (block.kind === 'table' && block.rules === undefined ? [block] : []));
  const pieces = pages.flatMap((page, index) => piecesOn(page).map((rows) => ({ rows, page: index + 1 })));
  const faults: string[] = [];
  let next = 0;
  for (const [index, table] of tables.entries()) {
    const wanted = ruledRows(table);
    let shown = 0;
    const first = next;
    for (; shown < wanted && next < pieces.length; next += 1) {
      shown += (pieces[next]?.rows ?? 0) - (next === first ? 0 : table.headerRows);
    }
    if (shown !== wanted) faults.push(`第${pieces[next - 1]?.page ?? 0}页 表格${index + 1}：应有${wanted}行，画出${shown}行`);
  }
  if (next < pieces.length) faults.push(`第${pieces[next]?.page ?? 0}页 多画出${pieces.length - next}处表格`);
  return faults;
}

/** Rows with a rule under them; a row that ends a list without one is not seen. */
function ruledRows({ rows }: Table): number {
  return rows.filter(({ cells }) => !cells.every(({ bare }) => bare === true)).length;
}

/** How many rows each piece of a table on a page shows, from the top. */
function piecesOn({ rules }: MeasuredPage): readonly number[] {
  const spans: { top: number; bottom: number }[] = [];
  for (const { top, bottom } of rules.filter(({ direction }) => direction === 'vertical').toSorted((one, other) => one.top - other.top)) {
    const last = spans.at(-1);
    if (last !== undefined && top <= last.bottom + near) last.bottom = Math.max(last.bottom, bottom);
    else spans.push({ top, bottom });
  }
  return spans.map(({ top, bottom }) => {
    const heights = rules
      .filter((rule) => rule.direction === 'horizontal' && rule.top >= top - near && rule.top <= bottom + near)
      .map((rule) => rule.top)
      .toSorted((one, other) => one - other);
    return heights.filter((height, index) => index === 0 || height - (heights[index - 1] ?? 0) > near).length - 1;
  });
}
