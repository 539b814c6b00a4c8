import type { Paragraph } from './document-content.ts';
import { points } from './length.ts';
import { textWidth } from './page.ts';
import { ems } from './text-length.ts';

/** 2号. GB/T 9704-2012 7.3.1. */
const titleSize = 22;

/** Characters of 2号 in the 156 mm of a line. */
const longestLine = Math.floor(textWidth / points(titleSize));

/**
 * The title, centred, a paragraph for each of the lines given. A line too long for the page is cut between words into
 * lines of about the same length; no line is ever a single character.
 */
export function title(lines: readonly string[]): Paragraph[] {
  return lines.flatMap(titleLines).map((text) => ({
    kind: 'paragraph',
    runs: [{ text, face: 'title', size: titleSize }],
    align: 'center',
    line: points(34),
    keepNext: true,
  }));
}

/** A phrase as the fewest lines of a title that hold it, cut between clauses or else between words wherever possible. */
export function titleLines(phrase: string): readonly string[] {
  const count = Math.ceil(ems(phrase) / longestLine);
  if (count <= 1) return [phrase];
  const clauses = phrase.split(/(?<=[与暨的、])|(?=名师工作室)/);
  const pieces = words(phrase);
  return evenCut(clauses, count) ?? evenCut(pieces, count) ?? evenCut(pieces, count + 1) ?? evenCut(Array.from(phrase), count) ?? [phrase];
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a phrase. 名师工作室 is one; a single character goes with the word beside it, so that no line is just that. */
function words(phrase: string): string[] {
  const segments = phrase
    .split(/(名师工作室)/)
    .flatMap((part) => (part === '名师工作室' ? [part] : Array.from(segmenter.segment(part), ({ segment }) => segment)));
  const result: string[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (last !== undefined && (segment.length === 1 || last.length === 1)) result[result.length - 1] = last + segment;
    else result.push(segment);
  }
  return result;
}

/** The pieces filled into at most so many lines, the longest of them as short as can be; undefined when they do not fit. */
function evenCut(pieces: readonly string[], lines: number): readonly string[] | undefined {
  for (let limit = Math.ceil(ems(pieces.join('')) / lines); limit <= longestLine; limit++) {
    const cut = fill(pieces, limit);
    if (cut.length <= lines && cut.every((line) => ems(line) <= limit && Array.from(line).length > 1)) return cut;
  }
  return undefined;
}

function fill(pieces: readonly string[], limit: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && ems(last + piece) <= limit) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines;
}
