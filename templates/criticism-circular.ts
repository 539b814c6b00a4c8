import { article, articleText } from '../policy/article.ts';
import { type MisconductKind, misconductLabels } from '../policy/misconduct/case-record.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { studioLevelLabels } from '../policy/seat.ts';
import { documentKind, type Say } from './document-kind.ts';
import { amountText } from './kit/amount-in-words.ts';
import { blankLines } from './kit/blank-lines.ts';
import { addressee, bodyText, heading } from './kit/body-text.ts';
import { citedMeasures, measuresField } from './kit/cited-measures.ts';
import type { Block } from './kit/document-content.ts';
import { choice, date, type InputOf, money, optional, record, text, texts } from './kit/fields.ts';
import { imprintFields } from './kit/imprint.ts';
import { redHeader } from './kit/red-header.ts';
import { revocationStepsField, stepSentence } from './kit/revocation-steps.ts';
import { withStop } from './kit/sentence.ts';
import { sealedSignature } from './kit/signature-block.ts';
import { title } from './kit/title.ts';

const fields = {
  studio: text('工作室名称'),
  number: text('发文字号'),
  level: choice('工作室级别', studioLevelLabels),
  kind: choice('情形', misconductLabels),
  measures: measuresField,
  department: text('发文机关全称'),
  addressees: texts('主送机关'),
  steps: revocationStepsField,
  revocation: record('撤销称号决定', { number: text('撤销文号'), decidedOn: date('撤销日期') }),
  reclaim: optional(money('收回资助金额')),
  lead: text('领办人姓名'),
  people: texts('通报对象'),
  sanctions: optional(text('处分')),
  issuedOn: date('成文日期'),
  imprint: imprintFields,
};

/** What a 通报批评 is written from: the case as it was verified, and who is criticised. `lead` is who led the studio then. */
export type CriticismCircularInput = InputOf<typeof fields>;

/** 通报批评 of whoever revoked the title for a case. 第二十条. */
export const criticismCircular = documentKind({
  id: 'criticism-circular',
  title: '通报批评',
  issuers: ['sector-bureau', 'leading-group-office'],
  fields,
  subject: 'studio',
  fileNameParts: ({ studio, number }) => [studio, number],
  compose: (input, say) => ({
    title: `关于${input.studio}${matters[input.kind]}的通报（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    blocks: compose(input, say),
    imprint: input.imprint,
  }),
  ownText: {},
});

/** The matter as a title names it. */
const matters: Readonly<Record<MisconductKind, string>> = {
  fraud: '弄虚作假问题',
  violation: '违纪违法问题',
  'grave-fault': '过失造成负面影响问题',
};

function compose(input: CriticismCircularInput, say: Say): Block[] {
  const { department, number, studio, kind, addressees, issuedOn, measures, steps } = input;
  const matter = say('通报的问题', matters[kind]);
  return [
    ...redHeader(department, number),
    ...title([department, `关于${studio}`, `${matter}的通报`]),
    ...blankLines(1),
    addressee(addressees),
    bodyText(`根据${citedMeasures(measures)}${articleText(article(20))}规定，现将${studio}${matter}的查处情况通报如下。`),
    heading(1, '基本情况'),
    bodyText(say('查处经过', steps.map((step) => stepSentence(step, department)).join(''))),
    heading(2, '处理决定'),
    bodyText(decision(input, say)),
    heading(3, '有关要求'),
    { ...bodyText(demands()), keepNext: true },
    ...sealedSignature(department, issuedOn),
  ];
}

function decision({ studio, level, revocation, reclaim, lead, people, sanctions }: CriticismCircularInput, say: Say): string {
  const reclaimed = reclaim === undefined ? '' : `，收回资助建设经费${amountText(reclaim)}`;
  const others = people.filter((name) => name !== lead);
  const named = [...(people.includes(lead) ? [`领办人${lead}`] : []), ...(others.length === 0 ? [] : [`相关责任人${others.join('、')}`])];
  const sanctioned = sanctions === undefined ? '' : `处分情况：${withStop(sanctions)}`;
  return (
    `依照《办法》${articleText(article(20))}规定，已于${chineseDate(revocation.decidedOn)}撤销${studio}的${say('工作室级别', studioLevelLabels[level])}名师工作室称号` +
    `（${revocation.number}）${say('收回资助说明', reclaimed)}。现对${say('通报批评的人', named.join('及'))}予以通报批评。${say('处分说明', sanctioned)}`
  );
}

function demands(): string {
  return (
    `各名师工作室要对照任务承诺书如实记录活动、成果和经费开支，领办人依照《办法》${articleText(article(4))}规定对建设及运行承担主要责任。` +
    `所在单位要依照《办法》${articleText(article(14))}规定履行协管和监督职能，报送考核材料前核对签到表、成果证书和经费凭证原件，保障经费依法依规使用。`
  );
}
