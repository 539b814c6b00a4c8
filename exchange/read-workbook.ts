import { Refusal } from '../policy/refusal.ts';
import { type FilledGrid, filledGrid } from './filled-grid.ts';
import { type FoundHeader, findHeader } from './find-header.ts';
import { readFormHeader, unitAbove } from './form-header.ts';
import { checkMeta, type Meta, metaSheetName, readMeta } from './meta-sheet.ts';
import { openWorkbook } from './open-workbook.ts';
import { columnLetters, type RawSheet, type RawWorkbook } from './raw-workbook.ts';
import type { CellProblem, ReadResult, ReadRow } from './read-result.ts';
import { readRows } from './read-rows.ts';
import { columnLabel, type WorkbookKind } from './workbook-kind.ts';

/** Recognised at least by so many headers, so that a stray word does not pass for a table. */
export const fewestHeaders = 4;

/**
 * Reads a workbook of a kind from the bytes of a file. Throws a Refusal, in one sentence that names the file, for what cannot
 * be read or is something else. Faults of single cells are errors of their row and stop nothing else.
 */
export async function readWorkbook<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  bytes: Uint8Array,
  fileName: string,
): Promise<ReadResult<Id, Fields>> {
  const workbook = await openWorkbook(bytes, fileName);
  return readOpened(kind, workbook, fileName);
}

/** The same for a workbook that is open already. */
export function readOpened<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  workbook: RawWorkbook,
  fileName: string,
): ReadResult<Id, Fields> {
  const meta = readMeta(workbook);
  if (meta !== undefined) checkMeta(meta, kind, fileName);
  const { tables, nearest, rows, warnings } = readTables(kind, workbook);
  const [table] = tables;
  if (table === undefined) throw unrecognised(kind, nearest, fileName);
  if (workbook.linksOutside) {
    warnings.push({
      sheet: '',
      cell: '',
      studio: '',
      field: '',
      message: '文件带有指向其他文件的链接：只读取了已保存的数值，链接没有打开。',
    });
  }
  const checked = findRepeated(kind, rows, warnings);
  return {
    kind: kind.id,
    header: readFormHeader(table.grid, table.header.top),
    ...(meta === undefined
      ? {}
      : { origin: { sender: meta.sender, writtenOn: meta.writtenOn, recordIds: meta.records.map(({ recordId }) => recordId) } }),
    rows: bindRecords(kind, checked, meta),
    warnings,
  };
}

interface Table<Cells> {
  readonly grid: FilledGrid;
  readonly header: FoundHeader<Cells>;
}

/** Every table of a kind in the visible sheets, with all its rows. Tables that say much less than the fullest one are something else. */
export function readTables<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  workbook: RawWorkbook,
): { tables: Table<Cells>[]; nearest: Table<Cells> | undefined; rows: ReadRow<Fields>[]; warnings: CellProblem[] } {
  const warnings: CellProblem[] = [];
  const rows: ReadRow<Fields>[] = [];
  const candidates: Table<Cells>[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.name === metaSheetName) continue;
    if (sheet.visibility !== 'visible') {
      warnings.push(aboutSheet(sheet, '工作表是隐藏的，没有读取：如需导入，请取消隐藏后重新选择文件。'));
      continue;
    }
    const grid = filledGrid(sheet);
    const header = findHeader(kind, grid);
    if (header !== undefined && header.columns.length >= fewestHeaders) candidates.push({ grid, header });
  }
  const most = candidates.reduce((best, { header }) => Math.max(best, header.columns.length), 0);
  const tables = candidates.filter(({ header }) => missingColumns(kind, header).length === 0 && header.columns.length * 2 > most);
  for (const { grid, header } of tables) {
    const read = readRows({ kind, grid, header, unit: unitAbove(grid, header.top) });
    rows.push(...read.rows);
    warnings.push(...aboutTable(grid, header), ...read.warnings);
  }
  const nearest = candidates.toSorted((one, other) => other.header.columns.length - one.header.columns.length)[0];
  return { tables, nearest, rows, warnings };
}

function aboutSheet(sheet: RawSheet, message: string): CellProblem {
  return { sheet: sheet.name, cell: '', studio: '', field: '', message };
}

/** Columns a table must have and this header does not name. */
export function missingColumns<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  header: FoundHeader<Cells>,
): string[] {
  const found = new Set<string>(header.columns.map(({ column }) => column.key));
  return kind.columns.filter(({ key, required }) => required === true && !found.has(key)).map(columnLabel);
}

function unrecognised<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  nearest: { grid: FilledGrid; header: FoundHeader<Cells> } | undefined,
  fileName: string,
): Refusal {
  if (nearest !== undefined) {
    const missing = missingColumns(kind, nearest.header).join('、');
    return new Refusal(
      `无法导入「${fileName}」：工作表「${nearest.grid.sheet.name}」第 ${nearest.header.bottom + 1} 行的表头缺少「${missing}」。` +
        '请补上这些列，或导出空白模板后把内容粘贴进去。',
    );
  }
  const expected = kind.columns.map(columnLabel).join('、');
  return new Refusal(
    `无法把「${fileName}」识别为「${kind.title}」：没有一张工作表的前 60 行里有所需的表头。应有的列：${expected}。请核对文件是否选错，或导出空白模板填写。`,
  );
}

