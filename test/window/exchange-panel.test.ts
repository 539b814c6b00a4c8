import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { plainDate } from '../../policy/plain-date.ts';
import type { Workflow } from '../../workflow/contract/contract.ts';
import { openWorkflow } from '../../workflow/service.ts';
import { describeWith } from '../machine/require-tools.ts';
import { done } from '../workflow/cycle-register.ts';
import { fixture } from '../workflow/new-desk.ts';
import { type OpenDesk, openDesk, patience } from './open-desk.ts';

const studio = '方予安小学语文名师工作室';
const education = '区教育局';
const hr = '区人力资源局';
const office = '区委人才工作领导小组办公室';

const folder = mkdtempSync(join(tmpdir(), '名师 往来-'));
const dataFolderOf = (seat: string): string => join(folder, seat);
const outside = (name: string): string => join(folder, name);

/** What happens at a department on a day when nobody looks at its window. */
async function at(seat: string, day: string, work: (workflow: Workflow) => Promise<void>): Promise<void> {
  const opened = openWorkflow({
    dataFolder: dataFolderOf(seat),
    today: () => plainDate(day),
    now: () => `${day}T01:00:00.000Z`,
    sampleWorkbook: fixture,
  });
  try {
    if (!(await opened.workflow.session({})).initialised) await opened.workflow.initialise({ seat });
    await work(opened.workflow);
  } finally {
    opened.close();
  }
}

type Acts = readonly (readonly [command: string, answers?: Readonly<Record<string, unknown>>])[];

/** Acts on the studio, one after another. */
async function onStudio(workflow: Workflow, acts: Acts): Promise<void> {
  const [found] = await workflow.listStudios({ search: studio });
  for (const [command, answers = {}] of acts) await workflow.runCommand({ command, studioId: found?.id, answers });
}

