import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BatchView } from '../../workflow/contract/document-batch.ts';
import { carry, type NewDesk, newDesk } from './new-desk.ts';

const [first, second] = ['方予安小学语文名师工作室', '陶景行高中物理名师工作室'];

let desk: NewDesk;
let folder: string;
beforeEach(async () => {
  desk = await newDesk({ imported: true });
  folder = mkdtempSync(join(desk.folder, '文书-'));
  for (const studio of [first, second]) await carry(desk, studio, 'named');
});
afterEach(() => desk.close());

const start = (request: Partial<Parameters<NewDesk['workflow']['startBatch']>[0]> = {}) =>
  desk.workflow.startBatch({ kinds: ['commitment-letter', 'rectification-notice', 'award-list'], folder, ...request });

/** Looks until it has ended. */
async function ended({ id }: Pick<BatchView, 'id'>): Promise<BatchView> {
  for (;;) {
    const view = await desk.workflow.showBatch({ id });
    if (view.state !== 'running') return view;
    await setImmediate();
  }
}

const documents = () => readdirSync(folder).filter((name) => name.endsWith('.docx'));

it('several kinds for several studios go into one folder, and what is refused is said by kind and studio', async () => {
  const studioIds = [await desk.idOf(first), await desk.idOf(second)];
  const { state, files, refused, total, done } = await ended(await start({ studioIds }));
  expect({ state, total, done, kinds: files.map(({ kind, studio }) => [kind, studio]) }).toEqual({
    state: 'done',
    total: 5,
    done: 5,
    kinds: [
      ['commitment-letter', first],
      ['commitment-letter', second],
      ['award-list', null],
    ],
  });
  expect(refused.map(({ title, studio }) => [title, studio])).toEqual([
    ['整改通知书', first],
    ['整改通知书', second],
  ]);
  expect(documents()).toHaveLength(3);
});

it('a list of what was made and what was not lies beside them', async () => {
  const { list } = await ended(await start());
  const sheets = Object.entries(unzipSync(readFileSync(list ?? ''))).filter(([name]) => /sharedStrings|sheet\d/u.test(name));
  const text = sheets.map(([, bytes]) => new TextDecoder().decode(bytes)).join('');
  expect([text.includes('已生成 3 份'), text.includes('任务承诺书'), text.includes(first)]).toEqual([true, true, true]);
});

it('they go into one file for printing when asked', async () => {
  const { files } = await ended(await start({ kinds: ['commitment-letter', 'award-list'], oneFile: true }));
  expect([documents(), new Set(files.map(({ sha256 }) => sha256)).size, files.map(({ number }) => number)]).toEqual([
    ['文书（共3份）_2026年8月10日.docx'],
    1,
    ['武昌教名〔2026〕3号', '武昌教名〔2026〕4号', null],
  ]);
});

it('a kind this department may not issue is refused, and the others are made', async () => {
  const { files, refused } = await ended(await start({ kinds: ['poem', 'award-list'] }));
  expect([files.map(({ kind }) => kind), refused.map(({ kind }) => kind)]).toEqual([['award-list'], ['poem']]);
});

it('ends between two documents when cancelled: files that are there are whole, and registered', async () => {
  const { id } = await start();
  await desk.workflow.cancelBatch({ id });
  const { state, files, done, total } = await ended({ id });
  expect([state, done < total]).toEqual(['cancelled', true]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect([files.length, (await desk.workflow.listIssuedDocuments({})).length]).toEqual([documents().length, documents().length]);
  for (const name of documents()) expect(Object.keys(unzipSync(readFileSync(join(folder, name))))).toContain('word/document.xml');
});

it('cancelled while it gathers documents for one file, makes none and takes no number', async () => {
  const { id } = await start({ kinds: ['commitment-letter'], oneFile: true });
  await desk.workflow.cancelBatch({ id });
  await ended({ id });
  expect([documents(), await desk.workflow.listIssuedDocuments({})]).toEqual([[], []]);
});

it('answers other calls meanwhile, and is one at a time', async () => {
  const begun = await start();
  await expect(start()).rejects.toThrow('上一批文书还在生成');
  expect((await desk.workflow.listStudios({})).length).toBeGreaterThan(0);
  expect((await ended(begun)).state).toBe('done');
  expect((await ended(await start())).state).toBe('done');
});

it('one that nobody knows, since the program was started anew, is refused with what to do', async () => {
  await expect(desk.workflow.showBatch({ id: 'x' })).rejects.toThrow('程序已重新启动');
});
