/** A place in the Measures: an article, and where useful its paragraph (款) or numbered item (项). */
export interface Article {
  readonly article: number;
  readonly paragraph?: number;
  readonly item?: number;
}

/** `article(5, 4)` is 第五条第四项, the numbered item; `article(19)` is the whole article. */
export function article(number: number, item?: number): Article {
  return item === undefined ? { article: number } : { article: number, item };
}

/** `articleParagraph(19, 2)` is 第十九条第二款. */
export function articleParagraph(number: number, paragraph: number): Article {
  return { article: number, paragraph };
}

const digits = '零一二三四五六七八九';

/** A whole number from 0 to 99 in Chinese numerals: 19 is 十九, 20 is 二十. Throws a RangeError outside. */
export function chineseNumber(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 99) throw new RangeError(`无法写成中文数字：${number}`);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  if (tens === 0) return digits.charAt(ones);
  return `${tens === 1 ? '' : digits.charAt(tens)}十${ones === 0 ? '' : digits.charAt(ones)}`;
}

const citation = /^第([一二三四五六七八九十\d]{1,3})条(?:第([一二三四五六七八九十\d]{1,3})款)?(?:第([一二三四五六七八九十\d]{1,3})项)?$/u;

/** A number from 1 to 99 in Chinese numerals or in digits; `undefined` for anything else. */
function readNumeral(text: string): number | undefined {
  return Array.from({ length: 99 }, (_, index) => index + 1).find((number) => text === String(number) || text === chineseNumber(number));
}

/** The inverse of `articleText`, in Chinese numerals or in digits, with or without 《办法》 before it; `undefined` for what cites nothing. */
export function articleOf(text: string): Article | undefined {
  const match = citation.exec(text.replaceAll(/\s/gu, '').replace(/^《[^》]*》/u, ''));
  if (match === null) return undefined;
  const [number, paragraph, item] = match.slice(1).map((part) => (part === undefined ? null : readNumeral(part)));
  // What is left out is null, what is no numeral undefined.
  if (number === undefined || number === null || paragraph === undefined || item === undefined) return undefined;
  return { article: number, ...(paragraph === null ? {} : { paragraph }), ...(item === null ? {} : { item }) };
}

/** How people cite it: 第五条第四项, 第十九条第二款, 第十条. */
export function articleText(place: Article): string {
  const paragraph = place.paragraph === undefined ? '' : `第${chineseNumber(place.paragraph)}款`;
  const item = place.item === undefined ? '' : `第${chineseNumber(place.item)}项`;
  return `第${chineseNumber(place.article)}条${paragraph}${item}`;
}
