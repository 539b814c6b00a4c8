import { article, articleParagraph, articleText } from '../policy/article.ts';
import { assessmentLabels } from '../policy/grade.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { studioLevelLabels } from '../policy/seat.ts';
import { inStrokeOrder } from '../policy/stroke-order.ts';
import { documentKind, type Say } from './document-kind.ts';
import { attachmentHeading, attachmentNote } from './kit/attachment.ts';
import { blankLines } from './kit/blank-lines.ts';
import { addressee, bodyText, heading, item } from './kit/body-text.ts';
import { citedMeasures, measuresField } from './kit/cited-measures.ts';
import { contactField, contactRemark } from './kit/contact-remark.ts';
import { countedKinds } from './kit/counted-kinds.ts';
import type { Block, Table } from './kit/document-content.ts';
import { choice, date, type InputOf, list, text, wholeNumber } from './kit/fields.ts';
import { imprintFields } from './kit/imprint.ts';
import { listTable } from './kit/list-table.ts';
import { redHeader } from './kit/red-header.ts';
import { selfReference } from './kit/self-reference.ts';
import { sealedSignature } from './kit/signature-block.ts';
import { title } from './kit/title.ts';

const fields = {
  year: wholeNumber('考核年度', 2014, 9999),
  number: text('发文字号'),
  level: choice('工作室级别', studioLevelLabels),
  measures: measuresField,
  department: text('发文机关全称'),
  approver: text('周期性考核结果审定机关'),
  studios: list(
    '工作室',
    {
      name: text('工作室名称'),
      lead: text('领办人姓名'),
      hostUnit: text('所在单位名称'),
      kind: choice('考核类型', assessmentLabels),
      from: date('考核期间开始日期'),
      to: date('考核期间结束日期'),
    },
    'name',
  ),
  issuedOn: date('成文日期'),
  contact: contactField,
  imprint: imprintFields,
};

/** What a 考核通知 is written from: the studios whose year under their letters ends in the year, in any order, with the year that is assessed. */
export type AssessmentNoticeInput = InputOf<typeof fields>;

/** 考核通知 of whoever assesses: who is assessed, over what time, and what to have at hand. 第十九条第一款. */
export const assessmentNotice = documentKind({
  id: 'assessment-notice',
  title: '考核通知',
  issuers: ['sector-bureau', 'hr-bureau'],
  fields,
  subject: 'number',
  fileNameParts: ({ year, number }) => [`${year}年度`, number],
  compose: (input, say) => ({
    title: `关于开展${input.year}年${studioLevelLabels[input.level]}名师工作室考核的通知（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    blocks: compose(input, say),
    imprint: input.imprint,
  }),
  ownText: {},
});

const papers = [
  '任务承诺书，以及对照承诺书逐项填写的自评情况；',
  '活动通知、签到表、教案讲稿等活动记录；',
  '课题立项和结题文件、发表文章、创新成果及其推广应用的证明；',
  '建设经费专户收支明细和票据；',
  '工作计划、活动课表、管理制度，以及场所和人员情况。',
];

function compose(input: AssessmentNoticeInput, say: Say): Block[] {
  const { department, number, year, level, issuedOn, studios } = input;
  const levelName = say('工作室级别', studioLevelLabels[level]);
  const attached = `${year}年${levelName}名师工作室考核名单`;
  const us = selfReference(department);
  return [
    ...redHeader(department, number),
    ...title([department, `关于开展${year}年${levelName}`, '名师工作室考核的通知']),
    ...blankLines(1),
    addressee(['各有关名师工作室及所在单位']),
    bodyText(
      `根据${citedMeasures(input.measures)}${articleText(articleParagraph(19, 1))}规定，${us}决定对${year}年内考核年度届满的` +
        `${say('工作室数', String(studios.length))}家${levelName}名师工作室进行考核。现将有关事项通知如下。`,
    ),
    heading(1, '考核对象和类型'),
    bodyText(`${say('考核类型统计', countedKinds(studios))}。各工作室的考核类型和考核期间见附件。`),
    heading(2, '考核时间'),
    bodyText(times(input, say)),
    heading(3, '考核方式'),
    bodyText(
      `依照《办法》${articleText(articleParagraph(19, 1))}规定，由${us}对照任务承诺书逐项进行实地检查，考核结果分为优秀、合格和不合格三个等次。`,
    ),
    heading(4, '准备材料'),
    bodyText(`请各工作室备齐考核期间的下列材料原件，由所在单位依照《办法》${articleText(article(14))}规定核对后，在实地检查时提供。`),
    ...papers.map((paper, index) => item(index + 1, paper)),
    heading(5, '结果运用'),
    { ...bodyText(uses(input, say)), keepNext: true },
    ...attachmentNote(attached),
    ...sealedSignature(department, issuedOn, contactRemark(input.contact)),
    ...attachmentHeading(),
    ...title([attached]),
    ...blankLines(1),
    studioTable(
      say.rows(
        fields.studios.label,
        inStrokeOrder(studios, ({ lead }) => lead),
      ),
      say,
    ),
  ];
}

function ofKind({ studios }: AssessmentNoticeInput, kind: keyof typeof assessmentLabels): AssessmentNoticeInput['studios'] {
  return studios.filter((studio) => studio.kind === kind);
}

/** Each studio is assessed by the day its year ends. */
function times({ studios }: AssessmentNoticeInput, say: Say): string {
  const days = [...new Set(studios.map(({ to }) => to))].toSorted();
  const [first = '', last = first] = [days[0], days.at(-1)];
  const span =
    first === last ? `于${dayText(last)}前（含当日）完成` : `在各自考核年度届满前完成，最早于${dayText(first)}、最迟于${dayText(last)}届满`;
  return `实地检查${say('考核时间安排', span)}，具体日期提前告知工作室和所在单位。`;
}

function dayText(day: string): string {
  return chineseDate(day as AssessmentNoticeInput['issuedOn']);
}

function uses(input: AssessmentNoticeInput, say: Say): string {
  const process = '过程性考核合格以上的，进入下一年度；不合格的，发出整改通知书限期整改，逾期整改不到位的，撤销称号，收回命名。';
  const periodic = `周期性考核结果报${input.approver}审定；合格以上的，续签任务承诺书，优秀的予以奖励；不合格的，直接撤销称号，收回命名。`;
  return (
    `依照《办法》${articleText(article(19))}规定，${say('过程性考核结果运用', ofKind(input, 'process').length === 0 ? '' : process)}` +
    `${say('周期性考核结果运用', ofKind(input, 'periodic').length === 0 ? '' : periodic)}考核不合格收回命名的，同时收回资助建设经费。`
  );
}

function studioTable(studios: AssessmentNoticeInput['studios'], say: Say): Table {
  return listTable(
    [
      { header: '序号', width: 10 },
      { header: '工作室名称', width: 37, align: 'left' },
      { header: '领办人', width: 17 },
      { header: '所在单位', width: 35, align: 'left' },
      { header: '考核类型', width: 23 },
      { header: '考核期间', width: 34 },
    ],
    studios.map(({ name, lead, hostUnit, kind, from, to }, index) => [
      String(index + 1),
      name,
      lead,
      hostUnit,
      say('考核种类', assessmentLabels[kind], fields.studios.label),
      `${chineseDate(from)}至${chineseDate(to)}`,
    ]),
    10.5,
  );
}
