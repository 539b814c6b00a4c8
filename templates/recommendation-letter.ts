import { article, articleText } from '../policy/article.ts';
import { chineseDate, type PlainDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { documentKind, type Say } from './document-kind.ts';
import { attachedForms } from './kit/attached-forms.ts';
import { attachmentNote } from './kit/attachment.ts';
import { blankLines } from './kit/blank-lines.ts';
import { addressee, bodyText, clause } from './kit/body-text.ts';
import { citedMeasures, measuresField } from './kit/cited-measures.ts';
import { contactRemark, requiredContactField } from './kit/contact-remark.ts';
import type { Block, Table } from './kit/document-content.ts';
import { date, type InputOf, list, optional, text, texts, wholeNumber } from './kit/fields.ts';
import { fieldRow, formHead, notesRow, opinionRow } from './kit/form-table.ts';
import { millimetres } from './kit/length.ts';
import { letterHead } from './kit/letter-head.ts';
import { selfReference } from './kit/self-reference.ts';
import { withStop } from './kit/sentence.ts';
import { sealedSignature } from './kit/signature-block.ts';
import { title } from './kit/title.ts';

const fields = {
  year: wholeNumber('评选年度', 2014, 9999),
  number: text('发文字号'),
  measures: measuresField,
  roundNumber: optional(text('评选通知文号')),
  department: text('发文机关全称'),
  superior: text('主送机关全称'),
  applications: wholeNumber('提出申请的工作室数', 1, 999),
  studios: list(
    '推荐的工作室',
    {
      name: text('工作室名称'),
      sector: text('所属领域'),
      lead: text('领办人姓名'),
      leadTitle: optional(text('领办人职称')),
      hostUnit: text('所在单位名称'),
      members: optional(texts('团队成员')),
      namedOn: date('命名日期'),
      namingDocument: text('命名文号'),
      appliedOn: date('参评申请日期'),
      unitAgreedOn: date('所在单位同意日期'),
      unitOpinion: optional(text('所在单位意见')),
      rank: wholeNumber('推荐排序', 1, 99),
      reason: text('推荐理由'),
    },
    'name',
    // Numbered in Chinese, which goes to 九十九.
    99,
  ),
  issuedOn: date('成文日期'),
  contact: requiredContactField,
};

/** What a 推荐函 is written from: the studios a bureau recommends in one year, in any order, each with its place in the bureau's own ranking. */
export type RecommendationLetterInput = InputOf<typeof fields>;
type RecommendedStudio = RecommendationLetterInput['studios'][number];

/** 推荐函 of a bureau to the HR bureau, with a 推荐表 for each studio. 第十二条第二项. */
export const recommendationLetter = documentKind({
  id: 'recommendation-letter',
  title: '推荐函',
  issuers: ['sector-bureau'],
  fields,
  subject: 'number',
  fileNameParts: ({ year, number }) => [`${year}年度`, number],
  compose: (input, say) => ({
    title: `关于推荐参评${input.year}年区级名师工作室的函（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    form: 'letter',
    blocks: compose(input, say),
  }),
  ownText: {},
});

function compose(input: RecommendationLetterInput, say: Say): Block[] {
  const { department, number, superior, year, issuedOn, contact } = input;
  const studios = say.rows(fields.studios.label, byRank(input));
  const form = `${year}年区级名师工作室推荐表`;
  return [
    ...letterHead(department, number),
    ...title([department, `关于推荐参评${year}年区级名师工作室的函`]),
    ...blankLines(1),
    addressee([superior]),
    bodyText(opening(input, say)),
    ...studios.map(({ name, lead, hostUnit, reason }, index) =>
      clause(index + 1, `${name}。领办人${lead}，所在单位${hostUnit}。推荐理由：${withStop(reason)}`),
    ),
    { ...bodyText('推荐表随函报送，请予评审。'), keepNext: true },
    ...attachmentNote(say('附件名称', studios.length === 1 ? form : `${form}（共${studios.length}份）`)),
    ...sealedSignature(department, issuedOn, contactRemark(contact)),
    ...attachedForms(
      form,
      studios.map((studio) => formOf(input, studio, say)),
      fields.studios.label,
      say,
    ),
  ];
}

function byRank({ studios, number }: RecommendationLetterInput): RecommendedStudio[] {
  const ordered = studios.toSorted((one, other) => one.rank - other.rank);
  const tied = ordered.find(({ rank }, index) => ordered[index + 1]?.rank === rank);
  if (tied === undefined) return ordered;
  throw new Refusal(`无法生成《推荐函》（${number}）：有两家工作室同列第${tied.rank}位。请核对「推荐排序」。`, article(12, 2));
}

function opening({ measures, roundNumber, year, department, applications, studios }: RecommendationLetterInput, say: Say): string {
  const notice = roundNumber === undefined ? '' : `和评选通知（${roundNumber}）要求`;
  const order = studios.length === 1 ? '名单如下：' : '按推荐排序如下：';
  return (
    `根据${citedMeasures(measures)}${articleText(article(12, 2))}规定${say('评选通知说明', notice)}，${selfReference(department)}从提出申请并经所在单位同意的${applications}家` +
    `系统内名师工作室中，择优推荐${say('工作室数', String(studios.length))}家参评${year}年区级名师工作室，${say('名单引语', order)}`
  );
}

function formOf({ department, issuedOn }: RecommendationLetterInput, studio: RecommendedStudio, say: Say): Block[] {
  return [formHead(`推荐部门（盖章）：${department}`), formTable(studio, issuedOn, say)];
}

function formTable(studio: RecommendedStudio, issuedOn: PlainDate, say: Say): Table {
  return {
    kind: 'table',
    columns: [28, 50, 28, 50].map(millimetres),
    headerRows: 0,
    rows: [
      fieldRow(['工作室名称', studio.name, 3]),
      fieldRow(['所在单位', studio.hostUnit, 3]),
      fieldRow(['领办人', studio.lead], ['职称', studio.leadTitle]),
      fieldRow(['团队成员', studio.members?.join('、'), 3]),
      fieldRow(['所属领域', studio.sector], ['推荐排序', `第${studio.rank}位`]),
      fieldRow(['命名日期', chineseDate(studio.namedOn)], ['命名文号', studio.namingDocument]),
      fieldRow(['参评申请日期', chineseDate(studio.appliedOn)], ['单位同意日期', chineseDate(studio.unitAgreedOn)]),
      opinionRow(
        {
          label: '所在单位意见',
          text: withStop(say('单位意见', studio.unitOpinion ?? '同意参评', fields.studios.label)),
          signer: '负责人',
          sealed: true,
          date: studio.unitAgreedOn,
          room: 18,
        },
        3,
      ),
      opinionRow({ label: '推荐部门意见', text: withStop(studio.reason), signer: '负责人', sealed: true, date: issuedOn, room: 18 }, 3),
      opinionRow({ label: '征求意见情况', signer: '经办人', sealed: false, room: 5 }, 3),
      // The notes are not left alone on a page.
      { ...opinionRow({ label: '区人力资源局审核意见', signer: '负责人', sealed: true, room: 8 }, 3), keepNext: true },
      notesRow(['征求意见情况填写征求纪检监察、公安等部门意见的结果。', '本表一式两份，推荐部门和区人力资源局各存一份。'], 4),
    ],
  };
}
