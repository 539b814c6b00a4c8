import { readFile } from 'node:fs/promises';
import { type Glyph, type Rule, readPageDrawings } from './page-drawing.ts';

/** Characters that stand beside each other with no gap wider than one of them. */
type TextPart = { readonly text: string; readonly left: number; readonly right: number };

/** All upright characters on one baseline, from left to right. Lengths in mm from the page's top left corner; blanks at the ends do not count. */
type TextLine = {
  readonly text: string;
  readonly baseline: number;
  readonly left: number;
  readonly right: number;
  /** How many characters there are, blanks left out. */
  readonly characters: number;
  /** The largest size on the line, in points. */
  readonly size: number;
  /** The PostScript names of the faces on it, and its colours as `#rrggbb`, each once, in order of appearance. */
  readonly fonts: readonly string[];
  readonly colours: readonly string[];
  /** The line cut where a gap is wider than a character: the cells of a table, the two ends of an imprint. */
  readonly parts: readonly TextPart[];
  readonly glyphs: readonly Glyph[];
};

/** A page as it is drawn; lengths in mm. Lines from top to bottom, rules from top to bottom and left to right. */
export type MeasuredPage = {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
  readonly rules: readonly Rule[];
  /** What is not set from left to right, such as a watermark, as it was drawn. */
  readonly slanted: string;
};

/**
 * Measures every page of a PDF: where each line of text and each drawn line is, in mm from the page's top left corner.
 * Positions are those of baselines and of the characters' own widths, not of ink.
 */
export async function measurePdf(path: string): Promise<MeasuredPage[]> {
  const drawings = await readPageDrawings(await readFile(path));
  return drawings.map(({ width, height, glyphs, strokes }) => ({
    width,
    height,
    lines: linesOf(glyphs.filter(({ upright }) => upright)),
    rules: joined(strokes),
    slanted: glyphs
      .filter(({ upright }) => !upright)
      .map(({ text }) => text)
      .join(''),
  }));
}

/** Faces of two sizes on one line share its baseline; LibreOffice rounds it to a twentieth of a point. */
const sameBaseline = 0.1;

function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const rows: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((one, other) => one.baseline - other.baseline)) {
    const row = rows.at(-1);
    if (row?.[0] !== undefined && glyph.baseline - row[0].baseline <= sameBaseline) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.flatMap((row) => lineOf(row.toSorted((one, other) => one.left - other.left)));
}

/** @returns nothing for a row of blanks */
function lineOf(row: readonly Glyph[]): TextLine[] {
  const isInk = (glyph: Glyph): boolean => glyph.text.trim() !== '';
  const glyphs = row.slice(row.findIndex(isInk), row.findLastIndex(isInk) + 1);
  const ink = glyphs.filter(isInk);
  const [first, last] = [ink[0], ink.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    {
      text: glyphs.map(({ text }) => text).join(''),
      baseline: first.baseline,
      left: first.left,
      right: last.right,
      characters: ink.reduce((sum, { text }) => sum + [...text].length, 0),
      size: Math.max(...ink.map(({ size }) => size)),
      fonts: [...new Set(ink.map(({ font }) => font))],
      colours: [...new Set(ink.map(({ colour }) => colour))],
      parts: partsOf(ink),
      glyphs,
    },
  ];
}

function partsOf(ink: readonly Glyph[]): TextPart[] {
  const parts: Glyph[][] = [];
  for (const glyph of ink) {
    const part = parts.at(-1);
    const before = part?.at(-1);
    const em = (glyph.size * 25.4) / 72;
    if (part !== undefined && before !== undefined && glyph.left - before.right <= em) part.push(glyph);
    else parts.push([glyph]);
  }
  return parts.map((part) => ({
    text: part.map(({ text }) => text).join(''),
    left: part[0]?.left ?? 0,
    right: part.at(-1)?.right ?? 0,
  }));
}

/** Pieces that touch end to end, of one colour and thickness, as the one line they are: a table's border is drawn cell by cell, a paragraph's twice. */
function joined(strokes: readonly Rule[]): Rule[] {
  const rules: Rule[] = [];
  for (const stroke of strokes.toSorted(inReadingOrder)) {
    const index = rules.findIndex((rule) => continues(rule, stroke));
    const rule = rules[index];
    if (rule === undefined) rules.push(stroke);
    else rules[index] = { ...rule, right: Math.max(rule.right, stroke.right), bottom: Math.max(rule.bottom, stroke.bottom) };
  }
  return rules.toSorted(inReadingOrder);
}

function inReadingOrder(one: Rule, other: Rule): number {
  return one.top - other.top || one.left - other.left;
}

function continues(rule: Rule, stroke: Rule): boolean {
  const touching = 0.3;
  const alike = rule.direction === stroke.direction && rule.colour === stroke.colour && Math.abs(rule.thickness - stroke.thickness) < 0.02;
  if (!alike) return false;
  return rule.direction === 'horizontal'
    ? Math.abs(rule.top - stroke.top) < 0.05 && stroke.left <= rule.right + touching && rule.left <= stroke.right + touching
    : Math.abs(rule.left - stroke.left) < 0.05 && stroke.top <= rule.bottom + touching && rule.top <= stroke.bottom + touching;
}
