import { article, articleParagraph, articleText, chineseNumber } from '../policy/article.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { type StudioLevel, studioLevelLabels } from '../policy/seat.ts';
import { inStrokeOrder } from '../policy/stroke-order.ts';
import { asWorkedOut, documentKind, type Say } from './document-kind.ts';
import { amountText } from './kit/amount-in-words.ts';
import { attachmentHeading, attachmentNote } from './kit/attachment.ts';
import { blankLines } from './kit/blank-lines.ts';
import { addressee, bodyText, heading, headingOf } from './kit/body-text.ts';
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
  compose: (input, say) => ({
    title: `${titleParts(input, asWorkedOut).join('')}（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    blocks: compose(input, say),
    imprint: input.imprint,
  }),
  ownText: { handBackBy: '2103-01-01' },
});

/** How the title that falls is called. The district one has a name of its own: 第十二条第五项. */
const titleNames: Readonly<Record<StudioLevel, string>> = { 'in-system': '', district: '“武昌区名师工作室”' };

/** Up to so many host units are addressed by name. */
const mostAddressed = 4;

function compose(given: RevocationDecisionInput, say: Say): Block[] {
  const input = {
    ...given,
    studios: say.rows(
      fields.studios.label,
      inStrokeOrder(given.studios, ({ lead }) => lead),
    ),
  };
  const { department, number, issuedOn, level, studios } = input;
  checkDeadline(input);
  const units = [...new Set(studios.map(({ hostUnit }) => hostUnit))];
  const attached = say('名单附件', studios.length > 1 ? `撤销${studioLevelLabels[level]}名师工作室称号名单` : '');
  const body = sections(input, say);
  const last = body.at(-1);
  return [
    ...redHeader(department, number),
    ...title([department, ...titleParts(input, say)]),
    ...blankLines(1),
    addressee([say('主送单位', units.length <= mostAddressed ? units.join('、') : '各有关单位')]),
    bodyText(decision(input, say)),
    ...body.slice(0, -1),
    ...(last === undefined ? [] : [{ ...last, keepNext: true }]),
    ...(attached === '' ? [] : say.passage('名单附件', attachmentNote(attached))),
    ...sealedSignature(department, issuedOn),
    ...(attached === ''
      ? []
      : say.passage('名单附件', [...attachmentHeading(), ...title([attached]), ...blankLines(1), studioTable(studios)])),
  ];
}

function checkDeadline({ number, handBackBy, issuedOn }: RevocationDecisionInput): void {
  if (handBackBy > issuedOn) return;
  throw new Refusal(
    `无法生成《撤销称号决定》（${number}）：「交回期限」${handBackBy}不晚于「成文日期」${issuedOn}。请改为成文日期之后的日期。`,
    articleParagraph(19, 2),
  );
}

function titleParts({ studios, level }: RevocationDecisionInput, say: Say): readonly string[] {
  const [first, ...others] = inStrokeOrder(studios, ({ lead }) => lead);
  const whose = `${first?.name ?? ''}${others.length === 0 ? '' : `等${studios.length}家`}`;
  const called = others.length === 0 || titleNames[level] !== '' ? titleNames[level] : '名师工作室';
  return [`关于撤销${say('撤销对象', whose)}`, `${say('称号名称', called)}称号的决定`];
}

function decision({ measures, level, department, minutes, studios }: RevocationDecisionInput, say: Say): string {
  const places = studios.map(({ steps }) => stepsArticle(steps)).toSorted((one, other) => one.article - other.article);
  const provisions = new Set(places.map(articleText));
  const [first, ...others] = studios;
  const named = others.length === 0 ? (first?.name ?? '') : `${first?.name ?? ''}等${studios.length}家名师工作室（名单见附件）`;
  return (
    `根据${citedMeasures(measures)}${say('撤销依据条款', [...provisions].join('、'))}规定，经${selfReference(department)}研究（${minutes}），` +
    `决定撤销${say('撤销称号的工作室', named)}的${say('工作室级别', studioLevelLabels[level])}名师工作室称号，收回命名。有关事项如下。`
  );
}

/** The parts of the decision that there is something to say of, numbered in order. */
function sections(input: RevocationDecisionInput, say: Say): Paragraph[] {
  const reclaimed = reclaims(input);
  const others = otherMatters(input);
  const moneyHeading = say('资金收回标题', reclaimed === '' ? '' : `${chineseNumber(3)}、资助建设经费的收回`);
  const moneyText = say('资金收回说明', reclaimed);
  const othersHeading = say('其他事项标题', others.length === 0 ? '' : `${chineseNumber(reclaimed === '' ? 3 : 4)}、其他事项`);
  return [
    heading(1, '撤销依据'),
    ...grounds(input).map((ground) => bodyText(say('依据', ground, '撤销依据各段'))),
    heading(2, '牌匾和命名文件的交回'),
    bodyText(handBack(input, say)),
    ...(moneyText === '' ? [] : [headingOf(moneyHeading), bodyText(moneyText)]),
    ...(othersHeading === '' ? [] : [headingOf(othersHeading)]),
    ...others.map((matter) => bodyText(say('事项', matter, '其他事项各段'))),
  ];
}

/** One studio needs no number before what is said of it. */
function grounds(input: RevocationDecisionInput): string[] {
  const { studios } = input;
  return studios.map((studio, index) =>
    studios.length === 1 ? groundText(studio, input) : `（${chineseNumber(index + 1)}）${studio.name}。${groundText(studio, input)}`,
  );
}

function groundText({ steps, reason }: Studio, { department }: RevocationDecisionInput): string {
  const course = steps.map((step) => stepSentence(step, department)).join('');
  const provision = `依照《办法》${articleText(stepsArticle(steps))}规定，应当撤销称号。`;
  return `${course}${reason === undefined ? '' : withStop(reason)}${provision}`;
}

function handBack({ handBackBy, department, level, studios }: RevocationDecisionInput, say: Say): string {
  const [only] = studios;
  const one = studios.length === 1;
  const papers = one && only?.namingDocument !== undefined ? `命名文件（${only.namingDocument}）` : '命名文件';
  const units = say('督促的单位', one ? (only?.hostUnit ?? '') : '各所在单位');
  return (
    `请${units}督促工作室于${chineseDate(handBackBy)}前（含当日）将牌匾和${say('交回的命名文件', papers)}交回${selfReference(department)}，` +
    `办理交接登记。自本决定成文之日起，不得再以${say('工作室级别', studioLevelLabels[level])}名师工作室名义开展活动。`
  );
}

/** What is to come back of each, or nothing. */
function reclaims({ department, reclaimedBy, studios }: RevocationDecisionInput): string {
  const by = reclaimedBy === department ? selfReference(department) : reclaimedBy;
  const owing = studios.flatMap(({ name, reclaim }) => (reclaim === undefined ? [] : [{ name, amount: amountText(reclaim) }]));
  if (owing.length === 0) return '';
  const sums =
    studios.length === 1
      ? owing.map(({ name, amount }) => `同时收回已拨付${name}的资助建设经费${amount}`).join('')
      : `同时收回资助建设经费：${owing.map(({ name, amount }) => `${name}${amount}`).join('；')}`;
  return `${sums}。收款账户和缴回期限由${by}另行书面通知。`;
}

function otherMatters({ level, studios }: RevocationDecisionInput): string[] {
  const otherLevel = level === 'district' ? '系统内' : '区级';
  const byDecider = Map.groupBy(
    studios.filter(({ otherDecidedBy }) => otherDecidedBy !== undefined),
    ({ otherDecidedBy = '' }) => otherDecidedBy,
  );
  const asked = [...byDecider].map(
    ([decider, own]) => `${own.map(({ name }) => name).join('、')}的${otherLevel}名师工作室称号，由${decider}另行研究决定。`,
  );
  const misconduct = studios.some(({ steps }) => stepsArticle(steps).article === 20);
  const circular = `依照《办法》${articleText(article(20))}规定，对领办人及相关责任人的通报批评另行发文。`;
  return [...asked, ...(misconduct ? [circular] : [])];
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
