import { article, articleText } from '../policy/article.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { objectionOutcomeLabels } from '../policy/round/round-decisions.ts';
import { inStrokeOrder } from '../policy/stroke-order.ts';
import { documentKind, type Say } from './document-kind.ts';
import { attachmentHeading, attachmentNote } from './kit/attachment.ts';
import { blankLines } from './kit/blank-lines.ts';
import { addressee, bodyText, heading } from './kit/body-text.ts';
import { citedMeasures, measuresField } from './kit/cited-measures.ts';
import { contactField, contactRemark } from './kit/contact-remark.ts';
import type { Block, Table } from './kit/document-content.ts';
import { choice, date, type InputOf, list, optional, text, texts, wholeNumber } from './kit/fields.ts';
import { imprintFields } from './kit/imprint.ts';
import { listTable } from './kit/list-table.ts';
import { redHeader } from './kit/red-header.ts';
import { selfReference } from './kit/self-reference.ts';
import { withStop } from './kit/sentence.ts';
import { sealedSignature } from './kit/signature-block.ts';
import { title } from './kit/title.ts';

/** Whether an objection bore a name. The name itself is not printed: who objects is not told to those who read the report. */
const objectorKinds = { named: '实名', anonymous: '匿名' } as const;

const fields = {
  year: wholeNumber('评选年度', 2014, 9999),
  number: text('发文字号'),
  signers: texts('签发人'),
  measures: measuresField,
  department: text('发文机关全称'),
  superior: text('主送机关全称'),
  noticeNumber: text('公示文号'),
  postedOn: date('公示发布日期'),
  firstDay: date('公示开始日期'),
  lastDay: date('公示结束日期'),
  place: optional(text('公示范围')),
  studios: list('公示的工作室', { name: text('工作室名称'), lead: text('领办人姓名') }, 'name'),
  objections: optional(
    list(
      '异议',
      {
        studio: text('异议所涉工作室'),
        receivedOn: date('收到日期'),
        objector: choice('异议人', objectorKinds),
        content: text('异议内容'),
        finding: text('核查情况'),
        outcome: choice('核查结论', objectionOutcomeLabels),
        settledOn: date('办结日期'),
      },
      'studio',
    ),
  ),
  issuedOn: date('成文日期'),
  contact: contactField,
  imprint: imprintFields,
};

/** What a 公示情况报告 is written from: the studios of one notice and every objection to them, each settled. */
export type PublicNoticeReportInput = InputOf<typeof fields>;

