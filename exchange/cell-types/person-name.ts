import type { CellType } from '../cell-type.ts';
import { singleLine } from '../normalise-text.ts';
import { cellText } from '../raw-workbook.ts';

/** A name as it is compared and printed: 王 芳 is 王芳, the dot of a transcribed name is always ·. */
export function normaliseName(text: string): string {
  return singleLine(text).replace(/[•・‧∙⋅．.]/gu, '·');
}

/** True for what can be somebody's name: two characters or more, letters and the dot only. */
export function isPersonName(name: string): boolean {
  return /^\p{L}[\p{L}\p{M}· ]*\p{L}$/u.test(name) && [...name].length <= 30;
}

/** The name of one person. */
export const personName: CellType<string> = {
  read(cell) {
    const text = cellText(cell);
    const name = normaliseName(text);
    if (isPersonName(name)) return { value: name };
    return { error: `无法识别姓名「${text}」：姓名只写一个人，不带编号、职务和标点，请改正后重新导入。` };
  },
  write: (value) => value,
  show: (value) => value,
  numberFormat: '@',
  align: 'center',
  guidance: '写身份证上的姓名，两字名中间不加空格。',
};
