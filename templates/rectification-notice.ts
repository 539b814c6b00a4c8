import { article, articleText } from '../policy/article.ts';
import { assessmentLabels, gradeLabels } from '../policy/grade.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { studioLevelLabels } from '../policy/seat.ts';
import { taskGroupLabels } from '../policy/task-groups.ts';
import { documentKind, type Say } from './document-kind.ts';
import { attachmentHeading, attachmentNote } from './kit/attachment.ts';
import { blankLines } from './kit/blank-lines.ts';
import { addressee, bodyText, heading, subheading } from './kit/body-text.ts';
import { contactField, contactRemark } from './kit/contact-remark.ts';
import type { Block, Paragraph, Table } from './kit/document-content.ts';
import { choice, date, type InputOf, list, quantity, record, text } from './kit/fields.ts';
import { millimetres, points } from './kit/length.ts';
import { quantityText } from './kit/quantity-text.ts';
import { redHeader } from './kit/red-header.ts';
import { selfReference } from './kit/self-reference.ts';
import { withStop } from './kit/sentence.ts';
import { sealedSignature } from './kit/signature-block.ts';
import { labelCell, linesCell, tableText, textCell } from './kit/table-text.ts';
import { taskGroupTitles } from './kit/task-group-titles.ts';
import { title } from './kit/title.ts';

const fields = {
  studio: text('工作室名称'),
  level: choice('工作室级别', studioLevelLabels),
  number: text('发文字号'),
  measures: record('依据的办法', { title: text('办法名称'), documentNumber: text('办法文号') }),
  department: text('发文机关全称'),
  hostUnit: text('所在单位名称'),
  letterNumber: text('任务承诺书编号'),
  assessment: record('考核', { kind: choice('考核类型', assessmentLabels), assessedOn: date('考核日期') }),
  problems: list(
    '问题',
    {
      taskCode: text('任务编号'),
      group: choice('任务类别', taskGroupTitles),
      task: text('任务内容'),
      unit: text('计量单位'),
      target: quantity('目标值'),
      actual: quantity('实际值'),
      problem: text('存在问题'),
      measure: text('整改措施'),
    },
    'taskCode',
    // Numbered in Chinese, which goes to 九十九.
    99,
  ),
  deadline: date('整改期限'),
  issuedOn: date('成文日期'),
  contact: contactField,
};

/** What a 整改通知书 is written from. Targets and actual values are numbers in the task's own unit. */
export type RectificationNoticeInput = InputOf<typeof fields>;

