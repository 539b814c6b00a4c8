import { beforeEach, describe, expect, it } from 'vitest';
import { readEntries } from '../../db/queries/district-rounds.ts';
import { carryRound, education, hr, office, type RoundRegister, roundRegister, studioOf } from './round-register.ts';

const first = studioOf(education, 1);
const second = studioOf(education, 2);

let register: RoundRegister;
const act: RoundRegister['act'] = (...asked) => register.act(...asked);
const grantOf = (studio: string) => readEntries(register.db, { studioId: register.idOf(studio) }).at(-1)?.grant;

beforeEach(() => {
  register = roundRegister();
  carryRound(register, { [first]: 95, [second]: 94 }, 'posted');
  register.moveTo('2026-07-26');
  act(office, 'award-plaque', first);
});

describe('第十二条第六项: deciding a grant', () => {
  it.each([
    ['public-benefit', 50_000, 80_000],
    ['with-market-function', 30_000, 60_000],
  ])('for %s goes from %i to %i yuan, both included, and not a fen beyond', (nature, least, most) => {
    const decide = (amount: string) => act(hr, 'decide-grant', first, { nature, amount });
    expect(() => decide(`${least - 1}.99`)).toThrow(
      new RegExp(`资助 ${least / 10_000} 万元至 ${most / 10_000} 万元，填的是.*第十二条第六项`),
    );
    expect(() => decide(`${most}.01`)).toThrow('填的是');
    expect(decide(`${least}`).message).toContain(`资助 ${least / 10_000} 万元`);
    expect(grantOf(first)).toMatchObject({ nature, amount: least * 100, decidedOn: '2026-07-26', payments: [] });
    register.moveTo('2026-07-27');
    act(office, 'award-plaque', second);
    expect(act(hr, 'decide-grant', second, { nature, amount: `${most}` }).message).toContain(`资助 ${most / 10_000} 万元`);
  });

  it('comes after the plaque', () => {
    expect(() => act(hr, 'decide-grant', second, { nature: '纯公益性', amount: 50_000 })).toThrow(
      /尚未命名为区级名师工作室.*请先.*第十二条第五项/,
    );
    expect(() => act(hr, 'decide-grant', first, { nature: '纯公益性', amount: 50_000, date: '2026-07-25' })).toThrow('尚未授牌');
  });

  it('is done once for each award, under a number that others of its day may share', () => {
    act(hr, 'decide-grant', first, { nature: '纯公益性', amount: 50_000, number: '武昌人资名〔2026〕8号' });
    expect(() => act(hr, 'decide-grant', first, { nature: '纯公益性', amount: 60_000 })).toThrow('本次入选的资助已经核定');
    act(office, 'award-plaque', second);
    act(hr, 'decide-grant', second, { nature: '纯公益性', amount: 50_000, number: '武昌人资名〔2026〕8号' });
    expect(grantOf(second)?.documentNumber).toBe('武昌人资名〔2026〕8号');
  });

  it('is not for a studio that has lost its district title, or has it from elsewhere', () => {
    register.endTitle(first, 'district', '2026-07-26');
    expect(() => act(hr, 'decide-grant', first, { nature: '纯公益性', amount: 50_000 })).toThrow(/称号已于 2026-07-26 终止/);
    const other = roundRegister();
    other.nameElsewhere(first, '2025-09-01');
    expect(() => other.act(hr, 'decide-grant', first, { nature: '纯公益性', amount: 50_000 })).toThrow('请先补录评选');
  });
});

describe('第十六条, 第十八条: paying a grant, after construction', () => {
  beforeEach(() => act(hr, 'decide-grant', first, { nature: '纯公益性', amount: 80_000 }));

  const unbooked = '2026-07-26 没有经费专户，这笔资助没有入账；开立专户后请办理「登记收入」补记（第十八条）。';

  it('shows what has been spent on construction, and warns when it is less', () => {
    expect(act(hr, 'pay-grant', first, { voucher: '付-1', amount: 30_000, spent: '29999.99' })).toMatchObject({
      message: `已登记向「${first}」发放资助 3 万元，累计 3 万元，已用于建设 29999.99 元。`,
      warnings: ['资助先建后补：已用于建设 29999.99 元，发放后合计 3 万元（第十八条）。', unbooked],
    });
    expect(act(hr, 'pay-grant', first, { voucher: '付-2', spent: 80_000 })).toMatchObject({
      message: `已登记向「${first}」发放资助 5 万元，累计 8 万元，已用于建设 8 万元。`,
      warnings: [unbooked],
    });
    expect(grantOf(first)?.payments.map(({ amount, constructionSpent, voucher }) => [amount, constructionSpent, voucher])).toEqual([
      [3_000_000, 2_999_999, '付-1'],
      [5_000_000, 8_000_000, '付-2'],
    ]);
  });

  it('never exceeds what was decided, to the fen', () => {
    expect(() => act(hr, 'pay-grant', first, { voucher: '付-1', amount: '80000.01', spent: 90_000 })).toThrow(
      /核定资助 8 万元，发放后合计/,
    );
    act(hr, 'pay-grant', first, { voucher: '付-1', spent: 90_000 });
    expect(() => act(hr, 'pay-grant', first, { voucher: '付-2', amount: '0.01', spent: 90_000 })).toThrow('发放后合计');
    expect(() => act(hr, 'pay-grant', first, { voucher: '付-2', spent: 90_000 })).toThrow('金额应大于 0');
  });

  it('needs a decision, its day, and a voucher of its own', () => {
    expect(() => act(hr, 'pay-grant', second, { voucher: '付-1' })).toThrow(/资助尚未核定。请先核定资助/);
    expect(() => act(hr, 'pay-grant', first, { voucher: '付-1', date: '2026-07-25' })).toThrow('早于核定日期');
    act(hr, 'pay-grant', first, { voucher: '付-1', amount: 1 });
    expect(() => act(hr, 'pay-grant', first, { voucher: '付-1', amount: 1 })).toThrow('凭证 付-1 已登记过');
  });

  it('stops with the title', () => {
    act(hr, 'pay-grant', first, { voucher: '付-1', amount: 1 });
    register.moveTo('2026-07-28');
    register.endTitle(first, 'district', '2026-07-28');
    expect(() => act(hr, 'pay-grant', first, { voucher: '付-2', amount: 1 })).toThrow(/已没有区级名师工作室称号，不再发放资助.*第十六条/);
  });

  it('takes the sum from the dedicated account where the register keeps one', () => {
    register.moveTo('2026-07-27');
    act(hr, 'open-fund-account', first, { name: '名师工作室专户' });
    act(hr, 'record-income', first, { source: 'host-unit', amount: 90_000, voucher: '记-1', summary: '专项经费' });
    act(hr, 'record-expense', first, {
      category: 'construction',
      amount: 75_000,
      voucher: '记-2',
      summary: '装修',
      payee: '某装饰公司',
      signedOn: '2026-07-27',
      handler: '何思齐',
      signedBy: `${education}第1领办人`,
      checkedBy: '林清源',
    });
    expect(() => act(hr, 'pay-grant', first, { voucher: '付-1', spent: 80_000 })).toThrow(
      /已用于建设的金额按开支计算。请不要填写「已用于建设的金额」/,
    );
    expect(act(hr, 'pay-grant', first, { voucher: '付-1' })).toMatchObject({
      message: `已登记向「${first}」发放资助 8 万元，累计 8 万元，已用于建设 7.5 万元，专户账上记为第 3 笔。`,
      warnings: ['资助先建后补：已用于建设 7.5 万元，发放后合计 8 万元（第十八条）。'],
    });
  });
});
