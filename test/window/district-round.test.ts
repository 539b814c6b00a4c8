import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { plainDate } from '../../policy/plain-date.ts';
import { openWorkflow } from '../../workflow/service.ts';
import { describeWith } from '../machine/require-tools.ts';
import { fixture } from '../workflow/new-desk.ts';
import { carryOut, confirm, fillForm } from './clerk.ts';
import { type OpenDesk, openDesk, patience } from './open-desk.ts';

const studio = '方予安小学语文名师工作室';
const other = '陶景行高中物理名师工作室';
const education = '区教育局';
const hr = '区人力资源局';
const office = '区委人才工作领导小组办公室';

const folder = mkdtempSync(join(tmpdir(), '名师 评选-'));
const dataFolder = join(folder, '登记 库');

/** Acts of other days and seats, so that the window need not be opened for each. */
async function without(
  seat: string,
  day: string,
  acts: readonly (readonly [command: string, studio: string | null, answers?: Readonly<Record<string, unknown>>])[],
): Promise<void> {
  const opened = openWorkflow({
    dataFolder,
    seat,
    today: () => plainDate(day),
    now: () => `${day}T01:00:00.000Z`,
    sampleWorkbook: fixture,
  });
  try {
    for (const [command, name, answers = {}] of acts) {
      const found = name === null ? undefined : (await opened.workflow.listStudios({ search: name }))[0]?.id;
      await opened.workflow.runCommand({ command, ...(found === undefined ? {} : { studioId: found }), answers });
    }
  } finally {
    opened.close();
  }
}

