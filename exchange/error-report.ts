import { type CellComment, writeCommentBoxes, writeComments } from './comment-markup.ts';
import { actsOutside, cutOutside } from './cut-outside.ts';
import { filledGrid } from './filled-grid.ts';
import { withMergesWithin } from './merges-within.ts';
import { isBlank } from './normalise-text.ts';
import { openWorkbook } from './open-workbook.ts';
import { orderedFonts, packParts } from './package-parts.ts';
import { readRelations, relationsPartOf } from './package-relations.ts';
import { planPlainCopy } from './plan-plain-copy.ts';
import { cellText, columnNumber, type RawSheet, type RawWorkbook } from './raw-workbook.ts';
import type { CellProblem, WrittenWorkbook } from './read-result.ts';
import { renderWorkbook } from './render-workbook.ts';
import { type CellEdit, editCells, extendDimension, rootPrefix, showColumns, widenColumn } from './sheet-markup.ts';
import { growStyles, plainStyles, type StyleSheet } from './style-markup.ts';
import { heightFor } from './text-size.ts';
import { findAnyHeader } from './workbook-kinds.ts';
import { workbookLimits } from './workbook-limits.ts';
import { unpackWorkbook } from './workbook-package.ts';
import { WorkbookParts } from './workbook-parts.ts';

/** A comment longer than this is unreadable in its box; the column has the same text. */
const longestComment = 2000;
const columnHeader = '错误说明';
/** Width of the column in characters. */
const columnWidth = 56;
const markEnding = '（错误标注）';

/**
 * The sender's own workbook with its errors shown: red cells with a comment, and a column 错误说明 that can be filtered, its rows high
 * enough to read it. Everything else in the file stays as it was, except what reaches beyond the file (`cut-outside.ts`); marks of an earlier
 * report that no longer hold are taken away. A file that is not .xlsx, and one that fetches or embeds what cannot be cut, comes back as .xlsx
 * with its values. Problems that name no cell are left out.
 */
export async function writeErrorReport(bytes: Uint8Array, problems: readonly CellProblem[], fileName: string): Promise<WrittenWorkbook> {
  const opened = await openWorkbook(bytes, fileName);
  const own = isXlsx(bytes) ? new WorkbookParts(unpackWorkbook(bytes, fileName)) : undefined;
  const { parts, workbook } =
    own !== undefined && canBeMarked(own, opened) ? { parts: own, workbook: opened } : await plainCopy(opened, fileName);
  const { sheets, stylesPart } = parts.layOut();
  cutOutside(
    parts,
    sheets.map(({ part }) => part),
  );
  const styles = growStyles(orderedFonts(parts.text(stylesPart) ?? plainStyles));
  for (const { name, part } of sheets) {
    const sheet = workbook.sheets.find((candidate) => candidate.name === name);
    const markup = parts.text(part);
    if (sheet === undefined || markup === undefined || sheet.visibility !== 'visible') continue;
    const remarks = remarksOf(problems.filter((problem) => problem.sheet === name));
    const column = messageColumn(sheet, remarks);
    if (remarks.length === 0 && !column.present) continue;
    parts.write(part, markSheet(markup, sheet, remarks, column, styles));
    addComments(parts, part, remarks);
  }
  parts.write(stylesPart, styles.markup());
  const base = fileName.replace(/\.[^.]*$/u, '').replace(markEnding, '');
  return { fileName: `${base}${markEnding}.xlsx`, bytes: packParts(parts.all) };
}

/** Whether a workbook keeps nothing that acts once its links are cut, and its sheets are where they can be marked. */
function canBeMarked(parts: WorkbookParts, { sheets }: RawWorkbook): boolean {
  return !actsOutside(parts) && parts.layOut().sheets.length === sheets.length;
}

async function plainCopy(
  opened: RawWorkbook,
  fileName: string,
): Promise<{ readonly parts: WorkbookParts; readonly workbook: RawWorkbook }> {
  const workbook = withMergesWithin(opened);
  return { parts: new WorkbookParts(unpackWorkbook(await renderWorkbook(planPlainCopy(workbook, fileName)), fileName)), workbook };
}

function isXlsx(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('[Content_Types].xml');
}

/** All problems of a cell in one remark, in the order of rows and columns. */
function remarksOf(problems: readonly CellProblem[]): CellComment[] {
  const byCell = Map.groupBy(problems, ({ cell }) => cell);
  return [...byCell]
    .flatMap(([address, own]): CellComment[] => {
      const match = /^([A-Z]+)(\d+)$/u.exec(address);
      if (match === null) return [];
      const text = own.map(({ message }) => message).join('\n');
      return [{ row: Number(match[2]) - 1, column: columnNumber(match[1] ?? ''), address, text: text.slice(0, longestComment) }];
    })
    .toSorted((one, other) => one.row - other.row || one.column - other.column);
}

interface MessageColumn {
  readonly column: number;
  /** Row of its header. */
  readonly headerRow: number;
  /** True when an earlier report made it. */
  readonly present: boolean;
}

