import { article } from '../policy/article.ts';
import type { Fen } from '../policy/money.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { inStrokeOrder } from '../policy/stroke-order.ts';
import { studioNatureLabels } from '../policy/studio-nature.ts';
import { documentKind } from './document-kind.ts';
import { amountInWords } from './kit/amount-in-words.ts';
import { measuresField } from './kit/cited-measures.ts';
import type { Block, Cell, Row, Table } from './kit/document-content.ts';
import { choice, date, type InputOf, list, money, optional, record, sum, text } from './kit/fields.ts';
import { amountCell, blankCell, formHead, formRow, headerRow, notesRow, signersRow } from './kit/form-table.ts';
import { millimetres } from './kit/length.ts';
import { labelCell, linesCell, textCell } from './kit/table-text.ts';
import { title } from './kit/title.ts';

const fields = {
  period: text('年度'),
  measures: measuresField,
  department: text('拨付部门全称'),
  studios: list(
    '工作室',
    {
      name: text('工作室名称'),
      lead: text('领办人姓名'),
      hostUnit: text('所在单位名称'),
      nature: choice('行业性质', studioNatureLabels),
      /** As the register has it; otherwise it is written in by the host unit. */
      account: optional(record('收款账户', { name: text('户名'), bank: optional(text('开户银行')), number: optional(text('账号')) })),
      approved: money('核定资助'),
      spent: optional(sum('已用于建设的金额')),
      paid: optional(money('已拨付金额')),
    },
    'name',
  ),
  printedOn: date('制表日期'),
};

/** What a 资金拨付表 is made from: the studios granted in a year's round, in any order, and what they were paid so far. */
export type GrantTableInput = InputOf<typeof fields>;
type Granted = GrantTableInput['studios'][number];

/** 资金拨付表 of the HR bureau: what is approved, what was spent on construction before it is paid, what is paid. 第十二条第六项, 第十六条, 第十八条. */
export const grantTable = documentKind({
  id: 'grant-table',
  title: '资金拨付表',
  issuers: ['hr-bureau'],
  fields,
  subject: 'period',
  fileNameParts: ({ period }) => [period],
  compose: (input) => ({
    title: `${input.period}区级名师工作室资金拨付表`,
    issuer: input.department,
    date: input.printedOn,
    form: 'landscape',
    blocks: compose(input),
  }),
});

/** Amounts from here on cannot be written in words: 万亿元. */
const mostInWords: Fen = 1e14;

function compose(input: GrantTableInput): Block[] {
  const { period, department, studios, printedOn } = input;
  const over = studios.find(({ approved, paid = 0 }) => paid > approved);
  if (over !== undefined) {
    throw new Refusal(`无法生成《资金拨付表》（${period}）：${over.name}已拨付的金额多于核定的资助。请核对发放登记。`, article(12, 6));
  }
  if (total(studios, ({ approved }) => approved) >= mostInWords) {
    throw new Refusal(`无法生成《资金拨付表》（${period}）：核定资助合计应小于一万亿元。请核对「核定资助」。`, article(12, 6));
  }
  return [
    ...title([`${period}区级名师工作室`, '资金拨付表']),
    formHead(`拨付部门（盖章）：${department}`, `制表日期：${chineseDate(printedOn)}`, '单位：元'),
    payments(input),
  ];
}

/** The rows that stay with the totals and signatures below them. */
const rowsWithTotals = 2;

const columns = [11, 38, 32, 16, 58, 20, 20, 30].map(millimetres);
const headers = ['序号', '工作室名称', '所在单位', '行业性质', '收款账户', '核定资助', '已用于建设', '已拨付'];

function payments({ studios, measures }: GrantTableInput): Table {
  const sorted = inStrokeOrder(studios, ({ lead }) => lead);
  const approved = total(studios, (studio) => studio.approved);
  const paid = total(studios, (studio) => studio.paid ?? 0);
  const rows = sorted.map(
    (studio, index): Row => ({
      height: millimetres(13),
      cells: [
        textCell(String(index + 1), 10.5),
        textCell(studio.name, 10.5, 'left'),
        textCell(studio.hostUnit, 10.5, 'left'),
        textCell(studioNatureLabels[studio.nature], 10.5),
        accountCell(studio),
        amountCell(studio.approved),
        studio.spent === undefined ? textCell('未登记', 10.5) : amountCell(studio.spent),
        studio.paid === undefined ? textCell('尚未拨付', 10.5) : amountCell(studio.paid, amountInWords(studio.paid)),
      ],
      keepNext: index >= sorted.length - rowsWithTotals,
    }),
  );
  const totals: Row = {
    height: formRow,
    cells: [
      { ...labelCell('合计', 10.5), span: 5 },
      amountCell(approved),
      amountCell(total(studios, ({ spent }) => spent ?? 0)),
      amountCell(paid),
    ],
    keepNext: true,
  };
  const inWords: Row = {
    height: formRow,
    cells: [
      { ...labelCell('合计（大写）', 10.5), span: 2 },
      { ...textCell(`核定资助：${amountInWords(approved)}　　已拨付：${amountInWords(paid)}`, 10.5, 'left'), span: 6 },
    ],
    keepNext: true,
  };
  return {
    kind: 'table',
    columns,
    headerRows: 1,
    rows: [
      headerRow(headers, 10.5),
      ...rows,
      totals,
      inWords,
      { ...signersRow(['制表人', '复核人', '财务负责人', '部门负责人'], [2, 2, 1, 3]), keepNext: true },
      notesRow(
        [
          `资助依据《${measures.title}》（${measures.documentNumber}）第十二条第六项核定；按第十八条先建后补，对照已用于建设的金额发放。`,
          '资助拨入所在单位的工作室经费专户，专款专用；收款账户空白的，由所在单位填写。',
        ],
        columns.length,
      ),
    ],
  };
}

function accountCell({ account }: Granted): Cell {
  if (account === undefined) return blankCell();
  return linesCell(
    [account.name, ...(account.bank === undefined ? [] : [account.bank]), ...(account.number === undefined ? [] : [account.number])],
    10.5,
    'left',
  );
}

function total(studios: readonly Granted[], amountOf: (studio: Granted) => Fen): Fen {
  return studios.reduce((all, studio) => all + amountOf(studio), 0);
}
