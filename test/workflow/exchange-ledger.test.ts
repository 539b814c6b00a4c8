import { afterEach, beforeEach, expect, it } from 'vitest';
import { carry } from './new-desk.ts';
import { type TwoDesks, twoDesks } from './two-desks.ts';

const studio = '方予安小学语文名师工作室';

let desks: TwoDesks;
beforeEach(async () => {
  desks = await twoDesks();
  await carry(desks.bureau, studio, 'filed');
  desks.moveTo('2026-08-12');
  await desks.bureau.act('sign-commitment-letter', studio);
  desks.moveTo('2026-10-10');
});
afterEach(() => desks.close());

const workflow = () => desks.bureau.workflow;
const blank = async () => desks.send(workflow(), 'activity-ledger', { studioId: await desks.bureau.idOf(studio) });
const filled = async (amount: number | string = 120, title = '区级公开课培训') =>
  desks.edited(await blank(), {
    C4: '2-1',
    D4: new Date('2026-09-20T00:00:00Z'),
    E4: title,
    F4: amount,
    H4: '签到表、照片',
    C5: '3-1 调研课题',
    D5: '2026年9月25日',
    E5: '小学语文阅读研究',
    F5: 1,
    G5: '市级',
    H5: '立项通知',
  });
const ledger = async () => (await workflow().showStudio({ studioId: await desks.bureau.idOf(studio) })).activities;

it('a ledger handed out to a studio comes back as activities of its tasks', async () => {
  const path = await filled();
  const { kindLabel, rows } = await workflow().previewImport({ path });
  expect([kindLabel, rows.map(({ studio: name, state }) => [name, state])]).toEqual([
    '活动台账',
    [
      [studio, 'new'],
      [studio, 'new'],
    ],
  ]);
  expect(await ledger()).toEqual([]);
  expect(await workflow().applyImport({ path })).toMatchObject({ kind: 'activity-ledger', new: 2, errors: [] });
  expect(await ledger()).toMatchObject([
    { taskCode: '2-1', amount: 120, date: '2026-09-20' },
    { taskCode: '3-1', amount: 1, date: '2026-09-25' },
  ]);
});

it('the same file a second time changes nothing, and another amount for the same activity is a conflict', async () => {
  await workflow().applyImport({ path: await filled() });
  expect(await workflow().applyImport({ path: await filled() })).toMatchObject({ batch: null, unchanged: 2 });
  const { rows } = await workflow().previewImport({ path: await filled(130) });
  expect(rows[0]).toMatchObject({ state: 'conflict', warnings: [expect.stringContaining('更正活动记录')] });
});

it('what the rules of the act refuse is an error of its cell: no such task, a day without a letter, an amount that is none', async () => {
  const path = await desks.edited(await filled('约120'), { C5: '9-9' });
  const { rows } = await workflow().previewImport({ path });
  expect(rows.map(({ errors }) => errors.map(({ cell, message }) => [cell, message]))).toEqual([
    [['F4', expect.stringContaining('无法识别数量「约120」')]],
    [['C5', expect.stringContaining('没有编号为「9-9」的任务')]],
  ]);
  const early = await desks.edited(await filled(), { D4: new Date('2026-08-11T00:00:00Z') });
  expect((await workflow().previewImport({ path: early })).rows[0]?.errors[0]?.message).toContain('没有已签订的任务承诺书');
});

it('one activity twice in a file is an error', async () => {
  const path = await desks.edited(await filled(), { C5: '2-1', D5: '2026-09-20', E5: '区级公开课培训', G5: null });
  expect((await workflow().previewImport({ path })).rows[1]).toMatchObject({ errors: [{ cell: 'E5' }] });
});

it('a batch is taken back by rows that mirror it, and may be taken again; not once one of them was corrected', async () => {
  const path = await filled();
  const first = await workflow().applyImport({ path });
  await workflow().undoImport({ number: first.batch ?? 0 });
  expect((await ledger()).reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  const second = await workflow().applyImport({ path });
  expect(second).toMatchObject({ new: 2 });
  await desks.bureau.act('correct-activity', studio, { activity: 5, reason: '重复', cancel: true });
  await expect(workflow().undoImport({ number: second.batch ?? 0 })).rejects.toThrow('第 5 项活动已经更正或作废');
  expect(await workflow().applyImport({ path })).toMatchObject({ batch: null, unchanged: 2 });
  expect((await workflow().verify({})).audit.firstBroken).toBe(null);
});

it('a name that begins like a formula stays text', async () => {
  await workflow().applyImport({ path: await filled(120, '=HYPERLINK("x")') });
  expect((await ledger())[0]?.title).toBe('=HYPERLINK("x")');
});

it('the department that keeps no ledger of the studio does not take it', async () => {
  const path = await filled();
  expect((await desks.other.workflow.previewImport({ path })).rows[0]).toMatchObject({ state: 'error', errors: [{ field: '工作室名称' }] });
});
