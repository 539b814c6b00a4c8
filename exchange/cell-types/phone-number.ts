import { type CellType, textFormat } from '../cell-type.ts';
import { compactCode } from '../normalise-text.ts';
import { cellText } from '../raw-workbook.ts';

const mobile = /^1\d{10}$/u;
const landline = /^(?:0\d{2,3}-?)?\d{7,8}(?:-\d{1,5})?$/u;

/** One phone number or several. A number nobody could dial is kept and warned about: it stops no application. */
export const phoneNumber: CellType<string> = {
  read(cell) {
    const text = cellText(cell);
    const numbers = compactCode(text.replace(/[\n、，；;/／]/gu, ','))
      .replace(/^\+?86-?(?=1\d{10}(?:,|$))/u, '')
      .split(',')
      .filter((number) => number !== '')
      .map((number) => (mobile.test(number.replaceAll('-', '')) ? number.replaceAll('-', '') : number));
    const value = numbers.join('、');
    const strange = numbers.filter((number) => !mobile.test(number) && !landline.test(number));
    if (strange.length === 0) return { value };
    return { value, warning: `联系电话「${text}」不像手机号或固定电话号码，已照录，请核对。` };
  },
  write: (value) => value,
  show: (value) => value,
  numberFormat: textFormat,
  align: 'center',
  guidance: '手机号 11 位，或带区号的固定电话，如 027-88000000。',
};
