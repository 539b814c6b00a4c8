import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printedTexts } from '../templates/document-text.ts';
import { carry, type NewDesk, newDesk } from './new-desk.ts';

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
