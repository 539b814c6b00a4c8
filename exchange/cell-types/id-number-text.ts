import { type CellType, textFormat } from '../cell-type.ts';
import { type IdNumberFault, modernIdNumber, readIdNumber } from '../id-number.ts';
import { compactCode } from '../normalise-text.ts';
import { cellText, numberText } from '../raw-workbook.ts';

const refill = '请把单元格设为文本格式，按身份证重新填写 18 位号码';
const faults: Readonly<Record<IdNumberFault, string>> = {
  form: `不是 18 位身份证号，${refill}。`,
  region: `前两位不是行政区划代码，${refill}。`,
  birth: `第 7 至 14 位不是出生日期，${refill}。`,
  sequence: `第 15 至 17 位是 000，不会有这样的号码，多半是表格软件已把号码改动，${refill}。`,
  checksum: `末位校验码不对，号码有误，${refill}。`,
};

/**
 * An ID number. A spreadsheet keeps 15 digits of a number: 18 digits stored as one are already damaged, which is an error and never
 * repaired. The 15 digits of an old ID survive.
 */
export const idNumberText: CellType<string> = {
  read(cell) {
    const text = cellText(cell);
    if (cell.kind === 'number' && !/^\d{15}$/u.test(numberText(cell.number))) {
      return { error: `身份证号以数字保存，末几位已失真（现为「${text}」），无法还原。${refill}。` };
    }
    const code = compactCode(text)
      .replace(/^['‘’`]/u, '')
      .replaceAll('x', 'X')
      .replace(/[-－—]/gu, '');
    if (/^\d(?:\.\d+)?[Ee]\+?\d+$/u.test(compactCode(text))) {
      return { error: `身份证号已变成科学计数法「${text}」，末几位已失真，无法还原。${refill}。` };
    }
    const isOld = /^\d{15}$/u.test(code);
    const number = isOld ? modernIdNumber(code) : code;
    const reading = readIdNumber(number);
    if ('fault' in reading) return { error: `身份证号「${text}」无法采用：${faults[reading.fault]}` };
    return isOld ? { value: number, warning: `15 位身份证号已换算为 18 位 ${number}，请核对。` } : { value: number };
  },
  write: (value) => value,
  show: (value) => value,
  numberFormat: textFormat,
  align: 'center',
  guidance: '18 位，单元格为文本格式；出生日期、性别须与号码一致。',
};
