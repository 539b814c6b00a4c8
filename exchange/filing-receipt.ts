import type { PlainDate } from '../policy/plain-date.ts';
import { calendarDate } from './cell-types/calendar-date.ts';
import { choice } from './cell-types/choice.ts';
import { lineOfText, paragraph } from './cell-types/plain-text.ts';
import type { WrittenWorkbook } from './read-result.ts';
import { leadGroup, type StudioIdentity, studioColumns } from './studio-columns.ts';
import type { FieldRemark, WorkbookKind } from './workbook-kind.ts';
import { type ListSender, writeList } from './write-list.ts';

/** What the HR bureau answers to a filing. */
export type FilingAnswer = 'acknowledged' | 'returned';

/** One line of a receipt: the answer to the filing of one studio. 第十一条第三项, 第十六条. */
export interface FilingReceiptRecord extends StudioIdentity {
  /** The day the bureau sent it, as the HR bureau has it. */
  readonly sentOn: PlainDate;
  readonly answer: FilingAnswer;
  readonly filingNumber: string;
  readonly answeredOn: PlainDate;
  readonly reason: string;
}

const bureau = { owner: 'sector-bureau' } as const;
const hr = { owner: 'hr-bureau' } as const;

/** 备案回执: the HR bureau's answers to a bureau's filings, a number or a return with its reason. */
export const filingReceipt: WorkbookKind<'filing-receipt', FilingReceiptRecord, FilingReceiptRecord> = {
  id: 'filing-receipt',
  title: '备案回执',
  schemaVersion: 1,
  schemaSince: '0.1.0',
  ...leadGroup,
  studio: 'studioName',
  distinct: ['leadIdNumber', 'studioName', 'filingNumber'],
  columns: [
    ...studioColumns('与备案汇总表一致。', 34, 'sector-bureau'),
    { key: 'sentOn', header: '报送日期', type: calendarDate, width: 12, ...bureau },
    {
      key: 'answer',
      header: '办理结果',
      aliases: ['备案结果', '处理结果'],
      type: choice<FilingAnswer>(
        { acknowledged: '予以备案', returned: '退回' },
        { acknowledged: ['备案', '同意备案', '已备案'], returned: ['退回补正', '不予备案', '退件'] },
        '由区人力资源局填写。',
      ),
      width: 10,
      required: true,
      ...hr,
    },
    {
      key: 'filingNumber',
      header: '备案号',
      aliases: ['备案编号'],
      type: lineOfText('予以备案的填写。', 'center'),
      width: 20,
      ...hr,
    },
    { key: 'answeredOn', header: '办理日期', aliases: ['备案日期', '退回日期'], type: calendarDate, width: 12, required: true, ...hr },
    { key: 'reason', header: '退回理由', aliases: ['理由'], type: paragraph('退回的写明须补正什么。'), width: 30, ...hr },
  ],
  complete(cells) {
    const remarks: FieldRemark<FilingReceiptRecord>[] = [];
    const wrong = (field: keyof FilingReceiptRecord, message: string): void => void remarks.push({ field, severity: 'error', message });
    if (cells.answer === 'acknowledged' && cells.filingNumber === undefined)
      wrong('filingNumber', '予以备案而没有备案号：请向区人力资源局核对。');
    if (cells.answer === 'returned' && cells.reason === undefined) wrong('reason', '退回而没有写理由：请向区人力资源局核对。');
    if (cells.answer === 'returned' && cells.filingNumber !== undefined)
      wrong('filingNumber', '退回的没有备案号：请核对办理结果，或清空这一格。');
    return { record: cells, remarks };
  },
  cellsOf: (record) => record,
};

/** Writes the receipt for a bureau's filings of a year. */
export function writeFilingReceipt(
  entries: readonly { readonly recordId: string; readonly record: Partial<FilingReceiptRecord> }[],
  header: ListSender & { readonly year: number; readonly bureau: string },
): Promise<WrittenWorkbook> {
  const { year, bureau: recipient, ...sender } = header;
  return writeList(
    {
      kind: filingReceipt,
      title: `${year}年武昌区名师工作室备案回执（致${recipient}）`,
      paper: 'A4',
      orientation: 'landscape',
      entries,
      choices: {},
      totals: { studioName: 'count', filingNumber: 'count' },
      notes: ['注：1.退回的补正后，以新的报送日期再次报送；2.退回不影响命名。'],
      open: () => false,
      rules: [
        '一、本表由区人力资源局答复行业主管部门报送的备案（《办法》第十一条第三项、第十六条），主管部门在数据交换中导入。',
        '二、各栏由程序写出并锁定；如有出入，请与区人力资源局核对后索取新的回执。',
      ],
    },
    sender,
  );
}
