import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkbook } from '../../exchange/open-workbook.ts';
import { cellText } from '../../exchange/raw-workbook.ts';
import { plainHeader, plainRow, typedLine } from '../exchange/sample-rows.ts';
import { runDesk } from '../headless/run-desk.ts';
import { fixture, newDesk } from './new-desk.ts';
import { type TwoDesks, twoDesks } from './two-desks.ts';

let desks: TwoDesks;
beforeAll(async () => {
  desks = await twoDesks();
});
afterAll(() => desks.close());

const workflow = () => desks.bureau.workflow;
type List = NonNullable<Parameters<TwoDesks['send']>[2]>['list'];
const rowsOf = async (list?: List) => {
  const path = await desks.send(workflow(), 'roster', list === undefined ? {} : { list });
  return (await desks.cells(path)).sheets[0]?.slice(2) ?? [];
};

it('holds the columns, the studios and the order of the screen, and nothing else', async () => {
  const query = { search: '小学', order: 'pinyin' } as const;
  const shown = await workflow().listStudios(query);
  expect(shown.length).toBeGreaterThan(1);
  const [header, ...rows] = await rowsOf({ query, columns: ['lead', 'area', 'name'], unmasked: false });
  expect(header).toEqual(['序号', '领办人', '场所面积（㎡）', '工作室']);
  expect(rows.slice(0, -1)).toEqual(
    shown.map(({ lead, area, name }, index) => [String(index + 1), lead?.name, area === null ? '' : String(area), name]),
  );
  expect(rows.at(-1)?.[0]).toBe(`注：查找：「小学」；按姓名拼音排列；共 ${shown.length} 个工作室。`);
});

it('writes as text what begins like a formula, as it came in a list', async () => {
  const desk = await newDesk();
  const attack = "=cmd|'/c calc'!A0";
  const path = join(desk.folder, '申报.csv');
  const row = plainRow(1, { 工作室名称: '=1+1', 所在单位: attack, 培训对象: '@SUM(1)', 备注: '+1', 单位推荐意见: '-1' });
  writeFileSync(path, [plainHeader, row].map((line) => typedLine(line, ',')).join('\n'));
  await desk.workflow.applyImport({ path });
  const [studio] = await desk.workflow.listStudios({});
  expect(studio?.name).toBe('=1+1');
  const target = join(desk.folder, '花名册.xlsx');
  const list: List = { query: {}, columns: ['name', 'hostUnit'], unmasked: false };
  await desk.workflow.exportFile({ kind: 'roster', target, list });
  const { sheets } = await openWorkbook(readFileSync(target), target);
  const written = (sheets[0]?.rows.flat() ?? []).filter((cell) => cell !== undefined && ['=1+1', attack].includes(cellText(cell)));
  expect(written).toEqual([
    { kind: 'text', text: '=1+1' },
    { kind: 'text', text: attack },
  ]);
  desk.close();
});

it('hides ID numbers as the screen does until they are shown there', async () => {
  const idNumbers = async (unmasked: boolean) => JSON.stringify(await rowsOf({ query: {}, columns: ['idNumber'], unmasked }));
  expect(await idNumbers(false)).toMatch(/420100\*{8}/u);
  expect(await idNumbers(false)).not.toMatch(/\d{17}/u);
  expect(await idNumbers(true)).toMatch(/420100\d{11}/u);
});

it('lists by application day, those without one last, and every studio in stroke order where nothing was chosen', async () => {
  const days = (await workflow().listStudios({ order: 'applied' })).map(({ appliedOn }) => appliedOn ?? '9');
  expect(days).toEqual(days.toSorted());
  const rows = await rowsOf();
  expect(rows.slice(1, -1).map(([, name]) => name)).toEqual((await workflow().listStudios({})).map(({ name }) => name));
});

it('is one-way: importing it is refused in a sentence that says what it is', async () => {
  const path = await desks.send(workflow(), 'roster');
  await expect(workflow().previewImport({ path })).rejects.toThrow('这是一份「花名册」，不在数据交换中导入');
});

it('is chosen at the command line too; other workbooks have their own columns', async () => {
  const data = ['--data', join(desks.other.folder, '命令行'), '--seat', '区教育局', '--today', '2026-08-10'];
  const out = join(desks.other.folder, '花名册.xlsx');
  const done = await runDesk('export', 'roster', '--out', out, '--columns', '领办人、专项经费（万元）', '--order', '姓名拼音', ...data);
  expect([done.code, done.stderr]).toEqual([0, '']);
  expect((await desks.cells(out)).sheets[0]?.[2]).toEqual(['序号', '领办人', '专项经费（万元）']);
  expect(done.stdout).toContain('没有符合条件的工作室：导出的花名册一行也没有');
  const wrong = async (...line: string[]) => (await runDesk('export', ...line, '--out', out, ...data)).stderr;
  expect(await wrong('filing', '--columns', '领办人')).toContain('只有花名册');
  expect(await wrong('roster', '--columns', '体重')).toContain('花名册没有「体重」这个栏目');
  expect(await wrong('roster', '--order', '身高')).toContain('花名册没有「身高」这种次序');
  expect(await wrong('roster', '--level', '国家级')).toContain('花名册没有「国家级」这个级别。级别有 系统内、区级');
});

it('is narrowed down at the command line by all that the screen has', async () => {
  const data = ['--data', join(desks.other.folder, '筛选'), '--seat', '区教育局', '--today', '2026-08-10'];
  const out = join(desks.other.folder, '筛选.xlsx');
  await runDesk('import', fixture, '--clean-rows-only', ...data);
  const asked = ['--search', '小学', '--status', 'submitted', '--level', '系统内', '--sector', '教育'];
  const { stdout } = await runDesk('export', 'roster', ...asked, '--out', out, ...data);
  expect(stdout).toContain('没有符合条件的工作室：导出的花名册一行也没有');
  const note = (await desks.cells(out)).sheets[0]?.at(-1)?.[0];
  expect(note).toBe('注：查找：「小学」；状态：已申报；级别：系统内；行业：教育；按姓氏笔画排列；共 0 个工作室。');
  expect((await runDesk('export', 'roster', '--sector', '教育', '--out', out, ...data)).stdout).toContain('已导出 9 个工作室');
});
