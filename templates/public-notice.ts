import { article, articleText } from '../policy/article.ts';
import { chineseDate, dayNumber } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { documentKind, type Say } from './document-kind.ts';
import { blankLines } from './kit/blank-lines.ts';
import { bodyText, heading } from './kit/body-text.ts';
import { citedMeasures, measuresField } from './kit/cited-measures.ts';
import { requiredContactField } from './kit/contact-remark.ts';
import type { Block } from './kit/document-content.ts';
import { choice, date, type InputOf, optional, text, wholeNumber } from './kit/fields.ts';
import { points } from './kit/length.ts';
import { recommendedStudiosField, recommendedStudioTable } from './kit/recommended-studios.ts';
import { redHeader } from './kit/red-header.ts';
import { selfReference } from './kit/self-reference.ts';
import { sealedSignature } from './kit/signature-block.ts';
import { title } from './kit/title.ts';

/** What a notice's days are, as it states them: 5天, 5个工作日. */
const units = { calendar: '天', working: '个工作日' } as const;

const fields = {
  year: wholeNumber('评选年度', 2014, 9999),
  number: text('公示文号'),
  measures: measuresField,
  department: text('发文机关全称'),
  days: wholeNumber('公示天数', 1, 99),
  counting: choice('公示期计算方法', units),
  firstDay: date('公示开始日期'),
  lastDay: date('公示结束日期'),
  place: optional(text('公示范围')),
  studios: recommendedStudiosField,
  contact: requiredContactField,
  address: optional(text('通信地址')),
  issuedOn: date('成文日期'),
};

/** What a 公示公告 is written from: the studios of one notice, in any order, and the days the rule came to. */
export type PublicNoticeInput = InputOf<typeof fields>;

/**
 * 公示公告 of the leading-group office: the approved shortlist, from which day to which, and how to object. It is posted, not sent: nobody
 * is addressed and it has no imprint. 第十二条第四项.
 */
export const publicNotice = documentKind({
  id: 'public-notice',
  title: '公示公告',
  issuers: ['leading-group-office'],
  fields,
  subject: 'number',
  fileNameParts: ({ year, number }) => [`${year}年度`, number],
  compose: (input, say) => ({
    title: `关于${input.year}年区级名师工作室拟入围名单的公示（${input.number}）`,
    issuer: input.department,
    date: input.issuedOn,
    blocks: compose(input, say),
  }),
  ownText: { days: 5, firstDay: '2103-01-01', lastDay: '2103-01-05' },
});

function compose(input: PublicNoticeInput, say: Say): Block[] {
  const { department, number, year, studios, issuedOn } = input;
  checkDays(input);
  return [
    ...redHeader(department, number),
    ...title([department, `关于${year}年区级名师工作室`, '拟入围名单的公示']),
    ...blankLines(1),
    bodyText(opening(input, say)),
    heading(1, '公示时间和范围'),
    bodyText(period(input, say)),
    { ...heading(2, '公示名单（按领办人姓氏笔画排序）'), after: points(6) },
    recommendedStudioTable(studios, say),
    { ...heading(3, '异议的提出和受理'), before: points(6) },
    bodyText(objecting(input, say)),
    { ...bodyText(receiving(input, say)), keepNext: true },
    ...sealedSignature(department, issuedOn),
  ];
}

/** The days printed must be those of the rule: neither before the notice, nor more or fewer than it says. */
function checkDays({ number, days, counting, firstDay, lastDay, issuedOn }: PublicNoticeInput): void {
  const calendarDays = dayNumber(lastDay) - dayNumber(firstDay) + 1;
  const fits = counting === 'calendar' ? calendarDays === days : calendarDays >= days;
  if (firstDay >= issuedOn && fits) return;
  throw new Refusal(
    `无法生成《公示公告》（${number}）：${issuedOn}发布，公示期${firstDay}至${lastDay}与公示天数${days}${units[counting]}不符。请核对公示日期。`,
    article(12, 4),
  );
}

function opening({ measures, year, department, studios }: PublicNoticeInput, say: Say): string {
  return (
    `根据${citedMeasures(measures)}${articleText(article(12))}规定，经工作室申请、行业主管部门推荐、现场考察和专家评审，` +
    `并经${selfReference(department)}审定，确定了${year}年区级名师工作室拟入围名单，共${say('工作室数', String(studios.length))}家。现予公示，接受监督。`
  );
}

function period({ days, counting, firstDay, lastDay, issuedOn, place }: PublicNoticeInput, say: Say): string {
  const posting = firstDay > issuedOn ? '，发布当日不计入' : '';
  const where = place === undefined ? '' : `公示范围为${place}。`;
  const length = say('公示期', `${days}${units[counting]}`);
  return `公示期为${length}，自${chineseDate(firstDay)}起至${chineseDate(lastDay)}止${say('发布当日说明', posting)}。${say('公示范围说明', where)}`;
}

function objecting({ department, address }: PublicNoticeInput, say: Say): string {
  const ways = address === undefined ? '电话或者来访' : '电话、信函或者来访';
  return (
    `公示期内，单位和个人对名单有异议的，可以通过${say('提出异议的方式', ways)}向${selfReference(department)}提出，并说明具体事实和线索。` +
    `以单位名义提出的，加盖单位公章；以个人名义提出的，署真实姓名并留联系方式。`
  );
}

function receiving({ contact, address }: PublicNoticeInput, say: Say): string {
  const where = address === undefined ? '' : `；通信地址：${address}`;
  return `受理人：${contact.name}；联系电话：${contact.phone}${say('通信地址说明', where)}。`;
}
