import { article, articleText } from '../policy/article.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { inStrokeOrder } from '../policy/stroke-order.ts';
import { documentKind, type Say } from './document-kind.ts';
import { attachmentHeading, attachmentNote } from './kit/attachment.ts';
import { blankLines } from './kit/blank-lines.ts';
import { addressee, bodyText } from './kit/body-text.ts';
import { citedMeasures, measuresField } from './kit/cited-measures.ts';
import type { Block } from './kit/document-content.ts';
import { date, type InputOf, text, wholeNumber } from './kit/fields.ts';
import { imprintFields } from './kit/imprint.ts';
import { recommendedStudiosField, recommendedStudioTable } from './kit/recommended-studios.ts';
import { redHeader } from './kit/red-header.ts';
import { sealedSignature } from './kit/signature-block.ts';
import { title } from './kit/title.ts';

const fields = {
  year: wholeNumber('评选年度', 2014, 9999),
  number: text('命名文号'),
  measures: measuresField,
  department: text('发文机关全称'),
  hrBureau: text('人力资源部门名称'),
  noticeFrom: date('公示开始日期'),
  noticeTo: date('公示结束日期'),
  objections: wholeNumber('公示异议件数', 0, 999),
  studios: recommendedStudiosField,
  issuedOn: date('成文日期'),
  imprint: imprintFields,
};

/** What a 授牌决定 is written from: the studios one document names, in any order, and the notice they stood. */
export type PlaqueDecisionInput = InputOf<typeof fields>;

/** 授牌决定 of the leading-group office, with the list of those who get the plaque. 第十二条第五项. */
export const plaqueDecision = documentKind({
  id: 'plaque-decision',
  title: '授牌决定',
  issuers: ['leading-group-office'],
  fields,
  subject: 'number',
  fileNameParts: ({ year, number }) => [`${year}年度`, number],
  compose: (input, say) => ({
    title: `关于命名授牌${input.year}年武昌区名师工作室的决定（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    blocks: compose(input, say),
    imprint: input.imprint,
  }),
  ownText: {},
});

function compose(input: PlaqueDecisionInput, say: Say): Block[] {
  const { year, department, number, studios, issuedOn, noticeTo } = input;
  if (issuedOn <= noticeTo) {
    throw new Refusal(
      `无法生成《授牌决定》（${number}）：公示期至${noticeTo}，成文日期${issuedOn}在公示期满之前。请核对公示和授牌的日期。`,
      article(12, 5),
    );
  }
  const attached = `${year}年武昌区名师工作室授牌名单`;
  return [
    ...redHeader(department, number),
    ...title([department, `关于命名授牌${year}年`, '武昌区名师工作室的决定']),
    ...blankLines(1),
    addressee([`${say('主送部门', bureausOf(input).join('、'))}，各有关单位`]),
    bodyText(decision(input, say)),
    bodyText(duties(input)),
    bodyText(support(input)),
    { ...bodyText(assessment()), keepNext: true },
    ...attachmentNote(attached),
    ...sealedSignature(department, issuedOn),
    ...attachmentHeading(),
    ...title([attached]),
    ...blankLines(1),
    recommendedStudioTable(studios, say),
  ];
}

function bureausOf({ studios, hrBureau }: PlaqueDecisionInput): string[] {
  return [...new Set([hrBureau, ...studios.map(({ bureau }) => bureau)])];
}

function decision({ measures, year, studios, noticeFrom, noticeTo, objections }: PlaqueDecisionInput, say: Say): string {
  const [first] = inStrokeOrder(studios, ({ lead }) => lead);
  const named = studios.length === 1 ? (first?.name ?? '') : `${first?.name ?? ''}等${studios.length}家名师工作室`;
  const outcome = objections === 0 ? '公示期满无异议' : `公示期间收到的${objections}件异议经核查均不成立`;
  return (
    `根据${citedMeasures(measures)}${articleText(article(12))}规定，经工作室申请、行业主管部门推荐、现场考察、专家评审和审定，` +
    `${year}年区级名师工作室拟入围名单于${chineseDate(noticeFrom)}至${chineseDate(noticeTo)}进行了公示，${say('公示结果说明', outcome)}。` +
    `现决定命名${say('命名的工作室', named)}为“武昌区名师工作室”，并予以授牌（名单见附件）。`
  );
}

function duties({ hrBureau }: PlaqueDecisionInput): string {
  return (
    `被命名授牌的名师工作室要按照《办法》${articleText(article(9))}规定，与${hrBureau}签订任务承诺书，依照承诺内容完成行业示范、` +
    '人才培育、学术研究、理论成果和创新活动等任务。领办人对工作室建设及运行承担主要责任。'
  );
}

function support({ hrBureau }: PlaqueDecisionInput): string {
  return (
    `所在单位要按照《办法》${articleText(article(14))}、${articleText(article(18))}规定，提供必要的经费和人员保障，对建设经费实行专户管理、专款专用。` +
    `${hrBureau}按照《办法》${articleText(article(12, 6))}规定核定建设经费资助，采取先建后补方式发放。各行业主管部门要继续给予指导和支持。`
  );
}

function assessment(): string {
  return (
    `名师工作室接受《办法》${articleText(article(19))}规定的过程性考核和周期性考核。考核不合格、应当撤销称号的，或者有《办法》${articleText(article(20))}` +
    '规定情形的，撤销称号，收回命名和牌匾，同时收回资助建设经费。'
  );
}
