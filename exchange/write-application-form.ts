import { applicationForm, formEvidence, formMembers } from './application-form.ts';
import { formLine, formLineRow } from './form-line.ts';
import { formContent } from './form-sheet.ts';
import { planListSheet } from './plan-list-sheet.ts';
import { planMetaSheet } from './plan-meta-sheet.ts';
import type { WrittenWorkbook } from './read-result.ts';
import { renderWorkbook } from './render-workbook.ts';
import { heightFor } from './text-size.ts';
import { workbookFileName } from './workbook-file-name.ts';
import { columnLabel, printedHeader } from './workbook-kind.ts';
import type { CellPlan, RowPlan, SheetPlan } from './workbook-plan.ts';
import type { ApplicationTemplate } from './write-application-list-template.ts';

/** Who hands the form out, and for what. */
export interface BlankForm extends ApplicationTemplate {
  /** How many members a team has: 3 至 5 人（第三条）. */
  readonly teamSize: string;
}

/** Points: a line to write in by hand, and one to sign and stamp in. */
const [bodyRow, signatureRow] = [30, 64];
const memberRows = 8;
const evidenceRows = 24;
const widths = [24, 54, 44] as const;

/** A form for one studio: the application, its team and its evidence, a sheet each. 第十一条第一项. */
export async function writeApplicationForm(form: BlankForm): Promise<WrittenWorkbook> {
  const title = `${form.year}年武昌区${form.sector}系统名师工作室申报表`;
  const list = { paper: 'A4', orientation: 'portrait', rows: [], totals: {}, open: () => true, choices: {} } as const;
  const members = planListSheet({
    ...list,
    kind: formMembers,
    name: formMembers.title,
    title: formMembers.title,
    blankRows: memberRows,
    notes: [`注：不含领办人，${form.teamSize}；出生年月写到日，用以核对年龄。`],
  });
  const evidence = planListSheet({
    ...list,
    kind: formEvidence,
    name: formEvidence.title,
    title: formEvidence.title,
    blankRows: evidenceRows,
    notes: ['注：按证明事项逐份列出，复印件随申报表一并报送。'],
  });
  const bytes = await renderWorkbook({
    title,
    author: form.department,
    date: form.date,
    sheets: [
      formSheet(title, form),
      members.sheet,
      evidence.sheet,
      planMetaSheet({
        kind: applicationForm.id,
        title: applicationForm.title,
        schemaVersion: applicationForm.schemaVersion,
        programVersion: applicationForm.schemaSince,
        measuresId: form.measuresId,
        sender: form.department,
        writtenOn: form.date,
        records: [],
      }),
    ],
  });
  return { fileName: workbookFileName(`${title}（空白）`, form.department), bytes };
}

function formSheet(title: string, { sectors }: BlankForm): SheetPlan {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const head: RowPlan[] = [
    { height: 32, cells: [{ content: title, look: 'title' }] },
    formLineRow(formLine({}), total),
    { height: 24, cells: ['栏目', formContent, '怎样填写'].map((content) => ({ content, look: 'header' })) },
  ];
  const first = head.length;
  const body = applicationForm.columns.map((column): RowPlan => {
    const { type } = column;
    const guidance = `${column.required === true ? '必填。' : ''}${type.guidance}`;
    const written: CellPlan = { content: undefined, look: 'body', align: 'left', numberFormat: type.numberFormat, open: true };
    const label = printedHeader({ ...column, header: columnLabel(column) });
    return {
      height: Math.max(bodyRow, heightFor(guidance, widths[2])),
      cells: [{ content: label, look: 'header' }, written, { content: guidance, look: 'body', numberFormat: '@' }],
    };
  });
  const opinions = [
    '领办人承诺：以上内容和所附材料真实。　　　　　　　　签字：　　　　　　　　　　　年　　月　　日',
    '所在单位意见：　　　　　　　　　　　　　　　　　　　（盖章）　　　　　　　　　　年　　月　　日',
  ].map((text): RowPlan => ({ height: signatureRow, cells: [{ content: text, look: 'note' }] }));
  const rows = [...head, ...body, ...opinions];
  const wide = (row: number) => ({ top: row, left: 0, bottom: row, right: widths.length - 1 });
  return {
    name: applicationForm.title,
    visibility: 'visible',
    locked: true,
    widths,
    rows,
    merges: [0, 1, ...opinions.map((_, index) => rows.length - opinions.length + index)].map(wide),
    choices: applicationForm.columns.flatMap(({ key, type }, index) => {
      const entries = key === 'sector' ? sectors : type.choices;
      return entries === undefined ? [] : [{ range: `B${first + index + 1}`, entries }];
    }),
    print: { paper: 'A4', orientation: 'portrait', repeat: { top: 0, bottom: first - 1 } },
    frozen: { rows: first, columns: 1 },
  };
}
