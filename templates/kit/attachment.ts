import { blankLines } from './blank-lines.ts';
import type { Paragraph } from './document-content.ts';
import { bodyCharacter } from './page.ts';

/** 附件说明 for the only attachment of a document: one line below the body, its further lines under the first. 7.3.4. */
export function attachmentNote(name: string): Paragraph[] {
  const label = '附件：';
  return [
    ...blankLines(1),
    {
      kind: 'paragraph',
      runs: [{ text: `${label}${name}` }],
      align: 'left',
      left: (2 + label.length) * bodyCharacter,
      hanging: label.length * bodyCharacter,
      keepNext: true,
    },
  ];
}

/** The first lines of an attachment: 附件 in 黑体 at the top left of a new page, its title on the third line. 7.3.9. */
export function attachmentHeading(): Paragraph[] {
  return [
    { kind: 'paragraph', runs: [{ text: '附件', face: 'heading' }], align: 'left', pageBreakBefore: true, keepNext: true },
    ...blankLines(1),
  ];
}
