import { type FundEntryKind, type IncomeSource, incomeSourceLabels } from '../policy/funds/account.ts';
import { type Fen, yuanText } from '../policy/money.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import { calendarDate } from './cell-types/calendar-date.ts';
import { choice } from './cell-types/choice.ts';
import { yuanAmount } from './cell-types/money-amount.ts';
import { personName } from './cell-types/person-name.ts';
import { lineOfText } from './cell-types/plain-text.ts';
import type { WrittenWorkbook } from './read-result.ts';
import type { FieldRemark, WorkbookKind } from './workbook-kind.ts';
import { type ListSender, writeList } from './write-list.ts';

/** What every entry of a dedicated account says, whichever way the money went. */
interface EntryWords {
  /** Left out where the workbook was handed out for one studio. */
  readonly studioName: string;
  readonly onDate: PlainDate;
  readonly voucherNumber: string;
  readonly summary: string;
  /** Of income and of what goes back. */
  readonly source: IncomeSource;
  /** Of an expense: the name of the category. */
  readonly category: string;
  readonly counterparty: string;
  readonly handler: string;
  readonly signedBy: string;
  readonly signedOn: PlainDate;
  readonly checkedBy: string;
  readonly checkedOn: PlainDate;
  readonly overdraft: string;
}

/** One entry as a host unit reports it. 第十八条. */
export interface ExpenseRecord extends EntryWords {
  readonly kind: FundEntryKind;
  readonly amount: Fen;
}

/** On paper the way the money went is the column its amount stands in. */
interface ExpenseCells extends EntryWords {
  readonly income: Fen;
  readonly expense: Fen;
  readonly return: Fen;
}

/** What an entry of each kind cannot do without, and what it has no use for. */
const asked: Readonly<Record<FundEntryKind, { readonly needs: readonly (keyof EntryWords)[]; readonly stray: keyof EntryWords }>> = {
  income: { needs: ['source'], stray: 'category' },
  expense: { needs: ['category', 'counterparty', 'handler', 'signedBy', 'signedOn', 'checkedBy'], stray: 'source' },
  return: { needs: ['source'], stray: 'category' },
};
const amounts = ['income', 'expense', 'return'] as const satisfies readonly FundEntryKind[];

