import { blankLines } from './blank-lines.ts';
import type { Paragraph } from './document-content.ts';
import { bodyCharacter } from './page.ts';
import { ems } from './text-length.ts';

/**
 * 附件说明: one line below the body, two characters in. Several attachments are numbered 1. 2. under one another; the further lines of a
 * long name stand under its first character. No stop after a name. 7.3.4.
 */
export function attachmentNote(...names: readonly string[]): Paragraph[] {
  const label = '附件：';
  const indent = 2 + label.length;
  const numbers = names.length === 1 ? [] : names.map((_, index) => `${index + 1}.`);
  const widest = Math.max(0, ...numbers.map(ems));
  return [
    ...blankLines(1),
    ...names.map((name, index): Paragraph => {
      const first = index === 0 ? label : '';
      const number = numbers[index] ?? '';
      return {
        kind: 'paragraph',
        // The tab ends where the further lines begin, whatever a typeface makes of digits.
        runs: number === '' ? [{ text: `${first}${name}` }] : [{ text: `${first}${number}` }, { text: name, tabBefore: true }],
        align: 'left',
        left: Math.ceil((indent + widest) * bodyCharacter),
        hanging: Math.ceil(((first === '' ? 0 : label.length) + widest) * bodyCharacter),
        keepNext: true,
      };
    }),
  ];
}

/**
 * The first lines of an attachment: 附件, or 附件1 where there are several, in 黑体 at the top left of a new page; its title goes on the third
 * line. 7.3.9.
 */
export function attachmentHeading(number?: number): [Paragraph, ...Paragraph[]] {
  return [
    {
      kind: 'paragraph',
      runs: [{ text: `附件${number ?? ''}`, face: 'heading' }],
      align: 'left',
      pageBreakBefore: true,
      keepNext: true,
    },
    ...blankLines(1),
  ];
}
