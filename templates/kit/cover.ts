import type { Block, NewPages, Paragraph } from './document-content.ts';
import { blankCell } from './form-table.ts';
import { millimetres, points } from './length.ts';

/** 小初, for the title of a cover, in points. */
const titleSize = 36;

/**
 * The cover of a form and the pages behind it: title, what the form is about on lines that may be left to be written on, and at the foot who
 * made the form and when. The document's form is `cover`.
 */
export function cover(
  title: readonly string[],
  fields: readonly (readonly [label: string, value: string | undefined])[],
  foot: readonly string[],
): (Block | NewPages)[] {
  return [
    ...title.map(
      (text, index): Paragraph => ({
        kind: 'paragraph',
        runs: [{ text, face: 'title', size: titleSize }],
        align: 'center',
        line: points(titleSize * 1.5),
        ...(index === 0 ? { before: millimetres(32) } : {}),
      }),
    ),
    { kind: 'paragraph', runs: [], line: millimetres(28) },
    {
      kind: 'table',
      rules: 'blanks',
      columns: [36, 92].map(millimetres),
      headerRows: 0,
      rows: fields.map(([label, value]) => ({
        height: millimetres(13),
        cells: [{ paragraphs: [coverText(label)] }, value === undefined ? blankCell() : { paragraphs: [coverText(value)] }],
      })),
    },
    { kind: 'paragraph', runs: [], line: millimetres(22) },
    ...foot.map(coverText),
    { kind: 'new-pages', form: 'form' },
  ];
}

function coverText(text: string): Paragraph {
  return { kind: 'paragraph', runs: [{ text, spacing: 0 }], align: 'center', line: points(24) };
}
