import { points, type Twips } from './length.ts';

/** What Word and LibreOffice put between a Hanzi and a digit or letter: a quarter and a fifth of an em; their mean. */
const gapInEms = 0.225;

/** Width in ems: a Hanzi is one, an ASCII character half of one. */
export function ems(text: string): number {
  let width = 0;
  let before: boolean | undefined;
  for (const character of text) {
    const isAscii = character.charCodeAt(0) < 0x80;
    width += isAscii ? 0.5 : 1;
    if (before !== undefined && before !== isAscii && /[\p{L}\p{N}]/u.test(character)) width += gapInEms;
    before = isAscii;
  }
  return width;
}

/** Width of a line of text set in so many points, with so much between characters. */
export function textLength(text: string, size: number, spacing: Twips): Twips {
  return Math.round(ems(text) * points(size) + Array.from(text).length * spacing);
}
