import { article, articleText } from '../policy/article.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { documentKind } from './document-kind.ts';
import type { Block, Row, Table } from './kit/document-content.ts';
import { date, type InputOf, list, optional, record, text } from './kit/fields.ts';
import { fieldRow, formHead, formSection, headerRow, notesRow, opinionRow, valueCell } from './kit/form-table.ts';
import { millimetres } from './kit/length.ts';
import { textCell } from './kit/table-text.ts';
import { title } from './kit/title.ts';

const fields = {
  studio: text('工作室名称'),
  department: text('考核部门全称'),
  hostUnit: text('所在单位名称'),
  lead: text('领办人姓名'),
  noticeNumber: text('整改通知书文号'),
  issuedOn: date('整改通知日期'),
  deadline: date('整改期限'),
  problems: list(
    '问题',
    {
      taskCode: text('任务编号'),
      problem: text('存在问题'),
      measure: text('整改措施'),
      result: optional(text('完成情况')),
      evidence: optional(text('佐证材料')),
    },
    'taskCode',
  ),
  report: optional(record('整改报告', { reportedOn: date('报告日期'), reporter: text('报告人'), summary: text('整改情况') })),
};

/** What a 整改情况报告表 is made from: the problems of the notice and, once reported, what was done about each. */
export type RectificationReportInput = InputOf<typeof fields>;

/** 整改情况报告表, for the studio to fill in or as it was reported. 第十九条第二款. */
export const rectificationReport = documentKind({
  id: 'rectification-report',
  title: '整改情况报告表',
  issuers: ['sector-bureau', 'hr-bureau'],
  fields,
  subject: 'studio',
  fileNameParts: ({ studio, noticeNumber, report }) => [studio, `${noticeNumber}${report === undefined ? '（空白）' : ''}`],
  compose: (input) => ({
    title: `${input.studio}整改情况报告表`,
    issuer: input.hostUnit,
    date: input.report?.reportedOn ?? input.issuedOn,
    form: 'form',
    blocks: compose(input),
  }),
});

function compose(input: RectificationReportInput): Block[] {
  return [
    ...title(['整改情况报告表']),
    formHead(`报送：${input.department}`),
    head(input),
    formSection('一、逐项整改情况'),
    problems(input),
    formSection('二、报告和意见'),
    opinions(input),
  ];
}

function head({ studio, hostUnit, lead, noticeNumber, issuedOn, deadline, report }: RectificationReportInput): Table {
  return {
    kind: 'table',
    columns: [32, 46, 32, 46].map(millimetres),
    headerRows: 0,
    rows: [
      fieldRow(['工作室名称', studio, 3]),
      fieldRow(['所在单位', hostUnit, 3]),
      fieldRow(['领办人', lead], ['整改通知书', noticeNumber]),
      fieldRow(['通知日期', chineseDate(issuedOn)], ['整改期限', chineseDate(deadline)]),
      fieldRow(['报告人', report?.reporter], ['报告日期', report === undefined ? undefined : chineseDate(report.reportedOn)]),
    ],
  };
}

function problems({ problems: all }: RectificationReportInput): Table {
  const rows = all.map(
    ({ taskCode, problem, measure, result, evidence }): Row => ({
      height: millimetres(18),
      cells: [
        textCell(taskCode, 10.5),
        textCell(problem, 10.5, 'left'),
        textCell(measure, 10.5, 'left'),
        valueCell(result, 10.5, 'left'),
        valueCell(evidence, 10.5, 'left'),
        valueCell(undefined, 10.5),
        valueCell(undefined, 10.5),
      ],
    }),
  );
  return {
    kind: 'table',
    columns: [11, 32, 34, 31, 20, 12, 16].map(millimetres),
    headerRows: 1,
    rows: [headerRow(['编号', '存在问题', '整改措施', '完成情况', '佐证材料', '责任人', '完成日期'], 10.5), ...rows],
  };
}

function opinions({ report }: RectificationReportInput): Table {
  return {
    kind: 'table',
    columns: [32, 124].map(millimetres),
    headerRows: 0,
    rows: [
      opinionRow({ label: '整改情况', text: report?.summary, signer: '领办人', sealed: false, date: report?.reportedOn, room: 18 }),
      opinionRow({ label: '所在单位意见', signer: '负责人', sealed: true, room: 10 }),
      notesRow(
        [`整改期满前报送；逾期整改不到位的，依照《办法》${articleText(article(19))}撤销称号。`, '每项问题附佐证材料，编号与任务编号一致。'],
        2,
      ),
    ],
  };
}
