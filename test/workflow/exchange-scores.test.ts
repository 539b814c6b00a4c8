import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { carry, type NewDesk } from './new-desk.ts';
import { hr } from './round-register.ts';
import { type TwoDesks, twoDesks } from './two-desks.ts';

const studio = '方予安小学语文名师工作室';
const second = '陶景行高中物理名师工作室';

let desks: TwoDesks;
let desk: NewDesk;

/** Runs an act at the one register as the HR bureau, on a studio or on the desk as a whole. */
async function act(command: string, answers: Record<string, unknown>, on?: string) {
  return desk.workflow.runCommand({ command, answers, ...(on === undefined ? {} : { studioId: await desk.idOf(on) }) });
}

beforeEach(async () => {
  desks = await twoDesks();
  desk = desks.bureau;
  for (const each of [studio, second]) await carry(desk, each, 'filed');
  desk.as(hr);
  await act('open-round', {});
  desk.as('区教育局');
  for (const [index, each] of [studio, second].entries()) {
    await act('apply-to-round', { unitAgreed: '是' }, each);
    await act('recommend', { rank: index + 1, reason: '业绩突出' }, each);
  }
  desk.as(hr);
  await act('set-round-criteria', { title: { 1: '示范、引领（区内）', 2: '人才培养' }, points: { 1: 60, 2: 80 }, weight: { 2: 0.5 } });
  for (const name of ['钟离恒', '沈青']) await act('register-expert', { name, employer: '市教育科学研究院', declared: '是' });
  for (const each of [studio, second]) await act('inspect-candidate', { inspectors: '林清源', result: 'pass' }, each);
});
afterEach(() => desks.close());

/** Totals that are worked out to nothing, as a spreadsheet keeps them; the library this test edits with forgets them. */
const untotalled = { F4: { formula: '""', result: '' }, F5: { formula: '""', result: '' } };
const sheet = (to = '钟离恒') => desks.send(desk.workflow, 'score-sheet', { to });
/** An expert's answers as a spreadsheet keeps them: points in D and E, the total it worked out in F, reasons in G. */
const scored = (first: number, other: number, total: number, row = 4) => ({
  [`D${row}`]: first,
  [`E${row}`]: other,
  [`F${row}`]: { formula: `IF(1,${total})`, result: total },
});
const answered = async (cells: Parameters<TwoDesks['edited']>[1], to?: string) =>
  desks.edited(await sheet(to), { ...untotalled, ...cells });
const entries = async () =>
  ((await desk.workflow.showRound({}))?.entries ?? []).map(({ studio: name, scores, average }) => ({ name, scores, average }));
const errorsOf = async (cells: Parameters<TwoDesks['edited']>[1]) =>
  (await desk.workflow.previewImport({ path: await answered(cells) })).rows.map(({ errors }) =>
    errors.map(({ cell, message }) => [cell, message]),
  );

it('an expert’s sheet goes out blank and comes back as the points and the interest the expert declared', async () => {
  const path = await answered({ ...scored(55.5, 70, 90.5), G5: '师生关系' });
  const { kindLabel, rows } = await desk.workflow.previewImport({ path });
  expect([kindLabel, rows.map(({ state, lead, changes }) => [state, lead, changes.map(({ field, after }) => [field, after])])]).toEqual([
    '专家评分表',
    [
      [
        'new',
        '',
        [
          ['钟离恒：1.示范、引领（区内）', '55.5'],
          ['钟离恒：2.人才培养', '70'],
        ],
      ],
      ['new', '', [['钟离恒：回避', '师生关系']]],
    ],
  ]);
  expect(await desk.workflow.applyImport({ path })).toMatchObject({ kind: 'score-sheet', new: 2 });
  expect(await entries()).toMatchObject([
    {
      name: studio,
      scores: [
        { expert: '钟离恒', total: 90.5 },
        { expert: '沈青', total: null },
      ],
    },
    { name: second, scores: [{ expert: '钟离恒', conflict: '师生关系' }, {}] },
  ]);
  expect(await desk.workflow.applyImport({ path })).toMatchObject({ batch: null, unchanged: 2 });
  await desk.workflow.undoImport({ number: 2 });
  expect((await entries()).map(({ scores }) => scores.map(({ total, conflict }) => total ?? conflict))).toEqual([
    [null, null],
    [null, null],
  ]);
});

it('a sheet written again holds what was given, and other points for it are a conflict', async () => {
  await desk.workflow.applyImport({ path: await answered(scored(55.5, 70, 90.5)) });
  expect(await desk.workflow.applyImport({ path: await sheet() })).toMatchObject({ batch: null, unchanged: 2, errors: [] });
  const { rows } = await desk.workflow.previewImport({ path: await answered(scored(50, 70, 85)) });
  expect(rows[0]).toMatchObject({
    state: 'conflict',
    changes: [{ before: '55.5', after: '50' }],
    warnings: [expect.stringContaining('更正理由')],
  });
  expect(rows[1]).toMatchObject({ state: 'unchanged', warnings: [expect.stringContaining('没有打分')] });
});

