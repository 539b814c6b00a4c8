import { type Fen, yuanText } from '../../policy/money.ts';
import type { CellType, Reading } from '../cell-type.ts';
import { compactCode } from '../normalise-text.ts';
import { cellText } from '../raw-workbook.ts';

/** Powers of ten from each unit to fen. */
const unitPowers: Readonly<Record<string, number>> = { 分: 0, 角: 1, 元: 2, 千元: 5, 万元: 6, 亿元: 10 };
/** More than this, in fen, is taken for yuan written into a column of 万元 and warned about: ten million yuan. */
const suspicious: Fen = 1_000_000_000;

/**
 * An amount of money: 5万, 50,000元, 4万元, ¥50000.00, or a plain number in a column whose header names the unit.
 * Read digit by digit, so that no fraction of a fen appears or vanishes. Written in 万元.
 */
export const moneyAmount: CellType<Fen> = {
  read(cell, { unit }) {
    const text = cellText(cell);
    const match = /^([¥￥]?)(?:人民币)?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?(元|万|万元|千元|亿元)?[整正]?$/u.exec(compactCode(text));
    if (match === null) {
      return { error: `无法识别金额「${text}」：请写成 5 或 50000 这样的数字，或带单位写成 5万元、50000元，不写「约」「余」等字。` };
    }
    const written = match[4] === '万' ? '万元' : match[4];
    const named = written ?? unit;
    if (match[1] !== '' && written === undefined && unit !== '元') {
      return { error: `金额「${text}」带有货币符号，看不出是元还是万元：请在金额后写明单位。` };
    }
    const power = named === undefined ? undefined : unitPowers[named];
    if (power === undefined) {
      return { error: `金额「${text}」没有写明单位：请在表头写明（元）或（万元），或在金额后带上单位。` };
    }
    return scaled(text, match[2] ?? '', match[3] ?? '', power, written === undefined ? unit : undefined);
  },
  write: (value) => value / 1_000_000,
  show: (value) => `${value / 1_000_000}万元`,
  numberFormat: '0.00####',
  align: 'right',
  guidance: '单位为万元，只写数字，如 5 表示 5 万元。',
};

/** The same, written in yuan: for single entries of an account. */
export const yuanAmount: CellType<Fen> = {
  ...moneyAmount,
  write: (value) => value / 100,
  show: (value) => `${yuanText(value)}元`,
  numberFormat: '#,##0.00',
  guidance: '单位为元，只写数字，最多两位小数，如 1200 或 1200.50。',
};

/** Whole and fraction digits times ten to a power, as fen. */
function scaled(text: string, whole: string, fraction: string, power: number, columnUnit: string | undefined): Reading<Fen> {
  const digits = fraction.replace(/0+$/u, '');
  if (digits.length > power) return { error: `金额「${text}」不足一分的部分无法入账：请填写到分为止的金额。` };
  const value = Number(whole.replaceAll(',', '') + digits.padEnd(power, '0'));
  if (!Number.isSafeInteger(value)) return { error: `金额「${text}」过大：请核对位数和单位。` };
  if (columnUnit === '万元' && value >= suspicious) {
    return { value, warning: `金额「${text}」按表头单位合 ${value / 1_000_000} 万元，像是把元写进了万元栏，请核对。` };
  }
  return { value };
}
