import type { CellType } from '../cell-type.ts';
import { compactCode } from '../normalise-text.ts';
import { cellText } from '../raw-workbook.ts';

/** A number in the unit of what it counts: 520, ５２０, 1,200人次, 1.5; two decimals at most. */
export function quantity(guidance: string): CellType<number> {
  return {
    read(cell) {
      const text = cellText(cell);
      const digits = compactCode(text)
        .replace(/(?:人次|人|项|场次|场|次|篇|个|件|期|课时)$/u, '')
        .replaceAll(/(?<=\d),(?=\d{3}(?:\D|$))/gu, '');
      if (/^\d{1,9}(?:\.\d{1,2}0*)?$/u.test(digits)) return { value: Number(digits) };
      return { error: `无法识别数量「${text}」：请只写数字，如 520，最多两位小数，不写「约」「余」等字。` };
    },
    write: (value) => value,
    show: String,
    // Under 0.## a whole number would end in a point.
    numberFormat: 'General',
    align: 'center',
    guidance,
  };
}
