import type { FilingCells } from './filing.ts';
import type { FilingRecord } from './filing-record.ts';
import { listColumn, type PlannedList } from './plan-list-sheet.ts';
import { columnLetters } from './raw-workbook.ts';
import type { WorkbookKind } from './workbook-kind.ts';
import type { CellPlan, RowPlan, SheetPlan } from './workbook-plan.ts';

type FilingKind = WorkbookKind<'filing', FilingCells, FilingRecord>;
type FiledStudio = Readonly<Partial<FilingRecord>>;

/** One counted thing: its header, its format, and for a set of records the value the formula will show. */
interface Measure {
  readonly header: string;
  readonly numberFormat: string;
  readonly formula: (criterion: string) => string;
  readonly value: (records: readonly FiledStudio[]) => number;
}

/** 分领域汇总: how many studios, members, square metres and how much money each sector has, by formulas over the list. */
export function planSectorSummary(kind: FilingKind, list: PlannedList, records: readonly FiledStudio[], title: string): SheetPlan {
  const range = (key: keyof FilingCells): string => {
    const letters = columnLetters(listColumn(kind, key));
    return `'${list.sheet.name}'!$${letters}$${list.firstRow + 1}:$${letters}$${list.firstRow + Math.max(1, records.length)}`;
  };
  const sum = (values: readonly (number | undefined)[]): number =>
    Number(values.reduce<number>((total, value) => total + (value ?? 0), 0).toPrecision(15));
  const sumOf = (key: keyof FilingCells) => (criterion: string) => `SUMIF(${range('sector')},${criterion},${range(key)})`;
  const measures: readonly Measure[] = [
    {
      header: '工作室数（个）',
      numberFormat: '0',
      formula: (criterion) => `COUNTIF(${range('sector')},${criterion})`,
      value: (all) => all.length,
    },
    {
      header: '团队人数（人）',
      numberFormat: '0',
      formula: sumOf('memberCount'),
      value: (all) => sum(all.map(({ members }) => members?.length)),
    },
    { header: '场所面积（㎡）', numberFormat: 'General', formula: sumOf('area'), value: (all) => sum(all.map(({ area }) => area)) },
    {
      header: '单位专项经费（万元）',
      numberFormat: '0.00####',
      formula: sumOf('dedicatedFunds'),
      value: (all) => sum(all.map(({ dedicatedFunds: funds }) => (funds ?? 0) / 1_000_000)),
    },
    {
      header: '已备案（个）',
      numberFormat: '0',
      formula: (criterion) => `COUNTIFS(${range('sector')},${criterion},${range('filingNumber')},"<>")`,
      value: (all) => all.filter(({ filingNumber }) => filingNumber !== undefined).length,
    },
  ];
  const sectors = [...new Set(records.flatMap(({ sector }) => (sector === undefined ? [] : [sector])))];
  const firstRow = 3;
  const head = ['领域', ...measures.map(({ header }) => header)];
  const body = sectors.map((sector, index): RowPlan => {
    const own = records.filter((record) => record.sector === sector);
    const cells = measures.map(
      ({ formula, value, numberFormat }): CellPlan => ({
        content: { formula: formula(`$A${firstRow + index}`), result: value(own) },
        look: 'body',
        align: 'center',
        numberFormat,
      }),
    );
    return { height: 24, cells: [{ content: sector, look: 'body', align: 'center', numberFormat: '@' }, ...cells] };
  });
  const total = measures.map(({ value, numberFormat }, index): CellPlan => {
    const letters = columnLetters(index + 1);
    const formula = `SUM(${letters}${firstRow}:${letters}${firstRow + Math.max(1, sectors.length) - 1})`;
    return {
      content: { formula, result: value(records.filter(({ sector }) => sector !== undefined)) },
      look: 'total',
      align: 'center',
      numberFormat,
    };
  });
  const widths = [14, 16, 16, 16, 22, 16];
  return {
    name: '分领域汇总',
    visibility: 'visible',
    locked: true,
    widths,
    rows: [
      { height: 32, cells: [{ content: title, look: 'title' }] },
      { height: 26, cells: head.map((content) => ({ content, look: 'header' })) },
      ...(body.length > 0 ? body : [{ height: 24, cells: head.map((): CellPlan => ({ content: undefined, look: 'body' })) }]),
      { height: 24, cells: [{ content: '合计', look: 'total' }, ...total] },
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: widths.length - 1 }],
    choices: [],
    print: { paper: 'A4', orientation: 'landscape' },
    frozen: { rows: 2, columns: 1 },
  };
}
