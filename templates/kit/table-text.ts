import type { Cell, Paragraph } from './document-content.ts';
import { points } from './length.ts';

/** Sizes of text in tables, in points: 小四 for forms and short lists, 五号 for tables of many columns. */
export type TableTextSize = 12 | 10.5;

/** A paragraph of a table. Lines are half as high again as the text, so that none is clipped. */
export function tableText(text: string, size: TableTextSize, align: 'left' | 'center' = 'center'): Paragraph {
  return { kind: 'paragraph', runs: [{ text, size }], align, line: points(size * 1.5) };
}

/** A cell of plain text. */
export function textCell(text: string, size: TableTextSize, align: 'left' | 'center' = 'center'): Cell {
  return { paragraphs: [tableText(text, size, align)] };
}

/** A cell of lines that are broken by meaning: 2026年 / 8月20日. */
export function linesCell(lines: readonly string[], size: TableTextSize, align: 'left' | 'center' = 'center'): Cell {
  return { paragraphs: lines.map((line) => tableText(line, size, align)) };
}

/** A cell of a header row or of a form's labels, in 黑体. */
export function labelCell(text: string, size: TableTextSize): Cell {
  return { paragraphs: [{ ...tableText(text, size), runs: [{ text, size, face: 'heading' }] }] };
}
