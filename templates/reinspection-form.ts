import { chineseDate } from '../policy/plain-date.ts';
import { documentKind } from './document-kind.ts';
import type { Block, Row, Table } from './kit/document-content.ts';
import { choice, date, type InputOf, list, optional, quantity, record, text } from './kit/fields.ts';
import {
  checkBoxCell,
  checkBoxes,
  dateOrBlank,
  fieldRow,
  formHead,
  formSection,
  headerRow,
  notesRow,
  opinionRow,
  valueCell,
} from './kit/form-table.ts';
import { millimetres } from './kit/length.ts';
import { quantityText } from './kit/quantity-text.ts';
import { textCell } from './kit/table-text.ts';
import { title } from './kit/title.ts';

/** What a re-inspection says of one problem. */
const mendings = { mended: '到位', open: '不到位' } as const;

/** What a re-inspection concludes. */
const conclusions = { passed: '复查合格', failed: '整改不到位' } as const;

const fields = {
  studio: text('工作室名称'),
  department: text('复查部门全称'),
  hostUnit: text('所在单位名称'),
  lead: text('领办人姓名'),
  noticeNumber: text('整改通知书文号'),
  deadline: date('整改期限'),
  problems: list(
    '问题',
    {
      taskCode: text('任务编号'),
      problem: text('存在问题'),
      unit: text('计量单位'),
      target: quantity('目标值'),
      reported: optional(text('整改报告')),
      mending: optional(choice('整改情况', mendings)),
      finding: optional(text('复查发现')),
    },
    'taskCode',
  ),
  reinspection: optional(
    record('复查记录', {
      inspectedOn: date('复查日期'),
      inspectors: text('复查组成员'),
      conclusion: choice('复查结论', conclusions),
      opinion: optional(text('复查意见')),
    }),
  ),
  printedOn: date('制表日期'),
};

/** What a 复查表 is made from: the problems of the notice, what was reported of each and, once people have been there, what they found. */
export type ReinspectionFormInput = InputOf<typeof fields>;

/** 整改复查表, to be filled in on site or as it was recorded. 第十九条第二款. */
export const reinspectionForm = documentKind({
  id: 'reinspection-form',
  title: '整改复查表',
  issuers: ['sector-bureau', 'hr-bureau'],
  fields,
  subject: 'studio',
  fileNameParts: ({ studio, noticeNumber, reinspection }) => [studio, `${noticeNumber}${reinspection === undefined ? '（空白）' : ''}`],
  compose: (input) => ({
    title: `${input.studio}整改复查表`,
    issuer: input.department,
    date: input.reinspection?.inspectedOn ?? input.printedOn,
    form: 'form',
    blocks: compose(input),
  }),
});

function compose(input: ReinspectionFormInput): Block[] {
  return [
    ...title(['整改复查表']),
    formHead(`复查部门（盖章）：${input.department}`),
    head(input),
    formSection('一、逐项复查'),
    problems(input),
    formSection('二、复查意见'),
    opinions(input),
  ];
}

function head({ studio, hostUnit, lead, noticeNumber, deadline, reinspection }: ReinspectionFormInput): Table {
  return {
    kind: 'table',
    columns: [32, 46, 32, 46].map(millimetres),
    headerRows: 0,
    rows: [
      fieldRow(['工作室名称', studio, 3]),
      fieldRow(['所在单位', hostUnit, 3]),
      fieldRow(['领办人', lead], ['整改通知书', noticeNumber]),
      fieldRow(['整改期限', chineseDate(deadline)], ['复查日期', dateOrBlank(reinspection?.inspectedOn)]),
      fieldRow(['复查组成员', reinspection?.inspectors, 3]),
    ],
  };
}

function problems({ problems: all }: ReinspectionFormInput): Table {
  const rows = all.map(
    ({ taskCode, problem, unit, target, reported, mending, finding }): Row => ({
      height: millimetres(16),
      cells: [
        textCell(taskCode, 10.5),
        textCell(problem, 10.5, 'left'),
        textCell(quantityText(target, unit), 10.5),
        valueCell(reported, 10.5, 'left'),
        checkBoxCell(mendings, mending, 10.5),
        valueCell(finding, 10.5, 'left'),
      ],
    }),
  );
  return {
    kind: 'table',
    columns: [11, 38, 18, 36, 21, 32].map(millimetres),
    headerRows: 1,
    rows: [headerRow(['编号', '存在问题', '目标值', '整改报告', '整改情况', '复查发现'], 10.5), ...rows],
  };
}

function opinions({ reinspection }: ReinspectionFormInput): Table {
  return {
    kind: 'table',
    columns: [32, 124].map(millimetres),
    headerRows: 0,
    rows: [
      { ...fieldRow(['复查结论', checkBoxes(conclusions, reinspection?.conclusion)]), keepNext: true },
      {
        ...opinionRow({ label: '复查组意见', text: reinspection?.opinion, signer: '组长', sealed: false, date: reinspection?.inspectedOn }),
        keepNext: true,
      },
      opinionRow({ label: '工作室意见', signer: '领办人', sealed: false, room: 12 }),
      notesRow(['整改情况在相应方框内打“√”。', '本表一式两份，复查部门和工作室各存一份。'], 2),
    ],
  };
}
