import { blankLines } from './blank-lines.ts';
import type { Paragraph } from './document-content.ts';
import { millimetres, points } from './length.ts';
import { page, textWidth } from './page.ts';
import { ems } from './text-length.ts';

const red = 'FF0000';

/** The largest size a department's name is set in, in points; a long name is smaller, so that it keeps to one line. */
const largestSize = 52;

/**
 * 版头 of GB/T 9704-2012 7.2: the issuer's mark with its ink from 72 mm of the page's top, the document number two lines
 * below, the red line 4 mm under it, and the two lines free above the title.
 */
export function redHeader(issuer: string, documentNumber: string): Paragraph[] {
  const mark = `${issuer}文件`;
  const size = Math.min(largestSize, Math.floor((textWidth * 0.98) / 20 / ems(mark)));
  return [
    {
      kind: 'paragraph',
      runs: [{ text: mark, face: 'title', size, colour: red }],
      align: 'center',
      before: millimetres(72) - page.margin.top - inkOffset(size),
      line: lineOfMark(size),
      keepNext: true,
    },
    ...blankLines(2),
    {
      kind: 'paragraph',
      runs: [{ text: documentNumber }],
      align: 'center',
      below: { width: 12, colour: red, distance: 6 },
      keepNext: true,
    },
    ...blankLines(2),
  ];
}

/** A fifth more than the characters are high. */
function lineOfMark(size: number): number {
  return points(size * 1.2);
}

/** From the top of the mark's line to its ink: the baseline stands at four fifths of the line, the ink 0.82 em above it. */
function inkOffset(size: number): number {
  return Math.round(lineOfMark(size) * 0.8 - points(size * 0.82));
}
