import { article, articleText } from '../policy/article.ts';
import { partsOf } from '../policy/plain-date.ts';
import { inStrokeOrder } from '../policy/stroke-order.ts';
import { documentKind, type Say } from './document-kind.ts';
import { attachmentHeading, attachmentNote } from './kit/attachment.ts';
import { blankLines } from './kit/blank-lines.ts';
import { addressee, bodyText, heading } from './kit/body-text.ts';
import { citedMeasures, measuresField } from './kit/cited-measures.ts';
import type { Block, Table } from './kit/document-content.ts';
import { date, type InputOf, list, text, wholeNumber } from './kit/fields.ts';
import { imprintFields } from './kit/imprint.ts';
import { listTable } from './kit/list-table.ts';
import { redHeader } from './kit/red-header.ts';
import { selfReference } from './kit/self-reference.ts';
import { sealedSignature } from './kit/signature-block.ts';
import { title } from './kit/title.ts';

const fields = {
  number: text('命名文号'),
  system: text('系统名称'),
  measures: measuresField,
  department: text('发文机关全称'),
  cycleYears: wholeNumber('建设周期年数', 1, 9),
  studios: list(
    '工作室',
    { name: text('工作室名称'), lead: text('领办人姓名'), hostUnit: text('所在单位名称'), sector: text('所属领域') },
    'name',
  ),
  issuedOn: date('成文日期'),
  imprint: imprintFields,
};

/** What a 命名通知 is written from: the studios one document names, in any order. `system` is what people call them together: 武昌区教育系统. */
export type NamingDecisionInput = InputOf<typeof fields>;

/** 命名通知 of a bureau, with the list of the studios it names. 第十一条第三项. */
export const namingDecision = documentKind({
  id: 'naming-decision',
  title: '命名通知',
  issuers: ['sector-bureau'],
  fields,
  subject: 'number',
  fileNameParts: ({ number }) => [number],
  compose: (input, say) => ({
    title: `关于命名${subjectOf(input)}的通知（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    blocks: compose(input, say),
    imprint: input.imprint,
  }),
  ownText: {},
});

/** Up to so many host units are addressed by name. */
const mostAddressed = 4;

function compose(input: NamingDecisionInput, say: Say): Block[] {
  const { department, number, studios, issuedOn } = input;
  const units = [...new Set(studios.map(({ hostUnit }) => hostUnit))];
  const ordered = {
    ...input,
    studios: say.rows(
      fields.studios.label,
      inStrokeOrder(input.studios, ({ lead }) => lead),
    ),
  };
  const attached = listTitle(input, say);
  return [
    ...redHeader(department, number),
    ...title([department, `关于命名${say('命名对象', subjectOf(input))}的通知`]),
    ...blankLines(1),
    addressee([say('主送单位', units.length <= mostAddressed ? units.join('、') : '各有关单位')]),
    bodyText(basis(ordered, say)),
    heading(1, '履行建设职责'),
    bodyText(duties(input, say)),
    heading(2, '落实支持保障'),
    bodyText(support(input)),
    heading(3, '加强管理考核'),
    { ...bodyText(assessment()), keepNext: true },
    ...attachmentNote(attached),
    ...sealedSignature(department, issuedOn),
    ...attachmentHeading(),
    ...title([attached]),
    ...blankLines(1),
    studioTable(ordered),
  ];
}

function subjectOf({ system, studios }: NamingDecisionInput): string {
  const [only, ...others] = studios;
  return only !== undefined && others.length === 0 ? only.name : `${system}名师工作室`;
}

function listTitle({ system, issuedOn }: NamingDecisionInput, say: Say): string {
  return `${say('名单年份', String(partsOf(issuedOn).year))}年${system}名师工作室名单`;
}

function basis({ measures, studios, system, department }: NamingDecisionInput, say: Say): string {
  const [first] = studios;
  const named = studios.length === 1 ? (first?.name ?? '') : `${first?.name ?? ''}等${studios.length}家名师工作室`;
  return (
    `根据${citedMeasures(measures)}${articleText(article(11))}规定，经推荐申请、审查受理、现场考察，` +
    `${selfReference(department)}党组研究同意，决定命名${say('命名的工作室', named)}为${system}名师工作室（名单见附件）。现就有关事项通知如下。`
  );
}

function duties({ department, cycleYears }: NamingDecisionInput, say: Say): string {
  return (
    `被命名的名师工作室要按照《办法》${articleText(article(9))}规定，与${selfReference(department)}签订任务承诺书，依照承诺内容完成行业示范、人才培育、学术研究、` +
    `理论成果和创新活动等任务。工作室以${say('周期年数', yearsInWords(cycleYears))}年为一个建设周期，由领办人对建设及运行承担主要责任。`
  );
}

function support({ department }: NamingDecisionInput): string {
  return (
    `所在单位要按照《办法》${articleText(article(14))}规定，对工作室建设提供必要的经费和人员保障，在人员、场地和活动开展上予以支持，` +
    `并履行协管和监督职能。${selfReference(department)}按照《办法》${articleText(article(15))}规定安排专项经费，支持工作室建设和发展。`
  );
}

function assessment(): string {
  return `考核依照《办法》${articleText(article(19))}规定，对照任务承诺书逐项进行。考核不合格、应当撤销称号的，收回命名，同时收回资助建设经费。`;
}

function yearsInWords(years: number): string {
  return years === 2 ? '两' : String(years);
}

function studioTable({ studios }: NamingDecisionInput): Table {
  return listTable(
    [
      { header: '序号', width: 14 },
      { header: '工作室名称', width: 62, align: 'left' },
      { header: '领办人', width: 22 },
      { header: '所在单位', width: 46, align: 'left' },
      { header: '领域', width: 12 },
    ],
    studios.map(({ name, lead, hostUnit, sector }, index) => [String(index + 1), name, lead, hostUnit, sector]),
    12,
  );
}
