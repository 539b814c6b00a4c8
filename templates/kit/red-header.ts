import { asWorkedOut, type Say } from '../document-kind.ts';
import { blankLines } from './blank-lines.ts';
import type { Block, Paragraph, Rule, Run } from './document-content.ts';
import { jointMark } from './joint-mark.ts';
import { millimetres, points, type Twips } from './length.ts';
import { bodySpacing, linePitch, page, textWidth } from './page.ts';
import { ems } from './text-length.ts';

const red = 'FF0000';

/** The largest size a department's name is set in, in points; a long name is smaller, so that it keeps to one line. */
const largestSize = 52;

/** What stands at the top left above the mark, each on a line of its own. 7.2.1, 7.2.2, 7.2.3. */
export interface HeaderMarks {
  /** 份号, written with six digits. */
  readonly copyNumber?: number;
  /** 密级和保密期限: `机密★1年`. */
  readonly secrecy?: string;
  readonly urgency?: '特急' | '加急';
}

/**
 * 版头 of GB/T 9704-2012 7.2: the issuer's mark with its ink from 72 mm of the page's top, the document number two lines
 * below, the red line 4 mm under it, and the two lines free above the title. A document that goes upwards names its 签发人: then the number stands on
 * the left, on the line of the last of them. 7.2.5, 7.2.6. Several issuers have a joint mark, the host's name first. 7.2.4.
 */
export function redHeader(
  issuer: string | readonly string[],
  documentNumber: string,
  signers: readonly string[] = [],
  say: Say = asWorkedOut,
  marks: HeaderMarks = {},
): Block[] {
  const above = markLines(marks);
  const room = millimetres(72) - page.margin.top - above.length * linePitch;
  return [
    ...above,
    ...(typeof issuer === 'string' ? [singleMark(issuer, room)] : jointMarkBelow(issuer, room)),
    ...blankLines(2),
    ...(signers.length === 0 ? [centredNumber(documentNumber)] : numberAndSigners(documentNumber, signers, say)),
    ...blankLines(2),
  ];
}

/** The mark with its ink `room` below what stands above. */
function singleMark(issuer: string, room: Twips): Paragraph {
  const mark = `${issuer}文件`;
  const size = Math.min(largestSize, Math.floor((textWidth * 0.98) / 20 / ems(mark)));
  return {
    kind: 'paragraph',
    runs: [{ text: mark, face: 'title', size, colour: red }],
    align: 'center',
    before: room - inkOffset(size),
    line: lineOfMark(size),
    keepNext: true,
  };
}

function jointMarkBelow(issuers: readonly string[], room: Twips): Block[] {
  const { table, inset } = jointMark(issuers);
  return [{ kind: 'paragraph', runs: [], line: room - inset, keepNext: true }, table];
}

function markLines({ copyNumber, secrecy, urgency }: HeaderMarks): Paragraph[] {
  const lines: Run[] = [
    ...(copyNumber === undefined ? [] : [{ text: String(copyNumber).padStart(6, '0') }]),
    ...[secrecy, urgency].flatMap((text) => (text === undefined ? [] : [{ text, face: 'heading' as const }])),
  ];
  return lines.map((run) => ({ kind: 'paragraph', runs: [run], align: 'left', keepNext: true }));
}

/** The red line, 4 mm below the ink of the number. */
const redLine: Rule = { width: 12, colour: red, distance: 6 };

function centredNumber(documentNumber: string): Paragraph {
  return { kind: 'paragraph', runs: [{ text: documentNumber }], align: 'center', below: redLine, keepNext: true };
}

/**
 * 签发人 at one character from the right, two to a line, names in 楷体 and under each other; the number one character from the left. The line's
 * own indents would shorten the red line, so the characters are ideographic spaces.
 */
function numberAndSigners(documentNumber: string, signers: readonly string[], say: Say): Paragraph[] {
  const label = '签发人：';
  const longest = Math.max(...signers.map((name) => Array.from(name).length));
  const names = signers.map((name) => spread(name, signers.length === 1 ? 0 : longest));
  // Custom wording has one line for them all.
  const whole = say('签发人姓名', names.join('　'));
  const rows = Array.from({ length: Math.ceil(names.length / 2) }, (_, row) => names.slice(2 * row, 2 * row + 2));
  const widest = Math.min(2, names.length);
  return rows.map((row, index): Paragraph => {
    const isLast = index === rows.length - 1;
    // A single name on the last of several lines stands under the first of the line above.
    const filled = row.length < widest ? [...row, '　'.repeat(longest)] : row;
    const runs: Run[] = [
      { text: `　${isLast ? documentNumber : ''}` },
      { text: index === 0 ? label : '　'.repeat(label.length), tabBefore: true },
      {
        text: `${rows.length === 1 ? whole : filled.join('　')}　`,
        face: 'subheading',
        spacing: bodySpacing,
      },
    ];
    return { kind: 'paragraph', runs, align: 'left', rightTab: textWidth, keepNext: true, ...(isLast ? { below: redLine } : {}) };
  });
}

/** A name of two characters as wide as one of three, the blank between them. */
function spread(name: string, width: number): string {
  const characters = Array.from(name);
  return characters.length === 2 && width === 3 ? characters.join('　') : `${name}${'　'.repeat(Math.max(0, width - characters.length))}`;
}

/** A fifth more than the characters are high. */
function lineOfMark(size: number): number {
  return points(size * 1.2);
}

/** From the top of the mark's line to its ink: the baseline stands at four fifths of the line, the ink 0.82 em above it. */
function inkOffset(size: number): number {
  return Math.round(lineOfMark(size) * 0.8 - points(size * 0.82));
}
