import type { MeasuredPage } from '../machine/measure-pdf.ts';
import type { Measurement } from './conformity.ts';
import { bottomOf, pageNumber, textLines, topOf } from './measured-documents.ts';

/** A title in the pages of a document: lines of 2号 one below the other, none of a single character. */
export function titleLinesOf(pages: readonly MeasuredPage[]): Measurement[] {
  return pages.flatMap((page, index) => {
    const lines = textLines(page).filter(({ size, colours }) => size === 22 && !colours.includes('#ff0000'));
    if (lines.length === 0) return [];
    const single = lines.find(({ characters }) => characters < 2);
    return [
      {
        what: '标题',
        required: '每行不止一字',
        measured: single === undefined ? `${lines.length} 行` : `有一行只有「${single.text}」`,
        page: index + 1,
        holds: single === undefined,
      },
    ];
  });
}

/**
 * Rows of numbered tables: each stands whole between two lines with its number in it, at the head of a page under the table's header and at the foot of
 * one that the table goes on from. What LibreOffice cuts has its number on one side only.
 */
export function wholeRows(pages: readonly MeasuredPage[]): Measurement[] {
  const tables = pages.map(rowsUnderHeader);
  return tables.flatMap((rows, index) => {
    if (rows === undefined) return [];
    const next = tables[index + 1];
    const goesOn = next?.[0]?.number !== undefined && next[0].number > 1 && next[0].atHead;
    const [first, last] = [rows[0], rows.at(-1)];
    const cut = first?.number === undefined ? first : goesOn && last?.number === undefined ? last : undefined;
    return [
      {
        what: '表格行',
        required: '一行不分在两面，续表有表头',
        measured: cut === undefined ? '无' : `「${cut.text}」没有序号`,
        page: index + 1,
        holds: cut === undefined,
      },
    ];
  });
}

interface TableRow {
  readonly number: number | undefined;
  readonly text: string;
  /** Whether its table's header is the first line of the page. */
  readonly atHead: boolean;
}

/** What stands between the lines under the last header 序号 of a page; undefined for a page without one. */
function rowsUnderHeader(page: MeasuredPage): readonly TableRow[] | undefined {
  const lines = textLines(page);
  const at = lines.findLastIndex(({ parts }) => parts[0]?.text === '序号');
  const header = lines[at];
  if (header === undefined) return undefined;
  const left = header.parts[0]?.left ?? 0;
  const seams = page.rules.filter((rule) => rule.direction === 'horizontal' && rule.left <= left && rule.top > header.baseline);
  const tops = [...new Set(seams.map(({ top }) => Math.round(top * 10) / 10))].toSorted((one, other) => one - other);
  return tops.slice(0, -1).map((top, index) => {
    const inside = lines.filter(({ baseline }) => baseline > top && baseline < (tops[index + 1] ?? 0));
    const number = inside.flatMap(({ parts }) => (/^\d+$/u.test(parts[0]?.text ?? '') ? [Number(parts[0]?.text)] : []))[0];
    return { number, text: inside.map(({ text }) => text).join(' '), atHead: at === 0 };
  });
}

/** Letters, forms and landscape tables: what of them stands outside the text area, and their page numbers. */
export function otherForm(form: 'letter' | 'form' | 'cover' | 'landscape', pages: readonly MeasuredPage[]): Measurement[] {
  return pages.flatMap((page, index) => {
    const number = index + 1;
    const landscape = page.width > page.height;
    const [left, right, top, bottom] = landscape ? [34.5, 260.5, 27.5, 184.5] : [27.5, 184.5, 36, 263];
    const head = form === 'letter' && number === 1 ? 29 : top;
    const lines = landscape ? page.lines : textLines(page);
    const outside = [
      ...lines.filter((line) => line.left < left || line.right > right || topOf(line) < head || bottomOf(line) > bottom),
      ...page.rules.filter(({ colour, ...rule }) => colour !== '#ff0000' && isOutside(rule, { left, right, top, bottom })),
    ];
    const wanted = number === 1 && (form === 'letter' || form === 'cover') ? '无' : `— ${number} —`;
    const shown = landscape ? page.slanted.trim() : (pageNumber(page)?.text ?? '');
    const measured = shown === '' ? '无' : shown;
    return [
      {
        what: '版心',
        required: landscape ? '文字和表格在 225 × 156 mm 以内' : '文字和表格在 156 × 225 mm 以内',
        measured: outside.length === 0 ? '在内' : `${outside.length} 处在外`,
        page: number,
        holds: outside.length === 0,
      },
      { what: '页码', required: wanted, measured, page: number, holds: measured === wanted },
    ];
  });
}

type Box = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;

function isOutside(rule: Box, area: Box): boolean {
  return rule.left < area.left || rule.right > area.right || rule.top < area.top || rule.bottom > area.bottom;
}
