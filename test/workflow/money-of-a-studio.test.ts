import { and, eq, isNull } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { constructionSpent, type FundEntry, fundBalances, fundStatement, keptFrom, readFundEntries } from '../../db/queries/funds.ts';
import { designations } from '../../db/schema.ts';
import { incomeSources } from '../../policy/funds/account.ts';
import { measuresOn } from '../../policy/measures.ts';
import { addDays, type PlainDate, plainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { carryRound, education, hr, office, type RoundRegister, roundRegister, studioOf } from './round-register.ts';

const studio = studioOf(education, 1);
const lead = `${education}第1领办人`;
const first = plainDate('2026-07-01');
const listed = measuresOn(first).values.expenseCategories.value;

/** Something a department tries; `day` counts from 2026-07-01, amounts are fen. */
type Try =
  | {
      readonly kind: 'money';
      readonly act: 'income' | 'expense' | 'return';
      readonly amount: number;
      readonly which: number;
      readonly day: number;
    }
  | { readonly kind: 'correct'; readonly entry: number; readonly amount: number | null; readonly moved: boolean; readonly day: number }
  | { readonly kind: 'title'; readonly change: 'district' | 'end-district' | 'end'; readonly day: number };

const day = fc.integer({ min: 0, max: 12 });
const tries: fc.Arbitrary<Try & { readonly overdraw: boolean; readonly other: number }> = fc
  .oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('money' as const),
        act: fc.constantFrom('income', 'expense', 'return'),
        amount: fc.integer({ min: 1, max: 300 }),
        which: fc.nat(4),
        day,
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('correct' as const),
        entry: fc.nat(30),
        amount: fc.option(fc.integer({ min: 1, max: 300 })),
        moved: fc.boolean(),
        day: fc.integer({ min: 7, max: 12 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('title' as const),
        change: fc.constantFrom('district', 'district', 'end-district', 'end'),
        day,
      }),
    },
  )
  .chain((each) => fc.record({ overdraw: fc.boolean(), other: fc.nat(5) }).map((more) => ({ ...each, ...more })));

/** Does it; a refusal in Chinese is an answer, whatever else is thrown is not. Returns whether it was done. */
function attempt(
  { db, idOf, act, endTitle, nameElsewhere }: RoundRegister,
  each: Try & { readonly overdraw: boolean; readonly other: number },
): boolean {
  // Mostly the department whose business it is, now and then the other.
  const district =
    db
      .select()
      .from(designations)
      .where(and(eq(designations.level, 'district'), isNull(designations.endedOn)))
      .all().length > 0;
  const seat = district === each.other > 0 ? hr : education;
  const date = addDays(first, each.day);
  const paper = { voucher: '记-1', summary: '收支', ...(each.overdraw && each.kind !== 'title' ? { overdraft: '垫支' } : {}) };
  try {
    if (each.kind === 'title') {
      if (each.change === 'district') nameElsewhere(studio, date);
      else endTitle(studio, each.change === 'end' ? 'in-system' : 'district', date);
    } else if (each.kind === 'correct') {
      // Mostly one there is, now and then the next, which there is not yet.
      const entry = 1 + (each.entry % (readFundEntries(db, idOf(studio)).length + 1));
      const { voucher: _same, summary: _too, ...overdraft } = paper;
      const change = each.amount === null ? { cancel: '是' } : { amount: each.amount / 100, ...(each.moved ? { entryDate: date } : {}) };
      act(seat, 'correct-fund-entry', studio, { entry, reason: '误', date, ...change, ...overdraft });
    } else if (each.act === 'expense') {
      const signatures = { payee: '商家', handler: '经手', signedBy: lead, signedOn: date, checkedBy: '财务' };
      const category = listed[each.which % listed.length]?.code;
      act(seat, 'record-expense', studio, { ...paper, category, amount: each.amount / 100, date, ...signatures });
    } else {
      const source = incomeSources[each.which % incomeSources.length];
      const { overdraft: _none, ...income } = { overdraft: undefined, ...paper };
      const command = each.act === 'income' ? 'record-income' : 'return-funds';
      act(seat, command, studio, { ...(each.act === 'income' ? income : paper), source, amount: each.amount / 100, date });
    }
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.message.startsWith('无法')) return false;
    // Titles are written around the commands, and the register itself says which cannot be.
    if (each.kind === 'title') return false;
    throw error;
  }
}

