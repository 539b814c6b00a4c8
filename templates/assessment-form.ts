import { article, articleText } from '../policy/article.ts';
import { assessmentLabels, gradeLabels } from '../policy/grade.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { studioLevelLabels } from '../policy/seat.ts';
import { documentKind } from './document-kind.ts';
import type { Block, Row, Table } from './kit/document-content.ts';
import { choice, date, type InputOf, list, optional, quantity, record, text, wholeNumber } from './kit/fields.ts';
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
import { taskGroupTitles } from './kit/task-group-titles.ts';
import { title } from './kit/title.ts';

/** Whether a task was fulfilled. */
const results = { met: '完成', unmet: '未完成' } as const;

const fields = {
  studio: text('工作室名称'),
  level: choice('工作室级别', studioLevelLabels),
  department: text('考核部门全称'),
  hostUnit: text('所在单位名称'),
  lead: text('领办人姓名'),
  letterNumber: text('任务承诺书编号'),
  kind: choice('考核类型', assessmentLabels),
  cycleYear: wholeNumber('周期年度', 1, 9),
  periodFrom: date('考核期间开始日期'),
  periodTo: date('考核期间结束日期'),
  tasks: list(
    '任务',
    {
      code: text('任务编号'),
      group: choice('任务类别', taskGroupTitles),
      title: text('任务内容'),
      unit: text('计量单位'),
      target: quantity('目标值'),
      actual: optional(quantity('实际值')),
      evidence: optional(text('佐证材料')),
      selfReported: optional(quantity('自评值')),
      remark: optional(text('考核意见')),
    },
    'code',
  ),
  selfAssessment: optional(text('自评情况')),
  assessed: optional(
    record('考核结果', {
      assessedOn: date('考核日期'),
      assessors: text('考核组成员'),
      grade: choice('考核等次', gradeLabels),
      opinion: optional(text('考核意见')),
    }),
  ),
  approval: optional(record('审定', { department: text('审定部门'), approvedOn: date('审定日期'), opinion: text('审定意见') })),
  printedOn: date('制表日期'),
};

/** What a 考核表 is made from: the tasks of the letter with their targets and, once assessed, what was found of each. */
export type AssessmentFormInput = InputOf<typeof fields>;

/** 考核表, task by task against the letter, to be filled in on site or as it was recorded. 第十九条. */
export const assessmentForm = documentKind({
  id: 'assessment-form',
  title: '考核表',
  issuers: ['sector-bureau', 'hr-bureau'],
  fields,
  subject: 'studio',
  fileNameParts: ({ studio, kind, cycleYear, assessed }) => [
    studio,
    `第${cycleYear}年度${assessmentLabels[kind]}${assessed === undefined ? '（空白）' : ''}`,
  ],
  compose: (input) => ({
    title: `${input.studio}${assessmentLabels[input.kind]}表`,
    issuer: input.department,
    date: input.assessed?.assessedOn ?? input.printedOn,
    form: 'form',
    blocks: compose(input),
  }),
});

function compose(input: AssessmentFormInput): Block[] {
  const { level, kind, department } = input;
  return [
    ...title([`${studioLevelLabels[level]}名师工作室${assessmentLabels[kind]}表`]),
    formHead(`考核部门（盖章）：${department}`),
    head(input),
    formSection('一、任务完成情况'),
    tasks(input),
    formSection('二、自评和考核意见'),
    opinions(input),
  ];
}

function head({ studio, hostUnit, lead, letterNumber, periodFrom, periodTo, assessed }: AssessmentFormInput): Table {
  return {
    kind: 'table',
    columns: [32, 46, 32, 46].map(millimetres),
    headerRows: 0,
    rows: [
      fieldRow(['工作室名称', studio, 3]),
      fieldRow(['所在单位', hostUnit, 3]),
      fieldRow(['领办人', lead], ['任务承诺书编号', letterNumber]),
      fieldRow(['考核期间', `${chineseDate(periodFrom)}至${chineseDate(periodTo)}`, 3]),
      fieldRow(['考核日期', dateOrBlank(assessed?.assessedOn)], ['考核组成员', assessed?.assessors]),
    ],
  };
}

function tasks({ tasks: all }: AssessmentFormInput): Table {
  const rows = all.map(({ code, group, title: task, unit, target, actual, evidence, selfReported, remark }): Row => {
    const result = actual === undefined ? undefined : actual >= target ? 'met' : 'unmet';
    return {
      height: millimetres(14),
      cells: [
        textCell(code, 10.5),
        textCell(taskGroupTitles[group], 10.5),
        textCell(task, 10.5, 'left'),
        textCell(quantityText(target, unit), 10.5),
        valueCell(selfReported === undefined ? undefined : quantityText(selfReported, unit), 10.5),
        valueCell(actual === undefined ? undefined : quantityText(actual, unit), 10.5),
        valueCell(evidence, 10.5, 'left'),
        checkBoxCell(results, result, 10.5),
        valueCell(remark, 10.5, 'left'),
      ],
    };
  });
  return {
    kind: 'table',
    columns: [11, 17, 28, 15, 15, 15, 19, 20, 16].map(millimetres),
    headerRows: 1,
    rows: [headerRow(['编号', '任务类别', '任务内容', '目标值', '自评值', '实际值', '佐证材料', '完成情况', '备注'], 10.5), ...rows],
  };
}

function opinions({ level, selfAssessment, assessed, approval }: AssessmentFormInput): Table {
  const approver = level === 'district' ? '区委人才工作领导小组办公室' : '区人力资源局';
  return {
    kind: 'table',
    columns: [32, 124].map(millimetres),
    headerRows: 0,
    rows: [
      opinionRow({ label: '工作室自评', text: selfAssessment, signer: '领办人', sealed: false, room: 14 }),
      opinionRow({ label: '所在单位意见', signer: '负责人', sealed: true, room: 10 }),
      { ...fieldRow(['考核等次', checkBoxes(gradeLabels, assessed?.grade)]), keepNext: true },
      opinionRow({
        label: '考核组意见',
        text: assessed?.opinion,
        signer: '考核组成员',
        sealed: false,
        date: assessed?.assessedOn,
        room: 14,
      }),
      opinionRow({
        label: approval?.department ?? `${approver}审定意见（周期性考核）`,
        text: approval?.opinion,
        signer: '负责人',
        sealed: true,
        date: approval?.approvedOn,
        room: 12,
      }),
      notesRow([`考核依照《办法》${articleText(article(19))}，对照任务承诺书逐项实地检查，目标值为考核期间的目标。`], 2),
    ],
  };
}
