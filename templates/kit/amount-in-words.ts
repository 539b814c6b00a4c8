import { type Fen, yuanText } from '../../policy/money.ts';

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const places = ['', '拾', '佰', '仟'] as const;
const groups = ['', '万', '亿'] as const;

/** `50000元（大写：人民币伍万元整）`: the amount in figures and in words. */
export function amountText(amount: Fen): string {
  return `${yuanText(amount)}元（大写：${amountInWords(amount)}）`;
}

/**
 * Fen in the characters of 《支付结算办法》附一: 人民币伍万零伍佰元整, 人民币叁元零伍分. One 零 for any gap between digits,
 * 整 after 元 and 角, none after 分. Throws a RangeError for a negative amount, a fraction of a fen, or 万亿元 and more.
 */
export function amountInWords(amount: Fen): string {
  if (!Number.isSafeInteger(amount) || amount < 0 || amount >= 1e14) throw new RangeError(`无法写成大写金额：${amount}`);
  const yuan = Math.floor(amount / 100);
  const jiao = Math.floor(amount / 10) % 10;
  const fen = amount % 10;
  const whole = yuan === 0 ? (amount === 0 ? '零元' : '') : `${wholeInWords(yuan)}元`;
  if (jiao === 0 && fen === 0) return `人民币${whole}整`;
  const tenths = jiao === 0 ? (whole === '' ? '' : '零') : `${digits[jiao] ?? ''}角`;
  const gap = jiao !== 0 && whole !== '' && yuan % 10 === 0 ? '零' : '';
  return `人民币${whole}${gap}${tenths}${fen === 0 ? '整' : `${digits[fen] ?? ''}分`}`;
}

function wholeInWords(number: number): string {
  let result = '';
  let gap = false;
  for (let group = groups.length - 1; group >= 0; group--) {
    const value = Math.floor(number / 10_000 ** group) % 10_000;
    if (value === 0) {
      gap ||= result !== '';
      continue;
    }
    for (let place = places.length - 1; place >= 0; place--) {
      const digit = Math.floor(value / 10 ** place) % 10;
      if (digit === 0) {
        gap ||= result !== '';
        continue;
      }
      result += `${gap ? '零' : ''}${digits[digit] ?? ''}${places[place] ?? ''}`;
      gap = false;
    }
    result += groups[group] ?? '';
    gap = false;
  }
  return result;
}
