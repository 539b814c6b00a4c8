import type { Paragraph, Table } from './document-content.ts';
import { points, type Twips } from './length.ts';
import { textWidth } from './page.ts';
import { ems } from './text-length.ts';

const red = 'FF0000';
/** The largest size the names are set in, in points. */
const largestSize = 40;
const word = '文件';
/** Between a cell's edges and its text: three points on either side, two above. */
const sides: Twips = points(6);
const above: Twips = points(2);

/**
 * 发文机关标志 of a joint document: the names under one another and as wide as each other, the host's first; 文件 on their right, in the middle of
 * their height. GB/T 9704-2012 7.2.4. `inset` is from the upper edge to the ink of the first name.
 */
export function jointMark(issuers: readonly string[]): { readonly table: Table; readonly inset: Twips } {
  const longest = Math.max(...issuers.map(ems));
  const size = Math.min(largestSize, Math.floor((textWidth - 2 * sides - points(4)) / 20 / (longest + word.length)));
  const line = points(size * 1.3);
  const mark = (text: string, spacing: Twips): Paragraph => ({
    kind: 'paragraph',
    runs: [{ text, face: 'title', size, colour: red, spacing }],
    align: 'center',
    line,
  });
  const names = issuers.map((name) => mark(name, Math.floor(points(size * (longest - ems(name))) / Array.from(name).length)));
  const columns = [longest, word.length].map((width) => points(width * size + 2) + sides);
  return {
    table: {
      kind: 'table',
      rules: 'none',
      columns,
      headerRows: 0,
      rows: [{ cells: [{ paragraphs: names }, { paragraphs: [mark(word, 0)] }], keepNext: true }],
    },
    inset: above + Math.round(line * 0.8 - points(size * 0.82)),
  };
}