/** 整改通知书 after an unqualified process assessment, with the receipt to be torn off. 第十九条. */
export const rectificationNotice = documentKind({
  id: 'rectification-notice',
  title: '整改通知书',
  issuers: ['sector-bureau', 'hr-bureau'],
  fields,
  subject: 'studio',
  fileNameParts: ({ studio, number }) => [studio, number],
  compose: (input, say) => ({
    title: `关于${input.studio}的整改通知书（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    blocks: compose(input, say),
  }),
  ownText: { deadline: '2101-12-31' },
});

function compose(input: RectificationNoticeInput, say: Say): Block[] {
  const { department, number, studio, hostUnit, issuedOn } = input;
  return [
    ...redHeader(department, number),
    ...title([department, `关于${studio}的`, '整改通知书']),
    ...blankLines(1),
    addressee([hostUnit, studio]),
    bodyText(basis(input)),
    heading(1, '存在问题'),
    ...problems(input, say),
    heading(2, '整改要求'),
    ...demands(input),
    heading(3, '整改期限'),
    bodyText(deadline(input)),
    heading(4, '逾期责任'),
    { ...bodyText(consequence()), keepNext: true },
    ...attachmentNote('送达回执（一式两联）'),
    ...sealedSignature(department, issuedOn, contactRemark(input.contact)),
    ...attachmentHeading(),
    ...title(['送达回执']),
    ...receipt(input, '第一联　送达机关存查'),
    cutLine,
    ...receipt(input, '第二联　受送达单位留存'),
  ];
}

function basis({ department, measures, studio, letterNumber, assessment }: RectificationNoticeInput): string {
  if (assessment.kind !== 'process') {
    throw new Refusal(
      `无法生成《整改通知书》（${studio}）：${assessmentLabels[assessment.kind]}不合格的直接撤销称号，不发整改通知书。请核对「考核类型」。`,
      article(19),
    );
  }
  const us = selfReference(department);
  return (
    `${chineseDate(assessment.assessedOn)}，${us}依照《${measures.title}》（${measures.documentNumber}，以下简称《办法》）${articleText(article(19))}规定，` +
    `对照${letterNumber}任务承诺书，对${studio}进行了${assessmentLabels[assessment.kind]}，考核结果为${gradeLabels.unqualified}。现就整改事项通知如下。`
  );
}

/** Each problem with its task, the target, what was done, and the provision the task comes from. */
function problems({ problems: found }: RectificationNoticeInput, say: Say): Paragraph[] {
  return found.map(({ taskCode, group, task, unit, target, actual, problem }, index) => {
    const short = say('差额说明', actual < target ? `，差${quantityText(target - actual, unit)}` : '', '问题');
    const place = say('依据条款', articleText(taskGroupLabels[group].article), '问题');
    const kind = say('任务类别', taskGroupTitles[group], '问题');
    return subheading(
      index + 1,
      `任务${taskCode}：${task}。`,
      `目标为${quantityText(target, unit)}，实际为${quantityText(actual, unit)}${short}。${withStop(problem)}` +
        `未达到《办法》${place}“${kind}”的要求和任务承诺书的约定。`,
    );
  });
}

function demands({ problems: found }: RectificationNoticeInput): Paragraph[] {
  return found.map(({ taskCode, measure }, index) => subheading(index + 1, `任务${taskCode}。`, withStop(measure)));
}

function deadline({ studio, department, issuedOn, deadline: last, hostUnit }: RectificationNoticeInput): string {
  if (last <= issuedOn) {
    throw new Refusal(
      `无法生成《整改通知书》（${studio}）：「整改期限」${last}不晚于「成文日期」${issuedOn}。请改为成文日期之后的日期。`,
      article(19),
    );
  }
  const us = selfReference(department);
  return (
    `请${hostUnit}督促工作室对照上述问题逐项整改，于${chineseDate(last)}前（含当日）完成，并将整改情况书面报告${us}。` +
    `期满后，${us}将进行复查。`
  );
}

function consequence(): string {
  return `依照《办法》${articleText(article(19))}规定，逾期整改不到位的，撤销名师工作室称号，收回命名，同时收回资助建设经费。`;
}

const receiptColumns = [30, 52, 24, 50].map(millimetres);

/** One half of the receipt: what was served, and room for the signer, the post, the day and the stamp. */
function receipt({ department, number, studio, hostUnit }: RectificationNoticeInput, part: string): Block[] {
  const served: Table = {
    kind: 'table',
    columns: receiptColumns,
    headerRows: 0,
    rows: [
      {
        height: rowHeight,
        cells: [labelCell('送达文书', 12), { ...linesCell([`关于${studio}的整改通知书`, number], 12, 'left'), span: 3 }],
      },
      { height: rowHeight, cells: [labelCell('送达机关', 12), { ...textCell(department, 12, 'left'), span: 3 }] },
      { height: rowHeight, cells: [labelCell('受送达单位', 12), { ...linesCell([hostUnit, studio], 12, 'left'), span: 3 }] },
      { height: rowHeight, cells: [labelCell('签收人', 12), emptyCell, labelCell('职务', 12), emptyCell] },
      {
        height: millimetres(26),
        cells: [labelCell('签收日期', 12), textCell('年　　月　　日', 12), labelCell('单位盖章', 12), emptyCell],
      },
    ],
  };
  return [{ ...tableText(part, 12), after: points(4), keepNext: true }, served];
}

const rowHeight = millimetres(9);
const emptyCell = { paragraphs: [{ kind: 'paragraph', runs: [], line: points(18) }] } as const;

/** Where the two halves are cut apart. */
const cutLine: Paragraph = {
  kind: 'paragraph',
  runs: [{ text: '（沿此线裁开）', size: 10.5 }],
  align: 'center',
  before: millimetres(4),
  after: millimetres(3),
  line: points(16),
  below: { width: 6, colour: '000000', distance: 4, style: 'dashed' },
};