/** What is wrong with the books, in words; nothing when they are in order. */
function faults(register: RoundRegister, entries: readonly FundEntry[], split: PlainDate): string[] {
  const { db, idOf } = register;
  const id = idOf(studio);
  const sum = (wanted: (entry: FundEntry) => boolean) => entries.filter(wanted).reduce((total, { change }) => total + change, 0);
  const balance = fundBalances(db).get(id) ?? 0;
  const before = fundStatement(db, id, { from: plainDate('2026-01-01'), to: addDays(split, -1) }, listed);
  const after = fundStatement(db, id, { from: split, to: plainDate('2026-12-31') }, listed);
  const days = [...new Set(entries.map(({ onDate }) => onDate))];
  const overdrawn = days.filter((on) => sum(({ onDate }) => onDate <= on) < 0);
  const excused = entries.filter(({ overdraftReason }) => overdraftReason !== null).map(({ onDate }) => onDate);
  const bySequence = new Map(entries.map((entry) => [entry.sequence, entry]));
  const checks: readonly (readonly [what: string, holds: boolean])[] = [
    ['in = out + balance', sum(({ kind }) => kind === 'income') === -sum(({ kind }) => kind !== 'income') + balance],
    ['statements join', before.closing === after.opening && after.closing === balance && before.opening === 0],
    [
      'statements add up',
      [before, after].every(({ opening, totals, closing }) => opening + totals.income - totals.expenses - totals.returns === closing),
    ],
    ['received = kept + returned', incomeSources.every((source) => keptFrom(db, id, source) >= 0)],
    ['construction is never below zero', days.every((on) => constructionSpent(db, id, on) >= 0)],
    ['an overdraft has a reason', overdrawn.every((on) => excused.some((reason) => reason <= on))],
    ['amounts are above zero', entries.every(({ amount }) => Number.isSafeInteger(amount) && amount > 0)],
    ['numbered from 1 without gaps', entries.every(({ sequence }, index) => sequence === index + 1)],
    [
      'a reversal mirrors an entry that says so',
      entries.every(({ reverses, change }) => {
        const original = reverses === null ? undefined : bySequence.get(reverses);
        return reverses === null || (original?.reversed === true && original.change === -change);
      }),
    ],
    ['what is replaced is reversed', entries.every(({ replaces }) => replaces === null || bySequence.get(replaces)?.reversed === true)],
    ['an expense is signed', entries.every(({ kind, signedBy }) => (kind === 'expense') === (signedBy === lead))],
  ];
  return checks.filter(([, holds]) => !holds).map(([what]) => what);
}

