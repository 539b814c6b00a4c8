import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../db/transaction.ts';
import { writeSetting } from '../../db/writes/settings.ts';
import type { DocumentKindId } from '../../templates/document-kinds.ts';
import { documentSettingsKey } from '../../workflow/documents/document-settings.ts';
import { makeDocuments } from '../../workflow/documents/make-documents.ts';
import { printedTexts } from '../templates/document-text.ts';
import { carryRound, civil, education, hr, office, type RoundRegister, roundRegister, studioOf, union } from './round-register.ts';

let folder: string;
let register: RoundRegister;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'round-documents-'));
  register = roundRegister();
  inTransaction(register.db, (tx) => {
    writeSetting(tx, 'contact', { person: '何思齐', phone: '027-88000000' });
    writeSetting(tx, documentSettingsKey(register.contextOf(office).seat), {
      signers: ['易水寒'],
      copyTo: ['区财政局'],
      address: '武昌区示范路1号',
    });
  });
});
afterEach(() => {
  register.db.$client.close();
  rmSync(folder, { recursive: true });
});

const [first, second, third] = [studioOf(education, 1), studioOf(union, 1), studioOf(civil, 1)];

/** What a seat gets when it asks for a kind: each document's number and text, and why others were refused. */
async function make(kind: DocumentKindId, seat: string = office) {
  const { files, refused } = await makeDocuments({ kind, folder, year: 2026, draft: false, oneFile: false }, register.contextOf(seat));
  return {
    numbers: files.map(({ number }) => number),
    text: files.map(({ path }) => printedTexts(readFileSync(path)).join('')).join('\n'),
    refused: refused.map(({ reason }) => reason).join('\n'),
  };
}

/** Three studios on public notice from 2026-07-20 on. */
const post = () => carryRound(register, { [first]: 80, [second]: 95, [third]: 90 }, 'posted');

describe('公示公告 out of the register', () => {
  it('says the days the rule came to, who stands on it, and how to object', async () => {
    post();
    const { text, refused } = await make('public-notice');
    expect(refused).toBe('');
    expect(text).toContain('公示期为5天，自2026年7月21日起至2026年7月25日止，发布当日不计入');
    expect([first, second, third].map((studio) => text.includes(studio))).toEqual([true, true, true]);
    expect(text).toContain('受理人：何思齐；联系电话：027-88000000；通信地址：武昌区示范路1号。');
  });

  it('is refused before the notice is posted, and to any other seat', async () => {
    carryRound(register, { [first]: 80 }, 'approved');
    expect((await make('public-notice')).refused).toContain('2026 年的评选还没有公示');
    await expect(make('public-notice', hr)).rejects.toThrow('没有这项职权');
  });
});

describe('公示情况报告 out of the register', () => {
  it('comes on the day after the notice, not on its last day', async () => {
    post();
    register.moveTo('2026-07-25');
    expect((await make('public-notice-report')).refused).toContain('公示期至 2026-07-25');
    register.moveTo('2026-07-26');
    const { text, refused } = await make('public-notice-report');
    expect(refused).toBe('');
    expect(text).toContain('没有单位或者个人提出异议');
    expect(text).toContain('等3家名师工作室公示期满无异议');
    expect(text).toContain('中共武汉市武昌区委人才工作领导小组：');
  });

  it('waits for every objection, tells what came of it, and does not tell who objected', async () => {
    post();
    register.act(office, 'register-objection', first, { objector: '王某某', content: '反映材料不实', date: '2026-07-20' });
    register.moveTo('2026-07-28');
    expect((await make('public-notice-report')).refused).toContain(`「${first}」还有 1 件异议没有办结`);
    register.act(office, 'settle-objection', first, { outcome: 'upheld', finding: '经核实，证书系涂改' });
    const { text, numbers } = await make('public-notice-report');
    expect(text).toContain('共收到异议1件。经逐件核查，异议成立1件');
    expect(text).toContain(`${first}因异议成立，退出本年度评选`);
    expect(text).toContain('2026年7月20日，实名');
    expect(text).not.toContain('王某某');
    expect((await make('public-notice-report')).numbers).toEqual(numbers);
  });
});

