import { heightFor } from './text-size.ts';
import { columnLabel, type WorkbookKind } from './workbook-kind.ts';
import type { CellPlan, RowPlan, SheetPlan } from './workbook-plan.ts';

const ownerLabels = {
  'sector-bureau': '报送单位',
  'hr-bureau': '区人力资源局',
  'leading-group-office': '领导小组办公室',
} as const;

/** The sheet 填表说明, derived from the declared columns: its rules, and how to fill in each column of a kind that says so. */
export function planGuidanceSheet<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  rules: readonly string[],
): SheetPlan {
  const widths = [24, 8, 62, 16] as const;
  const told = kind.columns.filter(({ type }) => type.guidance !== '' || type.choices !== undefined);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const cell = (content: string, look: CellPlan['look'], align: 'left' | 'center'): CellPlan => ({
    content,
    look,
    align,
    numberFormat: '@',
  });
  const heading = ['栏目', '必填', '怎样填写', '由谁填写'];
  // Rules are written a size larger than the cells that widths count in.
  const intro = rules.map((rule): RowPlan => ({ height: heightFor(rule, total / 1.1) + 4, cells: [cell(rule, 'plain', 'left')] }));
  const rows: RowPlan[] = [
    { height: 32, cells: [cell('填表说明', 'title', 'center')] },
    ...intro,
    ...(told.length === 0 ? [] : [{ height: 22, cells: heading.map((text) => cell(text, 'header', 'center')) }]),
    ...told.map((column): RowPlan => {
      const { guidance, choices } = column.type;
      const text = choices === undefined ? guidance : `${guidance}可选：${choices.join('、')}。`;
      const owner = column.computed === true ? '公式计算' : column.owner === undefined ? '填报人' : ownerLabels[column.owner];
      const label = columnLabel(column);
      return {
        height: Math.max(heightFor(label, widths[0]), heightFor(text, widths[2]), heightFor(owner, widths[3])) + 6,
        cells: [
          cell(label, 'body', 'left'),
          cell(column.required === true ? '是' : '', 'body', 'center'),
          cell(text, 'body', 'left'),
          cell(owner, 'body', 'center'),
        ],
      };
    }),
  ];
  return {
    name: '填表说明',
    visibility: 'visible',
    locked: true,
    widths,
    rows,
    merges: [0, ...intro.map((_, index) => index + 1)].map((row) => ({ top: row, left: 0, bottom: row, right: widths.length - 1 })),
    choices: [],
    print: { paper: 'A4', orientation: 'portrait' },
  };
}
