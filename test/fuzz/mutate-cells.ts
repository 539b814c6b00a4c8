import type { RawCell, RawMerge, RawSheet } from '../../exchange/raw-workbook.ts';
import { plainDate } from '../../policy/plain-date.ts';
import type { Dice } from '../workflow/model/dice.ts';

type Row = readonly (RawCell | undefined)[];

const text = (value: string): RawCell => ({ kind: 'text', text: value });
const number = (value: number): RawCell => ({ kind: 'number', number: value });

/** What a cell may say that nobody should write there. */
const strange: readonly RawCell[] = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e400',
    '９９９',
    'null',
    '__proto__',
    'constructor',
    '\u0000',
    '\u0007\u001b',
    '\u202e文本',
    '\ud800',
    '\ufffe',
    '\r\n\r\n',
    "'=1+1",
  ].map(text),
  ...[
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    '1899年12月31日',
    '民国一百年',
    '2026.13',
    '2026/1/1-2026/2/1',
    '同上',
    '〃',
    '无',
    '/',
  ].map(text),
  ...[
    '42010019711231010X',
    '420100000000000000',
    '420100197112310',
    '4.20E+17',
    '１３８００００００００',
    '-0.00',
    '1,2,3',
    '￥壹佰元',
    '12万',
    '100%',
    '999999999999999999999',
  ].map(text),
  ...[
    '甲、、、',
    '、',
    '（（（',
    ')'.repeat(5000),
    '甲（男，1988年2月30日）',
    '[[[',
    '*+?{}',
    '$&',
    '\\',
    '<a>&amp;',
    '2021'.repeat(400),
  ].map(text),
  ...[
    '长'.repeat(40_000),
    '、'.repeat(20_000),
    '1'.repeat(32_000),
    ' '.repeat(32_000),
    '\n'.repeat(10_000),
    '（'.repeat(20_000),
    'a-'.repeat(10_000),
    '2026年'.repeat(5000),
  ].map(text),
  ...[0, -0, -1, 0.1, 1e15, 1e300, -1e300, 5e-324, 60, 2_958_465, 2_958_466, -693_594, 420_100_197_112_310_100].map(number),
  { kind: 'number', number: 1e9, percent: true },
  { kind: 'boolean', value: true },
  { kind: 'error', text: '#REF!' },
  { kind: 'date', date: plainDate('1900-01-01') },
  { kind: 'date', date: plainDate('9999-12-31') },
  { kind: 'text', text: '1', formula: 'HYPERLINK("http://x","y")' },
  { kind: 'number', number: 3, formula: '1+2' },
  { kind: 'text', text: '', formula: '[1]表!A1' },
];

