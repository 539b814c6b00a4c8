import { chineseDate, type PlainDate } from '../../policy/plain-date.ts';
import { blankLines } from './blank-lines.ts';
import { bodyText } from './body-text.ts';
import type { Block, Cell, Paragraph, Row } from './document-content.ts';
import { millimetres, points } from './length.ts';
import { bodyCharacter, bodySize, bodySpacing, textWidth } from './page.ts';
import { textLength } from './text-length.ts';

/**
 * 署名 and 成文日期 that a seal goes on: the date four characters from the right, the issuer centred on it, both under
 * the seal, whose upper edge comes within a line of the text. GB/T 9704-2012 7.3.5.1. What stands above should carry
 * `keepNext`: a page with nothing but a signature is not allowed. `remark` is the 附注, on the line below the date and on its page. 7.3.6.
 */
export function sealedSignature(issuer: string, date: PlainDate, remark?: string): Paragraph[] {
  const day = chineseDate(date);
  const dateLength = lengthOf(day);
  // From the right edge of the text area to the middle of both lines. A long name would reach past the edge: both move
  // in, with two points to spare so that it is not broken.
  const middle = Math.max(4 * bodyCharacter + dateLength / 2, lengthOf(issuer) / 2 + points(2));
  return [
    ...blankLines(2),
    { kind: 'paragraph', runs: [{ text: issuer }], align: 'center', left: Math.max(0, textWidth - Math.round(2 * middle)), keepNext: true },
    ...dateAndRemark({ kind: 'paragraph', runs: [{ text: day }], align: 'right', right: Math.round(middle - dateLength / 2) }, remark),
  ];
}

/** A seal of 42 mm, and as much as keeps two of them from touching. */
const sealRow = millimetres(44);

/**
 * 署名 of a joint document, each issuer under a seal of its own: two in a row in their order, the last one above the date, which stands four characters
 * from the right. 7.3.5.1.
 */
export function jointSignature(issuers: readonly string[], date: PlainDate): Block[] {
  const day = chineseDate(date);
  const right = 2 * Math.round(4 * bodyCharacter + lengthOf(day) / 2);
  const cell = (text: string): Cell => ({ paragraphs: [{ kind: 'paragraph', runs: [{ text }], align: 'center' }], vertical: 'top' });
  // The last one stands on the right, whether their number is odd or even.
  const filled = issuers.length % 2 === 0 ? issuers : [...issuers.slice(0, -1), '', ...issuers.slice(-1)];
  const rows = Array.from({ length: filled.length / 2 }, (_, index): Row => {
    const pair = filled.slice(2 * index, 2 * index + 2);
    // The date is set under the last seal's upper half: that row is no higher than its text.
    const last = 2 * index + 2 === filled.length;
    return { cells: pair.map(cell), keepNext: true, ...(last ? {} : { height: sealRow }) };
  });
  return [
    ...blankLines(2),
    { kind: 'table', rules: 'none', columns: [textWidth - right, right], headerRows: 0, rows },
    { kind: 'paragraph', runs: [{ text: day }], align: 'right', right: 4 * bodyCharacter },
  ];
}

/**
 * 署名 and 成文日期 without a seal: one line below the text, the issuer two characters from the right, the date beginning two characters
 * right of the issuer. A date longer than the issuer stands two characters from the right itself, and the issuer further in. 7.3.5.2. `remark` is
 * the 附注.
 */
export function unsealedSignature(issuer: string, date: PlainDate, remark?: string): Paragraph[] {
  const day = chineseDate(date);
  const twoCharacters = 2 * bodyCharacter;
  const dateIsLonger = lengthOf(day) - lengthOf(issuer);
  const right =
    dateIsLonger > 0 ? { issuer: 2 * twoCharacters + dateIsLonger, day: twoCharacters } : { issuer: twoCharacters, day: -dateIsLonger };
  return [
    ...blankLines(1),
    { kind: 'paragraph', runs: [{ text: issuer }], align: 'right', right: right.issuer, keepNext: true },
    ...dateAndRemark({ kind: 'paragraph', runs: [{ text: day }], align: 'right', right: right.day }, remark),
  ];
}

/** 附注 two characters in, between brackets. */
function dateAndRemark(date: Paragraph, remark: string | undefined): Paragraph[] {
  return remark === undefined ? [date] : [{ ...date, keepNext: true }, bodyText(`（${remark}）`)];
}

function lengthOf(text: string): number {
  return textLength(text, bodySize, bodySpacing);
}
