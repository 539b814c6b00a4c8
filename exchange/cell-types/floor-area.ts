import type { CellType } from '../cell-type.ts';
import { compactCode } from '../normalise-text.ts';
import { cellText } from '../raw-workbook.ts';

/** Square metres: 66, 66㎡, ５２平方米, 66 m2. */
export const floorArea: CellType<number> = {
  read(cell) {
    const text = cellText(cell);
    const digits = compactCode(text)
      .replace(/(?:㎡|m2|m²|M2|M²|平方米|平方|平米|平)$/u, '')
      .replaceAll(/(?<=\d),(?=\d{3}(?:\D|$))/gu, '');
    if (!/^\d{1,7}(?:\.\d+)?$/u.test(digits)) {
      return { error: `无法识别面积「${text}」：请只写平方米数，如 66 或 66.5，不写「约」「余」等字。` };
    }
    const value = Math.round(Number(digits) * 100) / 100;
    if (value > 0 && value <= 100_000) return { value };
    return { error: `面积「${text}」不合情理：应大于 0、不超过 100000 平方米，请核对后填写。` };
  },
  write: (value) => value,
  show: (value) => `${value}㎡`,
  numberFormat: 'General',
  align: 'right',
  guidance: '平方米数，只写数字。',
};