/** 经费台账: income, expenses and what went back, entry by entry. 第十八条. */
export const expenseLedger: WorkbookKind<'expense-ledger', ExpenseCells, ExpenseRecord> = {
  id: 'expense-ledger',
  title: '经费台账',
  schemaVersion: 1,
  schemaSince: '0.1.0',
  groupAliases: {},
  studio: 'studioName',
  distinct: [],
  columns: [
    { key: 'studioName', header: '工作室名称', aliases: ['工作室'], type: lineOfText('不填即为本表发给的工作室。'), width: 24 },
    { key: 'onDate', header: '日期', aliases: ['收支日期', '记账日期'], type: calendarDate, width: 12, required: true },
    {
      key: 'voucherNumber',
      header: '凭证号',
      aliases: ['凭证编号'],
      type: lineOfText('记账凭证的编号。', 'center'),
      width: 12,
      required: true,
    },
    { key: 'summary', header: '摘要', aliases: ['事由', '项目内容'], type: lineOfText('一行一笔。'), width: 24, required: true },
    {
      key: 'source',
      header: '资金来源',
      aliases: ['来源'],
      type: choice<IncomeSource>(
        incomeSourceLabels,
        { 'host-unit': ['依托单位', '单位'], 'sector-bureau': ['主管部门'], 'district-grant': ['区级资助', '区财政'] },
        '收入和退回填写。',
      ),
      width: 14,
    },
    {
      key: 'category',
      header: '支出科目',
      aliases: ['开支范围', '用途', '科目'],
      type: lineOfText('支出填写，只能是《办法》第十八条所列用途。', 'center'),
      width: 18,
    },
    { key: 'income', header: '收入', aliases: ['收入金额'], type: yuanAmount, width: 13, unit: '元' },
    { key: 'expense', header: '支出', aliases: ['支出金额'], type: yuanAmount, width: 13, unit: '元' },
    { key: 'return', header: '退回', aliases: ['退回金额', '上缴'], type: yuanAmount, width: 13, unit: '元' },
    {
      key: 'counterparty',
      header: '收付款单位',
      aliases: ['对方单位', '收款人', '付款单位', '对方'],
      type: lineOfText('支出写收款人，收入写付款单位。'),
      width: 20,
    },
    { key: 'handler', header: '经手人', type: personName, width: 9 },
    { key: 'signedBy', header: '领办人签字', aliases: ['领办人签批', '签批人'], type: personName, width: 11 },
    { key: 'signedOn', header: '签字日期', aliases: ['签批日期'], type: calendarDate, width: 12 },
    {
      key: 'checkedBy',
      header: '单位审核',
      aliases: ['审核人', '单位审核人'],
      type: lineOfText('所在单位审核人，不能是领办人。', 'center'),
      width: 11,
    },
    { key: 'checkedOn', header: '审核日期', type: calendarDate, width: 12 },
    { key: 'overdraft', header: '透支理由', type: lineOfText('余额不足而确须垫支的才填。'), width: 16 },
  ],
  complete({ income, expense, return: returned, ...words }) {
    const written = { income, expense, return: returned };
    const [kind, ...others] = amounts.filter((each) => written[each] !== undefined);
    const error = (field: keyof ExpenseCells, message: string): FieldRemark<ExpenseCells> => ({ field, severity: 'error', message });
    if (kind === undefined) return { record: words, remarks: [error('income', '收入、支出、退回都没有金额：请填写其中一栏。')] };
    const [other] = others;
    if (other !== undefined) return { record: words, remarks: [error(other, '一行只记一笔：收入、支出、退回只能填一项，请分行填写。')] };
    const { needs, stray } = asked[kind];
    const remarks = needs
      .filter((field) => words[field] === undefined)
      .map((field) => error(field, '这一笔必须填写本栏：请补填。（《办法》第十八条）'));
    if (words[stray] !== undefined)
      remarks.push({ field: stray, severity: 'warning', message: '这一笔用不着本栏，没有采用：请核对金额的栏目。' });
    const amount = written[kind];
    return { record: { ...words, kind, ...(amount === undefined ? {} : { amount }) }, remarks };
  },
  cellsOf({ kind, amount, ...words }) {
    return kind === undefined || amount === undefined ? words : { ...words, [kind]: amount };
  },
};

/** Rows to write in. */
const blankRows = 40;

/** The account of a studio, for which a ledger is handed out with what is booked already. */
export interface ExpenseForm {
  readonly studioId: string;
  readonly studio: string;
  readonly year: number;
  /** The account, and what is in it on the day. */
  readonly account: string;
  readonly balance: Fen;
  /** Names of the categories the Measures allow. */
  readonly categories: readonly string[];
  readonly entries: readonly { readonly recordId: string; readonly record: Partial<ExpenseRecord> }[];
}

/** A ledger for one studio: the year's entries that are booked, and rows for those that are not. */
export function writeExpenseLedger(form: ExpenseForm, sender: ListSender): Promise<WrittenWorkbook> {
  const { studioId, studio, year, account, balance, categories, entries } = form;
  return writeList(
    {
      kind: expenseLedger,
      title: `${studio}${year}年经费台账`,
      paper: 'A3',
      orientation: 'landscape',
      entries,
      subjectId: studioId,
      blankRows,
      totals: { income: 'sum', expense: 'sum', return: 'sum' },
      notes: [
        `注：1.专户「${account}」截至填报前余额 ${yuanText(balance)} 元；2.已入账的各笔列在前面，新的接着填写；3.支出须先由领办人签字、单位审核。`,
      ],
      open: () => true,
      choices: { studioName: [studio], category: categories },
      rules: [
        `一、本表由「${studio}」所在单位填报专户收支（《办法》第十八条），填好后交主管部门或区人力资源局导入。`,
        '二、一行填一笔，金额填在收入、支出、退回三栏之一，单位为元；已入账的各笔不要改动，有误的请主管部门办理「更正收支」。',
        `三、支出只能用于${categories.join('、')}；区财政资助在发放时已由区人力资源局入账，不再填报。`,
      ],
    },
    sender,
  );
}
