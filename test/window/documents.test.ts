import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../machine/require-tools.ts';
import { withNamedStudios } from './named-studios.ts';
import { type OpenDesk, openDesk, patience } from './open-desk.ts';

describeWith(['electron'], 'documents in the window: many at once, the register, the settings', () => {
  let desk: OpenDesk;

  beforeAll(async () => {
    desk = await openDesk(undefined, withNamedStudios);
    await desk.answerDialogs({ open: desk.folder });
    await desk.page.getByRole('menuitem', { name: '文书', exact: true }).click();
  });
  afterAll(() => desk.close());

  const tab = (name: string): Promise<void> => desk.page.getByRole('tab', { name, exact: true }).click();

  test('the settings are said once and kept', async () => {
    const { page } = desk;
    await tab('文书设置');
    await page.getByLabel('印发机关').fill('武汉市武昌区教育局办公室');
    await page.getByLabel('武昌教名下一号').fill('13');
    await page.getByRole('button', { name: '保存设置' }).click();
    await page.getByText('现在是 13号').waitFor();
    await desk.picture('document-settings');
    expect(await page.getByLabel('印发机关').inputValue()).toBe('武汉市武昌区教育局办公室');
  });

  test('several kinds for several studios are made in one go, with what was refused and a list', async () => {
    const { page } = desk;
    await tab('成批出具');
    const panel = page.getByRole('tabpanel', { name: '成批出具' });
    for (const kind of ['任务承诺书', '整改通知书', '授牌名单']) await panel.getByText(kind, { exact: true }).click();
    await panel.getByText(/^全选/u).click();
    await panel.getByRole('switch').nth(1).click();
    await panel.getByRole('button', { name: '成批出具…' }).click();
    await panel.getByText('已完成').waitFor(patience);
    await panel.getByText('2 份没有出具').waitFor();
    await desk.picture('document-batch');
    expect(readdirSync(desk.folder).filter((name) => /^(任务承诺书|授牌名单).*\.docx$|^文书清单.*\.xlsx$/u.test(name))).toHaveLength(4);
  });

  test('the register shows numbers with their gaps, and a document is made anew for a reason', async () => {
    const { page } = desk;
    await tab('已出具的文书');
    await page.getByRole('row', { name: /武昌教名〔2026〕.*3—12号/u }).waitFor();
    const row = page.getByRole('row', { name: /任务承诺书.*武昌教名〔2026〕13号/u });
    await row.getByRole('button', { name: '重新出具…' }).click();
    await page.getByLabel('原因').fill('原件污损');
    await desk.picture('document-reissue');
    await page.getByRole('dialog').getByRole('button', { name: '重新出具…' }).click();
    await page.getByRole('row', { name: /武昌教名〔2026〕15号 ?代替 武昌教名〔2026〕13号/u }).waitFor();
    await page.getByRole('row', { name: /武昌教名〔2026〕13号.*已作废.*原件污损/u }).waitFor();
    await desk.picture('issued-register');
    expect(readdirSync(desk.folder).filter((name) => name.includes('武昌教名〔2026〕15号'))).toHaveLength(1);
  });

  test('a scan of signed paper is kept with its document', async () => {
    const { page } = desk;
    const scan = join(desk.folder, '签章件.pdf');
    writeFileSync(scan, 'paper');
    await desk.answerDialogs({ open: scan });
    const row = page.getByRole('row', { name: /武昌教名〔2026〕15号 ?代替/u });
    await row.getByRole('button', { name: '扫描件…' }).click();
    await row.getByText('扫描件 1').waitFor();
    expect(desk.complaints).toEqual([]);
  });
});
