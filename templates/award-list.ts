import { chineseDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { studioLevelLabels } from '../policy/seat.ts';
import { inStrokeOrder } from '../policy/stroke-order.ts';
import { documentKind } from './document-kind.ts';
import { blankLines } from './kit/blank-lines.ts';
import { bodyText } from './kit/body-text.ts';
import type { Block, Row, Table } from './kit/document-content.ts';
import { choice, date, type InputOf, list, text } from './kit/fields.ts';
import { millimetres, points } from './kit/length.ts';
import { sealedSignature } from './kit/signature-block.ts';
import { labelCell, linesCell, textCell } from './kit/table-text.ts';
import { title } from './kit/title.ts';

const fields = {
  period: text('名单所属期间'),
  from: date('期间开始日期'),
  to: date('期间结束日期'),
  level: choice('工作室级别', studioLevelLabels),
  department: text('发文机关全称'),
  issuedOn: date('成文日期'),
  studios: list(
    '工作室',
    {
      name: text('工作室名称'),
      lead: text('领办人姓名'),
      hostUnit: text('所在单位名称'),
      sector: text('所属领域'),
      namedOn: date('命名日期'),
      namingDocument: text('命名文号'),
    },
    'name',
  ),
};

/** What a 授牌名单 is written from: the studios named in a period, in any order. `period` is what people call it: 2026年度. */
export type AwardListInput = InputOf<typeof fields>;

/**
 * 授牌名单: the studios a bureau named in a period, by the strokes of their leads' surnames. 第十一条第三项. The list of the district's studios goes with
 * the decision on their plaques (第十二条第五项, `plaque-decision.ts`).
 */
export const awardList = documentKind({
  id: 'award-list',
  title: '授牌名单',
  issuers: ['sector-bureau'],
  fields,
  subject: 'period',
  fileNameParts: ({ period }) => [period],
  compose: (input) => ({
    title: `${input.period}名师工作室授牌名单`,
    issuer: input.department,
    date: input.issuedOn,
    blocks: compose(input),
  }),
});

function compose(input: AwardListInput): Block[] {
  const { department, period } = input;
  return [
    ...title([department, `${period}名师工作室授牌名单`]),
    ...blankLines(1),
    { ...bodyText(introduction(input)), after: points(6), keepNext: true },
    studioTable(input),
  ];
}

function introduction({ period, from, to, level, studios }: AwardListInput): string {
  const outside = studios.find(({ namedOn }) => namedOn < from || namedOn > to);
  if (outside !== undefined) {
    throw new Refusal(
      `无法生成《授牌名单》（${period}）：${outside.name}于${outside.namedOn}命名，不在${from}至${to}之间。请核对命名日期或者期间。`,
    );
  }
  return (
    `${chineseDate(from)}至${chineseDate(to)}期间命名的${studioLevelLabels[level]}名师工作室共${studios.length}家，` +
    '予以授牌，名单如下：'
  );
}

/** A note and a signature alone on a page could be put under any list: they are the last row of the table, and the rows before stay with them. */
const rowsWithSignature = 2;

const columns = [11, 36, 17, 32, 11, 20, 29].map(millimetres);
const headers = ['序号', '工作室名称', '领办人', '所在单位', '领域', '命名日期', '命名文号'];

function studioTable({ department, issuedOn, studios }: AwardListInput): Table {
  const header: Row = { height: millimetres(10), cells: headers.map((label) => labelCell(label, 10.5)) };
  const sorted = inStrokeOrder(studios, ({ lead }) => lead);
  const rows = sorted.map(
    ({ name, lead, hostUnit, sector, namedOn, namingDocument }, index): Row => ({
      height: millimetres(10),
      cells: [
        textCell(String(index + 1), 10.5),
        textCell(name, 10.5, 'left'),
        textCell(lead, 10.5),
        textCell(hostUnit, 10.5, 'left'),
        textCell(sector, 10.5),
        linesCell(chineseDate(namedOn).split(/(?<=年)/), 10.5),
        linesCell(namingDocument.split(/(?=〔)/), 10.5),
      ],
      keepNext: index >= sorted.length - rowsWithSignature,
    }),
  );
  const note = { ...bodyText('注：名单按领办人姓氏笔画排序。'), before: points(6) };
  const signature: Row = { cells: [{ paragraphs: [note, ...sealedSignature(department, issuedOn)], span: columns.length, bare: true }] };
  return { kind: 'table', columns, headerRows: 1, rows: [header, ...rows, signature] };
}
