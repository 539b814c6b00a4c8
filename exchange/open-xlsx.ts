import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { Refusal } from '../policy/refusal.ts';
import { columnNumber, formulaWithoutResult, type RawCell, type RawSheet, type RawWorkbook } from './raw-workbook.ts';
import { readParts } from './read-parts.ts';
import { checkedSheet } from './sheet-limits.ts';
import { showsPercent } from './shows-percent.ts';
import { UnusualMarkup } from './unusual-markup.ts';
import { dateCell, textCell } from './value-cell.ts';
import { workbookLimits } from './workbook-limits.ts';
import { damaged, type WorkbookPackage } from './workbook-package.ts';
import { measureMarkup } from './xml-depth.ts';

/** Opens an .xlsx file whose parts have been unpacked and found to be of a sane size. */
export async function openXlsx(bytes: Uint8Array, parts: WorkbookPackage, fileName: string): Promise<RawWorkbook> {
  // Whatever a part is called: what is a sheet is said by the relations of the workbook.
  for (const part of Object.values(parts)) checkExtent(part, fileName);
  checkMarkup(parts, fileName);
  const { sheets, linksOutside } = await readWorkbook(bytes, parts, fileName);
  return { sheets: sheets.map((sheet) => checkedSheet(sheet, fileName)), linksOutside };
}

async function readWorkbook(bytes: Uint8Array, parts: WorkbookPackage, fileName: string): Promise<RawWorkbook> {
  try {
    return readParts(parts);
  } catch (fault) {
    if (!(fault instanceof UnusualMarkup)) throw fault;
  }
  try {
    return await readWithLibrary(bytes, parts);
  } catch {
    throw damaged(fileName);
  }
}

/** Reads whatever is a workbook, in five times the time. */
export async function readWithLibrary(bytes: Uint8Array, parts: WorkbookPackage): Promise<RawWorkbook> {
  // Styles cost an object for every cell; they are wanted only to tell which numbers are percentages.
  const workbook = await readXlsx(bytes, { readStyles: mayShowPercent(parts) });
  return { sheets: workbook.sheets.map(rawSheet), linksOutside: (workbook.externalLinks?.length ?? 0) > 0 };
}

/** After a byte order mark and blanks. */
const beginsWithTag = /^(?:\u00ef\u00bb\u00bf)?\s*</u;

/**
 * Refuses XML no spreadsheet program writes: a document type, which wants entities expanded, or a tower of elements; and more elements than
 * can be held in memory, each of which costs far more there than in the file.
 */
export function checkMarkup(parts: WorkbookPackage, fileName: string): void {
  let elements = 0;
  for (const part of Object.values(parts)) {
    if (!beginsWithTag.test(Buffer.from(part.subarray(0, 200)).toString('latin1'))) continue;
    const markup = measureMarkup(part, workbookLimits.nesting);
    if (Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes('<!DOCTYPE') || markup.depth > workbookLimits.nesting) {
      throw new Refusal(
        `无法读取「${fileName}」：文件里有表格软件不会写的内容，出于安全不予打开。请核对来源，确有需要时用 Excel 或 WPS 打开后另存再导入。`,
      );
    }
    elements += markup.elements;
  }
  if (elements > workbookLimits.elements) {
    throw new Refusal(`无法读取「${fileName}」：单元格和格式太多，远多于正常的表格。请删除空白的行列和多余的工作表后另存再导入。`);
  }
}

