import { article, articleText, chineseNumber } from '../policy/article.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { documentKind, type Say } from './document-kind.ts';
import { attachmentHeading, attachmentNote } from './kit/attachment.ts';
import { blankLines } from './kit/blank-lines.ts';
import { addressee, bodyText, heading } from './kit/body-text.ts';
import { citedMeasures, measuresField } from './kit/cited-measures.ts';
import { contactRemark, requiredContactField } from './kit/contact-remark.ts';
import type { Block, Table } from './kit/document-content.ts';
import { date, type InputOf, list, optional, quantity, text, texts, wholeNumber } from './kit/fields.ts';
import { imprintFields } from './kit/imprint.ts';
import { listTable } from './kit/list-table.ts';
import { redHeader } from './kit/red-header.ts';
import { selfReference } from './kit/self-reference.ts';
import { sealedSignature } from './kit/signature-block.ts';
import { title } from './kit/title.ts';

const candidate = {
  name: text('工作室名称'),
  lead: text('领办人姓名'),
  hostUnit: text('所在单位名称'),
  bureau: text('推荐部门'),
  place: wholeNumber('名次', 1, 999),
  average: quantity('平均得分'),
};

const fields = {
  year: wholeNumber('评选年度', 2014, 9999),
  number: text('发文字号'),
  signers: texts('签发人'),
  measures: measuresField,
  roundNumber: optional(text('评选通知文号')),
  openedOn: date('评选启动日期'),
  department: text('发文机关全称'),
  superior: text('主送机关全称'),
  inspectedOn: date('现场考察完成日期'),
  recommended: wholeNumber('推荐工作室数', 1, 999),
  bureaus: wholeNumber('推荐部门数', 1, 999),
  experts: wholeNumber('评审专家数', 1, 999),
  quota: wholeNumber('评定数量上限', 1, 99),
  noticeDays: wholeNumber('公示天数', 1, 99),
  shortlisted: list('拟入围工作室', candidate, 'name'),
  reviewed: list('参加评审的工作室', candidate, 'name'),
  issuedOn: date('成文日期'),
  contact: requiredContactField,
  imprint: imprintFields,
};

/** What a 拟入围名单请示 is written from. Studios stand in the order of their places; averages are points of a hundred. */
export type ApprovalRequestInput = InputOf<typeof fields>;

/** 拟入围名单请示 of the HR bureau to the leading-group office. 第十二条第三项. */
export const approvalRequest = documentKind({
  id: 'approval-request',
  title: '拟入围名单请示',
  issuers: ['hr-bureau'],
  fields,
  subject: 'number',
  fileNameParts: ({ year, number }) => [`${year}年度`, number],
  compose: (input, say) => ({
    title: `关于${input.year}年区级名师工作室拟入围名单的请示（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    blocks: compose(input, say),
    imprint: input.imprint,
  }),
  ownText: {},
});

function compose(input: ApprovalRequestInput, say: Say): Block[] {
  const { department, number, signers, superior, issuedOn, contact, year } = input;
  const [shortlistName, reviewName] = [`${year}年区级名师工作室拟入围名单`, `${year}年区级名师工作室评审得分汇总表`];
  return [
    ...redHeader(department, number, signers, say),
    ...title([department, `关于审定${year}年区级名师工作室`, '拟入围名单的请示']),
    ...blankLines(1),
    addressee([superior]),
    bodyText(opening(input, say)),
    heading(1, '评选工作情况'),
    bodyText(course(input, say)),
    heading(2, '拟入围名单'),
    bodyText(proposal(input, say)),
    heading(3, '下一步工作'),
    bodyText(next(input)),
    { ...bodyText('以上拟入围名单妥否，请批示。'), keepNext: true },
    ...attachmentNote(shortlistName, reviewName),
    ...sealedSignature(department, issuedOn, contactRemark(contact)),
    ...attachmentHeading(1),
    ...title([shortlistName]),
    ...blankLines(1),
    candidateTable(input.shortlisted, fields.shortlisted.label, say),
    ...attachmentHeading(2),
    ...title([reviewName]),
    ...blankLines(1),
    candidateTable(input.reviewed, fields.reviewed.label, say),
  ];
}

function opening({ measures, roundNumber, department, year }: ApprovalRequestInput, say: Say): string {
  const notice = roundNumber === undefined ? '' : `和评选通知（${roundNumber}）要求`;
  return (
    `根据${citedMeasures(measures)}${articleText(article(12))}规定${say('评选通知说明', notice)}，${selfReference(department)}组织开展了${year}年` +
    '区级名师工作室评选的现场考察和专家评审。现将有关情况和拟入围名单请示如下。'
  );
}

function course({ openedOn, bureaus, recommended, inspectedOn, experts, reviewed }: ApprovalRequestInput, say: Say): string {
  return (
    `${chineseDate(openedOn)}启动评选以来，${bureaus}个行业主管部门从提出申请的系统内名师工作室中择优推荐${recommended}家。至${chineseDate(inspectedOn)}，` +
    `全部完成现场考察，通过${say('通过考察数', String(reviewed.length))}家。${experts}名专家对通过考察的名师工作室逐家评分，按平均得分排出名次。`
  );
}

function proposal({ shortlisted, quota, year }: ApprovalRequestInput, say: Say): string {
  if (shortlisted.length > quota) {
    throw new Refusal(
      `无法生成《拟入围名单请示》（${year}年）：拟入围${shortlisted.length}家，超过每年${quota}家的上限。请核对「拟入围工作室」。`,
      article(12),
    );
  }
  const names = shortlisted.map(({ name }) => name).join('、');
  const named = `${names}${shortlisted.length === 1 ? '' : '等'}${chineseNumber(shortlisted.length)}家`;
  return `按照每年评定数量不超过${quota}家的规定，根据现场考察和专家评审结果，确定${say('拟入围的工作室', named)}为拟入围名单，详见附件。`;
}

function next({ noticeDays }: ApprovalRequestInput): string {
  return `名单审定通过后，请按照《办法》${articleText(article(12, 4))}规定进行公示，公示期为${noticeDays}天；公示期满无异议的，予以命名授牌。`;
}

function candidateTable(candidates: ApprovalRequestInput['shortlisted'], label: string, say: Say): Table {
  return listTable(
    [
      { header: '名次', width: 12 },
      { header: '工作室名称', width: 50, align: 'left' },
      { header: '领办人', width: 20 },
      { header: '所在单位', width: 38, align: 'left' },
      { header: '推荐部门', width: 19 },
      { header: '平均得分', width: 17 },
    ],
    candidates.map(({ place, name, lead, hostUnit, bureau, average }) => [
      String(place),
      name,
      lead,
      hostUnit,
      bureau,
      say('得分', average.toFixed(2), label),
    ]),
    10.5,
  );
}
