import { afterEach, beforeEach, expect, it } from 'vitest';
import { carry, type NewDesk, recordInLedger } from './new-desk.ts';
import { hr } from './round-register.ts';
import { type TwoDesks, twoDesks } from './two-desks.ts';

const studio = '方予安小学语文名师工作室';

let desks: TwoDesks;
let desk: NewDesk;
beforeEach(async () => {
  desks = await twoDesks();
  desk = desks.bureau;
  await carry(desk, studio, 'filed');
  await desk.act('open-fund-account', studio, { name: '专户' });
  await desk.act('record-income', studio, { source: '所在单位', amount: 50_000, voucher: '收-1', summary: '年度经费' });
});
afterEach(() => desks.close());

const tables = async (year?: number) => {
  desk.as(hr);
  const path = await desks.send(desk.workflow, 'annual-summary', year === undefined ? {} : { year });
  return { path, sheets: (await desks.cells(path)).sheets };
};
/** The lines of a table under its header, its sums among them. */
const linesOf = (rows: readonly (readonly string[])[] = []) => rows.slice(3, -1);

it('counts titles by sector and level, as they stood at the end of the year, with sums', async () => {
  const [sectors] = (await tables()).sheets;
  expect(sectors?.[2]).toEqual(['领域', '系统内在册', '系统内新命名', '系统内终止', '区级在册', '区级新命名', '区级终止']);
  expect(linesOf(sectors)).toEqual([
    ['教育', '1', '1', '0', '0', '0', '0'],
    ['合计', '1', '1', '0', '0', '0', '0'],
  ]);
  desks.moveTo('2027-03-01');
  const [next] = (await tables()).sheets;
  expect(linesOf(next)[0]).toEqual(['教育', '1', '0', '0', '0', '0', '0']);
});

it('sets the tasks that were assessed against their targets, by grade and level, and adds up the money of the year', async () => {
  desks.moveTo('2026-08-12');
  await desk.act('sign-commitment-letter', studio);
  await recordInLedger(desk, studio, { '1-1': 2, '2-1': 600 });
  desks.moveTo('2027-08-11');
  await desk.act('record-process-assessment', studio, { assessors: '林清源', grade: '不合格' });
  const { sheets } = await tables(2027);
  expect(linesOf(sheets[1])).toEqual([
    ['系统内·教育', '0', '0', '1'],
    ['合计', '0', '0', '1'],
  ]);
  expect(linesOf(sheets[2]).slice(0, 1)).toEqual([[expect.stringMatching(/^1-1 .*（场）$/u), '1', '1', '2', '200']]);
  expect(linesOf(sheets[4])[0]).toEqual(['所在单位', '0', '0']);
  const first = await tables(2026);
  expect(linesOf(first.sheets[4])[0]).toEqual(['所在单位', '5', '0']);
  expect(linesOf(first.sheets[1])).toEqual([
    ['（本年没有）', '0', '0', '0'],
    ['合计', '0', '0', '0'],
  ]);
});

it('says under the tables of money whose accounts are in them, until when, and what came by file', async () => {
  const noteOf = async (year?: number) => (await tables(year)).sheets[5]?.at(-1)?.[0];
  expect(await noteOf()).toBe(
    '注：本局登记库中各专户当年的支出（第十八条）；计入的有武昌区江岸路第一小学（至2026年8月10日）。没有列出的专户由行业主管部门管理，收支不在本局登记库中。单位：万元。',
  );
  desk.as('区教育局');
  const blank = await desks.send(desk.workflow, 'expense-ledger', { studioId: await desk.idOf(studio) });
  const entry = { C5: '2026-08-10', D5: '收-2', E5: '追加经费', F5: '所在单位', H5: 20000, K5: '武昌区江岸路第一小学' };
  await desk.workflow.applyImport({ path: await desks.edited(blank, entry) });
  const { sheets } = await tables();
  expect(linesOf(sheets[4])[0]).toEqual(['所在单位', '7', '0']);
  expect(sheets[4]?.at(-1)?.[0]).toContain('（至2026年8月10日，凭经费台账收进 1 笔）');
  desks.moveTo('2027-03-01');
  expect(await noteOf(2027)).toContain('当年没有入账的单位。');
});

it('is written by the HR bureau, for a year that has begun, and is not read back', async () => {
  const { path } = await tables();
  await expect(desk.workflow.previewImport({ path })).rejects.toThrow('这是一份「年度汇总表」，不在数据交换中导入');
  await expect(tables(2027)).rejects.toThrow('2027 年还没有开始');
  desk.as('区教育局');
  await expect(desks.send(desk.workflow, 'annual-summary')).rejects.toThrow('由区人力资源局报送');
});
