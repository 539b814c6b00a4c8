import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Workflow } from '../../workflow/contract/contract.ts';
import { carry, type NewDesk, newDesk } from './new-desk.ts';

const studio = '方予安小学语文名师工作室';
let desk: NewDesk;
let studioId: string;
let hr: Workflow;

beforeEach(async () => {
  desk = await newDesk({ imported: true });
  await carry(desk, studio, 'filed');
  studioId = await desk.idOf(studio);
  hr = desk.as('区人力资源局');
});
afterEach(() => desk.close());

const answer = (command: string, answers: Record<string, unknown> = {}) => hr.runCommand({ command, studioId, answers });
const detail = () => hr.showStudio({ studioId });

describe('第十一条第三项, 第十六条: the answer to a filing', () => {
  it('is a number of the HR bureau, given once', async () => {
    expect((await detail()).commands).toEqual(expect.arrayContaining(['acknowledge-filing', 'return-filing']) as string[]);
    const { message } = await answer('acknowledge-filing');
    expect(message).toContain('备案号 武昌人资名〔2026〕1号');
    expect((await detail()).designations).toMatchObject([{ filedOn: '2026-08-10', filingNumber: '武昌人资名〔2026〕1号' }]);
    await expect(answer('acknowledge-filing')).rejects.toThrow('没有待办理的备案');
    await expect(answer('return-filing', { reason: '缺' })).rejects.toThrow('没有待办理的备案');
  });

  it('may be a return with its reason; the bureau files again, and the naming stands', async () => {
    await expect(answer('return-filing')).rejects.toThrow('缺少「退回理由」');
    await answer('return-filing', { reason: '缺任务承诺书' });
    const { studio: row, steps, designations } = await detail();
    expect([row.status, steps.at(-1)]).toMatchObject(['named', { status: 'named', reason: '缺任务承诺书', department: '区人力资源局' }]);
    expect(designations).toMatchObject([{ filedOn: null, filingNumber: null, endedOn: null }]);
    desk.moveTo('2026-08-12');
    const bureau = desk.as('区教育局');
    await bureau.runCommand({ command: 'file', studioId });
    hr = desk.as('区人力资源局');
    await answer('acknowledge-filing', { number: '备案〔2026〕7号' });
    const after = await detail();
    expect(after.designations).toMatchObject([{ filedOn: '2026-08-12', filingNumber: '备案〔2026〕7号' }]);
    expect(after.filings.map(({ sentOn, answerLabel, reason, number }) => [sentOn, answerLabel, reason, number])).toEqual([
      ['2026-08-10', '退回', '缺任务承诺书', null],
      ['2026-08-12', '已备案', null, '备案〔2026〕7号'],
    ]);
  });

  it('is not dated before the filing was sent', async () => {
    await expect(answer('acknowledge-filing', { date: '2026-08-09' })).rejects.toThrow('早于报送日期 2026-08-10');
    await expect(answer('acknowledge-filing', { date: '2026-08-11' })).rejects.toThrow('晚于今天');
    await answer('acknowledge-filing', { date: '2026-08-10' });
  });

  it('is the HR bureau’s alone', async () => {
    const bureau = desk.as('区教育局');
    await expect(bureau.runCommand({ command: 'acknowledge-filing', studioId })).rejects.toThrow('没有这项职权');
  });
});
