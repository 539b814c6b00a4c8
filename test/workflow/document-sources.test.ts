import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../db/transaction.ts';
import { writeSetting } from '../../db/writes/settings.ts';
import { documentSettingsKey } from '../../workflow/documents/document-settings.ts';
import { makeDocuments } from '../../workflow/documents/make-documents.ts';
import { printedTexts } from '../templates/document-text.ts';
import { carry, type NewDesk, newDesk } from './new-desk.ts';
import { carryRound, civil, education, hr, type RoundRegister, roundRegister, studioOf, union } from './round-register.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const textOf = (path: string | undefined): string => printedTexts(readFileSync(path ?? '')).join('');

describe('命名通知 out of the register', () => {
  let desk: NewDesk;
  beforeEach(async () => {
    desk = await newDesk({ imported: true });
  });
  afterEach(() => desk.close());
  const [first, second, third] = ['方予安小学语文名师工作室', '陶景行高中物理名师工作室', '堃一鸣初中物理实验教学名师工作室'];

  it('is one for each number, with every studio it names', async () => {
    await carry(desk, first, 'approved');
    await carry(desk, second, 'approved');
    await desk.act('name', first, { number: '武昌教发〔2026〕12号' });
    await desk.act('name', second, { number: '武昌教发〔2026〕12号' });
    const { files, refused } = await desk.workflow.makeDocuments({ kind: 'naming-decision', folder });
    expect([refused, files.map(({ number }) => number)]).toEqual([[], ['武昌教发〔2026〕12号']]);
    const text = textOf(files[0]?.path);
    expect(text).toContain('等2家名师工作室为武昌区教育系统名师工作室');
    expect([first, second].map((studio) => text.includes(studio))).toEqual([true, true]);
    expect(text).toContain('武汉市武昌区教育局办公室2026年8月10日印发');
  });

  it('is refused for a year that named nobody', async () => {
    const { refused } = await desk.workflow.makeDocuments({ kind: 'naming-decision', folder, year: 2025 });
    expect(refused[0]?.reason).toContain('2025 年没有命名工作室');
    expect(third).toBeDefined();
  });

  it('does not lend a number of another day', async () => {
    await carry(desk, first, 'approved');
    await carry(desk, second, 'approved');
    await desk.act('name', first, { number: '武昌教发〔2026〕12号' });
    desk.moveTo('2026-08-11');
    await expect(desk.act('name', second, { number: '武昌教发〔2026〕12号' })).rejects.toThrow('这个文号已经用过');
  });
});

describe('拟入围名单请示 out of the register', () => {
  let register: RoundRegister;
  const sayWhoSigns = () => {
    inTransaction(register.db, (tx) => {
      writeSetting(tx, 'contact', { person: '何思齐', phone: '027-88000000' });
      writeSetting(tx, documentSettingsKey(register.contextOf(hr).seat), { signers: ['易水寒'], copyTo: ['区财政局'] });
    });
  };
  const make = () => makeDocuments({ kind: 'approval-request', folder, year: 2026, draft: false, oneFile: false }, register.contextOf(hr));
  beforeEach(() => {
    register = roundRegister();
  });
  afterEach(() => {
    register.db.$client.close();
  });

  it('names the shortlist in the order of its places, the signer and whom to call', async () => {
    sayWhoSigns();
    carryRound(register, { [studioOf(education, 1)]: 80, [studioOf(union, 1)]: 95, [studioOf(civil, 1)]: 90 }, 'shortlisted');
    const { files, refused } = await make();
    expect(refused).toEqual([]);
    const text = textOf(files[0]?.path);
    expect(text).toContain(`确定${studioOf(union, 1)}、${studioOf(civil, 1)}、${studioOf(education, 1)}等三家为拟入围名单`);
    expect(text).toContain('签发人：易水寒');
    expect(text).toContain('（联系人：何思齐，联系电话：027-88000000）');
    expect(text).toContain('抄送：区财政局。');
  });

  it('keeps its number when it is made again', async () => {
    sayWhoSigns();
    carryRound(register, { [studioOf(education, 1)]: 80 }, 'shortlisted');
    const [one, again] = [await make(), await make()];
    expect(again.files).toEqual(one.files);
    expect(one.files[0]?.number).toMatch(/〔2026〕\d+号$/);
  });

  it('is refused before there is a shortlist, and without anybody to sign, and takes no number then', async () => {
    carryRound(register, { [studioOf(education, 1)]: 80 }, 'reviewed');
    expect((await make()).refused[0]?.reason).toContain('还没有拟入围名单');
    register.act(hr, 'shortlist', studioOf(education, 1));
    const { refused } = await make();
    expect(refused[0]?.reason).toContain('缺少「签发人」');
    sayWhoSigns();
    // The notice that opened the round has the first number.
    expect((await make()).files[0]?.number).toMatch(/〔2026〕2号$/);
  });
});

describe('备案报告 out of the register', () => {
  let desk: NewDesk;
  beforeEach(async () => {
    desk = await newDesk({ imported: true });
  });
  afterEach(() => desk.close());
  const [first, second] = ['方予安小学语文名师工作室', '陶景行高中物理名师工作室'];
  const make = () => desk.workflow.makeDocuments({ kind: 'filing-report', folder });

  it('is one for each day of sending, with a form for each studio sent', async () => {
    await desk.workflow.changeDocumentSettings({ signers: ['易水寒'] });
    await carry(desk, first, 'named');
    await carry(desk, second, 'named');
    await desk.act('file', first);
    desk.moveTo('2026-08-12');
    await desk.act('file', second);
    const { files, refused } = await make();
    expect([refused, files.length]).toEqual([[], 2]);
    const texts = files.map(({ path }) => textOf(path));
    expect(texts.map((text) => [first, second].map((studio) => text.includes(studio)))).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(texts[0]).toContain('并经我局2026年8月10日党组会议（武昌教党纪〔2026〕8号）研究同意，于2026年8月10日以');
    expect(texts[0]).toContain('武昌区教育系统名师工作室备案表');
    expect((await make()).files.map(({ number }) => number)).toEqual(files.map(({ number }) => number));
  });

  it('is refused before anything is sent, and without anybody to sign', async () => {
    await carry(desk, first, 'named');
    expect((await make()).refused[0]?.reason).toContain('没有报送备案');
    await desk.act('file', first);
    expect((await make()).refused[0]?.reason).toContain('缺少「签发人」');
  });
});

describe('党组会议审议材料 out of the register', () => {
  let desk: NewDesk;
  beforeEach(async () => {
    desk = await newDesk({ imported: true });
  });
  afterEach(() => desk.close());
  const [first, second] = ['方予安小学语文名师工作室', '陶景行高中物理名师工作室'];
  const make = () => desk.workflow.makeDocuments({ kind: 'meeting-paper', folder });

  it('tells of each studio that waits for the meeting, and of no other', async () => {
    await carry(desk, first, 'inspected');
    await carry(desk, second, 'approved');
    const { files, refused } = await make();
    expect([refused, files.length, files[0]?.number]).toEqual([[], 1, null]);
    const text = textOf(files[0]?.path);
    expect([first, second].map((studio) => text.includes(studio))).toEqual([true, false]);
    expect(text).toContain('现将完成现场考察的1家名师工作室申报情况提交会议讨论。其中，现场考察通过1家、不通过0家');
    expect(text).toContain('2026年8月10日由林清源、何思齐现场考察，结论：通过。');
  });

  it('is refused while nobody waits for the meeting', async () => {
    await carry(desk, first, 'accepted');
    expect((await make()).refused[0]?.reason).toContain('没有完成现场考察、等待党组会议讨论的申报');
  });
});
