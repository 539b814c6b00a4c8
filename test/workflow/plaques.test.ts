import { afterEach, beforeEach, expect, it } from 'vitest';
import { inTransaction } from '../../db/transaction.ts';
import { writeSetting } from '../../db/writes/settings.ts';
import { documentSettingsKey } from '../../workflow/documents/document-settings.ts';
import { previewDocument } from '../../workflow/documents/make-documents.ts';
import { printedTexts } from '../templates/document-text.ts';
import { carryRound, education, hr, office, type RoundRegister, roundRegister, studioOf } from './round-register.ts';

const studio = studioOf(education, 1);

let register: RoundRegister;
beforeEach(() => {
  register = roundRegister();
});
afterEach(() => {
  register.db.$client.close();
});

const make = (seat: string, kind: string, year = 2026) => previewDocument({ kind, year, draft: false }, register.contextOf(seat));
const said = async (seat: string, kind: string): Promise<string> => printedTexts((await make(seat, kind)).bytes).join('');

it('a bureau lists the plaques of its system, under its own name and in the size its settings say', async () => {
  const usual = await said(education, 'plaque-list');
  for (const part of ['共3块', '武昌区教育系统名师工作室', studio, '武汉市武昌区教育局', '二〇二六年', '三月', '60厘米×40厘米'])
    expect(usual).toContain(part);
  inTransaction(register.db, (tx) => {
    writeSetting(tx, documentSettingsKey(register.contextOf(education).seat), { plaqueSize: '80厘米×50厘米' });
  });
  expect(await said(education, 'plaque-list')).toContain('80厘米×50厘米');
  expect((await make(education, 'plaque-list')).fileName).toBe('牌匾制作清单_2026年度.docx');
});

it('the office lists those of the district once they are awarded', async () => {
  carryRound(register, { [studio]: 95 }, 'posted');
  await expect(make(office, 'plaque-list')).rejects.toThrow(/2026 年没有命名工作室.*先办理命名授牌.*第十二条第五项/);
  register.moveTo('2026-07-26');
  register.act(office, 'award-plaque', studio);
  const text = await said(office, 'plaque-list');
  for (const part of ['共1块', `武昌区名师工作室${studio}`, '中共武汉市武昌区委人才工作领导小组办公室', '七月'])
    expect(text).toContain(part);
});

it('the words for the engraver are a page for each plaque', async () => {
  const text = await said(education, 'plaque-face');
  for (const number of [1, 2, 3] as const) expect(text).toContain(studioOf(education, number));
  expect(text).toContain('第3块');
  expect((await make(education, 'plaque-face')).fileName).toBe('牌匾文字小样_2026年度.docx');
});

it('a plaque stays on the list when the title has ended, and is not cut again', async () => {
  register.endTitle(studio, 'in-system', '2026-07-20');
  expect(await said(education, 'plaque-list')).toContain('共3块');
  expect(await said(education, 'plaque-face')).not.toContain(studio);
});

it.each(['plaque-list', 'plaque-face'])('a %s is refused to the HR bureau, and for a year that named nobody', async (kind) => {
  await expect(make(hr, kind)).rejects.toThrow('没有这项职权');
  await expect(make(education, kind, 2025)).rejects.toThrow(/2025 年没有命名工作室.*第十一条第三项/);
});