describe('授牌决定 out of the register', () => {
  const award = (studio: string, number: string) => register.act(office, 'award-plaque', studio, { number });

  it('is one for each number, with every studio it awards', async () => {
    post();
    register.moveTo('2026-07-27');
    for (const studio of [first, second]) award(studio, '武昌人才办〔2026〕9号');
    award(third, '武昌人才办〔2026〕10号');
    const { numbers, text, refused } = await make('plaque-decision');
    expect([refused, numbers]).toEqual(['', ['武昌人才办〔2026〕9号', '武昌人才办〔2026〕10号']]);
    expect(text).toContain('于2026年7月21日至2026年7月25日进行了公示，公示期满无异议');
    expect(text).toContain(`现决定命名${third}为“武昌区名师工作室”`);
    expect(text).toContain('等2家名师工作室为“武昌区名师工作室”，并予以授牌');
  });

  it('says that objections were found to be wrong', async () => {
    post();
    register.act(office, 'register-objection', first, { objector: '匿名', content: '反映材料不实' });
    register.act(office, 'settle-objection', first, { outcome: 'unfounded', finding: '与原件相符' });
    register.moveTo('2026-07-27');
    award(first, '武昌人才办〔2026〕9号');
    expect((await make('plaque-decision')).text).toContain('公示期间收到的1件异议经核查均不成立');
  });

  it('is refused where nobody got a plaque, and for a title that came from elsewhere', async () => {
    expect((await make('plaque-decision')).refused).toContain('2026 年没有授牌');
    register.nameElsewhere(first, '2026-05-01');
    expect((await make('plaque-decision')).refused).toMatch(/缺少.*「命名文号」/);
  });
});

describe('资助拨付通知 out of the register', () => {
  it('is one for each number, with the sum in figures and in words', async () => {
    post();
    register.moveTo('2026-07-27');
    for (const studio of [first, second, third]) register.act(office, 'award-plaque', studio, { number: '武昌人才办〔2026〕9号' });
    const grant = (studio: string, nature: string, amount: string, number: string) =>
      register.act(hr, 'decide-grant', studio, { nature, amount, number });
    grant(first, '纯公益性', '80000', '武昌人资〔2026〕30号');
    grant(second, '具备一定市场功能', '35000', '武昌人资〔2026〕30号');
    grant(third, '纯公益性', '50000', '武昌人资〔2026〕31号');
    const { numbers, text, refused } = await make('grant-notice', hr);
    expect([refused, numbers]).toEqual(['', ['武昌人资〔2026〕30号', '武昌人资〔2026〕31号']]);
    expect(text).toContain('共计115000元（大写：人民币壹拾壹万伍仟元整）');
    expect(text).toContain('纯公益性的名师工作室1家，资助80000元；具备一定市场功能的名师工作室1家，资助35000元');
    expect(text).toContain('核定资助区级名师工作室1家，共计50000元（大写：人民币伍万元整）。各名师工作室');
  });

  it.each([
    ['2026-07-20', '工作室基础建设、差旅以及课题资料'],
    ['2026-07-21', '工作室基础建设、教育科研活动、名师工作津贴、团队成员和学员奖励以及工作室日常开支'],
  ])('第十八条: under a set in force from %s a round opened on 2026-07-20 pays for %s', async (effectiveFrom, purposes) => {
    const value = ['工作室基础建设', '差旅', '课题资料'].map((label) => ({ code: label, label, construction: false }));
    const head = { id: 'wuchang-2026', title: '武昌区名师工作室建设管理办法（修订）', documentNumber: '武昌人才办〔2026〕5号' };
    const set = { ...head, effectiveFrom, values: { expenseCategories: { value, source: { article: 18 } } } };
    register.act(office, 'add-measures', null, { set });
    post();
    register.moveTo('2026-07-27');
    register.act(office, 'award-plaque', first);
    register.act(hr, 'decide-grant', first, { nature: '纯公益性', amount: '50000' });
    const { text } = await make('grant-notice', hr);
    expect(/专款专用，主要用于(.+?)等。/u.exec(text)?.[1]).toBe(purposes);
  });

  it('is refused before any grant is decided, and to the office', async () => {
    post();
    expect((await make('grant-notice', hr)).refused).toContain('还没有核定资助');
    await expect(make('grant-notice', office)).rejects.toThrow('没有这项职权');
  });
});

describe('推荐函 out of the register', () => {
  it('names what the bureau recommended in its own order, and keeps its number', async () => {
    const other = studioOf(education, 2);
    carryRound(register, { [first]: 80, [other]: 70, [second]: 95 }, 'recommended');
    const { numbers, text, refused } = await make('recommendation-letter', education);
    expect(refused).toBe('');
    expect(text).toContain('从提出申请并经所在单位同意的2家系统内名师工作室中，择优推荐2家参评2026年区级名师工作室');
    expect(text).toContain(`（一）${first}。`);
    expect(text).toContain(`（二）${other}。`);
    expect(text).not.toContain(second);
    expect((await make('recommendation-letter', education)).numbers).toEqual(numbers);
  });

  it('is refused to a bureau that recommended nobody', async () => {
    carryRound(register, { [second]: 95 }, 'recommended');
    expect((await make('recommendation-letter', education)).refused).toContain('区教育局在 2026 年没有推荐工作室');
  });
});
