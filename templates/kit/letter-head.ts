import { blankLines } from './blank-lines.ts';
import type { Paragraph } from './document-content.ts';
import { millimetres, points, type Twips } from './length.ts';
import { bodySize, page } from './page.ts';
import { ems } from './text-length.ts';

const red = 'FF0000';

/** The largest size a department's name is set in, in points; a long name is smaller, so that it keeps to one line. */
const largestSize = 40;

/** Width of the red double lines, and where they begin. */
const lineWidth = 170;
const lineLeft = (210 - lineWidth) / 2;

/**
 * 信函 of GB/T 9704-2012 10.1: the issuer's mark, without 文件, with its ink from 30 mm of the page's top; 4 mm under it a red double line
 * of 170 mm, thick above thin; the document number flush right below, its ink seven eighths of a 3号 character under the line; and the two
 * lines free above the title. The second line is part of the pages: the document's form is `letter`.
 */
export function letterHead(issuer: string, documentNumber: string): Paragraph[] {
  const size = Math.min(largestSize, Math.floor((millimetres(156) * 0.98) / 20 / ems(issuer)));
  const top = millimetres(30) - inkOffset(size);
  const lineTop = top + lineOfMark(size) + points(lineDistance(size));
  const numberTop = lineTop + doubleLine + points((bodySize * 7) / 8);
  return [
    {
      kind: 'paragraph',
      runs: [{ text: documentNumber }],
      align: 'right',
      before: numberTop - page.margin.top - leading,
      keepNext: true,
      box: {
        left: millimetres(lineLeft),
        top,
        width: millimetres(lineWidth),
        height: lineTop - top + millimetres(4),
        paragraphs: [
          {
            kind: 'paragraph',
            runs: [{ text: issuer, face: 'title', size, colour: red }],
            align: 'center',
            line: lineOfMark(size),
            below: { width: 24, colour: red, distance: lineDistance(size), style: 'thick-thin' },
          },
        ],
      },
    },
    ...blankLines(2),
  ];
}

/** Thickness of the red double line. */
const doubleLine: Twips = points(4.5);

/** From the top of a line of the body to its ink, as measured. */
const leading: Twips = millimetres(3.5);

/** From the line of the mark to the red line, in points: 4 mm from its ink, which ends 0.1 em under the baseline. */
function lineDistance(size: number): number {
  return Math.round((4 * 72) / 25.4 - 0.14 * size);
}

function lineOfMark(size: number): Twips {
  return points(size * 1.2);
}

/** From the top of the mark's line to its ink: the baseline stands at four fifths of the line, the ink 0.82 em above it. */
function inkOffset(size: number): Twips {
  return Math.round(lineOfMark(size) * 0.8 - points(size * 0.82));
}
