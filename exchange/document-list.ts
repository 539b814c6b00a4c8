import { renderWorkbook } from './render-workbook.ts';
import { workbookFileName } from './workbook-file-name.ts';
import type { CellPlan, RowPlan, SheetPlan } from './workbook-plan.ts';

/** What was made in one go and what was not, with the reason. */
export interface DocumentList {
  /** Who made them, and the day. */
  readonly department: string;
  readonly date: string;
  readonly made: readonly {
    readonly title: string;
    readonly studio: string;
    readonly number: string;
    readonly fileName: string;
    readonly sha256: string;
  }[];
  readonly refused: readonly { readonly title: string; readonly studio: string; readonly reason: string }[];
}

/** 文书清单: one sheet of the documents that were made, one of those that were not and why. */
export async function documentListWorkbook(list: DocumentList): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const title = `文书清单（${list.date}）`;
  const sheets = [
    tableSheet(
      '已生成',
      title,
      ['序号', '文书', '工作室', '文号', '文件', 'SHA-256'],
      [6, 18, 36, 24, 60, 70],
      list.made.map(({ title: kind, studio, number, fileName, sha256 }) => [kind, studio, number, fileName, sha256]),
    ),
    tableSheet(
      '未生成',
      title,
      ['序号', '文书', '工作室', '原因'],
      [6, 18, 36, 110],
      list.refused.map(({ title: kind, studio, reason }) => [kind, studio, reason]),
    ),
  ];
  const bytes = await renderWorkbook({ title, author: list.department, date: list.date, sheets });
  return { fileName: workbookFileName(title, list.department), bytes };
}

function tableSheet(
  name: string,
  title: string,
  head: readonly string[],
  widths: readonly number[],
  lines: readonly (readonly string[])[],
): SheetPlan {
  const rows = lines.map(
    (line, index): RowPlan => ({
      height: 24,
      cells: [
        { content: index + 1, look: 'body', align: 'center', numberFormat: '0' },
        ...line.map((content): CellPlan => ({ content, look: 'body', numberFormat: '@' })),
      ],
    }),
  );
  return {
    name,
    visibility: 'visible',
    locked: false,
    widths,
    rows: [
      { height: 32, cells: [{ content: `${title}：${name} ${lines.length} 份`, look: 'title' }] },
      { height: 26, cells: head.map((content) => ({ content, look: 'header' })) },
      ...rows,
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: head.length - 1 }],
    choices: [],
    print: { paper: 'A4', orientation: 'landscape', repeat: { top: 1, bottom: 1 } },
    frozen: { rows: 2, columns: 1 },
  };
}
