import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDate } from '../../policy/plain-date.ts';
import { openWorkflow } from '../../workflow/service.ts';
import { describeWith } from '../machine/require-tools.ts';
import { fixture } from '../workflow/new-desk.ts';
import { carryOut, confirm, fillForm } from './clerk.ts';
import { type OpenDesk, openDesk, patience } from './open-desk.ts';

const studio = '方予安小学语文名师工作室';

/** A register with one studio that is named and has signed its letter. */
async function withLetter(dataFolder: string): Promise<void> {
  const { workflow, close } = openWorkflow({
    dataFolder,
    today: () => plainDate('2026-08-10'),
    now: () => '2026-08-10T01:00:00.000Z',
    sampleWorkbook: fixture,
  });
  await workflow.initialise({ seat: '区教育局' });
  await workflow.applyImport({ path: fixture, cleanRowsOnly: true });
  const [found] = await workflow.listStudios({ search: studio });
  for (const [command, answers] of [
    ['accept', {}],
    ['inspect', { inspectors: '林清源', result: 'pass', verified: '是' }],
    ['decide', { minutes: '武昌教党纪〔2026〕8号', decision: '同意' }],
    ['name', {}],
    ['file', {}],
    ['sign-commitment-letter', {}],
  ] as const) {
    await workflow.runCommand({ command, studioId: found?.id, answers });
  }
  close();
}

