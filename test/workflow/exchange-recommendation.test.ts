import { afterEach, beforeEach, expect, it } from 'vitest';
import { carry } from './new-desk.ts';
import { type TwoDesks, twoDesks } from './two-desks.ts';

const studio = '方予安小学语文名师工作室';
const second = '陶景行高中物理名师工作室';

let desks: TwoDesks;
beforeEach(async () => {
  desks = await twoDesks();
  await carry(desks.bureau, studio, 'filed');
  await carry(desks.bureau, second, 'filed');
  const path = await desks.send(desks.bureau.workflow, 'filing');
  await desks.other.workflow.applyImport({ path });
  desks.moveTo('2026-08-20');
});
afterEach(() => desks.close());

const hr = () => desks.other.workflow;
const openRound = () => hr().runCommand({ command: 'open-round', answers: { date: '2026-08-12' } });
const chosen = { B5: 1, F5: '2026-08-15', G5: '2026-08-14', I5: '2026-08-18', J5: '培训成效突出' };
const recommended = async (cells: Parameters<TwoDesks['edited']>[1] = chosen) =>
  desks.edited(await desks.send(desks.bureau.workflow, 'recommendation'), cells);
const entries = async () => (await hr().showRound({}))?.entries ?? [];

it('a bureau’s recommendation becomes an entry of the round, by the bureau’s own acts; rows it left blank say nothing', async () => {
  await openRound();
  const path = await recommended();
  const { rows } = await hr().previewImport({ path });
  expect(rows.map(({ state }) => state)).toEqual(['changed', 'unchanged']);
  expect(await entries()).toEqual([]);
  expect(await hr().applyImport({ path })).toMatchObject({ kind: 'recommendation', changed: 1, unchanged: 1 });
  expect((await entries()).length).toBe(1);
  expect(await hr().applyImport({ path })).toMatchObject({ batch: null });
  await hr().undoImport({ number: 2 });
  expect(await entries()).toEqual([]);
});

it('is refused by cell where no round is open, with the act’s own reason', async () => {
  const { rows } = await hr().previewImport({ path: await recommended() });
  expect(rows[0]).toMatchObject({ state: 'error', errors: [{ cell: 'B5' }] });
  expect(rows[0]?.errors[0]?.message).toContain('还没有启动');
});

it('needs its reason and its days, and gives a place once', async () => {
  await openRound();
  const bare = (await hr().previewImport({ path: await recommended({ B5: 1 }) })).rows[0];
  expect(bare?.errors.map(({ cell }) => cell)).toEqual(['F5', 'G5', 'I5', 'J5']);
  const twice = await recommended({ ...chosen, B6: 1, F6: '2026-08-15', G6: '2026-08-14', I6: '2026-08-18', J6: '成果丰富' });
  expect((await hr().previewImport({ path: twice })).rows.map(({ state }) => state)).toEqual(['error', 'error']);
});
