import { article, articleParagraph, articleText } from '../policy/article.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { type StudioLevel, studioLevelLabels } from '../policy/seat.ts';
import { inStrokeOrder } from '../policy/stroke-order.ts';
import { documentKind } from './document-kind.ts';
import { amountText } from './kit/amount-in-words.ts';
import { attachmentHeading, attachmentNote } from './kit/attachment.ts';
import { blankLines } from './kit/blank-lines.ts';
import { addressee, bodyText, clause, heading } from './kit/body-text.ts';
import { citedMeasures, measuresField } from './kit/cited-measures.ts';
import type { Block, Paragraph } from './kit/document-content.ts';
import { choice, date, type InputOf, list, money, optional, text } from './kit/fields.ts';
import { imprintFields } from './kit/imprint.ts';
import { listTable } from './kit/list-table.ts';
import { redHeader } from './kit/red-header.ts';
import { revocationStepsField, stepSentence, stepsArticle } from './kit/revocation-steps.ts';
import { selfReference } from './kit/self-reference.ts';
import { withStop } from './kit/sentence.ts';
import { sealedSignature } from './kit/signature-block.ts';
import { title } from './kit/title.ts';

const fields = {
  number: text('撤销文号'),
  level: choice('工作室级别', studioLevelLabels),
  measures: measuresField,
  department: text('发文机关全称'),
  minutes: text('决定的会议'),
  studios: list(
    '工作室',
    {
      name: text('工作室名称'),
      lead: text('领办人姓名'),
      hostUnit: text('所在单位名称'),
      namingDocument: optional(text('命名文号')),
      steps: revocationStepsField,
      reason: optional(text('撤销理由')),
      reclaim: optional(money('收回资助金额')),
      otherDecidedBy: optional(text('另一级称号的决定机关')),
    },
    'name',
    // Numbered in Chinese, which goes to 九十九.
    99,
  ),
  handBackBy: date('交回期限'),
  reclaimedBy: text('资金收回部门'),
  issuedOn: date('成文日期'),
  imprint: imprintFields,
};

/**
 * What a 撤销称号决定 is written from: the studios one document names, in any order, each with what led to it, in order of time, and what is
 * reclaimed from it, nothing when left out.
 */
export type RevocationDecisionInput = InputOf<typeof fields>;

type Studio = RevocationDecisionInput['studios'][number];

