import type { CellType } from '../cell-type.ts';
import { compactCode } from '../normalise-text.ts';
import { cellText } from '../raw-workbook.ts';

/** A count: 12, １２, 12人, 1,200. */
export function wholeNumber(unit: string, guidance: string): CellType<number> {
  return {
    read(cell) {
      const text = cellText(cell);
      const digits = compactCode(text)
        .replace(new RegExp(`(?:${unit}|名|个|人次|人)$`, 'u'), '')
        .replaceAll(/(?<=\d),(?=\d{3}(?:\D|$))/gu, '')
        .replace(/\.0+$/u, '');
      if (/^\d{1,9}$/u.test(digits)) return { value: Number(digits) };
      return { error: `无法识别数量「${text}」：请只写整数，如 12，不写「约」「余」等字。` };
    },
    write: (value) => value,
    show: (value) => `${value}${unit}`,
    numberFormat: '0',
    align: 'center',
    guidance,
  };
}
