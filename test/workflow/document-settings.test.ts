import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usualFonts } from '../../templates/kit/typefaces.ts';
import type { DocumentSettings } from '../../workflow/contract/document-settings.ts';
import { firstNumberOf, fontsOf, seriesOf } from '../../workflow/documents/document-settings.ts';
import { numberGaps } from '../../workflow/documents/number-gaps.ts';
import { printedTexts } from '../templates/document-text.ts';
import { carry, type NewDesk, newDesk } from './new-desk.ts';

const studio = '方予安小学语文名师工作室';
const nothing: DocumentSettings = {
  series: [],
  starts: [],
  signers: [],
  copyTo: [],
  printer: null,
  address: null,
  handBackDays: 15,
  plaqueSize: '60厘米×40厘米',
  letterForm: 'full',
  reclaimAccount: null,
  fonts: {},
};
const seat = { numberPrefix: '武昌教名' };

describe('which series numbers a document', () => {
  const settings = {
    ...nothing,
    series: [
      { document: null, fromYear: 2026, prefix: '武昌教师' },
      { document: 'rectification-notice', fromYear: 2026, prefix: '武昌教改' },
      { document: 'rectification-notice', fromYear: 2028, prefix: '武昌教整' },
    ],
  };

  it.each([
    ['rectification-notice', 2025, '武昌教名'],
    ['rectification-notice', 2026, '武昌教改'],
    ['rectification-notice', 2027, '武昌教改'],
    ['rectification-notice', 2028, '武昌教整'],
    ['naming-decision', 2025, '武昌教名'],
    ['naming-decision', 2026, '武昌教师'],
  ])('%s in %d: %s', (document, year, prefix) => {
    expect(seriesOf(settings, seat, document, year)).toBe(prefix);
  });

  it('begins where numbers used elsewhere end, in that year alone', () => {
    const started = { ...nothing, starts: [{ prefix: '武昌教名', year: 2026, next: 13 }] };
    expect([2026, 2027].map((year) => firstNumberOf(started, '武昌教名', year))).toEqual([13, 1]);
  });
});

it.each([
  [[], []],
  [[1, 2, 3], []],
  [[2, 3], ['1号']],
  [
    [13, 14, 17],
    ['1—12号', '15—16号'],
  ],
  [[5, 1], ['2—4号']],
])('of %j the numbers passed over are %j', (taken, gaps) => {
  expect(numberGaps(taken, 1)).toEqual(gaps);
});

it('typefaces that are not settled are the usual ones', () => {
  const body = { name: '仿宋', substitute: 'FangSong', rare: '仿宋' };
  expect(fontsOf({ ...nothing, fonts: { body } })).toEqual({ ...usualFonts, body });
});

describe('the settings of a department', () => {
  let desk: NewDesk;
  beforeEach(async () => {
    desk = await newDesk({ imported: true });
  });
  afterEach(() => desk.close());

  const numbers = async () =>
    (await desk.workflow.showDocumentSettings({})).numbers.map(({ prefix, year, next, gaps }) => [prefix, year, next, gaps]);

  it('number the next document in the series set for it, after the numbers used elsewhere', async () => {
    await desk.workflow.changeDocumentSettings({
      series: [{ document: 'naming-decision', fromYear: 2026, prefix: '武昌教发' }],
      starts: [{ prefix: '武昌教发', year: 2026, next: 13 }],
    });
    await carry(desk, studio, 'approved');
    const { message } = await desk.act('name', studio);
    expect(message).toContain('武昌教发〔2026〕13号');
    expect(await numbers()).toEqual([
      ['武昌教发', 2026, 14, ['1—12号']],
      ['武昌教名', 2026, 1, []],
    ]);
  });

  it('refuse a next number that was used, and keep one that has been passed since', async () => {
    await carry(desk, studio, 'named');
    const start = (next: number) => desk.workflow.changeDocumentSettings({ starts: [{ prefix: '武昌教名', year: 2026, next }] });
    await expect(start(1)).rejects.toThrow('武昌教名〔2026〕1号不能作下一号：已用到 1号，用过的号不能再用。请填不小于 2 的数');
    await start(2);
    await carry(desk, '陶景行高中物理名师工作室', 'named');
    await start(2);
    expect(await numbers()).toEqual([['武昌教名', 2026, 3, []]]);
  });

  it("refuse another department's series and name", async () => {
    const { workflow } = desk;
    await expect(workflow.changeDocumentSettings({ series: [{ document: null, fromYear: 2026, prefix: '武昌人资名' }] })).rejects.toThrow(
      '发文字号代字「武昌人资名」是区人力资源局的',
    );
    await expect(workflow.changeDocumentSettings({ officialName: '武汉市武昌区人力资源局' })).rejects.toThrow('是区人力资源局的');
    await expect(workflow.changeDocumentSettings({ series: [{ document: 'letter', fromYear: 2026, prefix: '武昌教承' }] })).rejects.toThrow(
      '没有「letter」这种编号的文书',
    );
  });

  it('refuse a prefix that already carries a year or brackets', async () => {
    await expect(
      desk.workflow.changeDocumentSettings({ series: [{ document: null, fromYear: 2026, prefix: '武昌教名〔2026〕' }] }),
    ).rejects.toThrow('代字只写文字');
  });

  it('say how documents write the name of the department', async () => {
    await desk.workflow.changeDocumentSettings({ officialName: '湖北省武汉市武昌区教育局' });
    expect((await desk.workflow.session({})).seat?.officialName).toBe('湖北省武汉市武昌区教育局');
  });

  it('stay as they are where a change does not name them', async () => {
    await desk.workflow.changeDocumentSettings({ copyTo: ['区委办公室'] });
    const { copyTo, series } = await desk.workflow.changeDocumentSettings({
      series: [{ document: null, fromYear: 2027, prefix: '武昌教师' }],
    });
    expect({ copyTo, series }).toEqual({ copyTo: ['区委办公室'], series: [{ document: null, fromYear: 2027, prefix: '武昌教师' }] });
  });

  it('say whether a letter is printed in full or brief, and the letter made anew takes the place of the other', async () => {
    await carry(desk, studio, 'named');
    const folder = mkdtempSync(join(tmpdir(), 'letters-'));
    const text = async () => {
      const { files } = await desk.workflow.makeDocuments({ kind: 'commitment-letter', folder });
      return printedTexts(readFileSync(files[0]?.path ?? '')).join('');
    };
    try {
      expect(await text()).toContain('三、权利和义务');
      await desk.workflow.changeDocumentSettings({ letterForm: 'brief' });
      const brief = await text();
      expect([brief.includes('三、权利和义务'), brief.includes('权利义务、考核和责任依照《办法》')]).toEqual([false, true]);
      const issued = await desk.workflow.listIssuedDocuments({});
      expect(issued.map(({ kind, status }) => `${kind} ${status}`).toSorted()).toEqual([
        'commitment-letter in-force',
        'commitment-letter renewed',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('are those of the seat alone', async () => {
    await desk.workflow.changeDocumentSettings({ copyTo: ['区委办公室'] });
    expect((await desk.as('区人力资源局').showDocumentSettings({})).copyTo).toEqual([]);
  });
});
