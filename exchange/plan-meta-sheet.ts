import { type Meta, metaRows, metaSheetName } from './meta-sheet.ts';
import { mapSeries } from './series.ts';
import type { SheetPlan } from './workbook-plan.ts';

/** The very hidden sheet by which the program knows its own workbook again. */
export function planMetaSheet(meta: Meta): SheetPlan {
  return {
    name: metaSheetName,
    visibility: 'very-hidden',
    locked: false,
    widths: [],
    rows: mapSeries(metaRows(meta), (row) => ({
      height: 15,
      cells: row.map((content) => ({ content, look: 'plain', numberFormat: '@' })),
    })),
    merges: [],
    choices: [],
  };
}
