import { studioLevelLabels } from '../policy/seat.ts';
import { documentKind } from './document-kind.ts';
import type { Block, Row, Table } from './kit/document-content.ts';
import { choice, date, type InputOf, list, optional, record, text } from './kit/fields.ts';
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
import { textCell } from './kit/table-text.ts';
import { title } from './kit/title.ts';

/** What an inspection says of one requirement. */
const checkResults = { met: '符合', unmet: '不符合', 'to-mend': '需补正' } as const;

/** What an inspection concludes. */
const conclusions = { pass: '通过', fail: '不通过' } as const;

const fields = {
  studio: text('工作室名称'),
  level: choice('工作室级别', studioLevelLabels),
  sector: text('所属领域'),
  department: text('考察部门全称'),
  hostUnit: text('所在单位名称'),
  lead: text('领办人姓名'),
  checks: list(
    '核查内容',
    {
      article: text('依据条款'),
      stated: text('申报情况'),
      result: optional(choice('核查结果', checkResults)),
      evidence: optional(text('证据和照片号')),
    },
    'article',
  ),
  inspection: optional(
    record('考察记录', {
      inspectedOn: date('考察日期'),
      inspectors: text('考察组成员'),
      site: text('考察地点'),
      result: choice('考察结论', conclusions),
      opinion: optional(text('考察意见')),
    }),
  ),
  printedOn: date('制表日期'),
};

/** What a 现场考察表 is made from: what the application states of each requirement and, once people have been there, what they found. */
export type InspectionFormInput = InputOf<typeof fields>;

/** 现场考察表, to be filled in on site or as it was recorded. 第十一条第二项, 第十二条第三项. */
export const inspectionForm = documentKind({
  id: 'inspection-form',
  title: '现场考察表',
  issuers: ['sector-bureau', 'hr-bureau'],
  fields,
  subject: 'studio',
  fileNameParts: ({ studio, inspection }) => [studio, inspection === undefined ? '空白' : inspection.inspectedOn],
  compose: (input) => ({
    title: `${input.studio}现场考察表`,
    issuer: input.department,
    date: input.inspection?.inspectedOn ?? input.printedOn,
    form: 'form',
    blocks: compose(input),
  }),
});

function compose(input: InspectionFormInput): Block[] {
  return [
    ...title([`${studioLevelLabels[input.level]}名师工作室现场考察表`]),
    formHead(`考察部门（盖章）：${input.department}`),
    head(input),
    formSection('一、逐项核查'),
    checks(input),
    formSection('二、考察意见'),
    opinions(input),
  ];
}

function head({ studio, sector, hostUnit, lead, inspection }: InspectionFormInput): Table {
  return {
    kind: 'table',
    columns: [32, 52, 30, 42].map(millimetres),
    headerRows: 0,
    rows: [
      fieldRow(['工作室名称', studio, 3]),
      fieldRow(['所在单位', hostUnit, 3]),
      fieldRow(['领办人', lead], ['所属领域', sector]),
      fieldRow(['考察时间', dateOrBlank(inspection?.inspectedOn)], ['考察地点', inspection?.site]),
      fieldRow(['考察组成员', inspection?.inspectors, 3]),
    ],
  };
}

function checks({ checks: all }: InspectionFormInput): Table {
  return {
    kind: 'table',
    columns: [11, 27, 58, 22, 38].map(millimetres),
    headerRows: 1,
    rows: [
      headerRow(['序号', '依据条款', '申报情况', '核查结果', '证据和照片号'], 10.5),
      ...all.map(
        ({ article, stated, result, evidence }, index): Row => ({
          cells: [
            textCell(String(index + 1), 10.5),
            textCell(article, 10.5),
            textCell(stated, 10.5, 'left'),
            checkBoxCell(checkResults, result, 10.5),
            valueCell(evidence, 10.5, 'left'),
          ],
        }),
      ),
    ],
  };
}

function opinions({ inspection }: InspectionFormInput): Table {
  return {
    kind: 'table',
    columns: [32, 124].map(millimetres),
    headerRows: 0,
    rows: [
      { ...fieldRow(['考察结论', checkBoxes(conclusions, inspection?.result)]), keepNext: true },
      {
        ...opinionRow({ label: '考察组意见', text: inspection?.opinion, signer: '组长', sealed: false, date: inspection?.inspectedOn }),
        keepNext: true,
      },
      opinionRow({ label: '被考察单位意见', signer: '负责人', sealed: true, room: 12 }),
      notesRow(['核查结果在相应方框内打“√”。', '本表一式两份，考察部门和被考察单位各存一份。'], 2),
    ],
  };
}
