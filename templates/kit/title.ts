import type { Paragraph } from './document-content.ts';
import { points } from './length.ts';
import { titleLines } from './title-lines.ts';

/** 2号. GB/T 9704-2012 7.3.1. */
const titleSize = 22;

/**
 * The title, centred, in as few lines as hold it, three at most where that can be. `parts` are the pieces that make sense by themselves, in order: a line
 * ends between them before it ends anywhere else.
 */
export function title(parts: readonly string[]): Paragraph[] {
  return titleLines(parts).map((text) => ({
    kind: 'paragraph',
    runs: [{ text, face: 'title', size: titleSize }],
    align: 'center',
    line: points(34),
    keepNext: true,
  }));
}
