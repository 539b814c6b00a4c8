import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { application, evidence, fillApplicationForm, team } from '../exchange/fill-application-form.ts';
import { type TwoDesks, twoDesks } from './two-desks.ts';

const studio = '钱又廷小学英语名师工作室';

let desks: TwoDesks;
beforeEach(async () => {
  desks = await twoDesks();
});
afterEach(() => desks.close());

const workflow = () => desks.bureau.workflow;
/** A form filled in as a host unit would. */
async function filled(answers = application, ...lists: readonly (typeof team)[]): Promise<string> {
  const path = await desks.send(workflow(), 'application-form');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  fillApplicationForm(workbook, answers, ...lists);
  await workbook.xlsx.writeFile(path);
  return path;
}
const page = async () => workflow().showStudio({ studioId: await desks.bureau.idOf(studio) });

it('one workbook of a studio comes back as its application, with its team and the list of its evidence', async () => {
  const path = await filled();
  const { kindLabel, rows, warnings } = await workflow().previewImport({ path });
  expect([kindLabel, rows.map((row) => [row.studio, row.lead, row.state, row.errors]), warnings]).toEqual([
    '申报表',
    [[studio, '钱又廷', 'new', []]],
    [],
  ]);
  expect(await workflow().applyImport({ path })).toMatchObject({ kind: 'application-form', new: 1 });
  expect(await page()).toMatchObject({
    studio: { status: 'submitted', hostUnit: '武昌区示例小学', area: 60, funds: 5_000_000, appliedOn: '2026-08-01' },
    remarks: '首次申报\n证明材料：领办人资格：武汉市学科带头人证书（1份）；场所和功能区：场地照片（2份，校档案室）。',
  });
  expect(
    (await page()).people
      .filter(({ role }) => role === 'member')
      .map(({ name, sex, birthDate, professionalTitle }) => [name, sex, birthDate, professionalTitle]),
  ).toEqual([
    ['周行之', 'male', '1990-05-01', '一级教师'],
    ['吴念慈', 'female', '1988-03-12', null],
    ['何思齐', 'female', '1992-07-09', '二级教师'],
  ]);
});

it('the same form again changes nothing, another birth of a member does, and the batch can be taken back', async () => {
  await workflow().applyImport({ path: await filled() });
  expect(await workflow().applyImport({ path: await filled() })).toMatchObject({ batch: null, unchanged: 1 });
  const [first = [], ...others] = team;
  const path = await filled(application, [[...first.slice(0, 2), '1991-05-01', '一级教师'], ...others], evidence);
  expect((await workflow().previewImport({ path })).rows[0]).toMatchObject({
    state: 'changed',
    changes: [{ field: '团队成员周行之', before: '男，1990-05-01，一级教师', after: '男，1991-05-01，一级教师' }],
  });
  const { batch } = await workflow().applyImport({ path });
  expect((await page()).people.find(({ name }) => name === '周行之')?.birthDate).toBe('1991-05-01');
  await workflow().undoImport({ number: batch ?? 0 });
  expect((await page()).people.find(({ name }) => name === '周行之')?.birthDate).toBe('1990-05-01');
});

it('what is wrong is said at its own cell of its own sheet, and marked there', async () => {
  const { 领办人身份证号: _id, ...rest } = application;
  const path = await filled(
    { ...rest, 场所面积: '约六十' },
    [
      ['周行之', '男', '五月', ''],
      ['周行之', '女', '', ''],
    ],
    [['证书', '某证书', 1, '']],
  );
  const errors = (await workflow().previewImport({ path })).rows[0]?.errors.map(({ sheet, cell, field }) => [sheet, cell, field]) ?? [];
  expect(errors).toEqual(
    expect.arrayContaining([
      ['申报表', 'B9', '领办人身份证号'],
      ['申报表', 'B17', '场所面积'],
      ['团队成员', 'D3', '出生年月'],
      ['团队成员', 'B4', '姓名'],
      ['证明材料', 'B3', '证明事项'],
    ]),
  );
  const report = await workflow().writeErrorReport({ path, target: join(desks.bureau.folder, '报告.xlsx') });
  expect((await desks.cells(report.path)).sheets[0]?.flat().filter((text) => text.includes('身份证号'))).not.toEqual([]);
});

it('a form nobody filled in is refused, and one without its hidden sheet is known by its labels', async () => {
  await expect(workflow().previewImport({ path: await desks.send(workflow(), 'application-form') })).rejects.toThrow(
    '「填写内容」一栏没有填写',
  );
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await filled());
  workbook.removeWorksheet('_meta');
  const path = join(desks.bureau.folder, '无标记.xlsx');
  await workbook.xlsx.writeFile(path);
  expect((await workflow().previewImport({ path })).kind).toBe('application-form');
});

it('an application of another system is not this bureau’s to take', async () => {
  const path = await filled({ ...application, 领域: '卫生' });
  expect((await workflow().previewImport({ path })).rows[0]).toMatchObject({ state: 'error', errors: [{ cell: 'B5' }] });
});
