import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerOf, itemOf } from '../../workflow/naming/criterion-rule.ts';
import { carry, type NewDesk, newDesk } from './new-desk.ts';

const studio = '方予安小学语文名师工作室';
let desk: NewDesk;
beforeEach(async () => {
  desk = await newDesk({ imported: true });
});
afterEach(() => desk.close());

const criteria = {
  title: '区教育局名师工作室评审细则',
  name: { 1: '领军水平', 2: '培训规模', 3: '科研成果', 4: '场所条件', 5: '特色', 6: '弄虚作假' },
  method: { 1: '分档', 2: '扣分', 3: '计件', 4: '分档', 5: '分档', 6: '一票否决' },
  points: { 1: 30, 2: 20, 3: 30, 4: 20, 5: 5 },
  rule: {
    1: '优 24-30；良 15-23；一般 0-14',
    2: '目标 500 人次，每少 10 扣 1',
    3: '每件 2；国家级 3；省级 2；市级 1',
    4: '达标 20；不达标 0',
    5: '有 1-5；无 0',
  },
  mayNotApply: { 4: '是' },
  bonus: { 5: '是' },
  excellent: 90,
  qualified: 60,
};
const define = (changes: Record<string, unknown> = {}) =>
  desk.workflow.runCommand({ command: 'define-review-criteria', answers: { ...criteria, ...changes } });
const full = {
  1: '优 30',
  2: '500',
  3: '课题A：国家级；课题B：国家级；论文：省级；论文二：省级；竞赛：国家级',
  4: '达标 20',
  5: '无 0',
  6: '否',
};
const score = (changes: Record<string, unknown> = {}, more: Record<string, unknown> = {}) =>
  desk.act('score-application', studio, { scorers: '林清源、何思齐', score: { ...full, ...changes }, ...more });
const scores = async () => (await desk.workflow.showStudio({ studioId: await desk.idOf(studio) })).reviewScores;

describe('第十一条: review criteria of a bureau', () => {
  it('make 100 points together, bonus and veto aside', async () => {
    expect((await define()).message).toContain('指标 6 项，自 2026-08-10 起使用');
    await expect(define({ points: { ...criteria.points, 2: 19 } })).rejects.toThrow('各项满分合计应为 100 分，现为 99 分');
  });

  it('say how each is scored, in the words of their method', async () => {
    await expect(define({ rule: { ...criteria.rule, 2: '酌情扣分' } })).rejects.toThrow(
      /指标 2「培训规模」的评分规则「酌情扣分」看不懂，请写成「目标 500/,
    );
    await expect(define({ method: { ...criteria.method, 1: '打分' } })).rejects.toThrow('应为分档、扣分、计件、一票否决之一');
    await expect(define({ rule: { ...criteria.rule, 1: '优 24-31；良 0-23' } })).rejects.toThrow('分档「优」应在 0 至 30 分之间');
    await expect(define({ points: { ...criteria.points, 9: 1 } })).rejects.toThrow('编号 9 没有「指标名称」');
    await expect(define({ excellent: 90, qualified: '' })).rejects.toThrow('须一并填写');
  });

  it('are the bureau’s', async () => {
    const hr = desk.as('区人力资源局');
    await expect(hr.runCommand({ command: 'define-review-criteria', answers: criteria })).rejects.toThrow('没有这项职权');
  });

  it('are replaced on the same day until somebody has scored by them', async () => {
    await define();
    await define({ title: '第二稿' });
    await carry(desk, studio, 'accepted');
    await score();
    await expect(define()).rejects.toThrow('已用于评分，不再改变');
    await define({ title: '新细则', from: '2026-08-11' });
    expect((await scores())[0]?.sheet).toBe('第二稿');
  });
});

