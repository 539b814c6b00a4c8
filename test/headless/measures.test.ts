import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MeasuresComparison, MeasuresView } from '../../workflow/contract/measures.ts';
import { fillParameterTable, revisedNumber, revisedTable, type TypedRow } from '../exchange/fill-parameter-table.ts';
import { fixture } from '../workflow/new-desk.ts';
import { jsonOf, runDesk, runDeskProcess } from './run-desk.ts';

const folder = mkdtempSync(join(tmpdir(), '办法 参数-'));
const register = ['--data', join(folder, '登记库'), '--seat', '区教育局', '--today', '2026-08-10'];
const blank = join(folder, '参数表.xlsx');
const filled = join(folder, '填好的.xlsx');
const wrong = join(folder, '填错的.xlsx');
const revised = 'wuchang-2027-03-01';

const measures = (...line: readonly string[]) => runDesk(...register, 'measures', ...line);
const setsOf = async () => jsonOf<MeasuresView>(await measures('--json')).sets.map(({ id }) => id);

async function fill(path: string, typed: Readonly<Record<string, TypedRow>>): Promise<void> {
  writeFileSync(path, await fillParameterTable(readFileSync(blank), typed));
}

/** One register: each step stands on the one before. */
beforeAll(async () => {
  await runDesk(...register, 'import', fixture, '--clean-rows-only');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('--export writes the table of the set in force, to be filled in', async () => {
  const run = await runDeskProcess(...register, 'measures', '--export', blank);
  expect(run).toEqual({ code: 0, stdout: `已导出参数表到 ${blank}\n`, stderr: '' });
  await fill(filled, revisedTable);
  await fill(wrong, { ...revisedTable, 建设周期: { value: 11, number: revisedNumber }, '办法 文号': { value: null } });
});

test.each(['--compare', '--add'])('%s refuses a table with wrong cells, each by its cell, and stores nothing', async (option) => {
  const run = await measures(option, wrong);
  expect([run.code, run.stdout]).toEqual([1, '']);
  expect(run.stderr).toMatch(/^无法.*「填错的\.xlsx」.*有 2 处错误。/u);
  expect(run.stderr).toMatch(/参数表!D\d+ 数值：?「办法 文号」没有填写/u);
  expect(run.stderr).toMatch(/参数表!D\d+ 数值：?「建设周期」的数值「11」不对：应是 1 至 10 的整数/u);
  expect(await setsOf()).toEqual(['wuchang-2014']);
});

test.each([
  ['an application list', fixture, '参数表'],
  ['a file that is not there', join(folder, '没有.xlsx'), '没有这个文件'],
])('--add refuses %s', async (_what, path, said) => {
  const run = await measures('--add', path);
  expect([run.code, run.stdout, run.stderr]).toEqual([1, '', expect.stringContaining(said)]);
  expect(await setsOf()).toEqual(['wuchang-2014']);
});

/** What the table said of itself before it was added. */
let asTable: string;

test('--compare says what a table would change and whom it would touch, and stores nothing', async () => {
  const run = await measures('--compare', filled);
  expect([run.code, run.stderr]).toEqual([0, '']);
  asTable = run.stdout;
  const lines = run.stdout.split('\n');
  expect(lines[1]).toBe(`到 ${revised}　《武昌区名师工作室建设管理办法（修订）》（${revisedNumber}）　2027-03-01 起`);
  expect(lines).toContain('改动 5 项：');
  expect(lines).toContain('  建设周期（第十九条）　2 → 3年');
  const touched = lines.slice(lines.findIndex((line) => /^涉及 \d+ 家工作室：$/u.test(line)) + 1);
  const named = touched.indexOf('  陶景行高中物理名师工作室');
  expect(touched.slice(named + 1, named + 3)).toEqual([
    expect.stringMatching(/^ {4}第六条第四项　符合 → 须说明理由并批准：57 周岁.*改为：57 周岁，超过 55 周岁/u),
    expect.stringMatching(/^ {4}第七条第一项　符合 → 须说明理由并批准：.*改为：.*70 平方米/u),
  ]);
  const { after, studios } = jsonOf<MeasuresComparison>(await measures('--compare', filled, '--json'));
  expect([after?.id, studios.length]).toEqual([revised, touched.filter((line) => /^ {2}\S/u.test(line)).length]);
  expect(await setsOf()).toEqual(['wuchang-2014']);
});

test('--add stores the set, which then stands beside the first and is compared by its id', async () => {
  const run = await measures('--add', filled);
  expect(run).toEqual({
    code: 0,
    stdout: `已增加《武昌区名师工作室建设管理办法（修订）》（${revisedNumber}），自 2027-03-01 起施行，改动 5 项。\n`,
    stderr: '',
  });
  expect(await setsOf()).toEqual(['wuchang-2014', revised]);
  expect((await measures(revised)).stdout).toContain(`  建设周期　3年　第十九条　${revisedNumber}`);
  expect((await measures('--compare', revised)).stdout).toBe(asTable);
});

test('--withdraw wants a reason, an id there is, and takes the set away', async () => {
  const unsaid = await measures('--withdraw', revised);
  expect([unsaid.code, unsaid.stderr]).toEqual([2, expect.stringContaining('缺少 --reason')]);
  const unknown = await measures('--withdraw', 'wuchang-1999', '--reason', '文件有误');
  expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining(`增加过的有 ${revised}`)]);
  expect(await setsOf()).toEqual(['wuchang-2014', revised]);
  const run = await measures('--withdraw', revised, '--reason', '文件有误');
  expect([run.code, run.stdout]).toEqual([0, `已撤回《武昌区名师工作室建设管理办法（修订）》（${revisedNumber}）：文件有误。\n`]);
  expect(await setsOf()).toEqual(['wuchang-2014']);
});

test('one thing at a time', async () => {
  const run = await measures('--add', filled, '--export', blank);
  expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('--export、--add 请分开运行')]);
  expect(await setsOf()).toEqual(['wuchang-2014']);
});
