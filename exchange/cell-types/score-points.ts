import type { CellType } from '../cell-type.ts';
import { compactCode } from '../normalise-text.ts';
import { cellText } from '../raw-workbook.ts';

/** Points an expert gives: 0 to the most there are, two decimals. */
export function scorePoints(most: number, guidance: string): CellType<number> {
  return {
    read(cell) {
      const text = cellText(cell);
      const digits = compactCode(text).replace(/分$/u, '');
      const points = Number(digits);
      if (/^\d{1,3}(?:\.\d{1,2}0*)?$/u.test(digits) && points <= most) return { value: points };
      return { error: `得分「${text}」不能采用：应在 0 至 ${most} 分之间，最多两位小数，请改正。` };
    },
    write: (value) => value,
    show: String,
    // Under 0.## a whole number would end in a point.
    numberFormat: 'General',
    align: 'center',
    guidance,
    most,
  };
}