/** One change to a sheet, by its name. */
const changes: Readonly<Record<string, (sheet: RawSheet, dice: Dice) => RawSheet>> = {
  strange: (sheet, dice) =>
    withRows(
      sheet,
      changedCells(sheet.rows, dice, () => dice.oneOf(strange)),
    ),
  blank: (sheet, dice) =>
    withRows(
      sheet,
      changedCells(sheet.rows, dice, () => undefined),
    ),
  'other-type': (sheet, dice) =>
    withRows(
      sheet,
      changedCells(sheet.rows, dice, (cell) => (cell?.kind === 'text' ? number(cell.text.length) : text(JSON.stringify(cell ?? 0)))),
    ),
  formula: (sheet, dice) =>
    withRows(
      sheet,
      changedCells(sheet.rows, dice, (cell) =>
        cell === undefined ? undefined : { ...cell, formula: dice.oneOf(['A1', 'SUM(A:A)', "'C:\\[x.xlsx]表'!A1"]) },
      ),
    ),
  'in-text': (sheet, dice) =>
    withRows(
      sheet,
      changedCells(sheet.rows, dice, (cell) => {
        if (cell?.kind !== 'text') return cell;
        const at = dice.below(cell.text.length + 1);
        return text(
          cell.text.slice(0, at) +
            dice.oneOf([' ', '\n', '、', '：', '0', '\u200b', '\u0001', '（', '"', '']) +
            cell.text.slice(at + dice.below(3)),
        );
      }),
    ),
  'swap-cells': (sheet, dice) =>
    withRows(
      sheet,
      changedCells(sheet.rows, dice, () => anyCell(sheet.rows, dice)),
    ),
  'whole-column'(sheet, dice) {
    const column = dice.below(widthOf(sheet.rows));
    const value = dice.oneOf(strange);
    return withRows(
      sheet,
      sheet.rows.map((row, index) => (index < 3 ? row : withCell(row, column, value))),
    );
  },
  'double-column'(sheet, dice) {
    const column = dice.below(widthOf(sheet.rows));
    return withRows(
      sheet,
      sheet.rows.map((row) => [...row.slice(0, column), row[column], ...row.slice(column)]),
    );
  },
  'drop-column'(sheet, dice) {
    const column = dice.below(widthOf(sheet.rows));
    return withRows(
      sheet,
      sheet.rows.map((row) => row.filter((_, index) => index !== column)),
    );
  },
  'double-row'(sheet, dice) {
    const row = dice.below(sheet.rows.length);
    const times = dice.percent(95) ? 1 + dice.below(5) : 1000;
    return withRows(sheet, [
      ...sheet.rows.slice(0, row),
      ...Array.from({ length: times }, () => sheet.rows[row] ?? []),
      ...sheet.rows.slice(row),
    ]);
  },
  'drop-row'(sheet, dice) {
    const row = dice.below(sheet.rows.length);
    return withRows(
      sheet,
      sheet.rows.filter((_, index) => index !== row),
    );
  },
  'shuffle-rows': (sheet, dice) =>
    withRows(
      sheet,
      sheet.rows.map((row) => (dice.percent(30) ? dice.oneOf(sheet.rows) : row)),
    ),
  merge(sheet, dice) {
    const [top, left] = [dice.below(sheet.rows.length), dice.below(widthOf(sheet.rows))];
    const reach = dice.oneOf([1, 5, 60_000]);
    const merge: RawMerge = { top, left, bottom: top + dice.below(reach), right: left + dice.below(Math.min(reach, 250)) };
    return { ...sheet, merges: [...sheet.merges, merge] };
  },
  'far-cell': (sheet, dice) =>
    withRows(sheet, [
      ...sheet.rows,
      ...Array.from({ length: dice.below(3000) }, () => []),
      withCell([], dice.oneOf([0, 255, 256]), text('远')),
    ]),
  hide: (sheet, dice) => ({ ...sheet, visibility: dice.oneOf(['hidden', 'very-hidden', 'visible']) }),
};

function withRows(sheet: RawSheet, rows: readonly Row[]): RawSheet {
  return { ...sheet, rows };
}

function withCell(row: Row, column: number, cell: RawCell | undefined): Row {
  return Array.from({ length: Math.max(row.length, column + 1) }, (_, index) => (index === column ? cell : row[index]));
}

function widthOf(rows: readonly Row[]): number {
  return Math.max(1, ...rows.map((row) => row.length));
}

function anyCell(rows: readonly Row[], dice: Dice): RawCell | undefined {
  const row = dice.oneOf(rows);
  return row[dice.below(Math.max(1, row.length))];
}

/** Rows in which one cell, or several, are something else. */
function changedCells(rows: readonly Row[], dice: Dice, change: (cell: RawCell | undefined) => RawCell | undefined): readonly Row[] {
  const changed = [...rows];
  const width = widthOf(rows);
  for (let times = dice.percent(50) ? 1 : 1 + dice.below(20); times > 0; times--) {
    const at = dice.below(changed.length);
    const column = dice.below(width);
    const row = changed[at] ?? [];
    changed[at] = withCell(row, column, change(row[column]));
  }
  return changed;
}

/** Sheets of which one, mostly the first, has a change, and the name of the change. */
export function mutateCells(sheets: readonly RawSheet[], dice: Dice): { readonly change: string; readonly sheets: readonly RawSheet[] } {
  const [name, change] = dice.oneOf(Object.entries(changes));
  const filled = sheets.flatMap(({ rows }, index) => (rows.length > 0 ? [index] : []));
  const wanted = dice.percent(70) ? filled[0] : dice.oneOf(filled);
  return { change: `cells ${name}`, sheets: sheets.map((sheet, index) => (index === wanted ? change(sheet, dice) : sheet)) };
}
