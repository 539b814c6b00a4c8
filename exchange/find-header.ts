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
  const names = namesOf(kind);
  const lines = linesOf(grid);
  for (let bottom = 0; bottom < lines.length; bottom++) {
    for (const top of bottom === 0 ? [0] : [bottom, bottom - 1]) {
      const found = matchBand(names, lines, top, bottom);
      // Two rows are one header only where the upper one names groups: a title above a header names none.
      const isBetter = found.columns.length > (best?.columns.length ?? 0);
      const isDeeper = found.columns.length === best?.columns.length && found.grouped > best.grouped;
      if (isBetter || isDeeper) best = found;
    }
  }
  return best;
}

/** What stands in a cell of the first rows: the text without blanks, and the label it would be. */
interface Label {
  readonly text: string;
  readonly bare: string;
}

const noLabel: Label = { text: '', bare: '' };
/** Every kind looks at the same first rows of a sheet. */
const linesRead = new WeakMap<FilledGrid, readonly (readonly Label[])[]>();

function linesOf(grid: FilledGrid): readonly (readonly Label[])[] {
  const known = linesRead.get(grid);
  if (known !== undefined) return known;
  const lines = Array.from({ length: Math.min(grid.rowCount, deepestHeader) }, (_, row) =>
    Array.from({ length: grid.columnCount }, (__, column): Label => {
      const text = compactCode(cellText(grid.at(row, column)).slice(0, longestHeader));
      return { text, bare: bareHeader(text) };
    }),
  );
  linesRead.set(grid, lines);
  return lines;
}

function matchBand<Cells>(
  names: ColumnNames<Cells>,
  lines: readonly (readonly Label[])[],
  top: number,
  bottom: number,
): FoundHeader<Cells> {
  const [upper = [], lower = []] = [lines[top], lines[bottom]];
  const columns = new Map<string, FoundColumn<Cells>>();
  const repeated: string[] = [];
  let sequence: number | undefined;
  let grouped = 0;
  for (const [index, own] of lower.entries()) {
    const over = top === bottom ? noLabel : groupOver(upper, lower, index);
    const labels = [over.bare, own.bare].filter((label, position, all) => label !== '' && all.indexOf(label) === position);
    if (labels.length === 1 && sequenceHeader.test(labels[0] ?? '')) sequence ??= index;
    const column = columnNamed(names, labels);
    if (column === undefined) continue;
    const unit = unitOf(own.text) ?? unitOf(over.text);
    if (columns.has(column.key)) repeated.push(columnLabel(column));
    else columns.set(column.key, { column, index, unit });
    if (labels.length > 1 && column.group !== undefined) grouped++;
  }
  return { top, bottom, columns: [...columns.values()], sequence, grouped, repeated };
}

/** The group over a column. Without merged cells, as in a .csv, it stands over its first column only. */
function groupOver(upper: readonly Label[], lower: readonly Label[], index: number): Label {
  const own = upper[index] ?? noLabel;
  if (own.text !== '') return own;
  for (let column = index; column >= 0 && lower[column]?.text !== ''; column--) {
    const label = upper[column] ?? noLabel;
    if (label.text !== '') return label;
  }
  return noLabel;
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

/** The declared columns by what may stand over them. */
interface ColumnNames<Cells> {
  /** By the only label there is: the header, or group and header in one. */
  readonly alone: ReadonlyMap<string, ColumnOf<Cells>>;
  /** By the lower of two labels: the group, under whichever of its names, says which of them it is. */
  readonly below: ReadonlyMap<string, readonly { readonly column: ColumnOf<Cells>; readonly groups: readonly string[] }[]>;
  /** Every name of every group. */
  readonly groups: readonly string[];
}

function namesOf<Id extends string, Cells, Fields>(kind: WorkbookKind<Id, Cells, Fields>): ColumnNames<Cells> {
  const named = kind.columns.map((column) => ({
    column,
    headers: [column.header, ...(column.aliases ?? [])],
    groups: column.group === undefined ? [] : [column.group, ...(kind.groupAliases[column.group] ?? [])],
  }));
  const alone = named.flatMap(({ column, headers, groups }) =>
    [...headers, ...groups.flatMap((group) => headers.flatMap((header) => [group + header, `${group}的${header}`]))].map(
      (name) => [name, column] as const,
    ),
  );
  const below = named.flatMap(({ column, headers, groups }) => headers.map((header) => ({ header, column, groups })));
  return {
    // Of two columns with one name the first declared counts.
    alone: new Map(alone.toReversed()),
    below: Map.groupBy(below, ({ header }) => header),
    groups: [...new Set(named.flatMap(({ groups }) => groups))],
  };
}

/** The declared column that the labels over a column, from the top down, name. */
function columnNamed<Cells>({ alone, below, groups: all }: ColumnNames<Cells>, labels: readonly string[]): ColumnOf<Cells> | undefined {
  const [first, second] = labels;
  if (first === undefined) return undefined;
  if (second === undefined) return alone.get(first);
  const says = (group: string): boolean => first.includes(group);
  return below.get(second)?.find(({ groups }) => (groups.length > 0 ? groups.some(says) : !all.some(says)))?.column;
}
