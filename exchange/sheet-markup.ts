import { columnLetters, columnNumber } from './raw-workbook.ts';

/** What becomes of a cell. Rows and columns count from 0. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  /** The new style, given the one it has. */
  readonly style: (present: number) => number;
  /** A text that replaces the cell's content, or `undefined` to empty it; `keep` leaves it. */
  readonly content: 'keep' | { readonly text: string | undefined };
  /** Points its row has to have at least, where the row's height is fixed. */
  readonly height?: number;
}

interface MarkupCell {
  readonly column: number;
  readonly attributes: string;
  /** Everything inside the element; `undefined` for an empty one. */
  readonly inside: string | undefined;
}

/**
 * Changes single cells in the XML of a worksheet and leaves every other byte of it alone: formats, drop-downs, pictures and what
 * else the sheet holds stay as they are. A hidden row is shown where one of its cells is marked or says something new.
 */
export function editCells(sheet: string, edits: readonly CellEdit[], restyle: (present: number) => number): string {
  const prefix = rootPrefix(sheet);
  const byRow = Map.groupBy(edits, ({ row }) => row);
  const rowElement = new RegExp(`<${prefix}row\\b([^>]*?)(?:/>|>(.*?)</${prefix}row>)`, 'gsu');
  let previous = -1;
  let last = 0;
  let output = '';
  const data = new RegExp(`<${prefix}sheetData\\s*(?:/>|>(.*?)</${prefix}sheetData>)`, 'su').exec(sheet);
  if (data === null) return sheet;
  const rows = data[1] ?? '';
  const pending = [...byRow.keys()].toSorted((one, other) => one - other);
  const addMissing = (before: number): void => {
    while (pending[0] !== undefined && pending[0] < before) {
      const row = pending.shift() ?? 0;
      output += `<${prefix}row r="${row + 1}">${cellsMarkup(prefix, row, [], byRow.get(row) ?? [], restyle)}</${prefix}row>`;
    }
  };
  for (const match of rows.matchAll(rowElement)) {
    const [whole, attributes = '', inside = ''] = match;
    const row = Number(/\br="(\d+)"/u.exec(attributes)?.[1] ?? previous + 2) - 1;
    addMissing(row);
    output += rows.slice(last, match.index);
    last = match.index + whole.length;
    previous = row;
    const own = byRow.get(row) ?? [];
    if (pending[0] === row) pending.shift();
    const cells = cellsMarkup(prefix, row, parseCells(prefix, inside), own, restyle);
    // The hint how far the row reaches may no longer be true.
    const shown = own.some(({ content }) => content === 'keep' || content.text !== undefined);
    const stated = attributes.replace(/\sspans="[^"]*"/u, '').replace(shown ? hiddenAttribute : '', '');
    const kept = grown(stated, Math.max(0, ...own.map(({ height = 0 }) => height)));
    output += cells === '' ? `<${prefix}row${kept}/>` : `<${prefix}row${kept}>${cells}</${prefix}row>`;
  }
  addMissing(Number.POSITIVE_INFINITY);
  output += rows.slice(last);
  const start = data.index;
  return `${sheet.slice(0, start)}<${prefix}sheetData>${output}</${prefix}sheetData>${sheet.slice(start + data[0].length)}`;
}

