import type { FilledGrid } from './filled-grid.ts';
import { compactCode } from './normalise-text.ts';
import { cellText } from './raw-workbook.ts';
import { type ColumnOf, columnLabel, type WorkbookKind } from './workbook-kind.ts';

/** Where a declared column stands in somebody's sheet. */
export interface FoundColumn<Cells> {
  readonly column: ColumnOf<Cells>;
  readonly index: number;
  /** Unit in the header's brackets: 万元. */
  readonly unit: string | undefined;
}

export interface FoundHeader<Cells> {
  /** First row of the header, from 0. */
  readonly top: number;
  /** Last row of the header. */
  readonly bottom: number;
  readonly columns: readonly FoundColumn<Cells>[];
  /** Index of the column 序号. */
  readonly sequence: number | undefined;
  /** How many columns were known by their group too. */
  readonly grouped: number;
  /** Headers that stand in the sheet more than once; the first one counts. */
  readonly repeated: readonly string[];
}

/** Titles, notes and instructions may stand above the header, but no more rows than these. */
const deepestHeader = 60;
/** No header is longer; of a long text in the rows below, its beginning tells that it is none. */
const longestHeader = 200;
const sequenceHeader = /^(?:序号?|编号|NO\.?|No\.?)$/u;
const unitWords = /万元|千元|亿元|元|㎡|平方米|人次|人/u;

/**
 * The header of a sheet: the row, or the two rows, that name the most columns of the kind. Titles may stand above,
 * columns may stand in any order, and headers may use any of the declared synonyms.
 */
export function findHeader<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  grid: FilledGrid,
): FoundHeader<Cells> | undefined {
  let best: FoundHeader<Cells> | undefined;
  for (let bottom = 0; bottom < Math.min(grid.rowCount, deepestHeader); bottom++) {
    for (const top of bottom === 0 ? [0] : [bottom, bottom - 1]) {
      const found = matchBand(kind, grid, top, bottom);
      // Two rows are one header only where the upper one names groups: a title above a header names none.
      const isBetter = found.columns.length > (best?.columns.length ?? 0);
      const isDeeper = found.columns.length === best?.columns.length && found.grouped > best.grouped;
      if (isBetter || isDeeper) best = found;
    }
  }
  return best;
}

function matchBand<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  grid: FilledGrid,
  top: number,
  bottom: number,
): FoundHeader<Cells> {
  const columns = new Map<string, FoundColumn<Cells>>();
  const repeated: string[] = [];
  let sequence: number | undefined;
  let grouped = 0;
  for (let index = 0; index < grid.columnCount; index++) {
    const texts = top === bottom ? [textAt(grid, bottom, index)] : [groupOver(grid, top, bottom, index), textAt(grid, bottom, index)];
    const labels = texts.map(bareHeader).filter((label, position, all) => label !== '' && all.indexOf(label) === position);
    if (labels.length === 1 && sequenceHeader.test(labels[0] ?? '')) sequence ??= index;
    const column = kind.columns.find((candidate) => names(kind, candidate, labels));
    if (column === undefined) continue;
    const unit = texts.map(unitOf).findLast((candidate) => candidate !== undefined);
    if (columns.has(column.key)) repeated.push(columnLabel(column));
    else columns.set(column.key, { column, index, unit });
    if (labels.length > 1 && column.group !== undefined) grouped++;
  }
  return { top, bottom, columns: [...columns.values()], sequence, grouped, repeated };
}

/** The group over a column. Without merged cells, as in a .csv, it stands over its first column only. */
function groupOver(grid: FilledGrid, top: number, bottom: number, index: number): string {
  const own = textAt(grid, top, index);
  if (own !== '') return own;
  for (let column = index; column >= 0 && textAt(grid, bottom, column) !== ''; column--) {
    const text = textAt(grid, top, column);
    if (text !== '') return text;
  }
  return '';
}

function textAt(grid: FilledGrid, row: number, column: number): string {
  return compactCode(cellText(grid.at(row, column)).slice(0, longestHeader));
}

/** A header as headers are compared: without blanks, brackets, units, stars and colons. */
export function comparedHeader(text: string): string {
  return bareHeader(compactCode(text.slice(0, longestHeader)));
}

/** A header without brackets, units, stars and colons: `* 场所面积（㎡）` is 场所面积. */
function bareHeader(text: string): string {
  return text
    .replaceAll(/[([{【〔][^)\]}】〕]*[)\]}】〕]/gu, '')
    .replaceAll(/[*:;,、。/]+/gu, '')
    .replace(/(?:万元|元|㎡|平方米)$/u, '');
}

function unitOf(text: string): string | undefined {
  const inBrackets = /[([【〔](?:单位:?)?([^)\]】〕]*)[)\]】〕]/u.exec(text)?.[1] ?? /[/,](万元|千元|元|㎡|平方米)$/u.exec(text)?.[1];
  return inBrackets === undefined ? undefined : unitWords.exec(inBrackets)?.[0];
}

/** True when the labels over a column, from the top down, name the declared column. */
function names<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  column: ColumnOf<Cells>,
  labels: readonly string[],
): boolean {
  const [first, second] = labels;
  if (first === undefined) return false;
  const headers = [column.header, ...(column.aliases ?? [])];
  const groups = column.group === undefined ? [] : [column.group, ...(kind.groupAliases[column.group] ?? [])];
  if (second !== undefined) {
    if (groups.length > 0) return headers.includes(second) && groups.some((group) => first.includes(group));
    return headers.includes(second) && !isGroup(kind, first);
  }
  return (
    headers.includes(first) || groups.some((group) => headers.some((header) => first === group + header || first === `${group}的${header}`))
  );
}

function isGroup<Id extends string, Cells, Fields>(kind: WorkbookKind<Id, Cells, Fields>, label: string): boolean {
  return kind.columns.some(
    ({ group }) => group !== undefined && [group, ...(kind.groupAliases[group] ?? [])].some((name) => label.includes(name)),
  );
}
