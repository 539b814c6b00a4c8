import { chineseDate } from '../policy/plain-date.ts';
import { inStrokeOrder } from '../policy/stroke-order.ts';
import { documentKind } from './document-kind.ts';
import type { Block, Cell, Row, Table } from './kit/document-content.ts';
import { date, type InputOf, list, optional, record, text } from './kit/fields.ts';
import { blankCell, formHead, headerRow, notesRow, signersRow } from './kit/form-table.ts';
import { millimetres } from './kit/length.ts';
import { plaqueDate, plaqueFields } from './kit/plaque-text.ts';
import { linesCell, textCell } from './kit/table-text.ts';
import { title } from './kit/title.ts';

const fields = {
  period: text('年度'),
  department: text('制作部门全称'),
  size: text('牌匾规格'),
  studios: list(
    '工作室',
    { ...plaqueFields, returned: optional(record('收回', { on: date('收回日期'), receivedBy: text('接收人') })) },
    'name',
  ),
  printedOn: date('制表日期'),
};

/** What a 牌匾制作清单 is made from: the plaques a department awarded in a year, in any order, and those it has taken back. */
export type PlaqueListInput = InputOf<typeof fields>;

/** 牌匾制作清单: what is cut into each plaque, proof-read and signed for, handed over and taken back. 第十二条第五项, 第十九条第二款. */
export const plaqueList = documentKind({
  id: 'plaque-list',
  title: '牌匾制作清单',
  issuers: ['sector-bureau', 'leading-group-office'],
  fields,
  subject: 'period',
  fileNameParts: ({ period }) => [period],
  compose: (input) => ({
    title: `${input.period}名师工作室牌匾制作清单`,
    issuer: input.department,
    date: input.printedOn,
    form: 'landscape',
    blocks: compose(input),
  }),
});

function compose(input: PlaqueListInput): Block[] {
  const { period, department, studios, printedOn } = input;
  return [
    ...title([`${period}名师工作室牌匾制作清单`]),
    formHead(`制作部门（盖章）：${department}`, `共${studios.length}块`, `制表日期：${chineseDate(printedOn)}`),
    plaques(input),
  ];
}

/** The rows that stay with the signatures below them. */
const rowsWithSignatures = 2;

const columns = [10, 58, 30, 44, 22, 19, 21, 21].map(millimetres);
const headers = ['序号', '牌匾文字', '规格', '落款单位', '落款日期', '校对签字', '领取签字、日期', '收回日期、接收人'];

function plaques({ studios, size }: PlaqueListInput): Table {
  const sorted = inStrokeOrder(studios, ({ lead }) => lead);
  const rows = sorted.map(
    ({ name, honour, body, namedOn, returned }, index): Row => ({
      height: millimetres(14),
      cells: [
        textCell(String(index + 1), 10.5),
        linesCell([honour, name], 10.5),
        textCell(size, 10.5),
        textCell(body, 10.5),
        linesCell(plaqueDate(namedOn).split(/(?<=年)/), 10.5),
        blankCell(),
        blankCell(),
        returnedCell(returned),
      ],
      keepNext: index >= sorted.length - rowsWithSignatures,
    }),
  );
  return {
    kind: 'table',
    columns,
    headerRows: 1,
    rows: [
      headerRow(headers, 10.5),
      ...rows,
      { ...signersRow(['制表人', '审核人', '制作单位'], [2, 3, 3]), keepNext: true },
      notesRow(
        ['牌匾文字由领办人或所在单位逐字校对签字后制作。', '规格为长×高。', '称号撤销、终止或者更换牌匾的，收回原牌匾并填写收回栏。'],
        columns.length,
      ),
    ],
  };
}

function returnedCell(returned: PlaqueListInput['studios'][number]['returned']): Cell {
  return returned === undefined ? blankCell() : linesCell([...chineseDate(returned.on).split(/(?<=年)/), returned.receivedBy], 10.5);
}