/** One round on one register, the window opened for each department in its turn. */
describeWith(['electron'], 'the window, through a district round', () => {
  let desk: OpenDesk;

  beforeAll(async () => {
    const opened = openWorkflow({
      dataFolder,
      today: () => plainDate('2026-08-10'),
      now: () => '2026-08-10T01:00:00.000Z',
      sampleWorkbook: fixture,
    });
    await opened.workflow.initialise({ seat: education });
    await opened.workflow.applyImport({ path: fixture, cleanRowsOnly: true });
    opened.close();
    const inspection = { inspectors: '林清源、何思齐', result: 'pass', verified: '是' };
    for (const name of [studio, other]) {
      await without(education, '2026-08-10', [
        ['accept', name],
        ['inspect', name, inspection],
        ['decide', name, { minutes: '武昌教党纪〔2026〕8号', decision: '同意' }],
        ['name', name],
        ['file', name],
      ]);
    }
  });
  afterEach(() => desk.close());
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

  const complaints: (readonly string[])[] = [];

  async function openRound(seat: string, today: string): Promise<void> {
    desk = await openDesk(seat, undefined, { today, dataFolder });
    complaints.push(desk.complaints);
    await desk.page.getByRole('menuitem', { name: '区级评选' }).click();
  }

  const step = (name: string): Promise<void> => desk.page.locator('.round-step').filter({ hasText: name }).click();

  /** Whether nothing on the screen reaches beyond its right edge. */
  const fits = (): Promise<boolean> =>
    desk.page.evaluate('document.querySelector("main").scrollWidth <= document.querySelector("main").clientWidth');

  test('the HR bureau opens it; until then the screen says who does', async () => {
    await openRound(hr, '2026-09-01');
    const { page } = desk;
    await page.getByText('2026 年还没有启动区级评选').waitFor();
    expect(await carryOut(page, '启动区级评选', {})).toMatch(/^已启动 2026 年区级名师工作室评选/u);
    await expect.poll(() => page.locator('.ant-alert-description').textContent(), patience).toContain('接下来：申请');
    await desk.picture('round-opened');
  });

  test('the bureau applies and recommends for its studios, with the limit in view', async () => {
    await openRound(education, '2026-09-03');
    const { page } = desk;
    await step('申请');
    expect(await carryOut(page, '登记参评申请', { 所在单位是否同意参评: '是' }, `登记参评申请：${studio}`)).toMatch(/^已登记「方予安/u);
    expect(await carryOut(page, '登记参评申请', { 所在单位是否同意参评: '是' }, `登记参评申请：${other}`)).toMatch(/^已登记「陶景行/u);
    await step('推荐');
    expect(await carryOut(page, '推荐参评', { 推荐排序: '1', 推荐理由: '业绩突出，示范面广' }, `推荐参评：${studio}`)).toContain('推荐');
    await carryOut(page, '推荐参评', { 推荐排序: '2', 推荐理由: '特色鲜明' }, `推荐参评：${other}`);
    await expect
      .poll(
        () =>
          page
            .getByRole('row', { name: /^区教育局/u })
            .first()
            .textContent(),
        patience,
      )
      .toContain('2 家，最多 2 家（名额已用完）');
    expect(await fits()).toBe(true);
    await desk.picture('round-recommend');
    await step('考察');
    await page.getByText('这一步由区人力资源局办理，本部门只能查看。').waitFor();
    expect(await page.getByRole('button', { name: /登记参评现场考察/u }).count()).toBe(0);
  });

  test('the HR bureau inspects, writes the score sheet in a table, and enters an expert’s points out of the full marks', async () => {
    await openRound(hr, '2026-09-07');
    const { page } = desk;
    await step('考察');
    for (const name of [studio, other]) {
      await carryOut(page, '登记参评现场考察', { 考察组成员: '林清源', 考察结论: '通过' }, `登记参评现场考察：${name}`);
    }
    await desk.picture('round-inspect');
    await step('专家评审');
    await page.getByRole('button', { name: '制定专家评分表' }).click();
    for (const [label, value] of Object.entries({
      '指标名称 1': '示范引领',
      '分值 1': '60',
      '指标名称 2': '人才培养',
      '分值 2': '40',
    })) {
      await page.getByLabel(label, { exact: true }).fill(value);
    }
    await page.getByText('满分按权重合计 100 分').waitFor();
    await desk.picture('round-criteria');
    expect(await confirm(page, '制定专家评分表')).toContain('指标 2 项');
    const expert = { 工作单位: '市教育科学研究院', 已签署回避声明: '是', 职称或职务: '研究员' };
    await carryOut(page, '登记评审专家', { 姓名: '钟离恒', ...expert });
    await carryOut(page, '登记评审专家', { 姓名: '沈青', ...expert });
    await carryOut(page, '登记专家回避', { 专家姓名: '沈青', 回避理由: '师生' }, `登记专家回避：${other}`);

    await page.getByRole('button', { name: `登记专家评分：${studio}`, exact: true }).click();
    await fillForm(page, { 专家姓名: '钟离恒' });
    await page.getByLabel('得分 1', { exact: true }).fill('61');
    await page.getByLabel('得分 2', { exact: true }).fill('35');
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByText('应在 0 至 60 分之间').waitFor();
    await page.getByLabel('得分 1', { exact: true }).fill('55');
    await page.getByText('合计 90 分').waitFor();
    await desk.picture('round-score');
    expect(await confirm(page, '登记专家评分')).toContain('90');
  });

  test('averages, places and what is missing stand in one table; then the studios go on the shortlist', async () => {
    await without(hr, '2026-09-08', [
      ['record-expert-scores', studio, { expert: '沈青', score: { 1: 50, 2: 34 } }],
      ['record-expert-scores', other, { expert: '钟离恒', score: { 1: 48, 2: 33 } }],
    ]);
    await openRound(hr, '2026-09-09');
    const { page } = desk;
    await step('专家评审');
    await expect.poll(() => page.getByRole('row', { name: /^方予安/u }).textContent(), patience).toMatch(/9084871/u);
    await expect.poll(() => page.getByRole('row', { name: /^陶景行/u }).textContent(), patience).toMatch(/81回避812/u);
    expect(await fits()).toBe(true);
    await desk.picture('round-review');
    await step('拟入围');
    for (const name of [studio, other]) await carryOut(page, '确定拟入围名单', {}, `确定拟入围名单：${name}`);
    await page.getByText('拟入围 2 家').waitFor();
    await desk.picture('round-shortlist');
  });

  test('the office approves a part of the list and posts it, with the days of the notice and how many are left', async () => {
    await openRound(office, '2026-09-10');
    const { page } = desk;
    const said = await carryOut(page, '审定拟入围名单', {
      会议纪要号或审定文号: '人才办纪〔2026〕3号',
      未通过的工作室: other,
      未通过的理由: '近两年材料不全',
    });
    expect(said).toContain('通过 1 家，未通过 1 家');
    await step('公示');
    await carryOut(page, '发布公示', { 公示范围: '区政府网站' });
    await expect
      .poll(() => page.getByRole('row', { name: /^方予安/u }).textContent(), patience)
      .toMatch(/2026-09-\d\d 至 2026-09-\d\d还有 \d 天/u);
    await carryOut(page, '登记异议', { 异议人: '匿名', 异议内容: '反映培训人次不实' }, `登记异议：${studio}`);
    await page.getByText('1 件没有办结').waitFor();
    await desk.picture('round-notice');
    await carryOut(page, '办结异议', { 核查结论: '异议不成立', 核查情况: '逐场核对签到表，人次属实' }, `办结异议：${studio}`);
    await page.getByText('1 件，均已办结').waitFor();
  });

  test('a plaque when the notice is over, and a grant in yuan', async () => {
    await openRound(office, '2026-09-25');
    expect(await carryOut(desk.page, '命名授牌', {}, `命名授牌：${studio}`)).toContain('武昌区名师工作室');
    await desk.close();
    await openRound(hr, '2026-09-26');
    const { page } = desk;
    await page.getByRole('button', { name: `核定资助：${studio}`, exact: true }).click();
    await fillForm(page, { 行业性质: '纯公益性', 资助金额: '900000' });
    expect(await confirm(page, '核定资助')).toMatch(/^无法核定资助.*第十二条第六项/u);
    await desk.picture('round-grant-refused');
    await fillForm(page, { 资助金额: '60000' });
    expect(await confirm(page, '核定资助')).toContain('6 万元');
    await page.getByText('6 万元', { exact: true }).waitFor();
    await desk.picture('round-grant');
    expect(complaints.flat(), 'complaints of the page').toEqual([]);
  });
});
