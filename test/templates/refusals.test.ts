import { expect, test } from 'vitest';
import { plainDate } from '../../policy/plain-date.ts';
import { documentKinds, isDocumentKindId, makeDocument } from '../../templates/document-kinds.ts';
import { reclaim, revocation } from './consequence-samples.ts';
import { printedTexts } from './document-text.ts';
import { grantNoticeOf, plaqueDecisionOf, publicNoticeOf, recommendationLetterOf } from './round-samples.ts';
import { awardListOf, letter, notice, noticeOf } from './samples.ts';

test('every kind is registered under its own id', () => {
  expect(Object.entries(documentKinds).map(([id, kind]) => [id, kind.id])).toEqual(Object.keys(documentKinds).map((id) => [id, id]));
});

test('an id that only every object has is no kind', () => {
  expect(['commitment-letter', 'toString', ''].map(isDocumentKindId)).toEqual([true, false, false]);
});

test('a cycle that ends before its first year does is refused, one that lasts a day longer is not', async () => {
  const ending = (cycleTo: string) => makeDocument('commitment-letter', { ...letter, cycleTo: plainDate(cycleTo) });
  await expect(ending('2027-08-30')).rejects.toThrow(/不足一个年度.*第十九条/);
  await expect(ending('2027-08-31')).resolves.toBeDefined();
});

test('the years of a cycle follow its length: the last one is assessed as the whole period', async () => {
  const cycle = async (cycleTo: string) =>
    printedTexts((await makeDocument('commitment-letter', { ...letter, cycleTo: plainDate(cycleTo) })).bytes).find((text) =>
      text.startsWith('建设周期自'),
    );
  expect(await cycle('2027-08-31')).toBe(
    '建设周期自2026年9月1日至2027年8月31日。其中，第一年度自2026年9月1日至2027年8月31日，进行周期性考核。',
  );
  expect(await cycle('2029-08-31')).toBe(
    '建设周期自2026年9月1日至2029年8月31日。其中，第一年度自2026年9月1日至2027年8月31日，进行过程性考核；' +
      '第二年度自2027年9月1日至2028年8月31日，进行过程性考核；第三年度自2028年9月1日至2029年8月31日，进行周期性考核。',
  );
});

test('two copies do not do for three parties', async () => {
  await expect(makeDocument('commitment-letter', { ...letter, copies: 2 })).rejects.toThrow('「份数」应为3至99的整数');
  expect(printedTexts((await makeDocument('commitment-letter', { ...letter, copies: 3 })).bytes).join('')).toContain(
    '一式三份，甲、乙、丙三方各执一份，效力相同',
  );
});

test('what is past every page is refused by name, not a fault of the program', async () => {
  const huge = { ...letter, copies: 100, hostUnitFunds: 1e14, tasks: letter.tasks.map((task) => ({ ...task, baseline: 1e9 })).slice(0, 1) };
  await expect(makeDocument('commitment-letter', huge)).rejects.toThrow(
    '「任务」第1项（1-1）的「基准值」应为不小于零的数值；「所在单位每年专项经费」应为大于零的金额；「份数」应为3至99的整数',
  );
  await expect(makeDocument('rectification-notice', noticeOf(100))).rejects.toThrow('「问题」超过99项');
  await expect(makeDocument('rectification-notice', noticeOf(99))).resolves.toBeDefined();
});

test('a deadline on the day of the notice is refused, the day after is not', async () => {
  const due = (deadline: string) => makeDocument('rectification-notice', { ...notice, deadline: plainDate(deadline) });
  await expect(due('2027-09-20')).rejects.toThrow('「整改期限」2027-09-20不晚于「成文日期」');
  await expect(due('2027-09-21')).resolves.toBeDefined();
});

test('an unqualified periodic assessment gets no rectification notice', async () => {
  const assessment = { ...notice.assessment, kind: 'periodic' } as const;
  await expect(makeDocument('rectification-notice', { ...notice, assessment })).rejects.toThrow('周期性考核不合格的直接撤销称号');
});