describeWith(['electron'], 'the window, over the books of a studio', () => {
  let desk: OpenDesk;

  beforeAll(async () => {
    desk = await openDesk('区教育局', withLetter, { today: '2026-10-12' });
    await desk.page.getByRole('menuitem', { name: '工作室', exact: true }).click();
    await desk.page.getByText(studio).click();
  });
  afterAll(() => desk.close());

  const section = (name: RegExp | string): Promise<void> => desk.page.getByRole('tab', { name }).click();

  test('an activity is recorded for a task that is chosen, and counts beside its target', async () => {
    const { page } = desk;
    await section(/活动台账/u);
    const said = await carryOut(page, '登记活动', {
      任务编号: '2-1',
      活动名称: '片区教研开放周',
      数量: '120',
      佐证材料: '签到表、课例汇编（档案柜 3）',
      活动日期: '2026-09-18',
    });
    expect(said).toContain('2-1 开展培训 120 人次');
    await carryOut(page, '登记活动', {
      任务编号: '1-1',
      活动名称: '全区阅读教学讲座',
      数量: '1',
      佐证材料: '通知、照片',
      活动日期: '2026-09-25',
    });
    await expect.poll(() => page.getByRole('row', { name: /^2-1/u }).textContent(), patience).toContain('120 / 500 人次');
    await desk.picture('studio-ledger');
  });

  test('what was typed is there again when the clerk comes back, until it is done or begun anew', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '更正活动记录', exact: true }).click();
    await fillForm(page, { 活动序号: '片区教研开放周', 更正理由: '签到表复核' });
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '更正活动记录', exact: true }).click();
    await page.getByText('已恢复上次没有办完的填写').waitFor();
    await desk.picture('command-draft');
    await fillForm(page, { 数量: '118' });
    expect(await confirm(page, '更正活动记录')).toContain('118');
    await expect.poll(() => page.getByRole('row', { name: /^2-1/u }).textContent(), patience).toContain('118 / 500 人次');
  });

  test('money is asked in yuan, an expense for no listed purpose cannot be chosen, and the book shows the balance after each entry', async () => {
    const { page } = desk;
    await section('经费');
    await carryOut(page, '开立经费专户', { 专户名称: '方予安名师工作室专户', 开户行: '示例银行武昌支行', 账号: '4200 0001' });
    await carryOut(page, '登记收入', { 来源: '所在单位', 金额: '20000', 凭证号: '收-001', 摘要: '年度专项经费' });
    await page.getByRole('button', { name: '登记支出', exact: true }).click();
    await fillForm(page, {
      用途: '教育科研活动',
      金额: '3200.50',
      凭证号: '付-001',
      摘要: '开放周资料印刷',
      收款人: '示例图文社',
      经手人: '何思齐',
      领办人签字: '方予安',
      签字日期: '2026-10-11',
      所在单位审核: '宋知远',
    });
    await desk.picture('command-expense');
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByText('3,200.5 元').waitFor();
    await page.getByRole('button', { name: '确认登记支出' }).click();
    await expect.poll(() => page.locator('.funds-balance').first().textContent(), patience).toContain('余额 16,799.50 元');
    await desk.picture('studio-funds');
  });

  test('a refusal stands over the form, with its article, and what was typed stays', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '登记支出', exact: true }).click();
    await fillForm(page, {
      用途: '教育科研活动',
      金额: '50000',
      凭证号: '付-002',
      摘要: '设备',
      收款人: '示例公司',
      经手人: '何思齐',
      领办人签字: '方予安',
      签字日期: '2026-10-11',
      所在单位审核: '宋知远',
    });
    expect(await confirm(page, '登记支出')).toMatch(/^无法登记：专户余额不足.*第十八条/u);
    expect(await page.getByLabel('凭证号').inputValue()).toBe('付-002');
    await page.getByRole('button', { name: '取消' }).click();
  });

  test('a statement of any period adds up to the balance', async () => {
    const { page } = desk;
    await page.getByLabel('起始日期').fill('2026-10-01');
    await expect.poll(() => page.locator('.funds-balance').last().textContent(), patience).toMatch(/期末 16,799\.50 元$/u);
    await page.getByLabel('截止日期').fill('2026-09-01');
    await expect.poll(() => page.locator('.frame-main .ant-alert-title').last().textContent(), patience).toMatch(/^无法列出收支/u);
  });

  test('the last act is taken back after asking which it was; what only grows is not', async () => {
    const { page } = desk;
    await page.getByRole('menuitem', { name: '部门事务' }).click();
    await page.getByRole('button', { name: '撤销最近一次办理…' }).click();
    await page.getByRole('button', { name: '撤销「登记支出」' }).click();
    await expect.poll(() => page.locator('.frame-main .ant-alert-title').first().textContent(), patience).toMatch(/^无法撤销.*只增不改/u);
    await page.getByRole('menuitem', { name: '工作室', exact: true }).click();
    await page.getByText('陶景行高中物理名师工作室').click();
    await carryOut(page, '受理申报', {});
    await page.getByRole('menuitem', { name: '部门事务' }).click();
    await page.getByRole('button', { name: '撤销最近一次办理…' }).click();
    await page.getByText('已受理「陶景行高中物理名师工作室」的申报。').last().waitFor();
    await desk.picture('undo');
    await page.getByRole('button', { name: '撤销「受理申报」' }).click();
    await page.getByText(/^已撤销「陶景行高中物理名师工作室」的「受理申报」/u).waitFor();
  });

  test('a bureau writes its own review criteria in a table, each with its method of scoring', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: '评审细则' }).click();
    await page.getByRole('button', { name: '制定评审细则' }).click();
    await fillForm(page, { 细则名称: '区教育局评审细则' });
    const cells = { '指标名称 1': '领军水平', '满分 1': '60', '评分规则 1': '优 50-60；良 30-49；一般 0-29' };
    const more = { '指标名称 2': '培养人次', '满分 2': '40', '评分规则 2': '目标 500 人次，每少 10 扣 1', '指标名称 3': '弄虚作假' };
    for (const [label, value] of Object.entries({ ...cells, ...more })) await page.getByLabel(label, { exact: true }).fill(value);
    for (const [code, method] of [
      ['1', '分档'],
      ['2', '扣分'],
      ['3', '一票否决'],
    ] as const) {
      await page.getByLabel(`评分方法 ${code}`, { exact: true }).click();
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: method }).click();
    }
    await desk.picture('review-criteria');
    expect(await confirm(page, '制定评审细则')).toContain('指标 3 项');
    await page.getByRole('tab', { name: '评审细则' }).click();
    await page.getByText('分档：优 50-60').waitFor();
    await desk.picture('affairs');
    expect(await page.evaluate('document.querySelector("main").scrollWidth <= document.querySelector("main").clientWidth')).toBe(true);
  });

  test('duties stand on their days of the month, and go out as a calendar file', async () => {
    const { page } = desk;
    await page.getByRole('menuitem', { name: '工作台' }).click();
    await page.getByText('月历', { exact: true }).click();
    await page.getByText('2026 年 10 月').waitFor();
    await page.getByRole('button', { name: '下月 ›' }).click();
    await page.getByText('2026 年 11 月').waitFor();
    await page.getByRole('button', { name: '回到本月' }).click();
    await page.getByRole('button', { name: /此前有逾期的事项/u }).click();
    await page.getByText('2026 年 8 月').waitFor();
    expect(await page.locator('.duty-on-day').count()).toBeGreaterThan(0);
    await desk.picture('calendar');
    await desk.answerDialogs({ saveInto: desk.folder });
    await page.getByRole('button', { name: '导出日历（.ics）…' }).click();
    await page.getByText(/已保存日历（\d+ 项）/u).waitFor();
  });

  test('nothing went wrong on the way', () => {
    expect(desk.complaints).toEqual([]);
  });
});