describe('第十一条: scoring an application', () => {
  beforeEach(async () => {
    await define();
    await carry(desk, studio, 'accepted');
  });

  it('adds up in the program', async () => {
    // 30 + 20 + min(30, 2×(3+3+2+2+3) = 26) + 20.
    expect((await score()).message).toContain('评审得分 96，优秀');
    expect(await scores()).toMatchObject([{ total: 96, gradeLabel: '优秀', vetoes: [], scorers: '林清源、何思齐' }]);
  });

  it('deducts for whole steps only, down to zero', async () => {
    expect((await score({ 2: '491' })).message).toContain('得分 96');
    expect((await score({ 2: '490' })).message).toContain('得分 95');
    expect((await score({ 2: '0' })).message).toContain('得分 76');
  });

  it('rescales what does not apply, and adds a bonus up to 100', async () => {
    expect((await score({ 4: '不适用' })).message).toContain('得分 95');
    expect((await score({ 5: '有 5' })).message).toContain('得分 100');
    await expect(score({ 1: '不适用' })).rejects.toThrow('不能填不适用');
  });

  it('takes points at both ends of a band, and refuses them a hundredth beyond', async () => {
    expect((await score({ 1: '优 24' })).message).toContain('得分 90，优秀');
    await expect(score({ 1: '优 23.99' })).rejects.toThrow('「优」应在 24 至 30 分之间');
    await expect(score({ 1: '优 30.01' })).rejects.toThrow('「优」应在 24 至 30 分之间');
  });

  it('stops an item by the piece at its full mark, and counts one achievement once', async () => {
    const pieces = (count: number) => Array.from({ length: count }, (_, index) => `课题${index}：国家级`).join('；');
    expect((await score({ 3: pieces(4) })).message).toContain('得分 94');
    expect((await score({ 3: pieces(5) })).message).toContain('得分 100');
    expect((await score({ 3: pieces(6) })).message).toContain('得分 100');
    expect((await score({ 3: '课题：国家级；课题：省级' })).message).toContain('得分 76');
  });

  it('passes 100 with a bonus only where the criteria say so, and then by the full bonus and no more', async () => {
    const all = { 3: '甲：国家级；乙：国家级；丙：国家级；丁：国家级；戊：国家级' };
    expect((await score({ ...all, 5: '有 5' })).message).toContain('得分 100，');
    await define({ from: '2026-08-11', bonusAbove100: '是' });
    desk.moveTo('2026-08-11');
    expect((await score({ ...all, 5: '有 5' })).message).toContain('得分 105，');
    await expect(score({ ...all, 5: '有 5.01' })).rejects.toThrow('「有」应在 1 至 5 分之间');
  });

  it('reaches a grade on its line, and not a hundredth below', async () => {
    expect(
      (await score({ 1: '良 15', 4: '不达标 0', 3: '甲：市级；乙：市级；丙：国家级；丁：省级；戊：国家级；己：市级' })).message,
    ).toContain('得分 57，不合格');
    expect(
      (await score({ 1: '良 18', 4: '不达标 0', 3: '甲：市级；乙：市级；丙：国家级；丁：省级；戊：国家级；己：市级' })).message,
    ).toContain('得分 60，合格');
    expect(
      (await score({ 1: '良 17.99', 4: '不达标 0', 3: '甲：市级；乙：市级；丙：国家级；丁：省级；戊：国家级；己：市级' })).message,
    ).toContain('得分 59.99，不合格');
  });

  it('says what it does not understand, and what is missing', async () => {
    await expect(score({ 1: '很好' })).rejects.toThrow('填的「很好」看不懂，请填档次和分数，如 优 30');
    await expect(score({ 1: '优 23' })).rejects.toThrow('「优」应在 24 至 30 分之间');
    await expect(score({ 3: '课题A' })).rejects.toThrow('填各项成果和级别');
    await expect(score({ 9: '1' })).rejects.toThrow('没有编号为 9 的指标');
    await expect(desk.act('score-application', studio, { scorers: '甲', score: { 1: '优 30' } })).rejects.toThrow(
      /还有指标没有评分：2「培训规模」/,
    );
  });

  it('keeps every score; the last one counts at the meeting, and the meeting sees it', async () => {
    await score({ 2: '0' });
    await score();
    expect((await scores()).map(({ total }) => total)).toEqual([76, 96]);
    await desk.act('inspect', studio, { inspectors: '甲', result: '通过', verified: '是' });
    await desk.act('decide', studio, { minutes: '8号', decision: '同意' });
    const { steps } = await desk.workflow.showStudio({ studioId: await desk.idOf(studio) });
    expect(steps.at(-1)?.details).toContainEqual({ label: '评审得分', value: '96' });
  });

  it('that finds a veto, or falls below the line, is approved with an opinion only', async () => {
    expect((await score({ 6: '是' })).warnings.join()).toContain('一票否决的情形：弄虚作假');
    await desk.act('inspect', studio, { inspectors: '甲', result: '通过', verified: '是' });
    const approve = (opinion?: string) =>
      desk.act('decide', studio, { minutes: '8号', decision: '同意', ...(opinion === undefined ? {} : { opinion }) });
    await expect(approve()).rejects.toThrow(/一票否决.*会议意见.*第十一条/);
    await score({ 1: '一般 0', 3: '无', 2: '0' });
    await expect(approve()).rejects.toThrow('得 20 分，不合格');
    expect((await approve('确有特殊贡献')).status).toBe('approved');
  });

  it('has no total when nothing applies, and no grade; a veto is found all the same', async () => {
    const every = {
      name: { 1: '规模', 6: '弄虚作假' },
      method: { 1: '扣分', 6: '一票否决' },
      points: { 1: 100 },
      rule: { 1: criteria.rule[2] },
      mayNotApply: { 1: '是' },
      bonus: undefined,
    };
    await define({ ...every, from: '2026-08-11' });
    desk.moveTo('2026-08-11');
    const judge = (found: string) => desk.act('score-application', studio, { scorers: '林清源', score: { 1: '不适用', 6: found } });
    expect(await judge('否')).toMatchObject({ message: `已登记「${studio}」评审得分 （无适用的指标）。`, warnings: [] });
    await desk.act('inspect', studio, { inspectors: '甲', result: '通过', verified: '是' });
    expect((await judge('是')).warnings).toEqual(['有一票否决的情形：弄虚作假（第十一条）。']);
    const approve = () => desk.act('decide', studio, { minutes: '8号', decision: '同意' });
    await expect(approve()).rejects.toThrow('有一票否决的情形，会议仍同意的须写明「会议意见」');
    await judge('否');
    expect((await approve()).status).toBe('approved');
  });

  it('is expected of a bureau that has criteria', async () => {
    await desk.act('inspect', studio, { inspectors: '甲', result: '通过', verified: '是' });
    expect((await desk.act('decide', studio, { minutes: '8号', decision: '同意' })).warnings.join()).toContain('没有登记评审得分');
  });
});

