import { article, articleText } from '../policy/article.ts';
import { type Fen, yuanText } from '../policy/money.ts';
import { Refusal } from '../policy/refusal.ts';
import { inStrokeOrder } from '../policy/stroke-order.ts';
import { type StudioNature, studioNatureLabels } from '../policy/studio-nature.ts';
import { documentKind, type Say } from './document-kind.ts';
import { amountInWords, amountText } from './kit/amount-in-words.ts';
import { attachmentHeading, attachmentNote } from './kit/attachment.ts';
import { blankLines } from './kit/blank-lines.ts';
import { addressee, bodyText, heading } from './kit/body-text.ts';
import { citedMeasures, measuresField } from './kit/cited-measures.ts';
import { contactField, contactRemark } from './kit/contact-remark.ts';
import type { Block, Row, Table } from './kit/document-content.ts';
import { enumerated } from './kit/enumerated.ts';
import { choice, date, type InputOf, list, money, text, texts, wholeNumber } from './kit/fields.ts';
import { imprintFields } from './kit/imprint.ts';
import { millimetres } from './kit/length.ts';
import { listTable } from './kit/list-table.ts';
import { redHeader } from './kit/red-header.ts';
import { selfReference } from './kit/self-reference.ts';
import { sealedSignature } from './kit/signature-block.ts';
import { labelCell, textCell } from './kit/table-text.ts';
import { title } from './kit/title.ts';

const fields = {
  year: wholeNumber('评选年度', 2014, 9999),
  number: text('核定文号'),
  measures: measuresField,
  department: text('发文机关全称'),
  studios: list(
    '工作室',
    {
      name: text('工作室名称'),
      lead: text('领办人姓名'),
      hostUnit: text('所在单位名称'),
      nature: choice('行业性质', studioNatureLabels),
      amount: money('资助金额'),
    },
    'name',
  ),
  purposes: texts('经费开支范围'),
  issuedOn: date('成文日期'),
  contact: contactField,
  imprint: imprintFields,
};

/** What a 资助拨付通知 is written from: the studios whose grants one document decides, in any order. */
export type GrantNoticeInput = InputOf<typeof fields>;

/** 资助拨付通知 of the HR bureau: what each studio is granted, and how it is paid. 第十二条第六项, 第十六条, 第十八条. */
export const grantNotice = documentKind({
  id: 'grant-notice',
  title: '资助拨付通知',
  issuers: ['hr-bureau'],
  fields,
  subject: 'number',
  fileNameParts: ({ year, number }) => [`${year}年度`, number],
  compose: (input, say) => ({
    title: `关于拨付${input.year}年区级名师工作室建设经费资助的通知（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    blocks: compose(input, say),
    imprint: input.imprint,
  }),
  ownText: {},
});

/** Up to so many host units are addressed by name. */
const mostAddressed = 5;

/** Amounts from here on cannot be written in words: 万亿元. */
const mostInWords: Fen = 1e14;

function compose(input: GrantNoticeInput, say: Say): Block[] {
  const { department, number, year, studios, issuedOn, contact } = input;
  const units = [...new Set(studios.map(({ hostUnit }) => hostUnit))];
  if (total(studios) >= mostInWords) {
    throw new Refusal(`无法生成《资助拨付通知》（${number}）：资助金额合计应小于一万亿元。请核对「资助金额」。`, article(12, 6));
  }
  const ordered = {
    ...input,
    studios: say.rows(
      fields.studios.label,
      inStrokeOrder(input.studios, ({ lead }) => lead),
    ),
  };
  const attached = `${year}年区级名师工作室建设经费资助明细表`;
  return [
    ...redHeader(department, number),
    ...title([department, `关于拨付${year}年区级名师工作室`, '建设经费资助的通知']),
    ...blankLines(1),
    addressee([say('主送单位', units.length <= mostAddressed ? units.join('、') : '各有关单位')]),
    bodyText(opening(input)),
    heading(1, '资助金额'),
    bodyText(amounts(input, say)),
    heading(2, '拨付方式'),
    bodyText(payment(input)),
    heading(3, '使用管理'),
    bodyText(use(input, say)),
    { ...bodyText(recovery()), keepNext: true },
    ...attachmentNote(attached),
    ...sealedSignature(department, issuedOn, contactRemark(contact)),
    ...attachmentHeading(),
    ...title([attached]),
    ...blankLines(1),
    grantTable(ordered, say),
  ];
}

function opening({ measures, year, department }: GrantNoticeInput): string {
  return (
    `根据${citedMeasures(measures)}${articleText(article(12, 6))}规定，结合入选的区级名师工作室所在行业性质，${selfReference(department)}核定了` +
    `${year}年区级名师工作室建设经费资助。现将有关事项通知如下。`
  );
}

function amounts({ studios }: GrantNoticeInput, say: Say): string {
  const byNature = (Object.keys(studioNatureLabels) as StudioNature[]).flatMap((nature) => {
    const granted = studios.filter((studio) => studio.nature === nature);
    return granted.length === 0 ? [] : [`${studioNatureLabels[nature]}的名师工作室${granted.length}家，资助${yuanText(total(granted))}元`];
  });
  const parts = byNature.length > 1 ? `其中，${byNature.join('；')}。` : '';
  const count = say('工作室数', String(studios.length));
  const sum = say('资助总额', amountText(total(studios)));
  return `核定资助区级名师工作室${count}家，共计${sum}。${say('分类资助说明', parts)}各名师工作室的资助金额见附件。`;
}

function payment({ department }: GrantNoticeInput): string {
  return (
    `建设经费资助按照《办法》${articleText(article(18))}规定采取先建后补方式发放。所在单位凭建设支出凭据提出申请，` +
    `经${selfReference(department)}审核后拨入工作室经费专户，累计不超过核定的资助金额。`
  );
}

function use({ purposes }: GrantNoticeInput, say: Say): string {
  return `建设经费由所在单位实行专户管理，领办人负责具体开支，专款专用，主要用于${say('经费用途', enumerated(purposes))}等。`;
}

function recovery(): string {
  return `按照《办法》${articleText(article(19))}、${articleText(article(20))}规定撤销名师工作室称号的，不再拨付，并收回已经拨付的资助建设经费。`;
}

function total(studios: readonly { readonly amount: Fen }[]): Fen {
  return studios.reduce((sum, { amount }) => sum + amount, 0);
}

/** Each grant in figures and in words, and their sum. */
function grantTable({ studios }: GrantNoticeInput, say: Say): Table {
  const table = listTable(
    [
      { header: '序号', width: 11 },
      { header: '工作室名称', width: 41, align: 'left' },
      { header: '所在单位', width: 32, align: 'left' },
      { header: '行业性质', width: 21 },
      { header: '资助金额（元）', width: 18 },
      { header: '大写', width: 33, align: 'left' },
    ],
    studios.map(({ name, hostUnit, nature, amount }, index) => [
      String(index + 1),
      name,
      hostUnit,
      say('工作室行业性质', studioNatureLabels[nature], fields.studios.label),
      yuanText(amount),
      amountInWords(amount),
    ]),
    10.5,
  );
  const sum: Row = {
    height: millimetres(10),
    cells: [
      { ...labelCell('合计', 10.5), span: 4 },
      textCell(say('资助总额数字', yuanText(total(studios))), 10.5),
      textCell(say('资助总额大写', amountInWords(total(studios))), 10.5, 'left'),
    ],
  };
  return { ...table, rows: [...table.rows, sum] };
}
