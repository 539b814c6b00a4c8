import { article, articleText } from '../policy/article.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { documentKind, type Say } from './document-kind.ts';
import { blankLines } from './kit/blank-lines.ts';
import { addressee, bodyText, clause, heading } from './kit/body-text.ts';
import { contactField, contactRemark } from './kit/contact-remark.ts';
import type { Block, Paragraph } from './kit/document-content.ts';
import { date, type InputOf, list, optional, record, text } from './kit/fields.ts';
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
  acceptedOn: date('受理日期'),
  /** What only the inspection can tell. */
  toInspect: optional(list('待核实事项', { matter: text('事项') }, 'matter', 99)),
  issuedOn: date('成文日期'),
  contact: contactField,
};

/** What a 受理通知书 is written from. */
export type AcceptanceNoticeInput = InputOf<typeof fields>;

/** 受理通知书: an application that meets the standards is accepted and inspected. 第十一条第二项. */
export const acceptanceNotice = documentKind({
  id: 'acceptance-notice',
  title: '受理通知书',
  issuers: ['sector-bureau'],
  fields,
  subject: 'studio',
  fileNameParts: ({ studio, number }) => [studio, number],
  compose: (input, say) => ({
    title: `关于${input.studio}申报的受理通知书（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    form: 'letter',
    blocks: compose(input, say),
  }),
  ownText: {},
});

function compose(input: AcceptanceNoticeInput, say: Say): Block[] {
  const { department, number, studio, hostUnit, lead, measures, appliedOn, acceptedOn, issuedOn } = input;
  const us = selfReference(department);
  return [
    ...letterHead(department, number),
    ...title([`关于${studio}申报的`, '受理通知书']),
    ...blankLines(1),
    addressee([hostUnit]),
    bodyText(
      `你单位推荐、${lead}于${chineseDate(appliedOn)}提出的${studio}申报材料收悉。` +
        `${us}依照《${measures.title}》（${measures.documentNumber}，以下简称《办法》）${articleText(article(11, 2))}规定进行了审查，` +
        `申报符合条件，已于${chineseDate(acceptedOn)}受理。有关事项通知如下。`,
    ),
    heading(1, '现场考察'),
    bodyText(`${us}将依照《办法》规定进行现场考察，具体时间另行告知。请你单位和申请人准备好申报材料原件和相关佐证材料，并安排人员陪同。`),
    ...matters(input, say),
    heading(2, '审定和命名'),
    {
      ...bodyText(
        `考察结果提交${us}党组会议讨论，经研究同意后确定命名，并报区人力资源局备案（《办法》${articleText(article(11, 3))}）。` +
          '受理期间申报内容发生变化的，请及时书面告知。',
      ),
      keepNext: true,
    },
    ...sealedSignature(department, issuedOn, contactRemark(input.contact)),
  ];
}

function matters({ toInspect }: AcceptanceNoticeInput, say: Say): Paragraph[] {
  if (toInspect === undefined) return [];
  return [
    bodyText(say('待核实事项引语', '现场考察时须重点核实下列事项：')),
    ...toInspect.map(({ matter }, index) => clause(index + 1, withStop(matter))),
  ];
}
