import { chineseNumber } from '../../policy/article.ts';
import type { Paragraph } from './document-content.ts';

/** A paragraph of the body: 3号仿宋, the first line two characters in. */
export function bodyText(text: string): Paragraph {
  return { kind: 'paragraph', runs: [{ text }], firstLineCharacters: 2 };
}

/** 一、 in 黑体, on a line of its own, never last on a page. `number` counts from 1. */
export function heading(number: number, text: string): Paragraph {
  return headingOf(`${chineseNumber(number)}、${text}`);
}

/** As `heading`, of a text that begins with its number. */
export function headingOf(text: string): Paragraph {
  return {
    kind: 'paragraph',
    runs: [{ text, face: 'heading' }],
    firstLineCharacters: 2,
    keepNext: true,
    outlineLevel: 1,
  };
}

/** （一） in 楷体, and the text it introduces on the same line. `number` counts from 1. */
export function subheading(number: number, text: string, following: string): Paragraph {
  return {
    kind: 'paragraph',
    runs: [{ text: `（${chineseNumber(number)}）${text}`, face: 'subheading' }, { text: following }],
    firstLineCharacters: 2,
    outlineLevel: 2,
  };
}

/** （一） before a paragraph of the body that has no heading of its own. `number` counts from 1. */
export function clause(number: number, text: string): Paragraph {
  return bodyText(`（${chineseNumber(number)}）${text}`);
}

/** 1. before a paragraph of the body. `number` counts from 1. */
export function item(number: number, text: string): Paragraph {
  return bodyText(`${number}.${text}`);
}

/** （1） before a paragraph of the body. `number` counts from 1. */
export function subitem(number: number, text: string): Paragraph {
  return bodyText(`（${number}）${text}`);
}

/** 主送机关, one line below the title, flush left, with its colon. */
export function addressee(names: readonly string[]): Paragraph {
  return { kind: 'paragraph', runs: [{ text: `${names.join('、')}：` }], align: 'left' };
}
