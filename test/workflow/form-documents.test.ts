import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { previewDocument } from '../../workflow/documents/make-documents.ts';
import { printedTexts } from '../templates/document-text.ts';
import { studio as assessedStudio, type CycleRegister, cycleRegister, done, short } from './cycle-register.ts';
import { carry, type NewDesk, newDesk } from './new-desk.ts';
import { carryRound, education, experts, hr, type RoundRegister, roundRegister, studioOf } from './round-register.ts';

const studio = '方予安小学语文名师工作室';

let desk: NewDesk;
beforeEach(async () => {
  desk = await newDesk({ imported: true });
});
afterEach(() => desk.close());

const preview = async (kind: string): Promise<string> => {
  const { bytes } = await desk.workflow.previewDocument({ kind, studioId: await desk.idOf(studio) });
  return printedTexts(bytes).join('');
};
const issue = async (kind: string) =>
  desk.workflow.makeDocuments({ kind, studioIds: [await desk.idOf(studio)], folder: join(desk.folder, '文书') });

describe('第十一条第二项: the return notice', () => {
  it('is refused while nothing was returned', async () => {
    await expect(preview('return-notice')).rejects.toThrow('没有退回');
  });

  it('gives each reason with the provision it names, and without one the provision that lets it be returned', async () => {
    await desk.act('return', studio, { reason: '第七条第一项：面积不足五十平方米。第三条：团队成员不足；材料第2页缺公章' });
    const text = await preview('return-notice');
    expect(text).toContain('（一）《办法》第七条第一项：面积不足五十平方米。');
    expect(text).toContain('（二）《办法》第三条：团队成员不足；材料第2页缺公章。');
    await desk.act('receive', studio);
    await desk.act('return', studio, { reason: '材料不全' });
    expect(await preview('return-notice')).toContain('（一）《办法》第十一条第二项：材料不全。');
  });

  it('keeps its number when it is made again; another return takes another', async () => {
    await desk.act('return', studio, { reason: '材料不全' });
    const first = await issue('return-notice');
    const again = await issue('return-notice');
    expect([first.files[0]?.number, again.files[0]?.number]).toEqual(['武昌教名〔2026〕1号', '武昌教名〔2026〕1号']);
    await expect(desk.as('区人力资源局').previewDocument({ kind: 'return-notice', studioId: await desk.idOf(studio) })).rejects.toThrow(
      '没有这项职权',
    );
  });
});

describe('第十一条第二项: the acceptance notice', () => {
  it('is refused before the acceptance, and names what must be seen on site after it', async () => {
    await expect(preview('acceptance-notice')).rejects.toThrow('还没有受理');
    await carry(desk, studio, 'accepted');
    const text = await preview('acceptance-notice');
    expect(text).toContain('申报符合条件，已于2026年8月10日受理');
    expect(text).toContain('现场考察时须重点核实下列事项：（一）');
    expect(text).toContain('（联系人：何思齐，联系电话：027-88000000）');
  });
});

describe('the inspection form', () => {
  it('is blank before the inspection and says what was recorded after it', async () => {
    await carry(desk, studio, 'accepted');
    const blank = await preview('inspection-form');
    expect(blank).toContain('第五条第四项');
    expect(blank).not.toContain('☑');
    await desk.act('inspect', studio, { inspectors: '林清源、何思齐', result: 'fail', opinion: '资料存放区域尚未建成' });
    const filled = await preview('inspection-form');
    for (const part of ['林清源、何思齐', '2026年8月10日', '☐ 通过　☑ 不通过', '资料存放区域尚未建成'])
      expect(filled.replaceAll(/\s/gu, '')).toContain(part.replaceAll(/\s/gu, ''));
  });
});

describe('第十一条第一项: the application form', () => {
  it('prints what was applied with and leaves the rest to be written in', async () => {
    const text = await preview('application-form');
    for (const part of ['武昌区名师工作室申报书', studio, '填报日期：2026年', '承诺所填内容', '政治面貌']) expect(text).toContain(part);
    expect(text).toMatch(/\d{2}周岁/);
  });
});

