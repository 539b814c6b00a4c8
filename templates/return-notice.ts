import { article, articleText } from '../policy/article.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { documentKind } from './document-kind.ts';
import { blankLines } from './kit/blank-lines.ts';
import { addressee, bodyText, clause, heading } from './kit/body-text.ts';
import { contactField, contactRemark } from './kit/contact-remark.ts';
import type { Block } from './kit/document-content.ts';
import { date, type InputOf, list, record, text } from './kit/fields.ts';
import { letterHead } from './kit/letter-head.ts';
import { selfReference } from './kit/self-reference.ts';
import { withStop } from './kit/sentence.ts';
import { sealedSignature } from './kit/signature-block.ts';
import { title } from './kit/title.ts';

const fields = {
  studio: text('工作室名称'),
  number: text('发文字号'),
  measures: record('依据的办法', { title: text('办法名称'), documentNumber: text('办法文号') }),
  department: text('发文机关全称'),
  hostUnit: text('所在单位名称'),
  lead: text('领办人姓名'),
  appliedOn: date('申报日期'),
  reasons: list(
    '退回理由',
    { article: text('依据条款'), reason: text('理由') },
    'article',
    // Numbered in Chinese, which goes to 九十九.
    99,
  ),
  issuedOn: date('成文日期'),
  contact: contactField,
};

/** What a 退回通知书 is written from: each reason with the provision it rests on. */
export type ReturnNoticeInput = InputOf<typeof fields>;

/** 退回通知书: an application that does not meet the standards goes back with its reasons. 第十一条第二项. */
export const returnNotice = documentKind({
  id: 'return-notice',
  title: '退回通知书',
  issuers: ['sector-bureau'],
  fields,
  subject: 'studio',
  fileNameParts: ({ studio, number }) => [studio, number],
  compose: (input) => ({
    title: `关于${input.studio}申报的退回通知书（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    form: 'letter',
    blocks: compose(input),
  }),
  ownText: {},
});

function compose(input: ReturnNoticeInput): Block[] {
  const { department, number, studio, hostUnit, lead, measures, appliedOn, issuedOn } = input;
  const us = selfReference(department);
  return [
    ...letterHead(department, number),
    ...title([`关于${studio}申报的`, '退回通知书']),
    ...blankLines(1),
    addressee([hostUnit]),
    bodyText(
      `你单位推荐、${lead}于${chineseDate(appliedOn)}提出的${studio}申报材料收悉。` +
        `${us}依照《${measures.title}》（${measures.documentNumber}，以下简称《办法》）${articleText(article(11, 2))}规定进行了审查，` +
        '认为申报不符合《办法》规定的标准，现予退回。有关事项通知如下。',
    ),
    heading(1, '退回理由'),
    ...input.reasons.map(({ article: ground, reason }, index) => clause(index + 1, `《办法》${ground}：${withStop(reason)}`)),
    heading(2, '后续事项'),
    {
      ...bodyText(`请你单位将退回理由告知申请人。材料不齐全的，补正后可以重新申报；条件不符合的，待符合《办法》规定后再行申报。`),
      keepNext: true,
    },
    ...sealedSignature(department, issuedOn, contactRemark(input.contact)),
  ];
}