/** Where the column 错误说明 is, or where it goes: right of everything the sheet says, its header beside the table's. */
function messageColumn(sheet: RawSheet, remarks: readonly CellComment[]): MessageColumn {
  for (const [row, cells] of sheet.rows.entries()) {
    const column = cells.findIndex((cell) => cellText(cell) === columnHeader);
    if (column !== -1) return { column, headerRow: row, present: true };
  }
  const used = sheet.rows.reduce(
    (most, row) => Math.max(most, row.findLastIndex((cell) => cell !== undefined && !isBlank(cellText(cell))) + 1),
    0,
  );
  const merged = sheet.merges.reduce((most, { right }) => (right < workbookLimits.columns ? Math.max(most, right + 1) : most), 0);
  const headerRow = findAnyHeader(filledGrid(sheet))?.bottom ?? Math.max(0, (remarks[0]?.row ?? 1) - 1);
  const beyond = Math.max(used, merged);
  return { column: beyond < workbookLimits.columns ? beyond : (blankColumn(sheet) ?? beyond), headerRow, present: false };
}

/** The first column in which nothing is written, for a sheet with something in the last column that is read. */
function blankColumn({ rows }: RawSheet): number | undefined {
  const written = (column: number): boolean => rows.some((row) => row[column] !== undefined && !isBlank(cellText(row[column])));
  return Array.from({ length: workbookLimits.columns }, (_, column) => column).find((column) => !written(column));
}

function markSheet(
  markup: string,
  sheet: RawSheet,
  remarks: readonly CellComment[],
  { column, headerRow }: MessageColumn,
  styles: StyleSheet,
): string {
  const byRow = Map.groupBy(remarks, ({ row }) => row);
  const edits: CellEdit[] = remarks.map(({ row, column: at }) => ({ row, column: at, style: styles.marked, content: 'keep' }));
  edits.push({ row: headerRow, column, style: () => styles.heading, content: { text: columnHeader } });
  for (const [row, own] of byRow) {
    const text = own.map((remark) => remark.text).join('\n');
    edits.push({ row, column, style: () => styles.message, content: { text }, height: heightFor(text, columnWidth) });
  }
  for (const [row, cells] of sheet.rows.entries()) {
    const isOld = row > headerRow && cells[column] !== undefined && !byRow.has(row);
    if (isOld) edits.push({ row, column, style: () => styles.message, content: { text: undefined } });
  }
  const last = remarks.at(-1)?.row ?? headerRow;
  const marked = showColumns(editCells(markup, edits, styles.unmarked), new Set(remarks.map(({ column: at }) => at)));
  return extendDimension(widenColumn(marked, column, columnWidth), Math.max(last, headerRow), column);
}

/** Puts the remarks into the sheet's comments and draws their boxes, making either part when the sheet has none. */
function addComments(parts: WorkbookParts, sheetPart: string, remarks: readonly CellComment[]): void {
  const related = readRelations(sheetPart, parts.text(relationsPartOf(sheetPart)));
  const commentsPart = related.find(({ type }) => type === 'comments')?.target;
  const sheet = parts.text(sheetPart) ?? '';
  const drawingId = /<(?:\w+:)?legacyDrawing\b[^>]*?\b(?:\w+:)id="([^"]*)"/u.exec(sheet)?.[1];
  const drawingPart = related.find(({ id }) => id === drawingId)?.target;
  if (remarks.length === 0 && commentsPart === undefined) return;

  const { markup, removed } = writeComments(commentsPart === undefined ? undefined : parts.text(commentsPart), remarks);
  const boxes = writeCommentBoxes(
    drawingPart === undefined ? undefined : parts.text(drawingPart),
    remarks,
    removed.map((address) => ({ row: Number(address.replace(/\D/gu, '')) - 1, column: columnNumber(address.replace(/\d/gu, '')) })),
  );
  parts.write(commentsPart ?? parts.relate(sheetPart, 'comments', 'xl/comments', '.xml').part, markup);
  if (drawingPart !== undefined) {
    parts.write(drawingPart, boxes);
    return;
  }
  const { part, id } = parts.relate(sheetPart, 'vmlDrawing', 'xl/drawings/vmlDrawing', '.vml');
  parts.write(part, boxes);
  parts.write(sheetPart, withLegacyDrawing(sheet, id));
}

/** What stands after the comments' drawing in a worksheet (ECMA-376-1, 18.3.1.99). */
const afterLegacyDrawing = ['legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst'];

function withLegacyDrawing(sheet: string, id: string): string {
  const prefix = rootPrefix(sheet);
  const element = `<${prefix}legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/>`;
  // Only the end of the sheet is searched: names in the data do not matter.
  const tail = sheet.lastIndexOf(`</${prefix}sheetData>`);
  const next = new RegExp(`<(?:${prefix}(?:${afterLegacyDrawing.join('|')})\\b|/${prefix}worksheet>)`, 'u').exec(sheet.slice(tail));
  const at = next === null ? sheet.length : tail + next.index;
  return sheet.slice(0, at) + element + sheet.slice(at);
}