/** What a document of a register in memory says. */
async function said(register: RoundRegister, seat: string, kind: string, of: { studio?: string; year?: number }): Promise<string> {
  const request = { kind, draft: false, ...(of.year === undefined ? {} : { year: of.year }) };
  const context = register.contextOf(seat);
  const { bytes } = await previewDocument(of.studio === undefined ? request : { ...request, studioId: register.idOf(of.studio) }, context);
  return printedTexts(bytes).join('');
}

describe('第十九条: the forms of assessment and rectification', () => {
  let register: CycleRegister;
  const form = (kind: string): Promise<string> => said(register, education, kind, { studio: assessedStudio });
  beforeEach(() => {
    register = cycleRegister();
  });

  it('the assessment form has the targets of the year before the assessment and what was found after it', async () => {
    const blank = await form('assessment-form');
    expect([blank.includes('过程性考核表'), blank.includes('500人次'), blank.includes('☑')]).toEqual([true, true, false]);
    register.assess('process', 'qualified', '2027-08-20', { ...done, '2-1': 499 });
    const filled = await form('assessment-form');
    for (const part of ['甲、乙', '499人次', '☑ 合格', '以现场查验为准']) expect(filled).toContain(part);
  });

  it('the periodic form counts the targets of both years', async () => {
    register.assess('process', 'qualified', '2027-08-20');
    register.moveTo('2028-08-01');
    const text = await form('assessment-form');
    expect(text).toContain('周期性考核表');
    expect(text).toContain('1000人次');
    expect(text).toContain('2026年9月1日至2028年8月31日');
  });

  it('report and re-inspection are refused without a notice, and say what was reported and found with one', async () => {
    await expect(form('rectification-report')).rejects.toThrow('没有整改通知书');
    await expect(form('reinspection-form')).rejects.toThrow('没有整改通知书');
    register.assess('process', 'unqualified', '2027-08-20', short);
    register.moveTo('2027-08-25');
    register.act(education, 'issue-rectification-notice', assessedStudio);
    expect(await form('rectification-report')).not.toContain('已补办培训');
    register.moveTo('2027-09-10');
    register.act(education, 'record-rectification-report', assessedStudio, {
      reporter: '尉迟川',
      summary: '已经整改',
      result: { '2-1': '已补办培训', '3-1': '已立项' },
    });
    expect(await form('rectification-report')).toContain('已补办培训');
    expect(await form('reinspection-form')).toContain('已补办培训');
    expect(await form('reinspection-form')).not.toContain('☑');
  });
});

describe('第十二条第三项: the sheets and the summary of the experts', () => {
  const [first, second] = [studioOf(education, 1), studioOf(education, 2)];

  it('are refused before there is anything to score', async () => {
    const register = roundRegister();
    await expect(said(register, hr, 'score-sheet', { studio: first })).rejects.toThrow('没有参加区级评选');
    carryRound(register, { [first]: 80 }, 'recommended');
    await expect(said(register, hr, 'score-sheet', { studio: first })).rejects.toThrow('还没有制定评分项目');
    await expect(said(register, hr, 'score-summary', { year: 2026 })).rejects.toThrow('还没有考察合格的工作室');
  });

  it('name every expert, the points and the places', async () => {
    const register = roundRegister();
    carryRound(register, { [first]: 80, [second]: 91 }, 'reviewed');
    const sheet = await said(register, hr, 'score-sheet', { studio: first });
    for (const expert of experts) expect(sheet).toContain(expert);
    expect(sheet).toContain('示范引领');
    const summary = await said(register, hr, 'score-summary', { year: 2026 });
    expect(summary.indexOf(second)).toBeLessThan(summary.indexOf(first));
    expect(summary).toContain('91.00');
  });
});
