import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillParameterTable, revisedNumber, revisedTable } from '../exchange/fill-parameter-table.ts';
import { liveIn } from '../headless/full-life.ts';
import { runDesk } from '../headless/run-desk.ts';
import { describeWith } from '../machine/require-tools.ts';
import { confirm, fillForm } from './clerk.ts';
import { type OpenDesk, openDesk, patience } from './open-desk.ts';

const seat = '区人力资源局';
const today = '2028-10-12';
const good = '方予安整本书阅读名师工作室';
const revoked = '陶景行高中物理名师工作室';

/** The register after two whole lives, of which one goes on under a new name. */
async function afterTwoLives(dataFolder: string): Promise<void> {
  await liveIn(dataFolder);
  const rename = ['rename-studio', '--studio', '方予安小学语文名师工作室', '--set', `name=${good}`, '--set', 'reason=专业方向调整'];
  await runDesk('--data', dataFolder, '--seat', seat, '--today', today, 'run', ...rename);
}

describeWith(['electron'], 'the window, over all that two lives left in the register', () => {
  let desk: OpenDesk;

  beforeAll(async () => {
    desk = await openDesk(seat, afterTwoLives, { today });
  }, 180_000);
  afterAll(() => desk.close());

  const go = (screen: string): Promise<void> => desk.page.getByRole('menuitem', { name: screen, exact: true }).click();
  const shown = () => desk.page.getByRole('tabpanel').textContent();

  async function open(studio: string): Promise<void> {
    await go('工作室');
    await desk.page.getByText(studio).click();
    await desk.page.getByRole('heading', { name: studio }).waitFor();
  }

  test('a studio has nine sections, and each is there', async () => {
    await open(good);
    const tabs = await desk.page.getByRole('tab').allTextContents();
    expect(tabs).toEqual([
      '申报材料与检查',
      '办理过程',
      '承诺书与任务（2）',
      expect.stringMatching(/^活动台账（\d+）$/u),
      '经费',
      '考核与整改（3）',
      '区级评选（1）',
      '线索与撤销',
      '变更记录',
    ]);
  });

  test.each([
    ['申报材料与检查', ['场地面积', '场所面积', '领办人']],
    ['办理过程', ['缺会议纪要复印件，请补报', '武昌教党纪〔2026〕8号', '区级']],
    ['承诺书与任务', ['2026-10-08 至 2028-10-07', '2028-10-08 至 2030-10-07', '500 人次']],
    ['活动台账', ['补充培训', '2027-10-29', '90 人次']],
    ['经费', ['教研室改造', '65,000.00', '60,000.00']],
    ['考核与整改', ['过程性考核', '培训人次不足', '整改通知书', '2-1：补训90人次', '复查　整改到位', '审定通过']],
    ['区级评选', ['第 1 名：业绩突出', '平均 94 分', '纯公益性，6 万元', '2026-11-10 发放 6 万元', '人才办纪〔2026〕3号']],
    ['线索与撤销', ['没有问题线索，也没有撤销过称号']],
    ['变更记录', ['方予安小学语文名师工作室', '专业方向调整', '续签任务承诺书']],
  ])('「%s」 shows what the life left there', async (tab, texts) => {
    await desk.page.getByRole('tab', { name: tab }).click();
    for (const text of texts) await expect.poll(shown, patience).toContain(text);
  });

  test('a revoked studio shows the case, what was found, what was decided, and the money that came back', async () => {
    await open(revoked);
    await desk.page.getByRole('tab', { name: '线索与撤销（3）' }).click();
    const texts = ['第 1 号线索', '群众来信', '两篇论文系他人作品', '期刊社复函', '撤销区级称号', '撤销系统内称号'];
    for (const text of [...texts, '应收回 60,000.00 元，已收回 60,000.00 元', '退-2']) await expect.poll(shown, patience).toContain(text);
    await desk.page.getByRole('tab', { name: '经费' }).click();
    await expect.poll(shown, patience).toContain('专户结余退回');
  });

  test('a set of the Measures is exported, changed, looked at and added; its button withdraws it, and it is gone', async () => {
    const { page } = desk;
    await go('关于本办法');
    await desk.answerDialogs({ saveInto: desk.folder });
    await page.getByRole('button', { name: '导出参数表…' }).click();
    await page.getByText('已保存参数表').waitFor();
    const path = join(desk.folder, '办法参数表.xlsx');
    const typed = { ...revisedTable, '办法 施行日期': { value: '2029年3月1日' } };
    writeFileSync(path, await fillParameterTable(readFileSync(path), typed));
    await desk.answerDialogs({ open: path });
    await page.getByRole('button', { name: '选择填好的参数表…' }).click();
    // The page says the word before the comparison is there: its heading is what is waited for.
    await page.getByRole('heading', { name: /^涉及的工作室/u }).waitFor();
    await desk.picture('measures-comparison');
    await page.getByRole('button', { name: '增加这套办法' }).click();
    const row = page.getByRole('row', { name: new RegExp(revisedNumber, 'u') });
    await row.getByText('2029-03-01').waitFor();
    await row.getByText('撤回').click();
    await page.getByRole('heading', { name: '撤回未施行的办法' }).waitFor();
    await fillForm(page, { 编号: revisedNumber, 撤回原因: '文件有误' });
    await desk.picture('measures-withdrawal');
    const said = await confirm(page, '撤回未施行的办法');
    expect(said).toContain('已撤回《武昌区名师工作室建设管理办法（修订）》');
    await go('关于本办法');
    await page.getByText('武昌人才办〔2014〕2号').first().waitFor();
    expect([await page.getByText(revisedNumber).count(), await page.getByText('撤回', { exact: true }).count()]).toEqual([0, 0]);
  });

  test('nothing went wrong on the way', () => {
    expect(desk.complaints).toEqual([]);
  });
});
