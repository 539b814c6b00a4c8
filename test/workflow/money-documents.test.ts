import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

async function said(seat: string, kind: string, of: { studio?: string; year?: number } = {}): Promise<string> {
  const { year } = of;
  const asked = { kind, draft: false, ...(of.studio === undefined ? {} : { studioId: register.idOf(of.studio) }) };
  const { bytes } = await previewDocument(year === undefined ? asked : { ...asked, year }, register.contextOf(seat));
  return printedTexts(bytes).join('');
}

describe('资金拨付表 out of the register', () => {
  beforeEach(() => {
    carryRound(register, { [studio]: 95 }, 'posted');
    register.moveTo('2026-07-26');
    register.act(office, 'award-plaque', studio);
  });

  it('is refused before a grant is decided', async () => {
    await expect(said(hr, 'grant-table')).rejects.toThrow(/2026 年的评选还没有核定资助.*先办理「核定资助」.*第十二条第六项/);
    await expect(said(office, 'grant-table')).rejects.toThrow('没有这项职权');
  });

  it('says what is approved, what was spent before, and what was paid, in words too', async () => {
    register.act(hr, 'decide-grant', studio, { nature: '纯公益性', amount: 80_000 });
    const before = await said(hr, 'grant-table');
    for (const part of [studio, '纯公益性', '80000.00', '未登记', '尚未拨付', '核定资助：人民币捌万元整']) expect(before).toContain(part);
    register.act(hr, 'pay-grant', studio, { voucher: '拨-1', amount: 50_000, spent: 60_000 });
    const after = await said(hr, 'grant-table');
    for (const part of ['60000.00', '50000.00', '已拨付：人民币伍万元整']) expect(after).toContain(part);
  });
});

describe('经费使用情况表 out of the register', () => {
  it('is refused without an account, and for a year that has not come', async () => {
    await expect(said(education, 'expense-statement', { studio })).rejects.toThrow(/还没有经费专户.*「开立经费专户」.*第十八条/);
    register.act(education, 'open-fund-account', studio, { name: '名师工作室专户' });
    await expect(said(education, 'expense-statement', { studio, year: 2027 })).rejects.toThrow('2027 年还没有到');
  });

  it('says what came from whom, and what is left, over the days of the year so far', async () => {
    register.act(education, 'open-fund-account', studio, { name: '名师工作室专户', bank: '武昌农商行' });
    register.act(education, 'record-income', studio, { source: '所在单位', amount: 30_000.5, voucher: '收-1', summary: '年度经费' });
    const text = await said(education, 'expense-statement', { studio });
    for (const part of [
      '名师工作室专户，武昌农商行',
      '2026年1月1日至2026年7月20日',
      '所在单位30000.50',
      '名师工作津贴0.00',
      '期末余额（大写）人民币叁万元零伍角整',
    ])
      expect(text).toContain(part);
  });
});