/** What is hidden or doubled in a table that is read. */
function aboutTable<Cells>(grid: FilledGrid, header: FoundHeader<Cells>): CellProblem[] {
  const { sheet } = grid;
  const remarks: CellProblem[] = header.repeated.map((label) => aboutSheet(sheet, `「${label}」列不止一列，只读取了最左边的一列。`));
  const hiddenRows = [...sheet.hiddenRows].filter((row) => row > header.bottom && row < grid.rowCount).map((row) => row + 1);
  if (hiddenRows.length > 0) {
    const shown = hiddenRows.slice(0, 20).join('、');
    remarks.push(
      aboutSheet(
        sheet,
        `第 ${shown}${hiddenRows.length > 20 ? ' 等' : ''} 行（共 ${hiddenRows.length} 行）是隐藏的，也已读取：请确认它们应当导入。`,
      ),
    );
  }
  for (const { column, index } of header.columns) {
    if (sheet.hiddenColumns.has(index)) {
      remarks.push(aboutSheet(sheet, `「${columnLabel(column)}」列（${columnLetters(index)} 列）是隐藏的，也已读取：请确认其内容。`));
    }
  }
  return remarks;
}

/** Of rows that say the same, a remark names so many: thousands alike would fill the screen, and the memory. */
const mostNamed = 20;

/** The other rows that say the same, of which the first are given, by their numbers. */
function otherRows<Fields>(row: ReadRow<Fields>, first: readonly ReadRow<Fields>[], count: number): string {
  const named = first
    .filter((other) => other !== row)
    .slice(0, mostNamed)
    .map((other) => (other.sheet === row.sheet ? `第 ${other.row} 行` : `工作表「${other.sheet}」第 ${other.row} 行`))
    .join('、');
  return count > mostNamed ? `${named} 等 ${count} 行` : named;
}

/** What must be distinct and is not, in every row that says it; the same lead name with different ID numbers is a warning. */
function findRepeated<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  rows: readonly ReadRow<Fields>[],
  warnings: CellProblem[],
): ReadRow<Fields>[] {
  const problems = new Map<ReadRow<Fields>, CellProblem[]>();
  const values = new Map(rows.map((row) => [row, kind.cellsOf(row.record)]));
  const about = (row: ReadRow<Fields>, key: string, label: string, message: string): CellProblem => {
    const addresses: Readonly<Record<string, string | undefined>> = row.cells;
    return { sheet: row.sheet, cell: addresses[key] ?? '', studio: row.studio, field: label, message };
  };
  for (const column of kind.columns) {
    const check = kind.distinct.includes(column.key) ? 'distinct' : kind.sameNameWarning === column.key ? 'same-name' : undefined;
    if (check === undefined) continue;
    const groups = Map.groupBy(rows, (row) => {
      const value = values.get(row)?.[column.key];
      return value === undefined ? '' : column.type.show(value);
    });
    for (const [text, group] of groups) {
      if (text === '' || group.length < 2) continue;
      const label = columnLabel(column);
      // One more than are named, as a row does not name itself.
      const first = group.slice(0, mostNamed + 1);
      for (const row of group) {
        const others = otherRows(row, first, group.length - 1);
        if (check === 'distinct') {
          const own = problems.get(row) ?? [];
          problems.set(row, own);
          own.push(about(row, column.key, label, `${label}「${text}」与${others}相同：同一文件里不能重复，请删去多余的一行或更正。`));
        } else {
          warnings.push(about(row, column.key, label, `${label}「${text}」与${others}相同，身份证号不同或有误：请确认是否同名的两个人。`));
        }
      }
    }
  }
  return rows.map((row) => {
    const own = problems.get(row);
    return own === undefined ? row : { ...row, errors: [...row.errors, ...own] };
  });
}

/** Gives each row the id and hash of the record it was written from, found by what the row says and not by where it stands. */
function bindRecords<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  rows: readonly ReadRow<Fields>[],
  meta: Meta | undefined,
): ReadRow<Fields>[] {
  if (meta === undefined) return [...rows];
  const free = new Set(meta.records);
  const bound = new Map<ReadRow<Fields>, (typeof meta.records)[number]>();
  for (const [position, key] of kind.distinct.entries()) {
    const column = kind.columns.find((candidate) => candidate.key === key);
    const byText = new Map([...free].map((record) => [record.keys[position] ?? '', record]));
    for (const row of rows) {
      if (column === undefined || bound.has(row)) continue;
      const value = kind.cellsOf(row.record)[key];
      const record = value === undefined ? undefined : byText.get(column.type.show(value));
      if (record === undefined || !free.delete(record)) continue;
      bound.set(row, record);
    }
  }
  return rows.map((row) => {
    const record = bound.get(row);
    return record === undefined ? row : { ...row, recordId: record.recordId, baseHash: record.hash };
  });
}
