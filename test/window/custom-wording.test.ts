import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../machine/require-tools.ts';
import { printedTexts } from '../templates/document-text.ts';
import { namedStudios, withNamedStudios } from './named-studios.ts';
import { type OpenDesk, openDesk, patience } from './open-desk.ts';

const title = '任务承诺书';
const sentence = '本承诺书未尽事宜，按照《办法》执行。';
const ownSentence = '本承诺书未尽事宜，由三方协商后书面约定。';
const [studio = ''] = namedStudios;

/** A name as Word leaves it after an edit: over three runs, with a proofing mark between. */
const splitName =
  '{{领办人</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>姓</w:t></w:r><w:r><w:t>名}}';

describeWith(['electron'], 'custom wording in the window: out, changed, in, looked at, used, given up', () => {
  let desk: OpenDesk;

  beforeAll(async () => {
    desk = await openDesk(undefined, withNamedStudios);
    await desk.page.getByRole('menuitem', { name: '文书', exact: true }).click();
    await tab('自定义文本');
  });
  afterAll(() => desk.close());

  const tab = (name: string): Promise<void> => desk.page.getByRole('tab', { name, exact: true }).click();
  const exported = (): string => join(desk.folder, `${title}（自定义文本）.docx`);
  const rowOf = (kind: string) => desk.page.getByRole('row', { name: new RegExp(`^${kind}`, 'u') });

  /** The exported file with its text changed, under another name. */
  function changed(name: string, change: (xml: string) => string): string {
    const parts = unzipSync(readFileSync(exported()));
    const path = join(desk.folder, name);
    writeFileSync(
      path,
      zipSync({ ...parts, 'word/document.xml': strToU8(change(strFromU8(parts['word/document.xml'] ?? new Uint8Array()))) }),
    );
    return path;
  }

  const own = (xml: string): string => xml.replace(sentence, ownSentence).replace('{{领办人姓名}}', splitName);

  test('a kind is exported with the list of its fields', async () => {
    await desk.answerDialogs({ saveInto: desk.folder });
    await rowOf(title).getByText('内置', { exact: true }).waitFor();
    await rowOf(title).getByRole('button', { name: '导出…' }).click();
    await desk.page.getByText(`已保存文本：${exported()}`).waitFor(patience);
    await desk.page.getByText(/已保存字段说明：.*_字段说明\.docx/u).waitFor();
    await desk.picture('wording-export');
    expect(printedTexts(readFileSync(exported())).join('')).toContain('{{工作室名称}}');
  });

  test('one with mistakes is refused, each with its place and what to do', async () => {
    const { page } = desk;
    const bad = changed('有错的承诺书.docx', (xml) =>
      own(xml)
        .replaceAll('{{所在单位名称}}', '{{所在单位全称}}')
        .replace('{{任务编号}}', '{{任务号}}')
        .replace('{{承诺书编号}}', '{{承诺书编号'),
    );
    await desk.answerDialogs({ open: bad });
    await rowOf(title).getByRole('button', { name: '交回…' }).click();
    await page.getByText(/有 \d+ 处要改，不能换用/u).waitFor(patience);
    await page.getByRole('row', { name: /正文第1个表格第2行.*没有「任务号」这个字段，是不是「任务编号」/u }).waitFor();
    await page
      .getByRole('row', { name: /正文.*没有「所在单位全称」这个字段，是不是「所在单位名称」/u })
      .first()
      .waitFor();
    await page.getByRole('row', { name: /正文.*\{\{ 没有配对的 \}\}，请补上/u }).waitFor();
    await page.getByRole('row', { name: /全文.*没有 \{\{所在单位名称\}\}，文书不能缺这项内容/u }).waitFor();
    expect(await page.getByRole('button', { name: '换用', exact: true }).count()).toBe(0);
    await desk.picture('wording-faults');
  });

  test('what is no Word file is refused in a sentence, and the kind keeps its text', async () => {
    const { page } = desk;
    const other = join(desk.folder, '不是文档.docx');
    writeFileSync(other, '不是文档');
    await desk.answerDialogs({ open: other });
    await page.getByRole('button', { name: '交回改好的文件…' }).click();
    await page.getByText(/不是 Word 文档（\.docx），或已损坏/u).waitFor();
    expect(await page.getByRole('button', { name: '换用', exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: '返回' }).click();
    await rowOf(title).getByText('内置', { exact: true }).waitFor();
  });

  test('a good one is looked at with what the register holds, and then used', async () => {
    const { page } = desk;
    await desk.answerDialogs({ open: changed('改好的承诺书.docx', own) });
    await rowOf(title).getByRole('button', { name: '交回…' }).click();
    await page.getByText('检查通过').waitFor(patience);
    const pages = page.getByRole('document', { name: '文书页面' });
    // Each page is the whole text, of which a piece is seen.
    const changedText = pages.getByText(ownSentence).filter({ visible: true }).last();
    await changedText.waitFor(patience);
    expect(await pages.getByText(/\{\{|\}\}/u).count()).toBe(0);
    await changedText.scrollIntoViewIfNeeded();
    await desk.picture('wording-preview');
    await page.getByRole('button', { name: '换用', exact: true }).click();
    await rowOf(title)
      .getByText(/改好的承诺书\.docx/u)
      .waitFor();
    await rowOf(title)
      .getByText(/2026-08-10 起，区教育局换用/u)
      .waitFor();
    await desk.picture('wording-in-use');
  });

  test('a document is issued in it, and the register of documents says so', async () => {
    const { page } = desk;
    await tab('出具文书');
    const panel = page.getByRole('tabpanel', { name: '出具文书' });
    await panel.getByText(title, { exact: true }).click();
    await panel.getByRole('button', { name: studio, exact: true }).click();
    await panel.getByRole('document', { name: '文书页面' }).getByText(ownSentence).first().waitFor(patience);
    await panel.getByRole('switch').click();
    await desk.answerDialogs({ open: desk.folder });
    await panel.getByRole('button', { name: /^正式出具/u }).click();
    await panel.getByText('已保存 1 份').waitFor(patience);
    const [made = ''] = readdirSync(desk.folder).filter((name) => name.startsWith(`${title}_`));
    const text = printedTexts(readFileSync(join(desk.folder, made))).join('');
    expect(text).toContain(ownSentence);
    expect(text).not.toContain(sentence);
    await tab('已出具的文书');
    await page.getByRole('row', { name: /任务承诺书.*自定义文本/u }).waitFor();
    await desk.picture('wording-register');
  });

  test('the kind goes back to the built-in text', async () => {
    const { page } = desk;
    await tab('自定义文本');
    await rowOf(title).getByRole('button', { name: '换回内置…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '换回内置', exact: true }).click();
    await rowOf(title).getByText('内置', { exact: true }).waitFor(patience);
    expect(desk.complaints).toEqual([]);
  });
});
