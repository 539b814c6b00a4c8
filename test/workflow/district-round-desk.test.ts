import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carry, type NewDesk, newDesk } from './new-desk.ts';
import { hr, office } from './round-register.ts';

const studio = '方予安小学语文名师工作室';

let desk: NewDesk;
beforeEach(async () => {
  desk = await newDesk({ imported: true });
  await carry(desk, studio, 'filed');
});
afterEach(() => desk.close());

/** Runs an act of a seat at the one register, on the studio or on the desk as a whole. */
async function as(seat: string, command: string, answers: Record<string, unknown> = {}, scope: 'studio' | 'desk' = 'studio') {
  desk.as(seat);
  if (scope === 'studio') return desk.act(command, studio, answers);
  return desk.workflow.runCommand({ command, answers });
}

async function carryToNotice(): Promise<void> {
  await as(hr, 'open-round', {}, 'desk');
  await as('区教育局', 'apply-to-round', { unitAgreed: '是' });
  await as('区教育局', 'recommend', { rank: 1, reason: '业绩突出' });
  await as(hr, 'inspect-candidate', { inspectors: '林清源', result: 'pass' });
  await as(hr, 'set-round-criteria', { title: { 1: '业绩' }, points: { 1: '100' } }, 'desk');
  await as(hr, 'register-expert', { name: '钟离恒', employer: '市教育科学研究院', declared: '是' }, 'desk');
  await as(hr, 'record-expert-scores', { expert: '钟离恒', score: { 1: '91.5' } });
  await as(hr, 'shortlist');
  await as(office, 'approve-shortlist', { minutes: '纪要3号' }, 'desk');
  await as(office, 'post-public-notice', {}, 'desk');
}

describe('the district round in one register opened as different seats', () => {
  it('goes from opening to the paid grant', async () => {
    await carryToNotice();
    desk.moveTo('2026-08-16');
    await as(office, 'award-plaque');
    await as(hr, 'decide-grant', { nature: '纯公益性', amount: '80000' });
    await as(hr, 'pay-grant', { voucher: '付-1', spent: '80000' });
    const page = await desk.workflow.showStudio({ studioId: await desk.idOf(studio) });
    expect(page.studio.levels).toEqual(['in-system', 'district']);
    expect(page.studio.status).toBe('filed');
    expect(page.rounds).toMatchObject([
      {
        year: 2026,
        bureau: '区教育局',
        step: 'paid',
        stepLabel: '已发放资助',
        recommendation: { rank: 1, reason: '业绩突出' },
        scores: [{ expert: '钟离恒', total: 91.5, conflict: null }],
        average: 91.5,
        shortlist: { place: 1, average: 91.5 },
        approval: { decisionLabel: '审定通过', minutes: '纪要3号' },
        notice: { postedOn: '2026-08-10', firstDay: '2026-08-11', lastDay: '2026-08-15' },
        award: { onDate: '2026-08-16' },
        grant: { natureLabel: '纯公益性', amount: 8_000_000, payments: [{ amount: 8_000_000, constructionSpent: 8_000_000 }] },
      },
    ]);
    expect((await desk.workflow.verify({})).audit.firstBroken).toBeNull();
  });

  it('offers each seat what comes next, and acts on the desk to no studio', async () => {
    const offered = async (seat: string) => (await desk.as(seat).showStudio({ studioId: await desk.idOf(studio) })).commands;
    expect(await offered('区教育局')).not.toContain('apply-to-round');
    await as(hr, 'open-round', {}, 'desk');
    expect(await offered('区教育局')).toContain('apply-to-round');
    await as('区教育局', 'apply-to-round', { unitAgreed: '是' });
    expect(await offered('区教育局')).toEqual(expect.arrayContaining(['withdraw-from-round', 'recommend']));
    expect(await offered('区教育局')).not.toContain('apply-to-round');
    await as('区教育局', 'recommend', { rank: 1, reason: '好' });
    expect(await offered(hr)).toEqual(expect.arrayContaining(['inspect-candidate', 'declare-conflict']));
    // Scores wait for criteria and for an expert.
    expect(await offered(hr)).not.toContain('record-expert-scores');
    expect(await offered(hr)).not.toContain('open-round');
    expect(await offered(office)).not.toContain('award-plaque');
  });

  it('shows the round on one page, and what its ranking waits for', async () => {
    expect(await desk.workflow.showRound({})).toBeNull();
    await as(hr, 'open-round', {}, 'desk');
    await as('区教育局', 'apply-to-round', { unitAgreed: '是' });
    await as('区教育局', 'recommend', { rank: 1, reason: '好' });
    expect(await desk.workflow.showRound({ year: 2026 })).toMatchObject({
      year: 2026,
      quota: 5,
      shortlisted: 0,
      bureaus: [{ name: '区教育局', applied: 1, recommended: 1 }],
      entries: [{ studio, step: 'recommended', average: null }],
      ranking: [],
      pending: `无法排出名次：「${studio}」还没有现场考察。请先考察全部推荐的工作室，再比较名次。（《办法》第十二条第三项）`,
    });
    expect(await desk.workflow.showRound({ year: 2025 })).toBeNull();
  });

  it('is taken back act by act until a number was given', async () => {
    await as(hr, 'open-round', {}, 'desk');
    await expect(desk.workflow.undoLast({})).rejects.toThrow('已经编发文号');
    await as('区教育局', 'apply-to-round', { unitAgreed: '是' });
    await as('区教育局', 'recommend', { rank: 1, reason: '好' });
    expect((await desk.workflow.undoLast({})).message).toContain('推荐参评');
    expect((await desk.workflow.undoLast({})).message).toContain('登记参评申请');
    expect((await desk.workflow.showRound({}))?.entries).toEqual([]);
    await as('区教育局', 'apply-to-round', { unitAgreed: '是' });
    expect((await as('区教育局', 'recommend', { rank: 1, reason: '好' })).message).toContain('排序第 1');
  });

  it('stands in the way of undoing what it rests on, by the name of the studio', async () => {
    await as(hr, 'open-round', {}, 'desk');
    await as('区教育局', 'apply-to-round', { unitAgreed: '是' });
    await expect(desk.workflow.undoImport({ number: 1 })).rejects.toThrow(`「${studio}」`);
  });

  it('keeps payments, which are corrected by what comes back and never taken back', async () => {
    await carryToNotice();
    desk.moveTo('2026-08-16');
    await as(office, 'award-plaque');
    await as(hr, 'decide-grant', { nature: '纯公益性', amount: '80000' });
    await as(hr, 'pay-grant', { voucher: '付-1' });
    await expect(desk.workflow.undoLast({})).rejects.toThrow(/只增不改/);
  });
});