describe('an application of a bureau without criteria', () => {
  it('is not scored', async () => {
    await carry(desk, studio, 'accepted');
    await expect(score()).rejects.toThrow('没有评审细则');
  });
});

describe('rules as people write them', () => {
  const points = fc.integer({ min: 1, max: 50 });
  const label = fc.constantFrom('优', '良', '一般', '合格', '国家级', '省级 A 类');

  it('come back as the numbers that were written', () => {
    fc.assert(
      fc.property(points, points, points, points, (target, step, deduct, full_) => {
        const item = itemOf('deduction', `目标 ${target} 人次，每少 ${step} 扣 ${deduct}`, { code: '1', title: '培训', points: full_ });
        expect(item).toMatchObject({ target, step, deduct, unit: '人次' });
        const counted = itemOf('counted', `每件 ${target}；国家级 ${step}；省级×${deduct}`, { code: '1', title: '成果', points: full_ });
        expect(counted).toMatchObject({
          each: target,
          levels: [
            { label: '国家级', coefficient: step },
            { label: '省级', coefficient: deduct },
          ],
        });
      }),
    );
  });

  it('give each answer back with its band and points', () => {
    fc.assert(
      fc.property(label, points, fc.constantFrom(' ', '：', ''), (band, given, gap) => {
        const item = { kind: 'bands' as const, code: '1', title: '水平', points: 50, bands: [{ label: band, least: 0, most: 50 }] };
        expect(answerOf(item, `${band}${gap}${given}`)).toEqual({ kind: 'bands', band, points: given });
      }),
    );
  });
});
