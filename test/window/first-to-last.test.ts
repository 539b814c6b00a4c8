import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkbook } from '../../exchange/open-workbook.ts';
import { cellText } from '../../exchange/raw-workbook.ts';
import { describeWith } from '../machine/require-tools.ts';
import { repository } from '../machine/runtime-folder.ts';
import { carryOut as carryOutOn, type GivenAnswers } from './clerk.ts';
import { type OpenDesk, openDesk, patience } from './open-desk.ts';

const workbook = join(repository, 'test', 'fixtures', '2026年武昌区教育系统名师工作室申报汇总表（区教育局）.xlsx');

/** The text of one part of a .docx or .xlsx. */
function partOf(path: string, part: string): string {
  const bytes = unzipSync(readFileSync(path))[part];
  return bytes === undefined ? '' : strFromU8(bytes);
}

/** One register from the first start to the filing workbook: each step stands on the one before. */
describeWith(['electron'], 'the window, from the first start to the filing workbook', () => {
  let desk: OpenDesk;

  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const go = (screen: string): Promise<void> => desk.page.getByRole('menuitem', { name: screen, exact: true }).click();

  const carryOut = (title: string, answers: GivenAnswers): Promise<string> => carryOutOn(desk.page, title, answers);

  test('asks at the first start which department this is, and begins with an empty register', async () => {
    const { page } = desk;
    await desk.picture('first-start');
    await page.getByRole('button', { name: '开始使用' }).click();
    await page.locator('.ant-form-item-explain-error', { hasText: '请选择部门' }).waitFor();
    await page.getByLabel('这台电脑属于哪个部门').click();
    await page.getByText('区教育局（教育）').click();
    await page.getByLabel('填报人').fill('周明');
    await page.getByLabel('联系电话').fill('027-88880000');
    await page.getByRole('button', { name: '开始使用' }).click();
    await page.getByText('登记库是空的').waitFor();
    expect(existsSync(join(desk.dataFolder, 'register.sqlite'))).toBe(true);
  });

  test('shows what a workbook would do before anything is stored: rows, states, and errors by cell', async () => {
    const { page } = desk;
    await go('数据交换');
    await desk.answerDialogs({ open: workbook, saveInto: desk.folder });
    await page.getByRole('button', { name: '选择文件…' }).click();
    await page.getByText('识别为：申报汇总表').waitFor();
    expect(await page.locator('.ant-segmented-item-label').allTextContents()).toEqual(['全部 10', '新增 9', '有错误 1']);
    await expect
      .poll(() => page.locator('.preview-error').textContent(), patience)
      .toMatch(/^申报汇总 G13「领办人身份证号」：身份证号以数字保存/u);
    await desk.picture('import-preview');
  });

  test("saves the sender's workbook back with its errors marked", async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '保存错误报告…' }).click();
    await page.getByText('已保存错误报告').waitFor();
    const [report] = readdirSync(desk.folder).filter((name) => name.includes('错误说明'));
    expect(partOf(join(desk.folder, report ?? ''), 'xl/workbook.xml')).toContain('申报汇总');
  });

  test('stores the clean rows only when told to', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '只导入无误的 9 行' }).click();
    await page.getByText('第 1 批已导入').waitFor();
    await expect
      .poll(() => page.locator('.ant-alert-description').textContent(), patience)
      .toContain('新增 9，更新 0，无变化 0，冲突 0，错误 1');
    await desk.picture('import-result');
  });

  test('takes a whole batch back from the log, after asking with 取消 as the default', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: '导入记录' }).click();
    await page.getByRole('button', { name: '撤销这一批…' }).click();
    const focused = (): Promise<string> => page.evaluate('document.activeElement.innerText');
    expect(await focused()).toBe('取消');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '撤销这一批…' }).click();
    await desk.picture('import-undo');
    await page.getByRole('button', { name: '撤销这一批', exact: true }).click();
    await page.getByText('2026-08-10 已撤销').waitFor();
    await go('工作室');
    await page.getByText('没有符合条件的工作室').waitFor();
    expect(await page.getByText('共 0 个').count()).toBe(1);
  });

  test('imports again, and a second time finds nothing new and logs no batch', async () => {
    const { page } = desk;
    for (const batch of ['第 2 批已导入', '登记库没有变化']) {
      await go('工作台');
      await go('数据交换');
      await page.getByRole('button', { name: '选择文件…' }).click();
      await page.getByRole('button', { name: '只导入无误的 9 行' }).click();
      await page.getByText(batch).waitFor();
    }
    await page.getByRole('tab', { name: '导入记录' }).click();
    await page.getByRole('row').nth(2).waitFor();
    expect(await page.getByRole('row').count()).toBe(3);
    await desk.picture('import-log');
  });

  test('leads from a duty of the desk to the studio', async () => {
    const { page } = desk;
    await go('工作台');
    await page.getByText('审查申报材料，受理或退回').first().waitFor();
    await desk.picture('desk');
    await page
      .getByRole('row', { name: /方予安小学语文/u })
      .getByText('去办理')
      .click();
    await page.getByRole('heading', { name: '受理申报' }).waitFor();
    await expect.poll(() => page.locator('.article-note').textContent(), patience).toMatch(/^《办法》第十一条第二项/u);
  });

  test.each([
    ['尉迟', '尉迟川小学数学名师工作室'],
    ['weichichuan', '尉迟川小学数学名师工作室'],
    ['wcc', '尉迟川小学数学名师工作室'],
    ['黄鹤楼小学', '尉迟川小学数学名师工作室'],
    ['0135', '尉迟川小学数学名师工作室'],
  ])('finds a studio by %s', async (search, name) => {
    const { page } = desk;
    await go('工作室');
    await page.getByLabel('查找工作室').fill(search);
    await page.getByText('共 1 个').waitFor();
    await expect.poll(() => page.locator('.studio-list-item').first().textContent(), patience).toContain(name);
  });

  test('masks ID numbers until somebody asks', async () => {
    const { page } = desk;
    await page.getByLabel('查找工作室').fill('');
    await page.getByText('共 9 个').waitFor();
    await desk.picture('studios');
    expect(await page.locator('.studio-list').textContent()).not.toMatch(/\d{17}/u);
    await page.getByRole('button', { name: '显示身份证号' }).click();
    await expect.poll(() => page.locator('.studio-list').textContent(), patience).toMatch(/420100\d{11}[\dX]/u);
    await page.getByRole('button', { name: '隐藏身份证号' }).click();
  });

  test('the list is exported as it stands on the screen, with the columns that were chosen', async () => {
    const { page } = desk;
    await page.getByLabel('栏目').click();
    await page.locator('.ant-select-item-option', { hasText: '团队成员' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: '团队成员' }).waitFor();
    await desk.picture('roster');
    await page.getByRole('button', { name: '导出本表…' }).click();
    const saved = (await page.getByText('已保存花名册').textContent())?.replace('已保存花名册：', '') ?? '';
    const { sheets } = await openWorkbook(readFileSync(saved), saved);
    const [header, ...rows] = sheets[0]?.rows.slice(2, -1).map((row) => row.slice(1).map(cellText)) ?? [];
    const shown = async (role: 'columnheader' | 'row') =>
      (await page.locator('.studio-list').getByRole(role).allTextContents()).map((text) => text.trim());
    expect(header).toEqual(await shown('columnheader'));
    expect(rows.map((row) => row.join(''))).toEqual((await shown('row')).slice(1));
  });

  test('goes through the list and into a studio with the keyboard alone', async () => {
    const { page } = desk;
    await page.keyboard.press('Control+f');
    await page.keyboard.type('ouyang');
    await page.getByText('共 1 个').waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '欧阳澄中学英语名师工作室' }).waitFor();
    await page.keyboard.press('Alt+1');
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    await page.keyboard.press('Alt+2');
    await page.getByText('共 9 个').waitFor();
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('查找工作室');
  });

  test('shows every finding beside the fact it is about', async () => {
    const { page } = desk;
    await page.getByText('尉迟川小学数学名师工作室').click();
    const area = page.locator('.fact-row').filter({ hasText: '场地面积' });
    await area.waitFor();
    expect(await area.textContent()).toMatch(/38 ㎡须说明理由并批准第七条第一项场所面积 38 平方米/u);
    await desk.picture('studio');
  });

  test('refuses what the Measures do not allow, in their words, and changes nothing', async () => {
    const { page } = desk;
    await go('工作室');
    await page.getByText('司空朗小学科学名师工作室').click();
    expect(await carryOut('受理申报', {})).toMatch(/^无法受理「司空朗小学科学名师工作室」的申报：.*第五条/u);
    await page.getByRole('button', { name: '下一步：核对' }).waitFor();
    await desk.picture('refusal');
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '受理申报' }).waitFor();
  });

  test('a special case is accepted with its reason and who approved it', async () => {
    const { page } = desk;
    await go('工作室');
    await page.getByText('尉迟川小学数学名师工作室').click();
    expect(await carryOut('受理申报', {})).toMatch(/^无法受理.*特殊情况/u);
    await page.getByRole('button', { name: '下一步：核对' }).waitFor();
    await desk.picture('command');
    await page.getByRole('button', { name: '取消' }).click();
    const said = await carryOut('受理申报', { 特殊情况理由: '场地正在扩建，年底前达到五十平方米', 特殊情况批准人: '区教育局党组' });
    expect(said).toBe('已受理「尉迟川小学数学名师工作室」的申报。');
    await expect
      .poll(() => page.locator('.fact-row').filter({ hasText: '场地面积' }).textContent(), patience)
      .toContain('已批准：场地正在扩建');
  });

  test('carries a studio from its application to its name, its filing and its commitment letter', async () => {
    const { page } = desk;
    await go('工作室');
    await page.getByText('方予安小学语文名师工作室').click();
    const said = [
      await carryOut('受理申报', {}),
      await carryOut('登记现场考察', { 考察组成员: '李正、王平', 考察结论: '通过', 待核实事项均已现场核实: '是' }),
      await carryOut('登记党组会议决定', { 会议纪要号: '武昌教党纪〔2026〕12号', 会议决定: '同意' }),
      await carryOut('命名', {}),
      await carryOut('报送备案', {}),
      await carryOut('签订任务承诺书', {}),
    ];
    expect(said.map((sentence) => sentence.slice(0, 3))).toEqual([
      '已受理',
      '已登记',
      '已登记',
      '已命名',
      expect.stringMatching(/^[已报]/u),
      '已登记',
    ]);
    await page.getByText('已备案').first().waitFor();
    await page.getByRole('tab', { name: /承诺书与任务/u }).click();
    await page.getByText('开展培训').waitFor();
    await desk.picture('letter');
  });

  test('shows a document as pages before it is saved', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: '预览承诺书' }).click();
    await page.locator('.document-pages .sheet').first().waitFor();
    const pages = page.locator('.document-pages .sheet');
    expect(await pages.count()).toBeGreaterThanOrEqual(3);
    await expect.poll(() => pages.first().textContent(), patience).toMatch(/方予安小学语文名师工作室任务承诺书.*— 1 —草稿/u);
    await desk.picture('document');
  });

  test("printing hands the system's dialog just the pages, and a closed dialog is no failure", async () => {
    const { page, application } = desk;
    await application.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined) throw new Error('no window');
      const answer = async (
        begin: Electron.WebContentsPrintOptions,
        done: ((printed: boolean, reason: string) => void) | undefined,
      ): Promise<void> => {
        const look = `document.querySelectorAll('.paper').length + ' paper, ' + document.querySelector('.paper').shadowRoot.querySelectorAll('.sheet').length`;
        (globalThis as unknown as { seen: unknown }).seen =
          `${await contents.executeJavaScript(look)}, ${begin.copies} copies, ${begin.duplexMode}`;
        done?.(false, 'Print job canceled');
      };
      contents.print = (begin, done) => void answer(begin ?? {}, done);
    });
    await page.keyboard.press('Control+p');
    const seen = () => application.evaluate(() => (globalThis as unknown as { seen?: string }).seen);
    await expect.poll(seen, patience).toBe(`1 paper, ${await page.locator('.document-pages .sheet').count()}, 4 copies, longEdge`);
    await expect.poll(() => page.locator('.paper, .ant-btn-loading').count(), patience).toBe(0);
    expect(await page.locator('.ant-alert-error').count()).toBe(0);
  });

  test('the pages go to paper as they are: A4, one sheet each', async () => {
    const { page } = desk;
    const count = await page.locator('.document-pages .sheet').count();
    await page.getByRole('button', { name: '存为 PDF…' }).click();
    await page.getByText('已保存：').waitFor();
    const [name] = readdirSync(desk.folder).filter((file) => file.endsWith('.pdf'));
    const pdf = readFileSync(join(desk.folder, name ?? ''), 'latin1');
    expect([
      pdf.slice(0, 5),
      (pdf.match(/\/Type \/Page\b/gu) ?? []).length,
      /\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/u.test(pdf),
    ]).toEqual(['%PDF-', count, true]);
  });

  test('a draft is saved with its watermark and registered nowhere', async () => {
    const { page } = desk;
    await desk.answerDialogs({ open: desk.folder });
    await page.getByRole('button', { name: '保存草稿（1 份）…' }).click();
    await page.getByText('已保存 1 份').waitFor();
    await page.getByRole('tab', { name: '已出具的文书' }).click();
    await page.getByText('还没有出具过文书').waitFor();
    expect(readdirSync(desk.folder).filter((name) => name.endsWith('.docx'))).toHaveLength(1);
    await page.getByRole('tab', { name: '出具文书' }).click();
  });

  test('a document that is meant is saved, numbered and registered; one that cannot be made is refused by name', async () => {
    const { page } = desk;
    await page.getByRole('switch').click();
    await page.getByRole('button', { name: '正式出具（1 份）…' }).click();
    await page.locator('.documents-made').getByText('任务承诺书_方予安小学语文名师工作室').waitFor();
    const letters = readdirSync(desk.folder).filter((name) => name.startsWith('任务承诺书_') && name.endsWith('.docx'));
    const texts = letters.map((name) => partOf(join(desk.folder, name), 'word/document.xml'));
    expect(texts.every((text) => text.includes('武昌区江岸路第一小学'))).toBe(true);
    await page.getByText('整改通知书', { exact: true }).click();
    await page.getByRole('button', { name: '正式出具（1 份）…' }).click();
    await page.getByText('1 份没有出具').waitFor();
    await page.getByRole('tab', { name: '已出具的文书' }).click();
    await page.getByRole('row', { name: /任务承诺书.*武昌教名〔2026〕2号.*方予安小学语文名师工作室/u }).waitFor();
    await desk.picture('issued');
  });

  test("exports the filing workbook under the name the Measures' file has", async () => {
    const { page } = desk;
    await go('数据交换');
    await page.getByRole('tab', { name: '导出', exact: true }).click();
    await desk.answerDialogs({ saveInto: desk.folder });
    const save = page.getByRole('button', { name: '保存备案汇总表…' });
    const panel = page.locator('.panel').filter({ has: save });
    await panel.getByText('1 个工作室').waitFor();
    await save.click();
    await panel.getByText('已保存备案汇总表').waitFor();
    await desk.picture('filing');
    const path = join(desk.folder, '2026年武昌区教育系统名师工作室备案汇总表（区教育局）.xlsx');
    const texts = Object.keys(unzipSync(readFileSync(path))).map((part) => partOf(path, part));
    expect(texts.some((text) => text.includes('方予安小学语文名师工作室'))).toBe(true);
  });

  test('shows the articles and the numbers they set', async () => {
    const { page } = desk;
    await go('关于本办法');
    const age = page.getByRole('row', { name: /领办人年龄上限/u });
    await age.waitFor();
    expect(await age.textContent()).toMatch(/57.*60.*52.*55.*第五条第四项/u);
    await desk.picture('measures');
  });

  test('shows the same in the dark', async () => {
    const { page } = desk;
    await page.emulateMedia({ colorScheme: 'dark' });
    await go('工作室');
    await page.getByText('方予安小学语文名师工作室').click();
    await page.getByRole('heading', { name: '方予安小学语文名师工作室' }).waitFor();
    expect(await page.evaluate('getComputedStyle(document.querySelector(".panel")).backgroundColor')).toBe('rgb(31, 31, 31)');
    await desk.picture('dark');
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('has all of it in the window at 1366 × 768 without a sideways scroll', async () => {
    const { page } = desk;
    for (const screen of ['工作台', '工作室', '区级评选', '数据交换', '文书', '部门事务', '关于本办法']) {
      await go(screen);
      expect(
        await page.evaluate(
          'document.documentElement.scrollWidth <= innerWidth && document.querySelector("main").scrollWidth <= document.querySelector("main").clientWidth',
        ),
      ).toBe(true);
    }
  });

  test('its content security policy had nothing to turn away, and nothing went wrong on the way', () => {
    expect(desk.complaints).toEqual([]);
    expect(existsSync(join(desk.dataFolder, 'logs'))).toBe(false);
  });
});
