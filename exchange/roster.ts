import { lineOfText } from './cell-types/plain-text.ts';
import type { WrittenWorkbook } from './read-result.ts';
import type { WorkbookKind } from './workbook-kind.ts';
import { type ListSender, writeList } from './write-list.ts';

/** Its id, by which a roster that somebody tries to import is told from what can be. */
export const rosterId = 'roster';

/** A list of studios as a screen shows it. */
export interface Roster {
  /** In the order of the screen; `width` in characters. */
  readonly columns: readonly { readonly key: string; readonly label: string; readonly width: number }[];
  /** What stands in each cell, by the column's key. */
  readonly rows: readonly { readonly recordId: string; readonly texts: Readonly<Record<string, string>> }[];
  /** What the list was narrowed down to and how it is ordered, in one sentence. */
  readonly selection: string;
}

/** More columns than these go on A3. */
const mostOnA4 = 8;

/** 花名册: the chosen columns of the studios on the screen, in their order, and nothing else. It is not read back. */
export function writeRoster({ columns, rows, selection }: Roster, sender: ListSender): Promise<WrittenWorkbook> {
  const kind: WorkbookKind<typeof rosterId, Readonly<Record<string, string>>, Readonly<Record<string, string>>> = {
    id: rosterId,
    title: '花名册',
    schemaVersion: 1,
    schemaSince: '0.1.0',
    groupAliases: {},
    studio: 'name',
    distinct: [],
    columns: columns.map(({ key, label, width }) => ({ key, header: label, type: lineOfText(''), width })),
    complete: (cells) => ({ record: cells, remarks: [] }),
    cellsOf: (record) => record,
  };
  return writeList(
    {
      kind,
      title: '武昌区名师工作室花名册',
      paper: columns.length > mostOnA4 ? 'A3' : 'A4',
      orientation: 'landscape',
      entries: rows.map(({ recordId, texts }) => ({ recordId, record: texts })),
      totals: {},
      notes: [`注：${selection}共 ${rows.length} 个工作室。`],
      open: () => false,
      choices: {},
      rules: [
        '一、本表照录导出时屏幕上的工作室、栏目和次序，供查阅和打印。',
        '二、本表不能导入；要变更登记，请在程序中办理，或用相应的申报、备案表格报送。',
      ],
    },
    sender,
  );
}
