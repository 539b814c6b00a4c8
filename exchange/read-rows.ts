import type { Reading } from './cell-type.ts';
import type { FilledGrid } from './filled-grid.ts';
import type { FoundColumn, FoundHeader } from './find-header.ts';
import { compactCode, isBlank, singleLine } from './normalise-text.ts';
import { cellText, formulaWithoutResult, type RawCell } from './raw-workbook.ts';
import type { CellProblem, ReadRow } from './read-result.ts';
import { type ColumnOf, columnLabel, type WorkbookKind } from './workbook-kind.ts';

/** What a sheet gave: its rows, and remarks that stop nothing. */
export interface ReadSheet<Fields> {
  readonly rows: readonly ReadRow<Fields>[];
  readonly warnings: readonly CellProblem[];
}

/** A sheet whose header has been found. */
export interface HeadedSheet<Id extends string, Cells, Fields> {
  readonly kind: WorkbookKind<Id, Cells, Fields>;
  readonly grid: FilledGrid;
  readonly header: FoundHeader<Cells>;
  /** Unit of amounts said above the table. */
  readonly unit: string | undefined;
}

/** First words of a row that is no record: totals, notes, the line for signatures. */
const noRecord =
  /^(?:合计|总计|小计|共计|累计|注|注意|备注|说明|填表说明|填报说明|附注|填报人|填表人|制表人?|审核人|单位负责人|评审专家签名)(?:$|[:：(（\d])/u;
/** First words of the row that shows how to fill in. */
const example = /^(?:例|示例|样例|举例|例如|填写示例)(?:$|[:：(（\d])/u;

/** Reads the rows under the header. A vertically merged studio name makes several rows one record. */
export function readRows<Id extends string, Cells, Fields>(sheet: HeadedSheet<Id, Cells, Fields>): ReadSheet<Fields> {
  const { kind, grid, header } = sheet;
  const rows: ReadRow<Fields>[] = [];
  const warnings: CellProblem[] = [];
  const studioColumn = header.columns.find(({ column }) => column.key === kind.studio);
  const columns = header.columns.map((found) => readColumn(found, sheet.unit));
  for (let top = header.bottom + 1; top < grid.rowCount; ) {
    const merge = studioColumn === undefined ? undefined : grid.mergeAt(top, studioColumn.index);
    const bottom = merge === undefined ? top : Math.max(top, Math.min(merge.bottom, grid.rowCount - 1));
    const nature = natureOf(sheet, top, bottom);
    if (nature === 'record') rows.push(readRecord(sheet, columns, top, bottom, warnings));
    if (nature === 'unknown') {
      const message = `第 ${top + 1} 行没有工作室名称，不像一条记录，已跳过：请确认其中没有漏报的内容。`;
      warnings.push({ sheet: grid.sheet.name, cell: '', studio: '', field: '', message });
    }
    top = bottom + 1;
  }
  return { rows, warnings };
}

type Nature = 'blank' | 'aside' | 'unknown' | 'record';

function natureOf<Id extends string, Cells, Fields>(
  { kind, grid, header }: HeadedSheet<Id, Cells, Fields>,
  top: number,
  bottom: number,
): Nature {
  const filledFrom = (column: number): number => {
    let next = column;
    while (next < grid.columnCount && !isFilled(grid, top, bottom, next)) next++;
    return next;
  };
  const first = filledFrom(0);
  if (first === grid.columnCount || (first === header.sequence && filledFrom(first + 1) === grid.columnCount)) return 'blank';
  const firstText = compactCode(cellText(grid.at(top, first)));
  if (noRecord.test(firstText) || example.test(firstText)) return 'aside';
  // A text spread over the whole row by a merge fills every column and still says one thing.
  const said = new Set<number>();
  let namesSomebody = false;
  for (const { column, index } of header.columns) {
    if (!isFilled(grid, top, bottom, index)) continue;
    const merge = grid.mergeAt(top, index);
    said.add(merge === undefined ? top * grid.columnCount + index : merge.top * grid.columnCount + merge.left);
    if (said.size > 2) return 'record';
    namesSomebody ||= column.required === true || kind.distinct.includes(column.key);
  }
  return said.size > 1 && namesSomebody ? 'record' : 'unknown';
}

/** A column found, and how its cells are read. */
interface ReadColumn<Cells> {
  readonly column: ColumnOf<Cells>;
  readonly index: number;
  readonly label: string;
  readonly read: (cell: RawCell) => Reading<Cells[keyof Cells & string]>;
}

/** Of a column, so many texts are kept with what they say: most columns say few things over and over, the others hardly anything twice. */
const mostKept = 200;

function readColumn<Cells>({ column, index, unit }: FoundColumn<Cells>, unitAbove: string | undefined): ReadColumn<Cells> {
  const label = columnLabel(column);
  const context = { label, unit: unit ?? unitAbove };
  const kept = new Map<string, Reading<Cells[keyof Cells & string]>>();
  return {
    column,
    index,
    label,
    read(cell) {
      if (cell.kind !== 'text') return column.type.read(cell, context);
      let reading = kept.get(cell.text);
      if (reading === undefined) {
        reading = column.type.read(cell, context);
        if (kept.size < mostKept) kept.set(cell.text, reading);
      }
      return reading;
    },
  };
}

interface PlacedCell {
  readonly cell: RawCell;
  readonly address: string;
}

function isBlankCell(cell: RawCell | undefined): boolean {
  return cell === undefined || (cell.kind === 'text' && isBlank(cell.text));
}

function isFilled(grid: FilledGrid, top: number, bottom: number, column: number): boolean {
  for (let row = top; row <= bottom; row++) if (!isBlankCell(grid.at(row, column))) return true;
  return false;
}

/** The cells of one column in a record's rows, each merged area once, blanks left out. */
function distinctCells(grid: FilledGrid, top: number, bottom: number, column: number): PlacedCell[] {
  const cells: PlacedCell[] = [];
  for (let row = top; row <= bottom; row++) {
    const cell = grid.at(row, column);
    const address = grid.addressAt(row, column);
    if (cell !== undefined && !isBlankCell(cell) && cells.at(-1)?.address !== address) cells.push({ cell, address });
  }
  return cells;
}

function readRecord<Id extends string, Cells, Fields>(
  { kind, grid, header }: HeadedSheet<Id, Cells, Fields>,
  columns: readonly ReadColumn<Cells>[],
  top: number,
  bottom: number,
  warnings: CellProblem[],
): ReadRow<Fields> {
  const studioIndex = columns.find(({ column }) => column.key === kind.studio)?.index;
  const studio = studioIndex === undefined ? '' : singleLine(cellText(grid.at(top, studioIndex)));
  const cells: Partial<Cells> = {};
  const original: Record<string, string> = {};
  const addresses: Record<string, string> = {};
  const errors: CellProblem[] = [];
  const remark = ({ column, label }: ReadColumn<Cells>, message: string): CellProblem => ({
    sheet: grid.sheet.name,
    cell: addresses[column.key] ?? '',
    studio,
    field: label,
    message,
  });

  for (const found of columns) {
    const { column, index, label, read } = found;
    const placed = distinctCells(grid, top, bottom, index);
    addresses[column.key] = placed[0]?.address ?? grid.addressAt(top, index);
    if (placed.length > 0) original[column.key] = textOf(placed);
    const joined = joinCells(placed, column.type.list === true);
    if (joined === undefined) {
      if (placed.length > 0) errors.push(remark(found, `同一工作室的几行里「${label}」写了不同的内容：请只保留一个。`));
      else if (column.required === true) errors.push(remark(found, `没有填写${label}：请补填后重新导入。`));
      continue;
    }
    if (column.computed === true && joined.kind === 'error' && joined.text === formulaWithoutResult) continue;
    const fault = faultOf(joined);
    if (fault !== undefined) {
      errors.push(remark(found, fault));
      continue;
    }
    const reading = read(joined);
    if (reading.error !== undefined) errors.push(remark(found, reading.error));
    if (reading.warning !== undefined) warnings.push(remark(found, reading.warning));
    if (reading.value !== undefined) cells[column.key] = reading.value;
  }

  const { record, remarks } = kind.complete(cells);
  for (const { field, severity, message } of remarks) {
    const found = header.columns.find(({ column }) => column.key === field);
    const declared = kind.columns.find(({ key }) => key === field);
    const label = declared === undefined ? '' : columnLabel(declared);
    const problem = { sheet: grid.sheet.name, cell: found === undefined ? '' : (addresses[field] ?? ''), studio, field: label, message };
    // A cell that cannot be read has said so already.
    if (errors.every(({ cell }) => cell !== problem.cell || cell === '')) (severity === 'error' ? errors : warnings).push(problem);
  }
  return {
    sheet: grid.sheet.name,
    row: top + 1,
    studio,
    record,
    original: original as ReadRow<Fields>['original'],
    cells: addresses as ReadRow<Fields>['cells'],
    errors,
  };
}

/** What stands in the cells, a line each. */
function textOf(placed: readonly PlacedCell[]): string {
  return placed.length === 1 ? cellText(placed[0]?.cell) : placed.map(({ cell }) => cellText(cell)).join('\n');
}

/** One cell for a record: the only one, or the lines of a list. `undefined` for none, or for several that disagree. */
function joinCells(placed: readonly PlacedCell[], isList: boolean): RawCell | undefined {
  const [first, ...others] = placed;
  if (first === undefined || others.length === 0) return first?.cell;
  const fault = placed.find(({ cell }) => cell.kind === 'error');
  if (fault !== undefined) return fault.cell;
  if (isList) return { kind: 'text', text: textOf(placed) };
  const text = cellText(first.cell);
  return others.every(({ cell }) => cellText(cell) === text) ? first.cell : undefined;
}

/** Why a cell cannot be read whatever its column: an error value, or a value fetched from another file. */
function faultOf(cell: RawCell): string | undefined {
  if (cell.kind === 'error') return `单元格显示为错误值「${cell.text}」，没有可用的内容：请改填实际内容。`;
  if (cell.formula !== undefined && /\[[^\]]+\][^!]*!/u.test(cell.formula)) {
    return '单元格的公式取自别的文件，离开那个文件就无法核对：请复制后用「选择性粘贴—数值」固定下来。';
  }
  return undefined;
}
