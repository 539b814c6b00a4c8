import { article } from '../policy/article.ts';
import type { Fen } from '../policy/money.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { documentKind } from './document-kind.ts';
import { amountInWords } from './kit/amount-in-words.ts';
import { measuresField } from './kit/cited-measures.ts';
import type { Block, Row, Table } from './kit/document-content.ts';
import { date, type InputOf, list, optional, record, sum, text } from './kit/fields.ts';
import { amountCell, fieldRow, formHead, headerRow, notesRow, signersRow } from './kit/form-table.ts';
import { millimetres, points } from './kit/length.ts';
import { labelCell, textCell } from './kit/table-text.ts';
import { title } from './kit/title.ts';

const line = { label: text('名称'), amount: sum('金额') };

const fields = {
  studio: text('工作室名称'),
  measures: measuresField,
  department: text('主管部门全称'),
  hostUnit: text('所在单位名称'),
  lead: text('领办人姓名'),
  account: record('经费专户', { name: text('户名'), bank: optional(text('开户银行')), number: optional(text('账号')) }),
  from: date('起始日期'),
  to: date('截止日期'),
  opening: sum('期初余额'),
  income: list('收入', line, 'label'),
  expenses: list('支出', line, 'label'),
  /** Nothing, when nothing went back. */
  returns: optional(list('退回', line, 'label')),
  printedOn: date('制表日期'),
};

/** What a 经费使用情况表 is made from: the money of a studio over a period, by source and by category. */
export type ExpenseStatementInput = InputOf<typeof fields>;
type Line = ExpenseStatementInput['income'][number];

/** 经费使用情况表 of one studio: what there was, what came, what it went for, what is left. 第十四条, 第十八条. */
export const expenseStatement = documentKind({
  id: 'expense-statement',
  title: '经费使用情况表',
  issuers: ['sector-bureau', 'hr-bureau'],
  fields,
  subject: 'studio',
  fileNameParts: ({ studio, from, to }) => [studio, `${chineseDate(from)}至${chineseDate(to)}`],
  compose: (input) => ({
    title: `${input.studio}经费使用情况表`,
    issuer: input.department,
    date: input.printedOn,
    form: 'form',
    blocks: compose(input),
  }),
});

/** Amounts from here on cannot be written in words: 万亿元. */
const mostInWords: Fen = 1e14;

function compose(input: ExpenseStatementInput): Block[] {
  const { studio, from, to, printedOn } = input;
  if (to < from) throw new Refusal(`无法生成《经费使用情况表》（${studio}）：截止日期${to}早于起始日期${from}。请核对日期。`, article(18));
  return [
    ...title(['名师工作室经费使用情况表']),
    formHead(`期间：${chineseDate(from)}至${chineseDate(to)}`, `制表日期：${chineseDate(printedOn)}`),
    head(input),
    { kind: 'paragraph', runs: [], line: points(8) },
    statement(input),
  ];
}

function head({ studio, hostUnit, department, lead, account }: ExpenseStatementInput): Table {
  return {
    kind: 'table',
    columns: [26, 60, 22, 48].map(millimetres),
    headerRows: 0,
    rows: [
      fieldRow(['工作室名称', studio], ['领办人', lead]),
      fieldRow(['所在单位', hostUnit], ['主管部门', department]),
      fieldRow(['经费专户', [account.name, account.bank, account.number].filter((part) => part !== undefined).join('，'), 3]),
    ],
  };
}

const rowHeight = millimetres(7);

function statement(input: ExpenseStatementInput): Table {
  const { studio, opening, income, expenses, returns = [], measures, from, to } = input;
  const [came, spent, wentBack] = [total(income), total(expenses), total(returns)];
  const closing = opening + came - spent - wentBack;
  if ([came, spent, wentBack, closing].some((amount) => Math.abs(amount) >= mostInWords)) {
    throw new Refusal(`无法生成《经费使用情况表》（${studio}）：合计应小于一万亿元。请核对「金额」。`, article(18));
  }
  const balance = (label: string, amount: Fen, remark: string): Row => ({
    height: rowHeight,
    cells: [{ ...labelCell(label, 10.5), span: 2 }, amountCell(amount), textCell(remark, 10.5)],
  });
  return {
    kind: 'table',
    columns: [36, 52, 36, 32].map(millimetres),
    headerRows: 1,
    rows: [
      headerRow(['项目', '来源或者用途', '金额（元）', '备注'], 10.5),
      balance('期初余额', opening, chineseDate(from)),
      ...group('收入', income, came),
      ...group('支出', expenses, spent),
      ...group('退回', returns, wentBack),
      { ...balance('期末余额', closing, chineseDate(to)), keepNext: true },
      { ...wordsRow('本期支出（大写）', spent), keepNext: true },
      { ...wordsRow('期末余额（大写）', closing), keepNext: true },
      { ...signersRow(['领办人', '财务负责人', '所在单位负责人'], [1, 1, 2]), keepNext: true },
      notesRow(
        [
          `经费按《${measures.title}》（${measures.documentNumber}）第十八条由所在单位专户管理，专款专用。`,
          '冲销的收支计入冲销当日所在期间；期末余额＝期初余额＋收入－支出－退回。',
        ],
        4,
      ),
    ],
  };
}

/** The lines of one side of the account under its name, and their sum. */
function group(label: string, lines: readonly Line[], amount: Fen): Row[] {
  const rows = [...lines, { label: '小计', amount }];
  return rows.map((row, index) => ({
    height: rowHeight,
    cells: [
      ...(index === 0 ? [{ ...labelCell(label, 10.5), rows: rows.length }] : []),
      index === lines.length ? labelCell(row.label, 10.5) : textCell(row.label, 10.5, 'left'),
      amountCell(row.amount),
      { paragraphs: [{ kind: 'paragraph', runs: [], line: points(15) }] },
    ],
    keepNext: index === 0 || index === lines.length - 1,
  }));
}

function wordsRow(label: string, amount: Fen): Row {
  const words = amount < 0 ? `负${amountInWords(-amount)}` : amountInWords(amount);
  return { height: rowHeight, cells: [labelCell(label, 10.5), { ...textCell(words, 10.5, 'left'), span: 3 }] };
}

function total(lines: readonly Line[]): Fen {
  return lines.reduce((all, { amount }) => all + amount, 0);
}
