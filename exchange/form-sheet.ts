import { type FilledGrid, filledGrid } from './filled-grid.ts';
import { compactCode } from './normalise-text.ts';
import { cellAddress, cellText, columnNumber, type RawCell, type RawSheet, type RawWorkbook } from './raw-workbook.ts';

/** Header of the column people write in: by it a form is known. */
export const formContent = '填写内容';

/** Where a form begins: the row of its header, and the columns of labels and of what is written beside them. */
interface FormPlace {
  readonly row: number;
  readonly labels: number;
  readonly contents: number;
}

/** A workbook whose form lies on its side: labels as a header, what was written beside them as one row. */
interface UnfoldedForm {
  readonly workbook: RawWorkbook;
  /** The cell of the form, beside its label, for a cell such as `C2` of the table it was turned into; what is no address stays. */
  readonly addressOf: (address: string) => string;
}

/** Where a sheet has a form: at the first cell that says 填写内容 and has a column left of it, in its first 60 rows. `undefined` without one. */
export function formIn(grid: FilledGrid): FormPlace | undefined {
  for (let row = 0; row < Math.min(grid.rowCount, 60); row++) {
    for (let column = 1; column < grid.columnCount; column++) {
      if (compactCode(cellText(grid.at(row, column))) === formContent) return { row, labels: column - 1, contents: column };
    }
  }
  return undefined;
}

/**
 * A form's labels and contents as a table of two rows: every label below the form's header becomes a header, what stands beside it the
 * cell under it, blanks included. What else the sheet says, its merges and what it hides are left out.
 */
export function lyingForm(grid: FilledGrid, { row, labels, contents }: FormPlace): RawSheet {
  const lines = Array.from({ length: grid.rowCount - row - 1 }, (_, index) => row + 1 + index);
  const across = (column: number): (RawCell | undefined)[] => lines.map((line) => grid.at(line, column));
  return { ...grid.sheet, rows: [across(labels), across(contents)], merges: [], hiddenRows: new Set(), hiddenColumns: new Set() };
}

/**
 * Turns the first form on a visible sheet into a table that is read as any other; hidden sheets stay, other visible ones are left out.
 * Without a form the workbook stays as it is, and so does every address. Never refuses: what a table without a row means is for the
 * reader to say.
 */
export function unfoldForm(workbook: RawWorkbook): UnfoldedForm {
  for (const sheet of workbook.sheets.filter(({ visibility }) => visibility === 'visible')) {
    const grid = filledGrid(sheet);
    const place = formIn(grid);
    if (place === undefined) continue;
    return {
      // Nothing else is read as part of the form; what says where the workbook comes from stays.
      workbook: { ...workbook, sheets: [lyingForm(grid, place), ...workbook.sheets.filter(({ visibility }) => visibility !== 'visible')] },
      addressOf(address) {
        const letters = /^[A-Z]+/u.exec(address)?.[0];
        return letters === undefined ? address : cellAddress(place.row + 1 + columnNumber(letters), place.contents);
      },
    };
  }
  return { workbook, addressOf: (address) => address };
}
