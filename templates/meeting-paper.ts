import { article, articleText } from '../policy/article.ts';
import { yuanText } from '../policy/money.ts';
import { chineseDate, fullYears } from '../policy/plain-date.ts';
import { sexLabels } from '../policy/qualification.ts';
import { inStrokeOrder } from '../policy/stroke-order.ts';
import { documentKind } from './document-kind.ts';
import { blankLines } from './kit/blank-lines.ts';
import { bodyText } from './kit/body-text.ts';
import { citedMeasures, measuresField } from './kit/cited-measures.ts';
import type { Block, Row, Table } from './kit/document-content.ts';
import { choice, date, type InputOf, list, money, optional, quantity, record, text, texts, wholeNumber } from './kit/fields.ts';
import { checkBoxes, fieldRow, formRow, valueCell } from './kit/form-table.ts';
import { millimetres, points } from './kit/length.ts';
import { listTable } from './kit/list-table.ts';
import { quantityText } from './kit/quantity-text.ts';
import { withStop } from './kit/sentence.ts';
import { labelCell } from './kit/table-text.ts';
import { title } from './kit/title.ts';

/** What an inspection concludes. */
const conclusions = { pass: '通过', fail: '不通过' } as const;

/** What the meeting decides of a studio. */
const decisions = { approve: '同意命名', reject: '不同意命名' } as const;

const fields = {
  system: text('系统名称'),
  measures: measuresField,
  department: text('部门全称'),
  studios: list(
    '提请审议的工作室',
    {
      name: text('工作室名称'),
      lead: text('领办人姓名'),
      leadSex: choice('领办人性别', sexLabels),
      leadBirthDate: date('领办人出生日期'),
      leadTitle: optional(text('领办人职称')),
      honours: optional(texts('领办人资格条件')),
      hostUnit: text('所在单位名称'),
      unitOpinion: optional(text('所在单位意见')),
      members: optional(texts('团队成员')),
      audience: optional(text('培训对象')),
      area: quantity('场所面积'),
      dedicatedFunds: money('所在单位专项经费'),
      appliedOn: date('申报日期'),
      acceptedOn: date('受理日期'),
      checked: wholeNumber('核对的条件项数', 1, 99),
      met: wholeNumber('符合的条件项数', 0, 99),
      approvals: optional(
        list('特殊情况', { article: text('依据条款'), reason: text('特殊情况理由'), approver: text('批准人') }, 'article'),
      ),
      open: optional(texts('待说明事项')),
      inspection: record('现场考察', {
        inspectedOn: date('考察日期'),
        inspectors: text('考察组成员'),
        result: choice('考察结论', conclusions),
        opinion: optional(text('考察意见')),
      }),
      score: optional(text('评审得分')),
    },
    'name',
  ),
  printedOn: date('制表日期'),
};

/** What 党组会议审议材料 are written from: the inspected studios that wait for a meeting, in any order. */
export type MeetingPaperInput = InputOf<typeof fields>;
type WaitingStudio = MeetingPaperInput['studios'][number];

/** 党组会议审议材料 of a bureau: a list of what is to be decided, and a page for each studio. 第十一条第三项. */
export const meetingPaper = documentKind({
  id: 'meeting-paper',
  title: '党组会议审议材料',
  issuers: ['sector-bureau'],
  fields,
  subject: 'system',
  fileNameParts: ({ printedOn }) => [printedOn],
  compose: (input) => ({
    title: `关于命名${input.system}名师工作室的审议材料`,
    issuer: input.department,
    date: input.printedOn,
    blocks: compose(input),
  }),
});

function compose(input: MeetingPaperInput): Block[] {
  const { department, system, printedOn } = input;
  const studios = inStrokeOrder(input.studios, ({ lead }) => lead);
  return [
    ...title([department, `关于命名${system}名师工作室的`, '审议材料']),
    ...blankLines(1),
    bodyText(matter(input)),
    {
      ...bodyText(`提请会议逐家审议是否同意命名。名单如下（按领办人姓氏笔画排序，${chineseDate(printedOn)}制）：`),
      after: points(6),
      keepNext: true,
    },
    overview(studios),
    ...studios.flatMap(pageOf),
  ];
}