/** Attributes of a row that is as high as it was, or as high as it has to be. */
function grown(attributes: string, least: number): string {
  return attributes.replace(/(\sht=")([\d.]+)"/u, (_, head: string, height: string) => `${head}${Math.max(Number(height), least)}"`);
}

/** The namespace prefix of a part's elements with its colon, or nothing: some programs write `<x:worksheet>`. */
export function rootPrefix(part: string): string {
  return /<(\w+:)?(?:worksheet|comments|styleSheet)\b/u.exec(part)?.[1] ?? '';
}

function parseCells(prefix: string, row: string): MarkupCell[] {
  const cells: MarkupCell[] = [];
  for (const [, attributes = '', inside] of row.matchAll(new RegExp(`<${prefix}c\\b([^>]*?)(?:/>|>(.*?)</${prefix}c>)`, 'gsu'))) {
    const letters = /\br="([A-Z]+)\d+"/u.exec(attributes)?.[1];
    const column = letters === undefined ? (cells.at(-1)?.column ?? -1) + 1 : columnNumber(letters);
    cells.push({ column, attributes, inside });
  }
  return cells;
}

function cellsMarkup(
  prefix: string,
  row: number,
  present: readonly MarkupCell[],
  edits: readonly CellEdit[],
  restyle: (present: number) => number,
): string {
  const columns = new Map(present.map((cell) => [cell.column, cell]));
  for (const { column } of edits) if (!columns.has(column)) columns.set(column, { column, attributes: '', inside: undefined });
  return [...columns.values()]
    .toSorted((one, other) => one.column - other.column)
    .map((cell) => {
      const edit = edits.find(({ column }) => column === cell.column);
      const style = Number(/\bs="(\d+)"/u.exec(cell.attributes)?.[1] ?? 0);
      const next = edit === undefined ? restyle(style) : edit.style(style);
      const head = `${prefix}c r="${columnLetters(cell.column)}${row + 1}"${next === 0 ? '' : ` s="${next}"`}`;
      if (edit === undefined || edit.content === 'keep') {
        const rest = cell.attributes.replaceAll(/\s(?:r|s)="[^"]*"/gu, '').trimEnd();
        return cell.inside === undefined ? `<${head}${rest}/>` : `<${head}${rest}>${cell.inside}</${prefix}c>`;
      }
      const { text } = edit.content;
      if (text === undefined) return `<${head}/>`;
      return `<${head} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}is></${prefix}c>`;
    })
    .join('');
}

/** The sheet with its stated extent reaching a cell. */
export function extendDimension(sheet: string, row: number, column: number): string {
  return sheet.replace(
    /(<(?:\w+:)?dimension ref=")([A-Z]+\d+)(?::([A-Z]+)(\d+))?"/u,
    (_, head: string, first: string, letters = first.replace(/\d/gu, ''), last = first.replace(/\D/gu, '')) => {
      const right = columnLetters(Math.max(column, columnNumber(String(letters))));
      return `${head}${first}:${right}${Math.max(row + 1, Number(last))}"`;
    },
  );
}

/** Text for XML, without the characters XML cannot hold. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const hiddenAttribute = /\shidden="(?:1|true)"/u;

/** Shows the columns among these that are hidden, with those hidden together with them. */
export function showColumns(sheet: string, columns: ReadonlySet<number>): string {
  return sheet.replaceAll(/<(?:\w+:)?col\b[^>]*?\/>/gu, (col) => {
    const min = Number(/\bmin="(\d+)"/u.exec(col)?.[1]);
    const max = Number(/\bmax="(\d+)"/u.exec(col)?.[1]);
    return [...columns].some((column) => column + 1 >= min && column + 1 <= max) ? col.replace(hiddenAttribute, '') : col;
  });
}

/** Makes a column wide enough for messages, without touching the widths beside it. */
export function widenColumn(sheet: string, column: number, width: number): string {
  const prefix = rootPrefix(sheet);
  const ours = `<${prefix}col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  const cols = new RegExp(`<${prefix}cols>(.*?)</${prefix}cols>`, 'su').exec(sheet);
  if (cols === null)
    return sheet.replace(new RegExp(`<${prefix}sheetData`, 'u'), `<${prefix}cols>${ours}</${prefix}cols><${prefix}sheetData`);
  const parts = [...(cols[1] ?? '').matchAll(new RegExp(`<${prefix}col\\b[^>]*?/>`, 'gu'))].flatMap(([col]) =>
    splitAround(col, column + 1),
  );
  const before = parts.filter(({ min }) => min <= column).map(({ text }) => text);
  const after = parts.filter(({ min }) => min > column + 1).map(({ text }) => text);
  return sheet.replace(cols[0], () => `<${prefix}cols>${[...before, ours, ...after].join('')}</${prefix}cols>`);
}

/** A range of columns less one of them. Columns count from 1. */
function splitAround(col: string, column: number): { min: number; text: string }[] {
  const min = Number(/\bmin="(\d+)"/u.exec(col)?.[1]);
  const max = Number(/\bmax="(\d+)"/u.exec(col)?.[1]);
  const ranged = (from: number, to: number): { min: number; text: string }[] =>
    from > to ? [] : [{ min: from, text: col.replace(/\bmin="\d+"/u, `min="${from}"`).replace(/\bmax="\d+"/u, `max="${to}"`) }];
  return column < min || column > max ? ranged(min, max) : [...ranged(min, column - 1), ...ranged(column + 1, max)];
}
