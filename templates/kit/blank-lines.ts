import type { Paragraph } from './document-content.ts';

/** Empty lines of body height that stay with what follows them. */
export function blankLines(count: number): Paragraph[] {
  return Array.from({ length: count }, () => ({ kind: 'paragraph', runs: [], keepNext: true }));
}