it('points beyond the full mark, some missing, a total that does not add up, and points beside an interest are errors of their cells', async () => {
  expect(await errorsOf(scored(61, 70, 96))).toMatchObject([[['D4', expect.stringContaining('0 至 60 分')]], []]);
  expect(await errorsOf({ D4: 50 })).toMatchObject([[['E4', expect.stringContaining('每项指标都要打分')]], []]);
  expect(await errorsOf({ ...scored(50, 70, 95) })).toMatchObject([[['F4', expect.stringContaining('重算的 85 不同')]], []]);
  expect(await errorsOf({ ...scored(50, 70, 85), G4: '亲属' })).toMatchObject([[['G4', expect.stringContaining('又打了分')]], []]);
});

it('who keeps out, by the register or by what is plain, gives no points by file either', async () => {
  const path = await answered({ ...scored(50, 70, 85) });
  await act('declare-conflict', { expert: '钟离恒', reason: '同一单位' }, studio);
  expect((await desk.workflow.previewImport({ path })).rows[0]?.errors[0]?.message).toContain('回避（同一单位）');
  expect(await desk.workflow.applyImport({ path: await sheet() })).toMatchObject({ batch: null });
});

it('a sheet belongs to one expert of this round, and goes out to one who is registered', async () => {
  const path = await sheet();
  await expect(desk.workflow.previewImport({ path: await desks.edited(path, { A2: '填报人：沈青' }) })).rejects.toThrow(
    '一份表只由一位专家填写',
  );
  await expect(sheet('何人')).rejects.toThrow('已登记的有钟离恒、沈青');
  desk.as('区教育局');
  await expect(desk.workflow.previewImport({ path })).rejects.toThrow('不由区教育局导入');
});

it('a sheet without its hidden record is of the expert named as 填报人; of nobody known it is refused', async () => {
  const bare = async (filler: string) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(await answered({ ...scored(50, 70, 85), A2: `填报人：${filler}` }));
    workbook.removeWorksheet('_meta');
    const path = join(desk.folder, `${filler}.xlsx`);
    await workbook.xlsx.writeFile(path);
    return desk.workflow.previewImport({ path });
  };
  expect((await bare('沈青')).rows[0]).toMatchObject({ state: 'new', changes: [{ field: expect.stringContaining('沈青：') }, {}] });
  await expect(bare('何人')).rejects.toThrow('看不出是 2026 年评选哪一位专家');
});

it('the sheets of all experts come together in a summary, which is not read back', async () => {
  await desk.workflow.applyImport({ path: await answered({ ...scored(50, 70, 85), G5: '亲属' }) });
  await desk.workflow.applyImport({ path: await answered({ ...scored(60, 60, 90), ...scored(48, 80, 88, 5) }, '沈青') });
  const path = await desks.send(desk.workflow, 'score-summary');
  const { sheets } = await desks.cells(path);
  expect(sheets[0]?.slice(4, 7)).toEqual([
    ['1', second, expect.any(String), '回避', '88', '88', '1', '否'],
    ['2', studio, expect.any(String), '85', '90', '87.5', '2', '否'],
    ['', '专家签名', '', '', '', '', '', ''],
  ]);
  await expect(desk.workflow.previewImport({ path })).rejects.toThrow('「专家评分汇总表」，不在数据交换中导入');
});

it('a sheet and the summary are of the latest round, or of the year that is asked for', async () => {
  desk.moveTo('2027-08-20');
  await act('open-round', {});
  await act('register-expert', { name: '孟岩', employer: '市教育科学研究院', declared: '是' });
  const kind = (await desk.workflow.listExports({})).find(({ id }) => id === 'score-sheet');
  expect(kind?.rounds).toEqual([
    { year: 2027, experts: ['孟岩'] },
    { year: 2026, experts: ['钟离恒', '沈青'] },
  ]);
  await expect(sheet('孟岩')).rejects.toThrow('2027 年的评选还没有评分表');
  const titleOf = async (path: string) => (await desks.cells(path)).sheets[0]?.[0]?.[0];
  expect(await titleOf(await desks.send(desk.workflow, 'score-sheet', { to: '沈青', year: 2026 }))).toContain('2026年');
  expect(await titleOf(await desks.send(desk.workflow, 'score-summary', { year: 2026 }))).toContain('2026年');
  await expect(desks.send(desk.workflow, 'score-summary')).rejects.toThrow('2027 年的评选');
  await expect(desks.send(desk.workflow, 'score-sheet', { to: '沈青', year: 2025 })).rejects.toThrow('还没有启动 2025 年的区级评选');
});