test('a list refuses a studio named outside its period and takes one named on either edge', async () => {
  const list = awardListOf(2);
  const named = (...days: string[]) =>
    makeDocument('award-list', {
      ...list,
      studios: list.studios.map((studio, index) => ({ ...studio, namedOn: plainDate(days[index] ?? '') })),
    });
  await expect(named('2026-01-01', '2026-12-31')).resolves.toBeDefined();
  await expect(named('2026-01-01', '2027-01-01')).rejects.toThrow('方予安小学数学名师工作室于2027-01-01命名');
  await expect(named('2025-12-31', '2026-12-31')).rejects.toThrow('不在2026-01-01至2026-12-31之间');
});

test('a plaque awarded on the last day of its notice is refused, one awarded the day after is not', async () => {
  const awarded = (issuedOn: string) => makeDocument('plaque-decision', { ...plaqueDecisionOf(1), issuedOn: plainDate(issuedOn) });
  await expect(awarded('2026-09-20')).rejects.toThrow(/公示期至2026-09-20.*第十二条第五项/);
  await expect(awarded('2026-09-21')).resolves.toBeDefined();
});

test('a notice whose days are not those of its rule is refused', async () => {
  const posted = (over: object) => makeDocument('public-notice', { ...publicNoticeOf(1), ...over });
  await expect(posted({ lastDay: '2026-09-19' })).rejects.toThrow('公示期2026-09-16至2026-09-19与公示天数5天不符');
  await expect(posted({ firstDay: '2026-09-14', lastDay: '2026-09-18' })).rejects.toThrow('请核对公示日期');
  await expect(posted({ firstDay: '2026-09-15', lastDay: '2026-09-19' })).resolves.toBeDefined();
  await expect(posted({ counting: 'working', lastDay: '2026-09-22' })).resolves.toBeDefined();
  await expect(posted({ counting: 'working', lastDay: '2026-09-19' })).rejects.toThrow('5个工作日不符');
});

test('a plaque to hand back on the day of the decision is refused, the day after is not', async () => {
  const back = (handBackBy: string) => makeDocument('revocation-decision', { ...revocation, handBackBy: plainDate(handBackBy) });
  await expect(back('2027-11-01')).rejects.toThrow('「交回期限」2027-11-01不晚于「成文日期」');
  await expect(back('2027-11-02')).resolves.toBeDefined();
});

test('two studios in one place of a ranking are refused', async () => {
  const { studios, ...letterOfBureau } = recommendationLetterOf(2);
  const tied = { ...letterOfBureau, studios: studios.map((studio) => ({ ...studio, rank: 1 })) };
  await expect(makeDocument('recommendation-letter', tied)).rejects.toThrow('有两家工作室同列第1位');
});

test('grants that add up to 万亿元 are refused, a fen less is not', async () => {
  const { studios, ...decision } = grantNoticeOf(2);
  const granted = (amount: number) =>
    makeDocument('grant-notice', { ...decision, studios: studios.map((studio) => ({ ...studio, amount })) });
  await expect(granted(5e13)).rejects.toThrow('资助金额合计应小于一万亿元');
  await expect(granted(5e13 - 1)).resolves.toBeDefined();
});

test('a notice to pay back what is back already is refused, one fen short of it is not', async () => {
  const back = (amount: number) => makeDocument('reclaim-notice', { ...reclaim, returned: [{ on: plainDate('2027-12-06'), amount }] });
  await expect(back(6_000_050)).rejects.toThrow('应收回的60000.50元已经缴清');
  expect(printedTexts((await back(6_000_049)).bytes).join('')).toContain('应缴回资助建设经费0.01元（大写：人民币壹分）');
});

test('money due on the day of the notice is refused, the day after is not', async () => {
  const due = (deadline: string) => makeDocument('reclaim-notice', { ...reclaim, deadline: plainDate(deadline) });
  await expect(due('2027-12-08')).rejects.toThrow('「缴回期限」2027-12-08不晚于「成文日期」');
  await expect(due('2027-12-09')).resolves.toBeDefined();
});

test('file names are those of the specification', async () => {
  const names = [
    await makeDocument('commitment-letter', letter),
    await makeDocument('rectification-notice', notice),
    await makeDocument('award-list', awardListOf(1)),
  ].map(({ fileName }) => fileName);
  expect(names).toEqual([
    '任务承诺书_尉迟川小学数学名师工作室_武昌教承〔2026〕5号.docx',
    '整改通知书_尉迟川小学数学名师工作室_武昌教名〔2027〕3号.docx',
    '授牌名单_2026年度.docx',
  ]);
});