/** 撤销称号决定 of whoever named: the bureau, or for a district title the leading-group office. 第十九条第二款, 第二十条. */
export const revocationDecision = documentKind({
  id: 'revocation-decision',
  title: '撤销称号决定',
  issuers: ['sector-bureau', 'leading-group-office'],
  fields,
  subject: 'number',
  fileNameParts: ({ studios, number }) => [...(studios.length === 1 ? studios.map(({ name }) => name) : []), number],
  compose: (input) => ({
    title: `${titleParts(input).join('')}（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    blocks: compose(input),
    imprint: input.imprint,
  }),
});

/** How the title that falls is called. The district one has a name of its own: 第十二条第五项. */
const titleNames: Readonly<Record<StudioLevel, string>> = { 'in-system': '', district: '“武昌区名师工作室”' };

/** Up to so many host units are addressed by name. */
const mostAddressed = 4;

function compose(input: RevocationDecisionInput): Block[] {
  const { department, number, issuedOn, level } = input;
  checkDeadline(input);
  const studios = inStrokeOrder(input.studios, ({ lead }) => lead);
  const units = [...new Set(studios.map(({ hostUnit }) => hostUnit))];
  const attached = `撤销${studioLevelLabels[level]}名师工作室称号名单`;
  const several = studios.length > 1;
  const body = sections(input, studios);
  const last = body.at(-1);
  return [
    ...redHeader(department, number),
    ...title([department, ...titleParts(input)]),
    ...blankLines(1),
    addressee(units.length <= mostAddressed ? units : ['各有关单位']),
    bodyText(decision(input, studios)),
    ...body.slice(0, -1),
    ...(last === undefined ? [] : [{ ...last, keepNext: true }]),
    ...(several ? attachmentNote(attached) : []),
    ...sealedSignature(department, issuedOn),
    ...(several ? [...attachmentHeading(), ...title([attached]), ...blankLines(1), studioTable(studios)] : []),
  ];
}

function checkDeadline({ number, handBackBy, issuedOn }: RevocationDecisionInput): void {
  if (handBackBy > issuedOn) return;
  throw new Refusal(
    `无法生成《撤销称号决定》（${number}）：「交回期限」${handBackBy}不晚于「成文日期」${issuedOn}。请改为成文日期之后的日期。`,
    articleParagraph(19, 2),
  );
}

function titleParts({ studios, level }: RevocationDecisionInput): readonly string[] {
  const [first, ...others] = inStrokeOrder(studios, ({ lead }) => lead);
  const name = first?.name ?? '';
  if (others.length === 0) return [`关于撤销${name}`, `${titleNames[level]}称号的决定`];
  return [`关于撤销${name}等${studios.length}家`, `${titleNames[level] === '' ? '名师工作室' : titleNames[level]}称号的决定`];
}

function decision({ measures, level, department, minutes }: RevocationDecisionInput, studios: readonly Studio[]): string {
  const places = studios.map(({ steps }) => stepsArticle(steps)).toSorted((one, other) => one.article - other.article);
  const grounds = new Set(places.map(articleText));
  const [first, ...others] = studios;
  const named = others.length === 0 ? (first?.name ?? '') : `${first?.name ?? ''}等${studios.length}家名师工作室（名单见附件）`;
  return (
    `根据${citedMeasures(measures)}${[...grounds].join('、')}规定，经${selfReference(department)}研究（${minutes}），` +
    `决定撤销${named}的${studioLevelLabels[level]}名师工作室称号，收回命名。有关事项如下。`
  );
}

/** The parts of the decision that there is something to say of, numbered in order. */
function sections(input: RevocationDecisionInput, studios: readonly Studio[]): Paragraph[] {
  const parts: readonly (readonly [string, readonly Paragraph[]])[] = [
    ['撤销依据', eachOf(studios, (studio) => groundText(studio, input))],
    ['牌匾和命名文件的交回', [bodyText(handBack(input, studios))]],
    ['资助建设经费的收回', reclaims(input, studios)],
    ['其他事项', otherMatters(input, studios)],
  ];
  return parts
    .filter(([, paragraphs]) => paragraphs.length > 0)
    .flatMap(([name, paragraphs], index) => [heading(index + 1, name), ...paragraphs]);
}

/** One studio needs no number before what is said of it. */
function eachOf(studios: readonly Studio[], textOf: (studio: Studio) => string): Paragraph[] {
  return studios.map((studio, index) =>
    studios.length === 1 ? bodyText(textOf(studio)) : clause(index + 1, `${studio.name}。${textOf(studio)}`),
  );
}

function groundText({ steps, reason }: Studio, { department }: RevocationDecisionInput): string {
  const course = steps.map((step) => stepSentence(step, department)).join('');
  const provision = `依照《办法》${articleText(stepsArticle(steps))}规定，应当撤销称号。`;
  return `${course}${reason === undefined ? '' : withStop(reason)}${provision}`;
}

function handBack({ handBackBy, department, level }: RevocationDecisionInput, studios: readonly Studio[]): string {
  const [only] = studios;
  const one = studios.length === 1;
  const papers = one && only?.namingDocument !== undefined ? `命名文件（${only.namingDocument}）` : '命名文件';
  return (
    `请${one ? (only?.hostUnit ?? '') : '各所在单位'}督促工作室于${chineseDate(handBackBy)}前（含当日）将牌匾和${papers}交回${selfReference(department)}，` +
    `办理交接登记。自本决定成文之日起，不得再以${studioLevelLabels[level]}名师工作室名义开展活动。`
  );
}

function reclaims({ department, reclaimedBy }: RevocationDecisionInput, studios: readonly Studio[]): Paragraph[] {
  const by = reclaimedBy === department ? selfReference(department) : reclaimedBy;
  const owing = studios.filter(({ reclaim }) => reclaim !== undefined);
  if (owing.length === 0) return [];
  const notice = `收款账户和缴回期限由${by}另行书面通知。`;
  if (studios.length === 1) {
    return owing.map(({ name, reclaim = 0 }) => bodyText(`同时收回已拨付${name}的资助建设经费${amountText(reclaim)}。${notice}`));
  }
  const sums = owing.map(({ name, reclaim = 0 }) => `${name}${amountText(reclaim)}`);
  return [bodyText(`同时收回资助建设经费：${sums.join('；')}。${notice}`)];
}

function otherMatters({ level }: RevocationDecisionInput, studios: readonly Studio[]): Paragraph[] {
  const otherLevel = level === 'district' ? '系统内' : '区级';
  const byDecider = Map.groupBy(
    studios.filter(({ otherDecidedBy }) => otherDecidedBy !== undefined),
    ({ otherDecidedBy = '' }) => otherDecidedBy,
  );
  const asked = [...byDecider].map(([decider, own]) =>
    bodyText(`${own.map(({ name }) => name).join('、')}的${otherLevel}名师工作室称号，由${decider}另行研究决定。`),
  );
  const misconduct = studios.some(({ steps }) => stepsArticle(steps).article === 20);
  const circular = `依照《办法》${articleText(article(20))}规定，对领办人及相关责任人的通报批评另行发文。`;
  return [...asked, ...(misconduct ? [bodyText(circular)] : [])];
}

function studioTable(studios: readonly Studio[]) {
  return listTable(
    [
      { header: '序号', width: 14 },
      { header: '工作室名称', width: 56, align: 'left' },
      { header: '领办人', width: 22 },
      { header: '所在单位', width: 64, align: 'left' },
    ],
    studios.map(({ name, lead, hostUnit }, index) => [String(index + 1), name, lead, hostUnit]),
    12,
  );
}
