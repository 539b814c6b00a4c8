import { afterEach, beforeEach, expect, it } from 'vitest';
import { carry } from './new-desk.ts';
import { type TwoDesks, twoDesks } from './two-desks.ts';

const studio = '方予安小学语文名师工作室';

let desks: TwoDesks;
beforeEach(async () => {
  desks = await twoDesks();
  await carry(desks.bureau, studio, 'filed');
  await desks.bureau.act('open-fund-account', studio, { name: '名师工作室专户' });
});
afterEach(() => desks.close());

const workflow = () => desks.bureau.workflow;
const about = async () => ({ studioId: await desks.bureau.idOf(studio) });
const blank = async () => desks.send(workflow(), 'expense-ledger', await about());
const income = { C4: '2026-08-10', D4: '收-1', E4: '年度经费', F4: '所在单位', H4: 5000, K4: '武昌区示例小学' };
const expense = {
  C5: '2026年8月10日',
  D5: '付-1',
  E5: '添置书架',
  G5: '工作室基础建设',
  I5: '1,200.50元',
  K5: '武昌家具公司',
  L5: '何思齐',
  M5: '方予安',
  N5: '2026-08-10',
  O5: '单位财务科',
};
const filled = async (more: Parameters<TwoDesks['edited']>[1] = {}) => desks.edited(await blank(), { ...income, ...expense, ...more });
const funds = async () => (await workflow().showStudio(await about())).funds;
const errorsOf = async (more: Parameters<TwoDesks['edited']>[1]) =>
  (await workflow().previewImport({ path: await filled(more) })).rows.map(({ errors }) =>
    errors.map(({ cell, message }) => [cell, message]),
  );

it('a ledger handed out to a host unit comes back as entries of the account, booked as by hand', async () => {
  const path = await filled();
  const { kindLabel, rows } = await workflow().previewImport({ path });
  expect([kindLabel, rows.map(({ studio: name, state }) => [name, state])]).toEqual([
    '经费台账',
    [
      [studio, 'new'],
      [studio, 'new'],
    ],
  ]);
  expect((await funds()).entries).toEqual([]);
  expect(await workflow().applyImport({ path })).toMatchObject({ kind: 'expense-ledger', new: 2, errors: [] });
  const { balance, entries } = await funds();
  expect([balance, entries.map(({ kindLabel: kind, item, change, voucherNumber }) => [kind, item, change, voucherNumber])]).toEqual([
    379_950,
    [
      ['收入', '所在单位', 500_000, '收-1'],
      ['支出', '工作室基础建设', -120_050, '付-1'],
    ],
  ]);
});

it('the same file a second time changes nothing; the ledger written anew lists what is booked, and coming back changes nothing either', async () => {
  const path = await filled();
  await workflow().applyImport({ path });
  expect(await workflow().applyImport({ path })).toMatchObject({ batch: null, unchanged: 2 });
  const exported = await workflow().exportFile({ kind: 'expense-ledger', target: `${desks.bureau.folder}/再发.xlsx`, ...(await about()) });
  expect(exported.rows).toBe(2);
  expect(await workflow().applyImport({ path: exported.path })).toMatchObject({ batch: null, unchanged: 2, errors: [] });
  const { rows } = await workflow().previewImport({ path: await filled({ H4: 6000 }) });
  expect(rows[0]).toMatchObject({ state: 'conflict', warnings: [expect.stringContaining('「更正收支」')] });
});

it('the hand of the lead, the purpose and the balance are asked for as by hand', async () => {
  expect(await errorsOf({ M5: '何思齐' })).toMatchObject([[], [['E5', expect.stringContaining('不是当时的领办人')]]]);
  expect(await errorsOf({ G5: '公务接待' })).toMatchObject([[], [['E5', expect.stringContaining('不在开支范围之内')]]]);
  // By the name of the column, not by the key of the act behind it.
  const overdrawn = expect.stringMatching(/专户余额不足[^A-Za-z]*写明「透支理由」。[^A-Za-z]*$/u);
  expect(await errorsOf({ I5: 9000 })).toMatchObject([[], [['E5', overdrawn]]]);
  expect(await errorsOf({ I5: 9000, Q5: '先行垫付' })).toEqual([[], []]);
  expect(await errorsOf({ C4: '2026-08-09' })).toMatchObject([[['E4', expect.stringContaining('才开立')]], [['E5', expect.anything()]]]);
});

it('a row says one amount, in the column of the way the money went, with what that way needs', async () => {
  expect((await errorsOf({ H4: null }))[0]).toEqual([['H4', expect.stringContaining('都没有金额')]]);
  expect((await errorsOf({ I4: 1 }))[0]).toEqual([['I4', expect.stringContaining('一行只记一笔')]]);
  expect((await errorsOf({ H4: -5 }))[0]).toEqual([['H4', expect.stringContaining('无法识别金额')]]);
  expect(await errorsOf({ M5: null, N5: null })).toMatchObject([
    [],
    [
      ['M5', expect.anything()],
      ['N5', expect.anything()],
    ],
  ]);
  const { warnings } = await workflow().previewImport({ path: await filled({ G4: '工作室基础建设' }) });
  expect(warnings).toEqual([expect.stringContaining('用不着本栏')]);
});

it('one entry twice in a file is an error', async () => {
  const again = Object.fromEntries(Object.entries(income).map(([address, value]) => [address.replace('4', '6'), value]));
  expect(await errorsOf(again)).toMatchObject([[], [], [['E6', expect.stringContaining('与第 4 行是同一天')]]]);
});

it('a batch is taken back by entries that mirror it, and may be taken again; not once one of them was corrected', async () => {
  const path = await filled();
  const first = await workflow().applyImport({ path });
  await workflow().undoImport({ number: first.batch ?? 0 });
  expect([(await funds()).balance, (await funds()).entries.length]).toEqual([0, 4]);
  const second = await workflow().applyImport({ path });
  expect(second).toMatchObject({ new: 2 });
  await desks.bureau.act('correct-fund-entry', studio, { entry: 6, reason: '退货', cancel: true });
  await expect(workflow().undoImport({ number: second.batch ?? 0 })).rejects.toThrow('专户第 6 笔已经更正或作废');
  expect(await workflow().applyImport({ path })).toMatchObject({ batch: null, unchanged: 2 });
  expect((await workflow().verify({})).audit.firstBroken).toBe(null);
});

it('is handed out for a studio with an account, by the department that looks after its money', async () => {
  const other = '陶景行高中物理名师工作室';
  const studioId = await desks.bureau.idOf(other);
  await expect(desks.send(workflow(), 'expense-ledger', { studioId })).rejects.toThrow('还没有经费专户');
  await expect(desks.send(desks.bureau.as('区人力资源局'), 'expense-ledger', await about())).rejects.toThrow('系统内名师工作室管理');
});