/** True unless it is certain that no cell of the workbook has a format with a percent sign: 9, 10, or one of its own. */
function mayShowPercent(parts: WorkbookPackage): boolean {
  return Object.values(parts).some((part) => {
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    if (!bytes.includes('cellXfs')) return false;
    const styles = bytes.toString();
    const formats = [...styles.matchAll(/\bformatCode\s*=\s*("[^"]*"|'[^']*')/gu)];
    const used = [...styles.slice(styles.indexOf('cellXfs')).matchAll(/\bnumFmtId\s*=\s*["']([^"']*)/gu)];
    return formats.some(([format]) => /%|&#/u.test(format)) || used.some(([, id = '']) => !/^(?:[0-8]|[1-9]\d+)$/u.test(id) || id === '10');
  });
}

/** Cells and rows that lie far out, as their addresses say. */
const farOut = /\br\s*=\s*["']([A-Z]*)(\d{5,})["']|\br\s*=\s*["']([A-Z]{2,})\d+["']/gu;

/** An address in a tag that is not written as every program writes one: the library may understand it all the same (`104857&#54;`, `1e6`). */
const strangeAddress = /\sr\s*=\s*["'](?![A-Z]{0,3}\d{1,7}["'])(?<=<[^<>]*)/u;

/** Looks how far a part that is a sheet reaches before it is read: one cell in row 1048576 would cost a gigabyte. */
function checkExtent(part: Uint8Array, fileName: string): void {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  if (!bytes.includes('sheetData')) return;
  const text = bytes.toString('latin1');
  if (strangeAddress.test(text)) throw damaged(fileName);
  for (const [, column, digits = '', letters = column ?? ''] of text.matchAll(farOut)) {
    if (Number(digits) > workbookLimits.rows) throw tooManyRows(Number(digits), fileName);
    if (columnNumber(letters) >= workbookLimits.columns) throw tooManyColumns(letters, fileName);
  }
  // Rows that do not say where they are; most are named twice, where they begin and where they end.
  const rows = Math.floor(countOf(bytes, 'row') / 2);
  if (rows > workbookLimits.rows + 1000) throw tooManyRows(rows, fileName);
}

function countOf(bytes: Buffer, word: string): number {
  let count = 0;
  for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + word.length)) count++;
  return count;
}

function tooManyColumns(letters: string, fileName: string): Refusal {
  return new Refusal(
    `无法读取「${fileName}」：有一张工作表用到了 ${letters} 列，最多读取 ${workbookLimits.columns} 列。请选中数据右侧的空白列，整列删除后另存再导入。`,
  );
}

function tooManyRows(rows: number, fileName: string): Refusal {
  return new Refusal(
    `无法读取「${fileName}」：有一张工作表用到了第 ${rows} 行，最多读取 ${workbookLimits.rows} 行。请选中数据下方的空白行，整行删除后另存再导入。`,
  );
}

/** A sheet as the library gives it, in our terms. */
export function rawSheet(sheet: Sheet): RawSheet {
  const rows = sheet.rows.map((row) => row.map(rawCell));
  for (const [key, cell] of sheet.cells ?? []) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const line = rows[row];
    const detailed = detailedCell(cell);
    // A blank cell that is only formatted reaches no further than what is written.
    if (line !== undefined && detailed !== undefined) line[column] = detailed;
  }
  const hiddenRows = [...(sheet.rowDefs ?? [])].filter(([, { hidden }]) => hidden === true).map(([row]) => row);
  const hiddenColumns = (sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden === true ? [column] : []));
  return {
    name: sheet.name,
    visibility: sheet.veryHidden === true ? 'very-hidden' : sheet.hidden === true ? 'hidden' : 'visible',
    rows,
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
    hiddenRows: new Set(hiddenRows),
    hiddenColumns: new Set(hiddenColumns),
  };
}

function rawCell(value: CellValue): RawCell | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  return dateCell(value);
}

function detailedCell({ value, type, formula, style }: Cell): RawCell | undefined {
  if (type === 'error') return { kind: 'error', text: String(value) };
  if (formula !== undefined && value === null) return { kind: 'error', text: formulaWithoutResult, formula };
  const plain = rawCell(value);
  const cell: RawCell | undefined = plain?.kind === 'number' && showsPercent(style?.numFmt) ? { ...plain, percent: true } : plain;
  return cell === undefined || formula === undefined ? cell : { ...cell, formula };
}