/** Three departments with a data folder each; what goes between them are the files the windows save and open. */
describeWith(['electron'], 'the window, exchanging files between departments', () => {
  let desk: OpenDesk;

  beforeAll(async () => {
    await at(education, '2026-08-10', async (workflow) => {
      await workflow.applyImport({ path: fixture, cleanRowsOnly: true });
      await onStudio(workflow, [
        ['accept'],
        ['inspect', { inspectors: '林清源、何思齐', result: 'pass', verified: '是' }],
        ['decide', { minutes: '武昌教党纪〔2026〕8号', decision: '同意' }],
        ['name'],
        ['file'],
      ]);
      await workflow.exportFile({ kind: 'filing', target: outside('备案.xlsx') });
    });
    await at(hr, '2026-08-20', async (workflow) => {
      await workflow.applyImport({ path: outside('备案.xlsx') });
      await workflow.runCommand({ command: 'open-round', answers: {} });
      await workflow.exportFile({ kind: 'round-result', to: education, target: outside('启动.xlsx') });
    });
    await at(education, '2026-08-20', async (workflow) => {
      await workflow.applyImport({ path: outside('启动.xlsx') });
      await onStudio(workflow, [
        ['apply-to-round', { unitAgreed: '是' }],
        ['recommend', { rank: 1, reason: '培训成效突出' }],
      ]);
      await workflow.exportFile({ kind: 'recommendation', target: outside('推荐.xlsx') });
    });
    await at(hr, '2026-08-20', async (workflow) => {
      await workflow.applyImport({ path: outside('推荐.xlsx') });
      const title = { 1: '示范引领', 2: '人才培养' };
      await workflow.runCommand({ command: 'set-round-criteria', answers: { title, points: { 1: 60, 2: 40 } } });
      for (const name of ['钟离恒', '沈青', '孟岩']) {
        await workflow.runCommand({ command: 'register-expert', answers: { name, employer: '市教育科学研究院', declared: '是' } });
      }
      await onStudio(workflow, [['inspect-candidate', { inspectors: '林清源', result: 'pass' }]]);
    });
  });
  afterEach(() => desk.close());
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

  async function openExchange(seat: string, today: string): Promise<void> {
    desk = await openDesk(undefined, undefined, { today, dataFolder: dataFolderOf(seat) });
    await desk.answerDialogs({ saveInto: folder });
  }

  /** Saves a kind from the tab of exports, and returns the path the program names. */
  async function save(title: string): Promise<string> {
    const panel = desk.page.locator('section.panel').filter({ has: desk.page.getByRole('heading', { name: title, exact: true }) });
    await panel.getByRole('button', { name: `保存${title}…` }).click();
    const saved = panel.locator('.ant-alert-title');
    await expect.poll(() => saved.textContent(), patience).toContain(`已保存${title}：`);
    const path = ((await saved.textContent()) ?? '').replace(`已保存${title}：`, '');
    expect(existsSync(path)).toBe(true);
    return path;
  }

  async function choose(label: string, option: string): Promise<void> {
    await desk.page.getByLabel(label).click();
    await desk.page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: option }).click();
  }

  /** Shows what a file would do, takes a picture of it, and takes all of it. */
  async function take(path: string, kind: string, counts: readonly string[], picture: string): Promise<void> {
    const { page } = desk;
    await page.getByRole('menuitem', { name: '数据交换', exact: true }).click();
    await page.getByRole('tab', { name: '导入', exact: true }).click();
    await desk.answerDialogs({ open: path, saveInto: folder });
    await page.getByRole('button', { name: '选择文件…' }).click();
    await page.getByText(`识别为：${kind}`).waitFor();
    await expect.poll(() => page.locator('.ant-segmented-item-label').allTextContents(), patience).toEqual(counts);
    await desk.picture(picture);
    await page.getByRole('button', { name: /^全部导入/u }).click();
    await page.getByText(/第 \d+ 批已导入/u).waitFor();
  }

  test('the HR bureau tells of the round, hands an expert the sheet of a round that was chosen, and takes it back', async () => {
    await openExchange(hr, '2026-08-20');
    const { page } = desk;
    await page.getByRole('menuitem', { name: '数据交换', exact: true }).click();
    await page.getByRole('tab', { name: '导出', exact: true }).click();
    await choose('评选结果的收件人', office);
    await choose('评选结果的收件人', education);
    await save('评选结果');
    await choose('专家评分表的年度', '2026 年评选');
    await choose('专家评分表的收件人', '沈青');
    await page.getByRole('heading', { name: '专家评分表', exact: true }).scrollIntoViewIfNeeded();
    const path = await save('专家评分表');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const [sheet] = workbook.worksheets;
    for (const [cell, value] of [
      ['D4', 55],
      ['E4', 36],
      ['F4', { formula: 'D4+E4', result: 91 }],
    ] as const)
      if (sheet !== undefined) sheet.getCell(cell).value = value;
    await workbook.xlsx.writeFile(path);
    await take(path, '专家评分表', ['全部 1', '新增 1'], 'exchange-hr-preview');
    expect(desk.complaints).toEqual([]);
  });

  test('the office takes the shortlist it did not know, and tells the bureau of it', async () => {
    await at(hr, '2026-08-20', async (workflow) => {
      for (const expert of ['钟离恒', '孟岩']) await onStudio(workflow, [['record-expert-scores', { expert, score: { 1: 54, 2: 36 } }]]);
      await onStudio(workflow, [['shortlist']]);
      await workflow.exportFile({ kind: 'round-result', to: office, target: outside('拟入围.xlsx') });
    });
    await at(office, '2026-08-20', () => Promise.resolve());
    await openExchange(office, '2026-08-20');
    await take(outside('拟入围.xlsx'), '评选结果', ['全部 2', '新增 2'], 'exchange-office-preview');
    await desk.page.getByRole('tab', { name: '导出', exact: true }).click();
    await choose('评选结果的收件人', education);
    await save('评选结果');
    expect(desk.complaints).toEqual([]);
  });

  test('a bureau takes the shortlist; the duty to send a result up leads to its list, which is saved', async () => {
    await at(hr, '2026-08-21', (workflow) =>
      workflow.exportFile({ kind: 'round-result', to: education, target: outside('进展.xlsx') }).then(() => undefined),
    );
    await at(education, '2026-09-01', (workflow) => onStudio(workflow, [['sign-commitment-letter']]));
    const assessed = { assessors: '甲、乙', grade: '合格', actual: done, opinion: '以现场查验为准' };
    await at(education, '2027-07-01', (workflow) => onStudio(workflow, [['record-process-assessment', assessed]]));
    await at(education, '2028-07-01', (workflow) => onStudio(workflow, [['record-periodic-assessment', assessed]]));
    await openExchange(education, '2028-08-10');
    await take(outside('进展.xlsx'), '评选结果', ['全部 2', '有变化 1', '无变化 1'], 'exchange-bureau-preview');
    const { page } = desk;
    await page.getByRole('menuitem', { name: '工作台', exact: true }).click();
    await page
      .getByRole('row', { name: /周期性考核结果报请审定/u })
      .getByText('去办理')
      .click();
    await page.getByRole('heading', { name: '考核结果报审表', exact: true }).waitFor();
    await expect.poll(() => page.getByRole('tab', { name: '导出', exact: true }).getAttribute('aria-selected'), patience).toBe('true');
    await save('考核结果报审表');
    expect(desk.complaints).toEqual([]);
  });
});
