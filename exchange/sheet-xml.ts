import { serialToDate } from 'hucre';
import { plainText, startTags } from './markup-tags.ts';
import { columnNumber, formulaWithoutResult, type RawCell, type RawMerge, type RawSheet } from './raw-workbook.ts';
import { stringItem, withoutEscapes } from './shared-strings-xml.ts';
import type { NumberLook } from './styles-xml.ts';
import { digits, TagReader } from './tag-reader.ts';
import { UnusualMarkup } from './unusual-markup.ts';
import { dateCell, textCell } from './value-cell.ts';

/** What the cells of a sheet refer to. */
export interface BookContext {
  /** A cell with each of the shared texts; they are handed out as they are, however many cells say the same. */
  readonly texts: readonly (RawCell | undefined)[];
  readonly looks: readonly NumberLook[];
  /** Days are counted from 1904. */
  readonly from1904: boolean;
}

const root = /^\s*(?:<\?xml[^>]*\?>\s*)?<worksheet[\s>]/u;
/** Columns and rows a sheet can have. */
const mostColumns = 16_384;
const mostRows = 1_048_576;

/** The cells of a worksheet part (ECMA-376-1, 18.3.1.99) and what is merged and hidden. Throws UnusualMarkup for what is not written as usual. */
export function readSheet(markup: string, book: BookContext): Omit<RawSheet, 'name' | 'visibility'> {
  const begin = markup.indexOf('<sheetData');
  if (begin === -1 || !root.test(markup) || !markup.trimEnd().endsWith('</worksheet>')) throw new UnusualMarkup();
  const tags = new TagReader(markup, begin + '<sheetData'.length);
  const hiddenRows = new Set<number>();
  const rows = tags.attributes() ? [] : readRows(tags, book, hiddenRows);
  const rest = markup.slice(tags.at);
  if (rest.includes('<sheetData')) throw new UnusualMarkup();
  return { rows, merges: startTags(rest, 'mergeCell').map(mergeOf), hiddenRows, hiddenColumns: hiddenColumnsIn(markup.slice(0, begin)) };
}

function readRows(tags: TagReader, book: BookContext, hiddenRows: Set<number>): (RawCell | undefined)[][] {
  const rows: (RawCell | undefined)[][] = [];
  let row = -1;
  let width = 0;
  while (!tags.ends('sheetData')) {
    if (!tags.begins('row')) throw new UnusualMarkup();
    const isEmpty = tags.attributes();
    // Rows that stand out of order, or where no sheet reaches.
    if (tags.row !== -1 && (tags.row <= row || tags.row >= mostRows || tags.column !== -1)) throw new UnusualMarkup();
    if (tags.hidden && tags.row !== -1) hiddenRows.add(tags.row);
    row = tags.row === -1 ? row + 1 : tags.row;
    if (isEmpty) continue;
    let column = 0;
    while (!tags.ends('row')) {
      if (!tags.begins('c')) throw new UnusualMarkup();
      const isBlank = tags.attributes();
      if (tags.row !== -1) ({ column } = tags);
      while (rows.length <= row) rows.push([]);
      const line = rows[row] ?? [];
      // Cells that stand in another's row, out of order, or where no sheet reaches.
      if ((tags.row !== -1 && tags.row !== row) || column < line.length || column >= mostColumns) throw new UnusualMarkup();
      while (line.length < column) line.push(undefined);
      const { type, style } = tags;
      line.push(readCell(type, style, isBlank ? blank : readContent(tags), book));
      column++;
    }
    width = Math.max(width, column);
  }
  for (const line of rows) while (line.length < width) line.push(undefined);
  return rows;
}

/** What stands inside a cell. */
interface CellContent {
  value: string;
  inline: string;
  formula: string | undefined;
}

const blank: Readonly<CellContent> = { value: '', inline: '', formula: undefined };

function readCell(type: string, style: number, { value, inline, formula }: CellContent, book: BookContext): RawCell | undefined {
  if (type === 'e') return { kind: 'error', text: value };
  if (value === '' && formula !== undefined && type !== 'str' && type !== 'inlineStr' && type !== 'b') {
    return { kind: 'error', text: formulaWithoutResult, formula };
  }
  const cell = cellOf(type, type === 'inlineStr' ? inline : value, book.looks[style], book);
  return cell === undefined || formula === undefined ? cell : { ...cell, formula };
}

/** Reads on to the end of a cell. */
function readContent(tags: TagReader): CellContent {
  const content: CellContent = { value: '', inline: '', formula: undefined };
  while (!tags.ends('c')) {
    if (tags.begins('v')) content.value = tags.attributes() ? '' : plainText(tags.text('v'));
    else if (tags.begins('f')) content.formula = readFormula(tags);
    else if (tags.begins('is')) content.inline = tags.attributes() ? '' : stringItem(tags.content('is'));
    else throw new UnusualMarkup();
  }
  return content;
}

/** A formula that is shared with other cells need not be written out. */
function readFormula(tags: TagReader): string | undefined {
  const isEmpty = tags.attributes();
  const isShared = tags.shared && tags.type === 'shared';
  const formula = isEmpty ? '' : plainText(tags.text('f'));
  return formula === '' && !isShared ? undefined : formula;
}

function cellOf(type: string, value: string, look: NumberLook | undefined, book: BookContext): RawCell | undefined {
  if (type === 'b') return { kind: 'boolean', value: value === '1' || value.toLowerCase() === 'true' };
  if (value === '') return undefined;
  if (type === 's') {
    const index = digits(value, 0, value.length);
    if (index >= book.texts.length) throw new UnusualMarkup();
    return book.texts[index];
  }
  if (type === 'inlineStr') return textCell(value);
  if (type === 'str') return textCell(withoutEscapes(value));
  const number = Number(value);
  if (Number.isNaN(number)) return textCell(value);
  if (look === 'date') return dateCell(serialToDate(number, book.from1904));
  return look === 'percent' ? { kind: 'number', number, percent: true } : { kind: 'number', number };
}

const area = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/u;

function mergeOf(merge: ReadonlyMap<string, string>): RawMerge {
  const [, left, top, right = left, bottom = top] = area.exec(merge.get('ref') ?? '') ?? [];
  if (left === undefined || right === undefined) throw new UnusualMarkup();
  return { top: Number(top) - 1, left: columnNumber(left), bottom: Number(bottom) - 1, right: columnNumber(right) };
}

function hiddenColumnsIn(head: string): Set<number> {
  const hidden = new Set<number>();
  for (const columns of startTags(head, 'col')) {
    if (!['1', 'true'].includes(columns.get('hidden') ?? '')) continue;
    const [from, to] = [Number(columns.get('min')), Number(columns.get('max'))];
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 1) throw new UnusualMarkup();
    for (let column = from; column <= Math.min(to, mostColumns); column++) hidden.add(column - 1);
  }
  return hidden;
}