function matter({ measures, studios }: MeetingPaperInput): string {
  const failed = studios.filter(({ inspection }) => inspection.result === 'fail').length;
  const special = studios.filter(({ approvals = [] }) => approvals.length > 0).length;
  const open = studios.filter((studio) => studio.open !== undefined).length;
  const notes = [
    `现场考察通过${studios.length - failed}家、不通过${failed}家`,
    ...(special === 0 ? [] : [`有经批准的特殊情况${special}家`]),
    ...(open === 0 ? [] : [`有待说明事项${open}家`]),
  ];
  return (
    `根据${citedMeasures(measures)}${articleText(article(11, 3))}规定，现将完成现场考察的${studios.length}家名师工作室申报情况提交会议讨论。` +
    `其中，${notes.join('，')}。经党组研究同意的，确定为本系统名师工作室，并报区人力资源局备案。`
  );
}

function overview(studios: readonly WaitingStudio[]): Table {
  return listTable(
    [
      { header: '序号', width: 11 },
      { header: '工作室名称', width: 40, align: 'left' },
      { header: '领办人', width: 17 },
      { header: '所在单位', width: 31, align: 'left' },
      { header: '考察结论', width: 19 },
      { header: '评审得分', width: 19 },
      { header: '说明', width: 19 },
    ],
    studios.map(({ name, lead, hostUnit, inspection, score = '未评分', approvals = [], open = [] }, index) => [
      String(index + 1),
      name,
      lead,
      hostUnit,
      conclusions[inspection.result],
      score,
      [...(approvals.length === 0 ? [] : ['特殊情况']), ...(open.length === 0 ? [] : ['待说明'])].join(' ') || '无',
    ]),
    10.5,
    millimetres(12),
  );
}

/** All that the meeting should know of one studio, on one page. */
function pageOf(studio: WaitingStudio, index: number): Block[] {
  const { area, dedicatedFunds, inspection, leadBirthDate, appliedOn } = studio;
  const lines = title([`${index + 1}.${studio.name}`]);
  const age = fullYears(leadBirthDate, appliedOn);
  const table: Table = {
    kind: 'table',
    columns: [28, 50, 28, 50].map(millimetres),
    headerRows: 0,
    rows: [
      wideRow('所在单位', studio.hostUnit),
      fieldRow(['领办人', `${studio.lead}（${sexLabels[studio.leadSex]}，${age}周岁）`], ['职称', studio.leadTitle ?? '未登记']),
      wideRow('资格条件', studio.honours?.join('；') ?? '未登记'),
      wideRow('团队成员', studio.members?.join('、') ?? '未登记'),
      wideRow('培训对象', studio.audience ?? '未登记'),
      fieldRow(['场所面积', quantityText(area, '平方米')], ['单位专项经费', `每年${yuanText(dedicatedFunds)}元`]),
      fieldRow(['申报日期', chineseDate(appliedOn)], ['受理日期', chineseDate(studio.acceptedOn)]),
      wideRow('所在单位意见', studio.unitOpinion ?? '未登记'),
      wideRow(
        '条件核对',
        `对照《办法》核对${studio.checked}项，符合${studio.met}项。`,
        ...(studio.open ?? []).map((open) => `待说明：${withStop(open)}`),
      ),
      wideRow('特殊情况', ...specialCases(studio)),
      wideRow(
        '现场考察',
        `${chineseDate(inspection.inspectedOn)}由${inspection.inspectors}现场考察，结论：${conclusions[inspection.result]}。`,
        ...(inspection.opinion === undefined ? [] : [withStop(inspection.opinion)]),
      ),
      wideRow('评审得分', studio.score ?? '未评分'),
      { ...wideRow('会议决定', checkBoxes(decisions)), height: millimetres(14) },
    ],
  };
  return [...lines.map((line, at) => (at === 0 ? { ...line, pageBreakBefore: true } : line)), ...blankLines(1), table];
}

function specialCases({ approvals = [] }: WaitingStudio): readonly [string, ...string[]] {
  const [first, ...others] = approvals.map((each) => `${each.article}：${withStop(each.reason)}${each.approver}批准。`);
  return first === undefined ? ['无'] : [first, ...others];
}

/** A label, and over the rest of the width what is to be read of it, a paragraph each. */
function wideRow(label: string, ...lines: readonly [string, ...string[]]): Row {
  const paragraphs = lines.flatMap((each) => valueCell(each, 12, 'left').paragraphs);
  return { height: formRow, cells: [labelCell(label, 12), { paragraphs, span: 3 }] };
}