describe('whatever two departments try with the money of a studio', () => {
  it('the books stay in order, and a refusal changes nothing', () => {
    const done = { money: 0, correct: 0, title: 0 };
    fc.assert(
      fc.property(fc.array(tries, { minLength: 10, maxLength: 40 }), day, (sequence, split) => {
        const register = roundRegister();
        const id = register.idOf(studio);
        register.act(education, 'open-fund-account', studio, { name: '专户', date: '2026-07-01' });
        register.act(education, 'record-income', studio, {
          source: 'host-unit',
          amount: 5,
          voucher: '记-0',
          summary: '开户',
          date: '2026-07-01',
        });
        for (const each of sequence) {
          const before = readFundEntries(register.db, id);
          const changed = attempt(register, each);
          const entries = readFundEntries(register.db, id);
          if (changed) done[each.kind] += 1;
          expect(changed || entries.length === before.length).toBe(true);
          expect(faults(register, entries, addDays(first, split))).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
    // Walks on which everything is refused would prove nothing.
    expect(done.money > 200 && done.correct > 50 && done.title > 20).toBe(true);
  }, 300_000);
});

describe('第十六条, 第十八条: the grant and the account', () => {
  let register: RoundRegister;
  const act: RoundRegister['act'] = (...asked) => register.act(...asked);
  const booked = () =>
    readFundEntries(register.db, register.idOf(studio)).map(({ kind, source, change: fen, onDate, voucherNumber, counterparty }) =>
      [kind, source, fen / 100, onDate, voucherNumber, counterparty].join(' '),
    );
  const receive = (amount: number, voucher: string) =>
    act(hr, 'record-income', studio, { source: '区财政资助', amount, voucher, summary: '建设经费资助' });
  beforeEach(() => {
    register = roundRegister();
    carryRound(register, { [studio]: 95 }, 'posted');
    register.moveTo('2026-07-26');
    act(office, 'award-plaque', studio);
    act(hr, 'decide-grant', studio, { nature: '纯公益性', amount: 50_000, number: '武昌人资名〔2026〕8号' });
  });

  it('what is paid is in the account by the same act, once', () => {
    act(hr, 'open-fund-account', studio, { name: '专户' });
    const paid = act(hr, 'pay-grant', studio, { voucher: '付-1', amount: 30_000 });
    expect(paid.message).toContain('累计 3 万元，已用于建设 0 元，专户账上记为第 1 笔。');
    expect(booked()).toEqual(['income district-grant 30000 2026-07-26 付-1 区人力资源局']);
    expect(() => receive(0.01, '收-1')).toThrow(/已发放 3 万元，专户已入账 3 万元，再入账 0.01 元就多于发放的金额.*请勿重复登记.*第十六条/);
    act(hr, 'pay-grant', studio, { voucher: '付-2' });
    expect(booked().length).toBe(2);
  });

  it('what was paid before there was an account is entered afterwards, to the fen', () => {
    expect(act(hr, 'pay-grant', studio, { voucher: '付-1', amount: 30_000 }).warnings.join()).toContain(
      '2026-07-26 没有经费专户，这笔资助没有入账；开立专户后请办理「登记收入」补记（第十八条）。',
    );
    register.moveTo('2026-07-27');
    act(hr, 'open-fund-account', studio, { name: '专户' });
    expect(act(hr, 'pay-grant', studio, { voucher: '付-2', amount: 1, date: '2026-07-26' }).warnings.join()).toContain('没有入账');
    expect(receive(10_000, '收-1').warnings).toEqual(['区财政资助已发放 30001 元，专户入账合计 1 万元，两者不一致，请核对（第十六条）。']);
    expect(() => receive(20_001.01, '收-2')).toThrow('就多于发放的金额');
    expect(receive(20_001, '收-2').warnings).toEqual([]);
  });

  it('a correction may lower what came, and raise it up to what was paid', () => {
    act(hr, 'open-fund-account', studio, { name: '专户' });
    act(hr, 'pay-grant', studio, { voucher: '付-1', amount: 30_000 });
    const correct = (entry: number, answers: Readonly<Record<string, unknown>>) =>
      act(hr, 'correct-fund-entry', studio, { entry, reason: '记错', ...answers });
    expect(() => correct(1, { amount: 30_000.01 })).toThrow('再入账 0.01 元就多于发放的金额');
    correct(1, { amount: 20_000 });
    act(hr, 'record-income', studio, { source: 'host-unit', amount: 10_000, voucher: '收-1', summary: '来源记错' });
    expect(correct(4, { source: 'district-grant' }).message).toContain('余额 3 万元');
    expect(() => receive(0.01, '收-2')).toThrow('就多于发放的金额');
  });

  describe('when it is reclaimed', () => {
    const revokeBoth = () => {
      act(hr, 'open-case', studio, { kind: '弄虚作假', how: '审计', facts: '材料不实' });
      act(hr, 'verify-case', studio, { by: '纪检组', holds: '是', findings: '属实', evidence: '审计报告' });
      act(hr, 'propose-revocation', studio);
      act(office, 'revoke', studio, { minutes: '会议 3 号' });
    };
    const reclaim = (amount: number, voucher: string) => act(hr, 'reclaim-grant', studio, { amount, voucher });

    it('goes out of the account by the same act, as far as the account has it', () => {
      act(hr, 'open-fund-account', studio, { name: '专户' });
      act(hr, 'pay-grant', studio, { voucher: '付-1' });
      const spent = { payee: '商家', handler: '经手', signedBy: lead, signedOn: '2026-07-26', checkedBy: '财务' };
      act(hr, 'record-expense', studio, { category: 'construction', amount: 15_000, voucher: '付-9', summary: '装修', ...spent });
      revokeBoth();
      expect(reclaim(35_000, '退-1').message).toBe(`已登记收回「${studio}」资助 3.5 万元，尚欠 1.5 万元，专户账上记为第 3 笔。`);
      expect(booked().at(-1)).toBe('return district-grant -35000 2026-07-26 退-1 区人力资源局');
      expect(reclaim(15_000, '退-2')).toMatchObject({
        message: `已登记收回「${studio}」资助 1.5 万元，已全部收回。`,
        warnings: ['专户余额不足，收回的资助没有记入专户；请所在单位补足（登记收入），再办理「登记退回」（第十八条）。'],
      });
      act(education, 'record-income', studio, { source: 'host-unit', amount: 15_000, voucher: '收-9', summary: '补足' });
      act(education, 'return-funds', studio, { source: 'district-grant', amount: 15_000, voucher: '退-2', summary: '收回资助' });
      expect(keptFrom(register.db, register.idOf(studio), 'district-grant')).toBe(0);
    });

    it('is a warning where the account never had it', () => {
      act(hr, 'pay-grant', studio, { voucher: '付-1' });
      revokeBoth();
      expect(reclaim(10_000, '退-1').warnings).toEqual([
        '2026-07-26 没有经费专户，收回的资助没有记入专户；须从专户退回的，请办理「登记退回」（第十八条）。',
      ]);
      act(education, 'open-fund-account', studio, { name: '专户' });
      expect(reclaim(10_000, '退-2').warnings).toEqual([
        '专户入账的区财政资助不足这一笔，收回的资助没有记入专户；须从专户退回的，请办理「登记退回」（第十八条）。',
      ]);
    });
  });
});
