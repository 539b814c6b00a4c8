import { articleParagraph } from '../policy/article.ts';
import { type Fen, yuanText } from '../policy/money.ts';
import { chineseDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { studioLevelLabels } from '../policy/seat.ts';
import { documentKind, type Say } from './document-kind.ts';
import { amountText } from './kit/amount-in-words.ts';
import { blankLines } from './kit/blank-lines.ts';
import { addressee, bodyText, heading } from './kit/body-text.ts';
import { citedMeasures, measuresField } from './kit/cited-measures.ts';
import { contactField, contactRemark } from './kit/contact-remark.ts';
import type { Block } from './kit/document-content.ts';
import { choice, date, type InputOf, list, money, optional, record, text } from './kit/fields.ts';
import { letterHead } from './kit/letter-head.ts';
import { selfReference } from './kit/self-reference.ts';
import { withStop } from './kit/sentence.ts';
import { sealedSignature } from './kit/signature-block.ts';
import { title } from './kit/title.ts';

const payments = (label: string) => optional(list(label, { on: date('日期'), amount: money('金额') }, 'on'));

const fields = {
  studio: text('工作室名称'),
  number: text('发文字号'),
  level: choice('工作室级别', studioLevelLabels),
  measures: measuresField,
  department: text('发文机关全称'),
  hostUnit: text('所在单位名称'),
  revocation: record('撤销称号决定', { number: text('撤销文号'), decidedOn: date('撤销日期'), by: text('决定机关') }),
  article: text('依据条款'),
  paid: payments('本周期发放的资助'),
  reclaimedBefore: optional(money('以前已收回金额')),
  decided: money('决定收回金额'),
  reason: optional(text('收回金额的理由')),
  returned: payments('已缴回的款项'),
  account: record('收款账户', { holder: text('户名'), bank: text('开户银行'), number: text('账号') }),
  deadline: date('缴回期限'),
  issuedOn: date('成文日期'),
  contact: contactField,
};

/** What a 资金收回通知 is written from: what was paid in the cycle, what the decision reclaims, and what of it is back already. */
export type ReclaimNoticeInput = InputOf<typeof fields>;

/** 资金收回通知 of whoever looks after the money: the bureau, or for the district's grant the HR bureau. 第十九条第二款, 第二十条. */
export const reclaimNotice = documentKind({
  id: 'reclaim-notice',
  title: '资金收回通知',
  issuers: ['sector-bureau', 'hr-bureau'],
  fields,
  subject: 'studio',
  fileNameParts: ({ studio, number }) => [studio, number],
  compose: (input, say) => ({
    title: `关于收回${input.studio}资助建设经费的通知（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    form: 'letter',
    blocks: compose(input, say),
  }),
  ownText: { decided: 900_000_000, deadline: '2103-01-01' },
});

function compose(input: ReclaimNoticeInput, say: Say): Block[] {
  const { department, number, studio, hostUnit, issuedOn, account } = input;
  const due = amountDue(input);
  return [
    ...letterHead(department, number),
    ...title([`关于收回${studio}`, '资助建设经费的通知']),
    ...blankLines(1),
    addressee([hostUnit]),
    bodyText(basis(input, say)),
    heading(1, '收回金额'),
    bodyText(`${studio}应缴回资助建设经费${say('应缴回金额', amountText(due))}。`),
    heading(2, '计算依据'),
    bodyText(computed(input, due, say)),
    heading(3, '缴款账户和期限'),
    bodyText(payBy(input)),
    bodyText(`户名：${account.holder}`),
    bodyText(`开户银行：${account.bank}`),
    bodyText(`账号：${account.number}`),
    { ...bodyText(`缴款后，请将银行回单复印件报送${selfReference(department)}核对登记。`), keepNext: true },
    ...sealedSignature(department, issuedOn, contactRemark(input.contact)),
  ];
}

/** What is still to come back. Refuses a notice that asks for nothing, and a deadline that leaves no day. */
function amountDue({ studio, decided, returned = [], deadline, issuedOn }: ReclaimNoticeInput): Fen {
  const place = articleParagraph(19, 2);
  const due = decided - total(returned);
  if (due <= 0) throw new Refusal(`无法生成《资金收回通知》（${studio}）：应收回的${yuanText(decided)}元已经缴清，不再通知。`, place);
  if (deadline <= issuedOn) {
    throw new Refusal(
      `无法生成《资金收回通知》（${studio}）：「缴回期限」${deadline}不晚于「成文日期」${issuedOn}。请改为成文日期之后的日期。`,
      place,
    );
  }
  return due;
}

function basis({ measures, article, studio, level, revocation, department }: ReclaimNoticeInput, say: Say): string {
  const by = revocation.by === department ? selfReference(department) : revocation.by;
  return (
    `${chineseDate(revocation.decidedOn)}，${say('撤销决定机关', by)}决定撤销${studio}的${say('工作室级别', studioLevelLabels[level])}名师工作室称号（${revocation.number}）。` +
    `依照${citedMeasures(measures)}${article}规定，同时收回资助建设经费。现将有关事项通知如下。`
  );
}

function computed({ paid = [], reclaimedBefore, decided, reason, returned = [] }: ReclaimNoticeInput, due: Fen, say: Say): string {
  const granted = paid.length === 0 ? '' : `本建设周期发放资助建设经费${listed(paid, '发放')}。`;
  const before = reclaimedBefore === undefined ? '' : `以前已收回${yuanText(reclaimedBefore)}元，予以扣除。`;
  const why = reason === undefined ? '' : `收回金额的确定理由：${withStop(reason)}`;
  const back = returned.length === 0 ? '' : `已缴回${listed(returned, '缴回')}，尚应缴回${yuanText(due)}元。`;
  return (
    `${say('发放说明', granted)}${say('以前收回说明', before)}撤销称号决定确定收回${yuanText(decided)}元。` +
    `${say('收回金额理由说明', why)}${say('已缴回说明', back)}`
  );
}

/** One payment with its day; several with their sum. */
function listed(amounts: NonNullable<ReclaimNoticeInput['paid']>, verb: string): string {
  const each = amounts.map(({ on, amount }) => `${chineseDate(on)}${verb}${yuanText(amount)}元`);
  return `${yuanText(total(amounts))}元（${each.join('；')}）`;
}

function total(amounts: readonly { readonly amount: Fen }[]): Fen {
  return amounts.reduce((sum, { amount }) => sum + amount, 0);
}

function payBy({ deadline, studio }: ReclaimNoticeInput): string {
  return `请你单位于${chineseDate(deadline)}前（含当日），从工作室建设经费专户将上述款项转入下列账户，并在附言中注明“收回${studio}资助建设经费”。`;
}
