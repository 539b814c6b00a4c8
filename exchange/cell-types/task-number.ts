import type { CellType } from '../cell-type.ts';
import { compactCode } from '../normalise-text.ts';
import { cellText } from '../raw-workbook.ts';

/** A number of a task exactly as an assessment has it, with whatever decimals: 990, 1,200, 0.125. */
export function taskNumber(guidance: string): CellType<number> {
  return {
    read(cell) {
      const text = cellText(cell);
      const digits = compactCode(text).replaceAll(/(?<=\d),(?=\d{3}(?:\D|$))/gu, '');
      if (/^\d{1,12}(?:\.\d+)?$/u.test(digits)) return { value: Number(digits) };
      return { error: `无法识别数量「${text}」：请只写不小于 0 的数字，如 990，不写单位和「约」「余」等字。` };
    },
    write: (value) => value,
    show: String,
    numberFormat: 'General',
    align: 'center',
    guidance,
  };
}
