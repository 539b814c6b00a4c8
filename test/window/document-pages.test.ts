import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { convertWithLibreOffice } from '../machine/convert-with-libreoffice.ts';
import { measurePdf } from '../machine/measure-pdf.ts';
import { describeWith } from '../machine/require-tools.ts';
import { withNamedStudios } from './named-studios.ts';
import { type OpenDesk, openDesk, patience } from './open-desk.ts';

/** A4. */
const pageHeight = 297;

describeWith(['electron', 'libreoffice'], 'the pages of a document in the window', () => {
  let desk: OpenDesk;
  let sheets: Locator;

  beforeAll(async () => {
    desk = await openDesk(undefined, withNamedStudios);
    await desk.answerDialogs({ open: desk.folder });
    await desk.page.getByRole('menuitem', { name: '文书', exact: true }).click();
    sheets = desk.page.locator('.document-pages .sheet');
  });
  afterAll(() => desk.close());

  const show = async (kind: string): Promise<void> => {
    await desk.page.getByText(kind, { exact: true }).click();
    await sheets.first().waitFor(patience);
  };

  /** Where the imprint ends on the last page, in mm from the page's top, whatever the zoom. */
  const footOfImprint = async (): Promise<number> => {
    const [sheet, box] = await Promise.all([sheets.last().boundingBox(), sheets.last().locator('.box').boundingBox()]);
    if (sheet === null || box === null) throw new Error('no imprint on the last page');
    return ((box.y + box.height - sheet.y) / sheet.height) * pageHeight;
  };

  test('has the pages the saved document prints, the imprint at the foot of the last one', async () => {
    const { page, folder } = desk;
    await show('命名通知');
    const numbers = await sheets.locator('.page-number').allTextContents();
    const count = await sheets.count();
    expect(count % 2).toBe(0);
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => `— ${index + 1} —`));
    expect(await sheets.last().locator('.box').textContent()).toMatch(/印发$/u);
    expect(Math.abs((await footOfImprint()) - 262)).toBeLessThanOrEqual(1);
    await sheets.last().scrollIntoViewIfNeeded();
    await desk.picture('document-imprint');
    await page.getByRole('button', { name: /^保存草稿/u }).click();
    await page.getByText(/已保存 \d 份/u).waitFor(patience);
    const files = readdirSync(folder).filter((name) => /^命名通知.*\.docx$/u.test(name));
    const printed = await convertWithLibreOffice([join(folder, files[0] ?? '')], 'pdf with blank pages', folder);
    expect((await measurePdf(printed[0] ?? '')).length).toBe(count);
  });

  test('a year with several documents shows each of them, one after the other', async () => {
    const { page } = desk;
    await show('命名通知');
    await page.getByText('共 2 份').waitFor(patience);
    const name = page.locator('.document-preview-name');
    const first = await name.textContent();
    await page.getByRole('navigation', { name: '逐份预览' }).getByTitle('下一页').click();
    await expect.poll(() => name.textContent(), patience).not.toBe(first);
    await desk.picture('document-second');
    expect(desk.complaints).toEqual([]);
  });
});
