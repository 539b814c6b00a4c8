import { heightFor } from './plan-list-sheet.ts';
import { columnLabel, type WorkbookKind } from './workbook-kind.ts';
import type { CellPlan, RowPlan, SheetPlan } from './workbook-plan.ts';

const ownerLabels = {
  'sector-bureau': '报送单位',
  'hr-bureau': '区人力资源局',
  'leading-group-office': '区委人才工作领导小组办公室',
} as const;

/** The sheet 填表说明, derived from the declared columns. */
export function planGuidanceSheet<Id extends string, Cells, Fields>(
  kind: WorkbookKind<Id, Cells, Fields>,
  rules: readonly string[],
): SheetPlan {
  const widths = [24, 8, 62, 16];
  const total = widths.reduce((sum, width) => sum + width, 0);
  const cell = (content: string, look: CellPlan['look'], align: 'left' | 'center'): CellPlan => ({
    content,
    look,
    align,
    numberFormat: '@',
  });
  const heading = ['栏目', '必填', '怎样填写', '由谁填写'];
  const intro = rules.map((rule): RowPlan => ({ height: heightFor(rule, total) + 4, cells: [cell(rule, 'plain', 'left')] }));
  const rows: RowPlan[] = [
    { height: 32, cells: [cell('填表说明', 'title', 'center')] },
    ...intro,
    { height: 22, cells: heading.map((text) => cell(text, 'header', 'center')) },
    ...kind.columns.map((column): RowPlan => {
      const { guidance, choices } = column.type;
      const text = choices === undefined ? guidance : `${guidance}可选：${choices.join('、')}。`;
      const owner = column.owner === undefined ? '填报人' : ownerLabels[column.owner];
      return {
        height: heightFor(text, widths[2] ?? 0) + 6,
        cells: [
          cell(columnLabel(column), 'body', 'left'),
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