/** 公示情况报告 of the leading-group office to the leading group: how a notice was given, who objected and what came of it. 第十二条第四项, 第五项. */
export const publicNoticeReport = documentKind({
  id: 'public-notice-report',
  title: '公示情况报告',
  issuers: ['leading-group-office'],
  fields,
  subject: 'number',
  fileNameParts: ({ year, number }) => [`${year}年度`, number],
  compose: (input, say) => ({
    title: `关于${input.year}年区级名师工作室拟入围名单公示情况的报告（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    blocks: compose(input, say),
    imprint: input.imprint,
  }),
  ownText: {},
});

function compose(input: PublicNoticeReportInput, say: Say): Block[] {
  const { department, number, signers, superior, year, issuedOn, lastDay, contact, objections = [] } = input;
  if (issuedOn <= lastDay) {
    throw new Refusal(
      `无法生成《公示情况报告》（${number}）：公示期至${lastDay}，成文日期${issuedOn}在公示期满之前。请待公示期满后再生成。`,
      article(12, 5),
    );
  }
  const attached = say('附件名称', objections.length === 0 ? '' : '公示异议核查情况表');
  return [
    ...redHeader(department, number, signers, say),
    ...title([department, `关于${year}年区级名师工作室拟入围名单`, '公示情况的报告']),
    ...blankLines(1),
    addressee([superior]),
    bodyText(opening(input)),
    heading(1, '公示基本情况'),
    bodyText(course(input, say)),
    heading(2, '异议受理和核查情况'),
    bodyText(say('异议情况', objectionsText(input))),
    heading(3, '公示结果'),
    bodyText(say('公示结果', result(input))),
    { ...bodyText('特此报告。'), keepNext: true },
    ...(attached === '' ? [] : say.passage('附件名称', attachmentNote(attached))),
    ...sealedSignature(department, issuedOn, contactRemark(contact)),
    ...(attached === ''
      ? []
      : say.passage('附件名称', [...attachmentHeading(), ...title([attached]), ...blankLines(1), objectionTable(objections, say)])),
  ];
}

function opening({ measures, year, department }: PublicNoticeReportInput): string {
  return (
    `根据${citedMeasures(measures)}${articleText(article(12, 4))}规定，${selfReference(department)}对审定通过的${year}年区级名师工作室` +
    '拟入围名单进行了公示。现将公示情况报告如下。'
  );
}

function course({ noticeNumber, postedOn, firstDay, lastDay, place, studios }: PublicNoticeReportInput, say: Say): string {
  const where = place === undefined ? '' : `，公示范围为${place}`;
  return (
    `${chineseDate(postedOn)}以${noticeNumber}发布公示，公布拟入围名师工作室${say('工作室数', String(studios.length))}家及其领办人、所在单位和推荐部门，` +
    `并公布异议的提出方式和联系电话${say('公示范围说明', where)}。公示期自${chineseDate(firstDay)}起至${chineseDate(lastDay)}止，现已期满。`
  );
}

function objectionsText({ objections = [], lastDay }: PublicNoticeReportInput): string {
  if (objections.length === 0) return '公示期间，没有单位或者个人提出异议。';
  const late = objections.filter(({ receivedOn }) => receivedOn > lastDay).length;
  const lateText = late === 0 ? '' : `，其中公示期满后收到${late}件`;
  const counted = Object.entries(objectionOutcomeLabels).flatMap(([outcome, label]) => {
    const count = objections.filter((objection) => objection.outcome === outcome).length;
    return count === 0 ? [] : [`${label}${count}件`];
  });
  return `共收到异议${objections.length}件${lateText}。经逐件核查，${counted.join('，')}，均已办结，详见附件。`;
}

function result({ studios, objections = [] }: PublicNoticeReportInput): string {
  const upheld = new Set(objections.filter(({ outcome }) => outcome === 'upheld').map(({ studio }) => studio));
  const ordered = inStrokeOrder(studios, ({ lead }) => lead);
  const out = ordered.filter(({ name }) => upheld.has(name)).map(({ name }) => name);
  const passed = ordered.filter(({ name }) => !upheld.has(name)).map(({ name }) => name);
  const outText = out.length === 0 ? '' : `${out.join('、')}因异议成立，退出本年度评选。`;
  const [first, ...others] = passed;
  if (first === undefined) return `${outText}本次公示没有可以授牌的名师工作室。`;
  const named = others.length === 0 ? first : `${passed.join('、')}等${passed.length}家名师工作室`;
  const outcome = objections.length === 0 ? '无异议' : '没有成立的异议';
  return `${outText}${named}公示期满${outcome}，拟按照《办法》${articleText(article(12, 5))}规定命名授牌。`;
}

function objectionTable(objections: NonNullable<PublicNoticeReportInput['objections']>, say: Say): Table {
  const { label } = fields.objections;
  return listTable(
    [
      { header: '序号', width: 11 },
      { header: '工作室名称', width: 30, align: 'left' },
      { header: '收到情况', width: 25, align: 'left' },
      { header: '异议内容', width: 36, align: 'left' },
      { header: '核查情况和结论', width: 54, align: 'left' },
    ],
    objections.map(({ studio, receivedOn, objector, content, finding, outcome, settledOn }, index) => [
      String(index + 1),
      studio,
      `${chineseDate(receivedOn)}，${say('实名或匿名', objectorKinds[objector], label)}`,
      content,
      `${withStop(finding)}${say('结论', objectionOutcomeLabels[outcome], label)}，${chineseDate(settledOn)}办结。`,
    ]),
    10.5,
  );
}
