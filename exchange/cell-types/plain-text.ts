import type { CellType } from '../cell-type.ts';
import { longText, singleLine } from '../normalise-text.ts';
import { cellText } from '../raw-workbook.ts';

/** A name or title on one line. */
export function lineOfText(guidance: string, align: 'left' | 'center' = 'left'): CellType<string> {
  return textType(singleLine, guidance, align);
}

/** A remark or opinion; its line breaks stay. */
export function paragraph(guidance: string): CellType<string> {
  return { ...textType(longText, guidance, 'left'), list: true };
}

function textType(normalise: (text: string) => string, guidance: string, align: 'left' | 'center'): CellType<string> {
  return {
    read: (cell) => ({ value: normalise(cellText(cell)) }),
    write: (value) => value,
    show: (value) => value,
    numberFormat: '@',
    align,
    guidance,
  };
}
